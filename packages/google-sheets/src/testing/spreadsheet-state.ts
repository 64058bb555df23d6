import type { sheets_v4 } from "@googleapis/sheets";

/** A cell is never changed, only replaced, so that a copy of a sheet is cheap and a failed batch is undone. */
export interface Cell {
  readonly userEnteredValue?: sheets_v4.Schema$ExtendedValue | undefined;
  readonly userEnteredFormat?: sheets_v4.Schema$CellFormat | undefined;
  readonly dataValidation?: sheets_v4.Schema$DataValidationRule | undefined;
  readonly note?: string | null | undefined;
}

/** Metadata without its location: it belongs to whatever holds it, and moves with that. */
export interface Mark {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly visibility: string;
}

/** What is known of a whole row or column. */
export interface Line {
  readonly marks: readonly Mark[];
  readonly hiddenByUser: boolean;
  readonly pixelSize: number | null;
}

export interface Row extends Line {
  readonly cells: readonly (Cell | undefined)[];
}

/** Bounds in full: half-open, from 0. */
export interface Bounds {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** A range with sides left open; an open end stays at the sheet's edge when the sheet grows. */
export interface SheetRange {
  readonly rows: readonly [number, number | null] | null;
  readonly columns: readonly [number, number | null] | null;
}

export interface ProtectedRangeState {
  readonly id: number;
  readonly range: SheetRange;
  readonly unprotected: readonly SheetRange[];
  readonly description: string;
  readonly warningOnly: boolean;
  readonly users: readonly string[];
  readonly domainUsersCanEdit: boolean;
}

export interface ConditionalFormatState {
  readonly ranges: readonly SheetRange[];
  readonly rule: Omit<sheets_v4.Schema$ConditionalFormatRule, "ranges">;
}

/** One tab. Its arrays are replaced or spliced in a copy of the spreadsheet, never shared. */
export interface SheetState {
  readonly id: number;
  title: string;
  hidden: boolean;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  hideGridlines: boolean;
  /** As long as `rowCount`; `undefined` is a row nobody ever touched. */
  rows: (Row | undefined)[];
  /** As long as `columnCount`. */
  columns: (Line | undefined)[];
  merges: Bounds[];
  protectedRanges: ProtectedRangeState[];
  conditionalFormats: ConditionalFormatState[];
  filter: SheetRange | null;
  marks: Mark[];
}

export interface NamedRangeState {
  readonly id: string;
  readonly name: string;
  readonly sheetId: number;
  readonly range: SheetRange;
}

export interface SpreadsheetState {
  readonly id: string;
  title: string;
  locale: string;
  timeZone: string;
  sheets: SheetState[];
  namedRanges: NamedRangeState[];
  marks: Mark[];
  /** Ids given out by the server count up, so that a run can be repeated. */
  nextId: number;
}

export const emptyLine: Line = { marks: [], hiddenByUser: false, pixelSize: null };
export const emptyRow: Row = { ...emptyLine, cells: [] };

/** Of the workbook; the grid counts, used or not (documented). */
export const cellLimit = 10_000_000;

export function emptySheet(id: number, title: string, rowCount = 1000, columnCount = 26): SheetState {
  return {
    id,
    title,
    hidden: false,
    rowCount,
    columnCount,
    frozenRows: 0,
    frozenColumns: 0,
    hideGridlines: false,
    rows: new Array<undefined>(rowCount).fill(undefined),
    columns: new Array<undefined>(columnCount).fill(undefined),
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    filter: null,
    marks: [],
  };
}

/** A copy whose changes do not show in the original; rows and cells are shared until they are replaced. */
export function copySpreadsheet(state: SpreadsheetState): SpreadsheetState {
  return {
    ...state,
    sheets: state.sheets.map((sheet) => ({
      ...sheet,
      rows: [...sheet.rows],
      columns: [...sheet.columns],
      merges: [...sheet.merges],
      protectedRanges: [...sheet.protectedRanges],
      conditionalFormats: [...sheet.conditionalFormats],
      marks: [...sheet.marks],
    })),
    namedRanges: [...state.namedRanges],
    marks: [...state.marks],
  };
}

export function cellOf(sheet: SheetState, row: number, column: number): Cell | undefined {
  return sheet.rows[row]?.cells[column];
}

/** Replaces a cell; `undefined` or a cell without content clears it. */
export function putCell(sheet: SheetState, row: number, column: number, cell: Cell | undefined): void {
  const before = sheet.rows[row] ?? emptyRow;
  const cells = [...before.cells];
  while (cells.length <= column) cells.push(undefined);
  const blank =
    cell === undefined || Object.values(cell).every((part) => part === undefined || part === null);
  cells[column] = blank ? undefined : cell;
  sheet.rows[row] = { ...before, cells };
}

export function cellCount(state: SpreadsheetState): number {
  return state.sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
}
