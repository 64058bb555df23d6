const DAY_MS = 86_400_000;
/** Serial 1 is 1 January 1900; days from 1 March 1900 on count from 30 December 1899, see below. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST = Date.UTC(9999, 11, 31) + DAY_MS - 1;

/** Returns are dated within a few years of one another, so few days make up most cells. */
const days = new Map<number, string>();

/**
 * A serial as `2024-11-09` or `2024-11-09T08:30:00`, to the millisecond where there is one; `null`
 * when it names no date. Workbooks that count from 1900 believe that 29 February 1900 existed: its
 * serial 60 names no date, and serials before it count from a day later.
 */
export function serialDate(serial: number, epoch: 1900 | 1904): string | null {
  if (Number.isInteger(serial) && epoch === 1900 && serial > 60 && serial < 100_000) {
    let day = days.get(serial);
    if (day === undefined) days.set(serial, (day = isoDay(EPOCH_1900 + serial * DAY_MS)));
    return day;
  }
  if (!Number.isFinite(serial) || serial < 0) return null;
  const whole = Math.floor(serial);
  if (epoch === 1900 && (whole === 0 || whole === 60)) return null;
  const shift = epoch === 1900 && whole < 60 ? 1 : 0;
  const start = epoch === 1900 ? EPOCH_1900 : EPOCH_1904;
  // A double keeps a date's time to about a microsecond, so the millisecond is exact once rounded.
  const ms = start + (whole + shift) * DAY_MS + Math.round((serial - whole) * DAY_MS);
  if (ms > LAST) return null;
  const iso = new Date(ms).toISOString();
  const time = iso.slice(11, 23);
  if (time === "00:00:00.000") return iso.slice(0, 10);
  return `${iso.slice(0, 10)}T${time.endsWith(".000") ? time.slice(0, 8) : time}`;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The serial of `2024-11-09` or `2024-11-09T08:30:00`; `null` when it is no date or lies before the epoch. */
export function dateSerial(date: string, epoch: 1900 | 1904 = 1900): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(date);
  if (!match) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const ms = Date.UTC(year as number, (month as number) - 1, day as number);
  if (isoDay(ms) !== date.slice(0, 10)) return null;
  const time = (hour * 3600 + minute * 60 + second) / 86_400;
  if (time >= 1) return null;
  const whole = (ms - (epoch === 1900 ? EPOCH_1900 : EPOCH_1904)) / DAY_MS;
  if (epoch === 1904) return whole < 0 ? null : whole + time;
  const serial = whole <= 60 ? whole - 1 : whole;
  return serial < 1 ? null : serial + time;
}
