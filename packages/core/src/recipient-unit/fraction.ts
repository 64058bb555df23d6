/** An exact share, from 0 to 1. In memory only: JSON has no big integers. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const whole: Fraction = { numerator: 1n, denominator: 1n };

export function fraction(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator) || 1n;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function fractionToNumber({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Divides a whole number by shares that add up to 1, so that the parts add up to it exactly: each
 * part is rounded toward zero, and the units left over go to the largest remainders, on a tie to
 * the earlier one.
 */
export function apportion(value: bigint, shares: readonly Fraction[]): readonly bigint[] {
  const sign = value < 0n ? -1n : 1n;
  const amount = value * sign;
  const parts = shares.map(({ numerator, denominator }, index) => ({
    index,
    part: (amount * numerator) / denominator,
    // Remainders are compared with one another, so they need one denominator.
    remainder: fraction((amount * numerator) % denominator, denominator),
  }));
  let left = amount - parts.reduce((sum, { part }) => sum + part, 0n);
  const byRemainder = parts.toSorted((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  const result = parts.map(({ part }) => part);
  for (const { index } of byRemainder) {
    if (left <= 0n) break;
    result[index] = (result[index] as bigint) + 1n;
    left -= 1n;
  }
  return result.map((part) => part * sign);
}

function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
