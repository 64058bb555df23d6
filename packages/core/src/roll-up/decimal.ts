import { digitsAt, parseDecimal, printDecimal } from "../recipient-unit/decimal-text.ts";

/** Exact arithmetic on amounts, which are kept as text: money never passes through floating point. */

/** Whether the text is a decimal number as amounts are kept: `12.50`, `-3`; not `1e3`, `1,5` or ``. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** The exact sum, without trailing zeros; `0` of none. @throws {RangeError} naming a text that is no decimal */
export function addDecimals(terms: readonly string[]): string {
  let sum = 0n;
  let decimals = 0;
  for (const term of terms) {
    const next = parseDecimal(term);
    const scale = Math.max(decimals, next.decimals);
    sum = digitsAt({ digits: sum, decimals }, scale) + digitsAt(next, scale);
    decimals = scale;
  }
  return shortest(printDecimal(sum, decimals));
}

/** Negative when `a` is less than `b`, 0 when they are the same number, positive when more. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  const scale = Math.max(left.decimals, right.decimals);
  const difference = digitsAt(left, scale) - digitsAt(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `4.50` → `4.5`, `4.00` → `4`. */
function shortest(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
