const steps: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/**
 * As parts, chapters, appendices and quarters are numbered: 4 is `IV`.
 *
 * @throws {RangeError} when the value is not a whole number from 1 to 3999
 */
export function printRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) {
    throw new RangeError(`${value} has no Roman numeral`);
  }
  let rest = value;
  let text = "";
  for (const [size, letters] of steps) {
    while (rest >= size) {
      text += letters;
      rest -= size;
    }
  }
  return text;
}

/** The number a Roman numeral in capitals stands for; `null` when it is none in the usual writing (`IIII`, `VX`). */
export function parseRoman(text: string): number | null {
  let rest = text;
  let value = 0;
  for (const [size, letters] of steps) {
    while (rest.startsWith(letters)) {
      value += size;
      rest = rest.slice(letters.length);
    }
  }
  // Only the usual writing survives the round trip.
  return rest === "" && value >= 1 && value <= 3999 && printRoman(value) === text ? value : null;
}
