import type { Language } from "./language.ts";

const marks = { vi: { group: ".", point: "," }, en: { group: ",", point: "." } };

/** `digits` with a separator between thousands; `digits` holds nothing but digits. */
function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

/** The shortest decimal writing without an exponent: `1e21` and `1e-7` come out in full. */
function plainDecimal(value: number, decimals: number | undefined): string {
  if (decimals !== undefined && value < 1e21) return value.toFixed(decimals);
  const text = String(value);
  if (!text.includes("e")) return text;
  return value >= 1 ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, "");
}

/**
 * A number as an office writes it: `48.210` and `12,5` in Vietnamese, `48,210` and `12.5` in English.
 *
 * @param options.decimals exactly so many digits after the point, 0 to 20, rounded as `toFixed`
 *   does; left out, as many as the number needs
 * @throws {RangeError} when the value is not finite: there is no such figure in a report
 */
export function printNumber(
  value: number,
  language: Language = "vi",
  options: { readonly decimals?: number | undefined } = {},
): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be printed as a figure`);
  const { group, point } = marks[language];
  const [whole = "0", fraction] = plainDecimal(Math.abs(value), options.decimals).split(".");
  const digits =
    fraction === undefined ? grouped(whole, group) : `${grouped(whole, group)}${point}${fraction}`;
  // A value that rounds to nothing carries no sign.
  return value < 0 && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/**
 * Number and day as Decree 30/2020 wants them: one digit gets a leading zero, `3` gives `03`
 * (PL I: the number of a document below 10, a day below 10, months 1 and 2 only).
 *
 * @throws {RangeError} when the value is not a whole number from 0 on
 */
export function printTwoDigits(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not a whole number`);
  return String(value).padStart(2, "0");
}
