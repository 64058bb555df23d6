import type { Cell } from "./cell.ts";
import type { CellRange } from "./cell-address.ts";

/** `veryHidden` cannot be shown from the menu; forms keep their identity in such a sheet. */
export type SheetVisibility = "visible" | "hidden" | "veryHidden";

export interface SheetInfo {
  /** The tab's name, exactly as shown. */
  readonly name: string;
  readonly visibility: SheetVisibility;
}

/** One row that holds at least one cell. Rows without cells do not exist. */
export interface SheetRow {
  /** From 0: row 7 on the screen is 6. */
  readonly index: number;
  readonly hidden?: boolean | undefined;
  /** By column from 0; a hole is a blank cell. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A sheet as a plain grid, with what is needed to read it the way a person sees it. */
export interface Sheet extends SheetInfo {
  /** In order of `index`, blank rows left out. */
  readonly rows: readonly SheetRow[];
  /** A merged range keeps its value in its first cell; the others are blank. */
  readonly merges: readonly CellRange[];
  /** Columns from 0. */
  readonly hiddenColumns: readonly number[];
}

/** The cell at a row and column from 0, or `undefined` when it is blank. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  let low = 0;
  let high = sheet.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sheet.rows[middle] as SheetRow;
    if (found.index === row) return found.cells[column];
    if (found.index < row) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
