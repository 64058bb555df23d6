import type { IgnoreReason } from "../reading.ts";
import { isFilled } from "../value/clean-text.ts";
import type { Grid } from "./grid.ts";
import type { FormMarks } from "./find-form-marks.ts";
import { isGroupNumber } from "./row-words.ts";
import type { SheetAccount } from "./sheet-account.ts";

/**
 * Says of every cell of a form's sheet what it is: marks, labels and answers are mapped, and what
 * stands around them is ignored with its reason.
 *
 * @param fieldRows the rows that ask a field
 */
export function accountForForm(
  grid: Grid,
  form: FormMarks,
  account: SheetAccount,
  fieldRows: readonly number[],
): void {
  const first = fieldRows.length > 0 ? Math.min(...fieldRows) : Infinity;
  const last = Math.max(...fieldRows, form.markRow);
  for (const row of grid.rows) {
    const marked = isFilled(grid.cell(row, form.markColumn));
    for (const column of grid.filled(row)) {
      if (!account.isOpen(row, column)) continue;
      const reason =
        row === form.markRow || column === form.markColumn
          ? null
          : marked
            ? reasonInRow(grid, form, row, column)
            : row > last
              ? "signature"
              : reasonBetween(grid, form, row, column, row < first);
      if (reason === null) account.map(row, column);
      else account.ignore(row, column, reason);
    }
  }
}

/** In a row that has a mark; `null` is mapped. */
function reasonInRow(grid: Grid, form: FormMarks, row: number, column: number): IgnoreReason | null {
  if (column === form.label || column === form.value) return null;
  if (column > form.label) return column < form.value ? "guide" : "outsideTable";
  // The label of a head row stands in the first column people see; elsewhere that column numbers.
  return grid.text(row, form.markColumn).startsWith("@") ? null : "rowNumber";
}

/** In a row without a mark: titles, instructions, headings, sections, and what somebody typed between. */
function reasonBetween(
  grid: Grid,
  form: FormMarks,
  row: number,
  column: number,
  above: boolean,
): IgnoreReason | null {
  const text = grid.text(row, column);
  const [first = column] = grid.filled(row);
  if (isGroupNumber(grid.text(row, first))) return "groupHeading";
  if (!above) return "outsideTable";
  if (/^\(\d+\)$/.test(text)) return "numbering";
  const isHeading = isFilled(grid.cell(row, form.label)) && isFilled(grid.cell(row, form.value));
  if (isHeading) return null;
  return text.length > 150 ? "guide" : "title";
}
