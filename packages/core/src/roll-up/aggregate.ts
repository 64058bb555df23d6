import type { Aggregator, Field, Value } from "../report-schema/report-schema.ts";
import { addDecimals, compareDecimals } from "./decimal.ts";
import type { Leaf } from "./figure.ts";
import { linkKey } from "./link-key.ts";

/** A number a double cannot hold exactly was reached; the figure is refused rather than rounded. */
export class CountTooLarge extends RangeError {
  override readonly name = "CountTooLarge";
}

/**
 * The value of some leaves together; `null` of no leaves, and where only nil leaves are left to
 * choose from. What each aggregator makes of an answer:
 *
 * | aggregator | value | zero | nil | missing, not applicable |
 * | --- | --- | --- | --- | --- |
 * | sum | added | added, changes nothing | adds 0 | no leaf |
 * | min, max, latest | compared | compared | no say: nothing is not the least | no leaf |
 * | count | 1, of a flag 1 when true | 1 | 0 | no leaf |
 * | union | its links, each page once | | no links | no leaf |
 * | list | its text, in the order of the units | | no text | no leaf |
 * | ratio | numerator and denominator added apart | added | adds 0 of 0 | no leaf |
 *
 * @throws {CountTooLarge} when a sum of counts leaves ±(2^53 - 1)
 */
export function aggregate(
  aggregator: Aggregator,
  kind: Field["kind"],
  leaves: readonly Leaf[],
): Value | null {
  if (leaves.length === 0) return null;
  switch (aggregator) {
    case "sum":
      return kind === "amount"
        ? addDecimals(leaves.map(({ value }) => value as string))
        : addCounts(leaves, (value) => value as number);
    case "ratio":
      return {
        numerator: addCounts(leaves, (value) => (value as Ratio).numerator),
        denominator: addCounts(leaves, (value) => (value as Ratio).denominator),
      };
    case "count":
      return leaves.filter(({ value }) => value !== false).length;
    case "min":
    case "max":
      return extreme(aggregator, kind, leaves);
    case "latest":
      return latest(leaves);
    case "union":
      return unite(leaves);
    case "list":
      return leaves.filter(({ nil }) => !nil).flatMap(({ value }) => value as string | readonly string[]);
    case "none":
      return null;
  }
}

type Ratio = { readonly numerator: number; readonly denominator: number };

function addCounts(leaves: readonly Leaf[], part: (value: Value) => number): number {
  let sum = 0;
  for (const { value } of leaves) {
    const term = part(value);
    sum += term;
    // Once past 2^53 a later term could round the sum back to a number that looks exact.
    if (!Number.isSafeInteger(term) || !Number.isSafeInteger(sum)) {
      throw new CountTooLarge(`a sum of counts passes ${Number.MAX_SAFE_INTEGER}`);
    }
  }
  return sum;
}

function extreme(which: "min" | "max", kind: Field["kind"], leaves: readonly Leaf[]): Value | null {
  const sign = which === "min" ? 1 : -1;
  let best: Value | null = null;
  for (const { value, nil } of leaves) {
    if (nil) continue;
    if (best === null || sign * compareValues(kind, value, best) < 0) best = value;
  }
  return best;
}

/** Negative when `a` is less: for counts, amounts, and dates or other text. */
export function compareValues(kind: Field["kind"], a: Value, b: Value): number {
  if (kind === "amount") return compareDecimals(a as string, b as string);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The value that stands at the latest date; of several at that date, the one of the last report id. */
function latest(leaves: readonly Leaf[]): Value | null {
  let best: Leaf | null = null;
  for (const leaf of leaves) {
    if (!leaf.nil && (best === null || isLater(leaf, best))) best = leaf;
  }
  return best && best.value;
}

function isLater(a: Leaf, b: Leaf): boolean {
  const [left, right] = [a.dataAsOf ?? "", b.dataAsOf ?? ""];
  return left === right ? a.reportId > b.reportId : left > right;
}

/** Each page once, under the spelling that sorts first, so that the order of the units has no say. */
function unite(leaves: readonly Leaf[]): readonly string[] {
  const spelling = new Map<string, string>();
  for (const { value } of leaves) {
    for (const link of typeof value === "string" ? [value] : (value as readonly string[])) {
      const key = linkKey(link);
      const known = spelling.get(key);
      if (known === undefined || link.trim() < known) spelling.set(key, link.trim());
    }
  }
  return [...spelling.values()].sort();
}
