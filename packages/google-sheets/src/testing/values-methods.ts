import type { sheets_v4 } from "@googleapis/sheets";
import { parseA1, printA1, printBounds, quoteTab, type Located } from "./a1-notation.ts";
import { invalid } from "./api-error.ts";
import { enterValue } from "./enter-value.ts";
import { evaluator } from "./formula.ts";
import { findRanges } from "./metadata.ts";
import { renderValue, type RenderOptions } from "./render-value.ts";
import type { Batch } from "./requests/batch.ts";
import { insertLines } from "./requests/dimension-requests.ts";
import { growTo } from "./requests/grow-grid.ts";
import { boundsOf, rangeOf } from "./sheet-range.ts";
import { cellOf, putCell, type Bounds, type SheetState, type SpreadsheetState } from "./spreadsheet-state.ts";

type Values = readonly (readonly unknown[])[];
type Dimension = string | null | undefined;

export function renderOptions(
  value: string | null | undefined,
  dateTime: string | null | undefined,
): RenderOptions {
  const known = (one: string, all: readonly string[], name: string) => {
    if (!all.includes(one)) throw invalid(`Invalid value at '${name}' (TYPE_ENUM), "${one}"`);
    return one;
  };
  return {
    value: known(
      value ?? "FORMATTED_VALUE",
      ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"],
      "value_render_option",
    ),
    dateTime: known(
      dateTime ?? "SERIAL_NUMBER",
      ["SERIAL_NUMBER", "FORMATTED_STRING"],
      "date_time_render_option",
    ),
  };
}

/** @throws {ApiError} 400 without an option: there is no default */
export function requireInputOption(option: string | null | undefined): string {
  if (option !== "RAW" && option !== "USER_ENTERED") {
    throw invalid("'valueInputOption' is required but not specified");
  }
  return option;
}

/** Values of a range: blank rows and columns at the end are left out, so that rows are ragged. */
export function readValues(
  { sheet, range }: Located,
  state: SpreadsheetState,
  options: RenderOptions,
  dimension: Dimension,
): sheets_v4.Schema$ValueRange {
  const bounds = boundsOf(range, sheet);
  const value = evaluator(state);
  const rows: (string | number | boolean)[][] = [];
  for (let row = bounds.startRow; row < bounds.endRow; row++) {
    const line: (string | number | boolean)[] = [];
    for (let column = bounds.startColumn; column < bounds.endColumn; column++) {
      const cell = cellOf(sheet, row, column);
      line.push(renderValue(cell, value(sheet, row, column), options, state.locale) ?? "");
    }
    rows.push(line);
  }
  const columns = dimension === "COLUMNS";
  const lines = columns ? transpose(rows, bounds.endColumn - bounds.startColumn) : rows;
  const values = trimmed(lines);
  return {
    range: printA1(sheet, range),
    majorDimension: columns ? "COLUMNS" : "ROWS",
    ...(values.length > 0 && { values }),
  };
}

/** Writes into a range from its first cell; `null` leaves a cell, `""` clears it. */
export function writeValues(
  { sheet, range }: Located,
  values: Values,
  option: string,
  dimension: Dimension,
  batch: Batch,
): { bounds: Bounds; cells: number; rows: number; columns: number; location: Located } {
  const bounds = boundsOf(range, sheet);
  const lines = dimension === "COLUMNS" ? transposeRagged(values) : values;
  const width = Math.max(0, ...lines.map((line) => line.length));
  // One cell is where to start; a range is where to stay.
  const start = bounds.endRow - bounds.startRow === 1 && bounds.endColumn - bounds.startColumn === 1;
  const open = (side: readonly [number, number | null] | null, end: number) =>
    start || side === null || side[1] === null ? Infinity : end;
  if (
    lines.length > open(range.rows, bounds.endRow) - bounds.startRow ||
    width > open(range.columns, bounds.endColumn) - bounds.startColumn
  ) {
    const last = { ...bounds, endRow: bounds.startRow + lines.length, endColumn: bounds.startColumn + width };
    throw invalid(
      `Requested writing within range [${printA1(sheet, range)}], but tried writing to ${printBounds(last)}`,
    );
  }
  growTo(batch.state, sheet, bounds.startRow + lines.length, bounds.startColumn + width);
  const touched: Bounds = {
    ...bounds,
    endRow: bounds.startRow + Math.max(1, lines.length),
    endColumn: bounds.startColumn + Math.max(1, width),
  };
  let cells = 0;
  lines.forEach((line, down) => {
    line.forEach((raw, right) => {
      const row = bounds.startRow + down;
      const column = bounds.startColumn + right;
      const entered = enterValue(raw, option, batch.state.locale);
      if (entered === null) return;
      batch.guard(sheet, { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 });
      const before = cellOf(sheet, row, column);
      const format =
        entered.format && !before?.userEnteredFormat?.numberFormat
          ? { ...before?.userEnteredFormat, numberFormat: entered.format }
          : before?.userEnteredFormat;
      putCell(sheet, row, column, { ...before, userEnteredValue: entered.value, userEnteredFormat: format });
      cells += 1;
    });
  });
  return {
    bounds: touched,
    cells,
    rows: lines.length,
    columns: width,
    location: { sheet, range: rangeOf(touched) },
  };
}

