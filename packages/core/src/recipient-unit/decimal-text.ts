/** A decimal number without rounding: `1.25` is 125 with 2 decimals. */
export interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

/**
 * The number as it is written: a whole number, or a decimal with a point, `-12.50`. A JavaScript
 * number is taken at its shortest writing, so 0.1 is one tenth.
 *
 * @throws {RangeError} for anything else, such as `1.234,5` or an infinite number
 */
export function parseDecimal(value: number | string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new RangeError(`not a decimal number: ${value}`);
  const [, sign = "", units = "", rest = "", exponent = "0"] = match;
  const shift = Number(exponent);
  const digits = BigInt(sign + units + rest);
  const decimals = rest.length - shift;
  return decimals >= 0 ? { digits, decimals } : { digits: digits * 10n ** BigInt(-decimals), decimals: 0 };
}

/** The digits with that many decimals, at least as many as the number has. */
export function digitsAt({ digits, decimals }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - decimals);
}

/** `-1250n` with 2 decimals is `-12.50`. */
export function printDecimal(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, "0");
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
