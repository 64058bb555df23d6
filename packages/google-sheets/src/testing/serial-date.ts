// Day 0 of a spreadsheet is 30 December 1899; whole days are counted in UTC, where each has 24 hours.
const epoch = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** Days since 30/12/1899, or `null` when there is no such day. */
export function serialOf(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1) return null;
  return (at.getTime() - epoch) / dayLength;
}

/** The parts of a serial date; the fraction of a day is its time, to the second. */
export function partsOfSerial(serial: number) {
  const at = new Date(epoch + Math.round(serial * 86_400) * 1000);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}