/** Clears what is written and keeps formats and validations. */
export function clearValues({ sheet, range }: Located, batch: Batch): string {
  const bounds = boundsOf(range, sheet);
  batch.guard(sheet, bounds);
  for (let row = bounds.startRow; row < bounds.endRow; row++) {
    for (let column = bounds.startColumn; column < bounds.endColumn; column++) {
      const cell = cellOf(sheet, row, column);
      if (cell) putCell(sheet, row, column, { ...cell, userEnteredValue: undefined });
    }
  }
  return printA1(sheet, range);
}

/**
 * Adds rows after the table found at the range. INSERT_ROWS pushes down what stands below; OVERWRITE
 * writes over it.
 */
export function appendValues(
  located: Located,
  body: sheets_v4.Schema$ValueRange,
  option: string,
  insert: string | null,
  batch: Batch,
): { tableRange: string | null; written: ReturnType<typeof writeValues> } {
  const { sheet } = located;
  const table = findTable(located);
  const at = table ? table.endRow : boundsOf(located.range, sheet).startRow;
  const startColumn = table?.startColumn ?? boundsOf(located.range, sheet).startColumn;
  const values = (body.values ?? []) as Values;
  const count = body.majorDimension === "COLUMNS" ? transposeRagged(values).length : values.length;
  if (insert === "INSERT_ROWS" && at < sheet.rowCount) {
    insertLines(batch, sheet, true, at, count, at - 1);
  }
  growTo(batch.state, sheet, at + count, 0);
  const target = { sheet, range: { rows: [at, null] as const, columns: [startColumn, null] as const } };
  const written = writeValues(target, values, option, body.majorDimension, batch);
  return { tableRange: table && `${quoteTab(sheet.title)}!${printBounds(table)}`, written };
}

/** The block of filled cells that touches the range, as the program looks for a table. */
function findTable({ sheet, range }: Located): Bounds | null {
  const filled = (row: number, column: number) => Boolean(cellOf(sheet, row, column)?.userEnteredValue);
  const start = boundsOf(range, sheet);
  let area: Bounds | null = null;
  for (let row = start.startRow; row < start.endRow && !area; row++) {
    for (let column = start.startColumn; column < start.endColumn && !area; column++) {
      if (filled(row, column))
        area = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
    }
  }
  for (let grew = area !== null; grew && area;) {
    const here: Bounds = area;
    const row = (at: number) =>
      span(here.startColumn - 1, here.endColumn + 1).some((column) => filled(at, column));
    const column = (at: number) => span(here.startRow - 1, here.endRow + 1).some((one) => filled(one, at));
    const next = {
      startRow: here.startRow > 0 && row(here.startRow - 1) ? here.startRow - 1 : here.startRow,
      endRow: here.endRow < sheet.rowCount && row(here.endRow) ? here.endRow + 1 : here.endRow,
      startColumn:
        here.startColumn > 0 && column(here.startColumn - 1) ? here.startColumn - 1 : here.startColumn,
      endColumn:
        here.endColumn < sheet.columnCount && column(here.endColumn) ? here.endColumn + 1 : here.endColumn,
    };
    grew = JSON.stringify(next) !== JSON.stringify(here);
    area = next;
  }
  return area;
}

const span = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_one, index) => from + index);

/** The ranges that data filters select, or the range itself. @throws {ApiError} 400 for a filter without a match */
export function filteredRanges(filters: readonly sheets_v4.Schema$DataFilter[], state: SpreadsheetState) {
  return filters.flatMap((filter) => findRanges(filter, state).map((located) => ({ filter, located })));
}

export function locate(text: string, state: SpreadsheetState): Located {
  return parseA1(text, state);
}

/** What the caller wants to see of the cells after writing; `null` for nothing. */
export interface ReadBack {
  readonly state: SpreadsheetState;
  readonly options: RenderOptions;
  readonly dimension: Dimension;
}

export function updateResponse(
  id: string,
  written: ReturnType<typeof writeValues>,
  readBack: ReadBack | null,
): sheets_v4.Schema$UpdateValuesResponse {
  const { cells, rows, columns, location } = written;
  return {
    spreadsheetId: id,
    updatedRange: printA1(location.sheet, location.range),
    ...(cells > 0 && { updatedRows: rows, updatedColumns: columns, updatedCells: cells }),
    ...(readBack && {
      updatedData: readValues(location, readBack.state, readBack.options, readBack.dimension),
    }),
  };
}

export function totals(all: readonly ReturnType<typeof writeValues>[]) {
  const sum = (of: (one: ReturnType<typeof writeValues>) => number) =>
    all.reduce((total, one) => total + of(one), 0);
  return {
    totalUpdatedRows: sum((one) => one.rows),
    totalUpdatedColumns: sum((one) => one.columns),
    totalUpdatedCells: sum((one) => one.cells),
    totalUpdatedSheets: new Set<SheetState>(all.map((one) => one.location.sheet)).size,
  };
}

function transpose<One>(rows: readonly (readonly One[])[], width: number): One[][] {
  return Array.from({ length: width }, (_column, at) => rows.map((row) => row[at] as One));
}

/** Columns of different lengths as rows; what a column does not have is left as it is. */
function transposeRagged(columns: Values): unknown[][] {
  const height = Math.max(0, ...columns.map((one) => one.length));
  return Array.from({ length: height }, (_row, at) => columns.map((one) => one[at] ?? null));
}

function trimmed(lines: readonly (string | number | boolean)[][]): (string | number | boolean)[][] {
  const short = lines.map((line) => line.slice(0, line.findLastIndex((one) => one !== "") + 1));
  return short.slice(0, short.findLastIndex((line) => line.length > 0) + 1);
}
