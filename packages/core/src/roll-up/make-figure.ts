import { issue, type Issue } from "../issue/issue.ts";
import type { Field, Value } from "../report-schema/report-schema.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { aggregate, CountTooLarge } from "./aggregate.ts";
import type { Coverage, Figure, Leaf } from "./figure.ts";
import type { Measure } from "./measure.ts";
import type { Scope } from "./scope.ts";

/** One figure of one scope from its leaves; a refused one has the value `null` and adds its issue. */
export function makeFigure(
  scope: Scope,
  measure: Measure,
  field: Field,
  leaves: readonly Leaf[],
  coverage: Coverage,
  issues: Issue[],
): Figure {
  const id = `${scope.id}.${measure.id}`;
  const overlaps = !field.additive && measure.overUnits === "sum" && leaves.length > 1;
  return {
    id,
    field: field.id,
    aggregator: measure.overUnits,
    value: valueOf(id, measure, field, leaves, issues),
    estimated: overlaps || leaves.some(({ parted }) => parted !== undefined),
    coverage,
    dataAsOf: datesOf(leaves),
    leaves,
  };
}

function valueOf(
  id: string,
  measure: Measure,
  field: Field,
  leaves: readonly Leaf[],
  issues: Issue[],
): Value | null {
  try {
    return aggregate(measure.overUnits, field.kind, leaves);
  } catch (error) {
    if (!(error instanceof CountTooLarge)) throw error;
    issues.push(issue("roll_up_count_too_large", { path: id }, { figure: id }));
    return null;
  }
}

function datesOf(leaves: readonly Leaf[]): Figure["dataAsOf"] {
  let earliest: CalendarDate | null = null;
  let latest: CalendarDate | null = null;
  for (const { dataAsOf } of leaves) {
    if (dataAsOf === null) continue;
    if (earliest === null || dataAsOf < earliest) earliest = dataAsOf;
    if (latest === null || dataAsOf > latest) latest = dataAsOf;
  }
  return earliest === null || latest === null ? null : { earliest, latest };
}
