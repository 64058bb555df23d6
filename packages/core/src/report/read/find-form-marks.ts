import { marks } from "../form/form-marks.ts";
import type { Grid } from "./grid.ts";

/** Where a form's marks are: its hidden column, and the columns its hidden row names. */
export interface FormMarks {
  readonly markRow: number;
  readonly markColumn: number;
  readonly label: number;
  readonly value: number;
  readonly note: number;
}

/** The marks of the form's main sheet, wherever they have moved to; `null` when the sheet has none. */
export function findFormMarks(grid: Grid): FormMarks | null {
  for (const row of grid.rows.slice(0, 50)) {
    const columns = grid.filled(row);
    const at = (mark: string) => columns.find((column) => grid.text(row, column) === mark);
    const [markColumn, label, value, note] = [marks.columns, marks.label, marks.value, marks.note].map(at);
    if (markColumn === undefined || label === undefined || value === undefined || note === undefined)
      continue;
    return { markRow: row, markColumn, label, value, note };
  }
  return null;
}
