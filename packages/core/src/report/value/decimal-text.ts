/**
 * Decimal numbers as text, exact: an optional `-`, digits without leading zeros, and after a point
 * at least one digit that does not end in 0. `1234.5`, `-0.25`, `0`.
 */
export type DecimalText = string;

/** The canonical writing of whole and fraction digits. */
export function decimalText(whole: string, fraction = "", negative = false): DecimalText {
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  const rest = fraction.replace(/0+$/, "");
  const text = rest === "" ? digits : `${digits}.${rest}`;
  return negative && text !== "0" ? `-${text}` : text;
}

/** The value times ten to the power, which may be negative, exactly. */
export function shiftDecimal(text: DecimalText, power: number): DecimalText {
  const negative = text.startsWith("-");
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  if (power < 0) {
    const digits = whole.padStart(1 - power, "0");
    const point = digits.length + power;
    return decimalText(digits.slice(0, point), digits.slice(point) + fraction, negative);
  }
  const padded = fraction.padEnd(power, "0");
  return decimalText(whole + padded.slice(0, power), padded.slice(power), negative);
}

/** Digits after the point. */
export function decimalsOf(text: DecimalText): number {
  return text.split(".")[1]?.length ?? 0;
}

/**
 * A number cell as decimal text. A sheet keeps 15 significant digits; what stands behind them is
 * an artefact of binary arithmetic (0.1 + 0.2) and no program shows it.
 */
export function numberToDecimal(value: number): DecimalText {
  if (Number.isSafeInteger(value)) return decimalText(String(Math.abs(value)), "", value < 0);
  const [mantissa = "0", exponent = "0"] = value.toExponential(14).split("e");
  const negative = mantissa.startsWith("-");
  const [whole = "0", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = whole + fraction;
  const point = 1 + Number(exponent);
  if (point <= 0) return decimalText("0", "0".repeat(-point) + digits, negative);
  return decimalText(digits.slice(0, point).padEnd(point, "0"), digits.slice(point), negative);
}

/** The exact sum. */
export function addDecimals(values: readonly DecimalText[]): DecimalText {
  const places = Math.max(0, ...values.map(decimalsOf));
  const total = values.reduce((sum, value) => sum + BigInt(shiftDecimal(value, places)), 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(places + 1, "0");
  const point = digits.length - places;
  return decimalText(digits.slice(0, point), digits.slice(point), total < 0n);
}

/** Negative when `a` is less than `b`, 0 when they are the same number, positive when greater. */
export function compareDecimals(a: DecimalText, b: DecimalText): number {
  const places = Math.max(decimalsOf(a), decimalsOf(b));
  const difference = BigInt(shiftDecimal(a, places)) - BigInt(shiftDecimal(b, places));
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
