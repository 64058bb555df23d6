import { issue, type Issue } from "../../issue/issue.ts";
import { columnName, printAddress, type CellAddress } from "../../sheet/cell-address.ts";
import { isFilled } from "../value/clean-text.ts";
import type { Grid } from "./grid.ts";

/**
 * Queries for answers that stand in hidden rows or columns. Whoever filled the sheet in may not know
 * of them, so they count only once somebody has said that they do.
 *
 * @param answers places of answers, filled or not
 */
export function hiddenAnswers(grid: Grid, source: string, answers: readonly CellAddress[]): Issue[] {
  const place = { source, sheet: grid.sheet.name };
  const hiddenColumns = new Set(grid.sheet.hiddenColumns);
  const filled = answers.filter(({ row, column }) => isFilled(grid.cell(row, column)));
  const rows = [...new Set(filled.map(({ row }) => row))].filter((row) => grid.hiddenRows.has(row));
  const columns = [...new Set(filled.map(({ column }) => column))].filter((one) => hiddenColumns.has(one));
  const issues: Issue[] = [];
  if (rows.length > 0) {
    const numbers = rows.sort((a, b) => a - b).map((row) => row + 1);
    const cell = printAddress({ row: rows[0] as number, column: 0 });
    issues.push(issue("report_row_hidden", { ...place, cell }, { rows: numbers.join(", ") }));
  }
  for (const column of columns) {
    const cell = printAddress({ row: 0, column });
    issues.push(issue("report_column_hidden", { ...place, cell }, { heading: columnName(column) }));
  }
  return issues;
}
