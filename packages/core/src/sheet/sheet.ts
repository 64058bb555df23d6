import type { Issue } from "../issue/issue.ts";
import type { Cell } from "./cell.ts";
import type { CellRange } from "./cell-address.ts";

/** `veryHidden` cannot be shown from the menu; forms keep their identity in such a sheet. */
export type SheetVisibility = "visible" | "hidden" | "veryHidden";

/** A tab, before anything of it is read. */
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
  /** The year date serials count from; 1900 when absent. Needed to read a bare serial such as 45605. */
  readonly dateEpoch?: 1900 | 1904 | undefined;
  /** What was noticed while reading this sheet, when opening the source had not told it already. */
  readonly issues?: readonly Issue[] | undefined;
  /** What marks that travel with rows and columns say they are; absent when the source has none. */
  readonly binding?: SheetBinding | undefined;
}

/**
 * What the rows and columns of a table are, told by marks outside the text (developer metadata of a
 * Google Sheet, a form's hidden ids) that stay attached when people sort, move and rename. The
 * source has already weighed the marks against the text: a row in `rows` is that unit's, and a row
 * it cannot vouch for is in `doubtfulRows`. What is in neither was added by somebody: the reader
 * finds its unit by name, and a column that is not in `columns` by its heading.
 */
export interface SheetBinding {
  /** From 0. What stands above is title, notes and headings. */
  readonly firstDataRow: number;
  /** By column from 0. A field that is bound here is bound: its heading over another column counts for nothing. */
  readonly columns: Readonly<Record<number, ColumnRole>>;
  /** Columns that bear the marks of several fields, from 0, with the reason: not to be read, whatever their heading. */
  readonly doubtfulColumns: Readonly<Record<number, readonly Issue[]>>;
  /** Unit id by row from 0. */
  readonly rows: Readonly<Record<number, string>>;
  /**
   * Rows whose identity is in doubt, from 0, with the reason: rejected when that is an error, held when
   * it is a query, never guessed.
   */
  readonly doubtfulRows: Readonly<Record<number, readonly Issue[]>>;
  /** What else was found while weighing the marks: renamed headings, missing rows and columns. */
  readonly issues: readonly Issue[];
}

/** What a bound column holds. */
export type ColumnRole =
  /** `part` tells the two columns of a ratio apart. */
  | {
      readonly role: "field";
      readonly fieldId: string;
      readonly part?: "numerator" | "denominator" | undefined;
    }
  | { readonly role: "unitName" }
  /** “Báo cáo không phát sinh”: ticked by a unit that has nothing to report. */
  | { readonly role: "nil" }
  /** Written by us, not an answer: the unit's id, its group, its state, our questions. */
  | { readonly role: "ours" };

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
