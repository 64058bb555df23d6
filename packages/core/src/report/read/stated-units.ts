import { issue, type Issue } from "../../issue/issue.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import { differsInScale, measureOf, statedUnits } from "../value/unit-of-measure.ts";
import type { TitleFacts } from "./title-facts.ts";

/** Where a heading, a label or a cell beside it states a unit of measure. */
export interface StatedUnit {
  readonly field: Field;
  readonly text: string;
  readonly cell: string;
}

/**
 * Queries where figures are stated in thousands and asked for in millions, or the like. A title's
 * unit is for the fields whose headings state none.
 *
 * @param stated texts of headings and of units beside labels, in which a unit may be stated
 */
export function unitsThatDiffer(
  stated: readonly StatedUnit[],
  { measure }: Pick<TitleFacts, "measure">,
  place: { readonly source: string; readonly sheet: string },
): Issue[] {
  return stated.flatMap(({ field, text, cell }) => {
    if (field.kind !== "count" && field.kind !== "amount") return [];
    const own = statedUnits(text);
    const heading =
      own.length > 0 || !measure
        ? { text, cell, units: own }
        : { ...measure, units: statedUnits(measure.text) };
    if (heading.units.some((unit) => sameScale(field, unit))) return [];
    if (!heading.units.some((unit) => differsInScale(field, unit))) return [];
    const params = { heading: heading.text, label: field.label.vi, unit: field.unit?.vi ?? field.label.vi };
    return [issue("report_heading_unit_differs", { ...place, cell: heading.cell }, params)];
  });
}

/** One of several units a title names is the field's own. */
function sameScale(field: Field, unit: string): boolean {
  const own = measureOf(field);
  return (
    own.base !== "" &&
    !differsInScale(field, unit) &&
    measureOf({ unit: { vi: unit }, label: field.label }).base === own.base
  );
}
