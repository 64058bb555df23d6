/**
 * Exact decimal numbers as text, `-12.50`: money and other amounts never pass through floating
 * point. Scaled integers rather than a library: sums and comparisons are all a roll-up needs.
 */
interface Scaled {
  readonly units: bigint;
  /** Digits after the point. */
  readonly scale: number;
}

const pattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Whether the text is a decimal number as amounts are kept: `12.50`, `-3`; not `1e3`, `1,5` or ``. */
export function isDecimal(text: string): boolean {
  return pattern.test(text);
}

/** The exact sum in canonical form, `0` for none. @throws {RangeError} naming a text that is no decimal */
export function addDecimals(terms: readonly string[]): string {
  let sum: Scaled = { units: 0n, scale: 0 };
  for (const term of terms) {
    const next = parse(term);
    const scale = Math.max(sum.scale, next.scale);
    sum = { units: rescale(sum, scale) + rescale(next, scale), scale };
  }
  return print(sum);
}

/** Negative when `a` is less than `b`, 0 when they are the same number, positive when more. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = rescale(left, scale) - rescale(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function parse(text: string): Scaled {
  const parts = pattern.exec(text);
  if (!parts) throw new RangeError(`not a decimal number: ${JSON.stringify(text)}`);
  const [, sign = "", whole = "", fraction = ""] = parts;
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

function rescale({ units, scale }: Scaled, to: number): bigint {
  return units * 10n ** BigInt(to - scale);
}

/** Without trailing zeros and without `-0`. */
function print({ units, scale }: Scaled): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction && `.${fraction}`}`;
}
