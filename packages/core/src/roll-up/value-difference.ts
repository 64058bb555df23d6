import type { Aggregator, Value } from "../report-schema/report-schema.ts";
import { addDecimals } from "./decimal.ts";

/** Whether the values of parts add up to the value of the whole, so that differences do too. */
export function isAdditive(aggregator: Aggregator): boolean {
  return aggregator === "sum" || aggregator === "ratio" || aggregator === "count";
}

/**
 * `after - before` for figures that are added; `null` for those that are not (the greatest, a list).
 * Nothing at all counts as 0 beside something: the difference from “no data” to 5 is 5.
 */
export function difference(aggregator: Aggregator, before: Value | null, after: Value | null): Value | null {
  if (!isAdditive(aggregator) || (before === null && after === null)) return null;
  return add([after, before === null ? null : negative(before)]);
}

/** The sum of differences, of one kind; 0 of none. */
export function add(values: readonly (Value | null)[]): Value {
  const given = values.filter((value) => value !== null);
  const [first] = given;
  if (typeof first === "string") return addDecimals(given as readonly string[]);
  if (typeof first === "object" && "numerator" in first) {
    const ratios = given as readonly { readonly numerator: number; readonly denominator: number }[];
    return {
      numerator: ratios.reduce((sum, { numerator }) => sum + numerator, 0),
      denominator: ratios.reduce((sum, { denominator }) => sum + denominator, 0),
    };
  }
  return given.reduce<number>((sum, value) => sum + Number(value), 0);
}

function negative(value: Value): Value {
  if (typeof value === "string") return value.startsWith("-") ? value.slice(1) : `-${value}`;
  if (typeof value === "object" && "numerator" in value) {
    return { numerator: -value.numerator || 0, denominator: -value.denominator || 0 };
  }
  return -Number(value) || 0;
}
