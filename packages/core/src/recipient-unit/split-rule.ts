import { parseDecimal, digitsAt } from "./decimal-text.ts";
import { fraction, type Fraction } from "./fraction.ts";
import type { LineageTarget } from "./lineage-event.ts";

/**
 * How the figure of one unit is put onto several, when units were split, or were merged and the
 * basis is older than the merger.
 *
 * - `declared`: by the shares the lineage declares; where it declares none, the figure stays
 *   together for all of them. Nothing is invented: the default.
 * - `together`: it stays together, whatever is declared
 * - `equal`: by the declared shares, else in equal parts: a convention, and every part says so
 * - `weights`: by the declared shares, else in proportion to a number per unit, such as
 *   households; it stays together where a unit has no weight
 */
export type SplitRule =
  | { readonly kind: "declared" }
  | { readonly kind: "together" }
  | { readonly kind: "equal" }
  | {
      readonly kind: "weights";
      /** Unit id → weight, 0 or more, as a decimal number. */
      readonly weights: Readonly<Record<string, number>>;
      /** What the weights are and where they come from, in words; printed beside the parts. */
      readonly basis: string;
    };

/** By which rule a part was made. */
export type AppliedRule = "declared" | "equal" | "weights";

/** The share of each unit, and the rule it follows; `null` when the figure must stay together. */
export function sharesBy(
  rule: SplitRule,
  units: readonly LineageTarget[],
): { readonly rule: AppliedRule; readonly shares: readonly Fraction[] } | null {
  if (rule.kind === "together") return null;
  const declared = units.map(({ share }) => share);
  if (declared.every((share) => share !== undefined)) {
    return withSum(declared, "declared");
  }
  if (rule.kind === "equal") {
    const share = fraction(1n, BigInt(units.length));
    return { rule: "equal", shares: units.map(() => share) };
  }
  if (rule.kind === "declared") return null;
  const weights = units.map(({ unitId }) => rule.weights[unitId]);
  return weights.every((weight) => weight !== undefined) ? withSum(weights, "weights") : null;
}

/** Each number's share of their sum, exactly; `null` when the sum is 0. */
function withSum(numbers: readonly number[], rule: AppliedRule) {
  const decimals = numbers.map(parseDecimal);
  const scale = Math.max(...decimals.map((one) => one.decimals));
  const digits = decimals.map((one) => digitsAt(one, scale));
  const sum = digits.reduce((total, one) => total + one, 0n);
  if (sum <= 0n || digits.some((one) => one < 0n)) return null;
  return { rule, shares: digits.map((one) => fraction(one, sum)) };
}
