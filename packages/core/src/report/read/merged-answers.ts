import { issue, type Issue } from "../../issue/issue.ts";
import { printAddress, printRange } from "../../sheet/cell-address.ts";
import { isFilled } from "../value/clean-text.ts";
import type { Grid } from "./grid.ts";
import type { ColumnPlan } from "./table-columns.ts";

/**
 * One figure merged over the rows of several units: each one's, or all of theirs together? Nobody but
 * the sender knows, so all of these rows are asked about.
 *
 * @param rows rows of data
 * @returns queries by row
 */
export function mergedAnswers(
  grid: Grid,
  source: string,
  { fields, special }: ColumnPlan,
  rows: readonly number[],
): ReadonlyMap<number, readonly Issue[]> {
  const found = new Map<number, Issue[]>();
  const answers = new Set(
    fields.flatMap(({ value, numerator, denominator }) => [value, numerator, denominator]),
  );
  const unit = special.unitName ?? special.unitCode;
  for (const range of grid.sheet.merges) {
    const { from, to } = range;
    if (from.row === to.row || !answers.has(from.column) || !isFilled(grid.cell(from.row, from.column)))
      continue;
    const covered = rows.filter((row) => row >= from.row && row <= to.row);
    const units = new Set(covered.map((row) => (unit === undefined ? row : grid.text(row, unit))));
    if (units.size < 2) continue;
    const place = { source, sheet: grid.sheet.name, cell: printAddress(from) };
    const query = issue("report_value_merged", place, { range: printRange(range) });
    for (const row of covered) found.set(row, [...(found.get(row) ?? []), query]);
  }
  return found;
}
