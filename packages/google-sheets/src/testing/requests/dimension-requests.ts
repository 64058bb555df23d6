import type { sheets_v4 } from "@googleapis/sheets";
import { invalid, tooManyCells } from "../api-error.ts";
import { parseFieldMask } from "../field-mask.ts";
import { boundsOf, sheetById, shiftIndex, shiftRange, type Shift } from "../sheet-range.ts";
import {
  cellCount,
  cellLimit,
  emptyLine,
  emptyRow,
  type Bounds,
  type Cell,
  type Line,
  type Row,
  type SheetRange,
  type SheetState,
} from "../spreadsheet-state.ts";
import type { Batch, RequestHandlers } from "./batch.ts";
import { growTo } from "./grow-grid.ts";
import { remapFormulas } from "./remap-formulas.ts";

export const dimensionRequests: RequestHandlers = {
  insertDimension({ range, inheritFromBefore }, batch) {
    const { sheet, rows, from, to } = readDimension(range, batch, { mayExceed: true });
    if (inheritFromBefore && from === 0)
      throw invalid("inheritFromBefore cannot be true when inserting at index 0");
    const size = rows ? sheet.rowCount : sheet.columnCount;
    if (from > size) throw invalid(`range.startIndex[${from}] exceeds grid limits`);
    for (const one of sheet.protectedRanges) {
      const side = rows ? one.range.rows : one.range.columns;
      const splits = side === null || (side[0] < from && from < (side[1] ?? Infinity));
      if (splits && !batch.mayEdit(one)) batch.guard(sheet, boundsOf(one.range, sheet));
    }
    insertLines(batch, sheet, rows, from, to - from, inheritFromBefore ? from - 1 : from + (to - from));
    return {};
  },

  appendDimension({ sheetId, dimension, length }, batch) {
    const sheet = sheetById(batch.state, sheetId);
    const rows = readKind(dimension);
    if (!length || length < 0) throw invalid("length must be positive");
    growTo(batch.state, sheet, rows ? sheet.rowCount + length : 0, rows ? 0 : sheet.columnCount + length);
    return {};
  },

  deleteDimension({ range }, batch) {
    const { sheet, rows, from, to } = readDimension(range, batch);
    if (to - from >= (rows ? sheet.rowCount : sheet.columnCount)) {
      throw invalid(`You can't delete all the ${rows ? "rows" : "columns"} on the sheet.`);
    }
    batch.guard(sheet, lineBounds(sheet, rows, from, to));
    shiftEverything(batch, sheet, rows, { kind: "delete", from, to });
    spliceLines(sheet, rows, from, to - from, 0);
    return {};
  },

  moveDimension({ source, destinationIndex }, batch) {
    const { sheet, rows, from, to } = readDimension(source, batch);
    const before = destinationIndex ?? 0;
    const size = rows ? sheet.rowCount : sheet.columnCount;
    if (before < 0 || before > size) throw invalid("destinationIndex exceeds grid limits");
    if (before >= from && before <= to) return {};
    batch.guard(sheet, lineBounds(sheet, rows, from, to));
    shiftEverything(batch, sheet, rows, { kind: "move", from, to, before });
    moveLines(sheet, rows, from, to, before);
    return {};
  },

  updateDimensionProperties({ range, properties = {}, fields }, batch) {
    const { sheet, rows, from, to } = readDimension(range, batch);
    const mask = parseFieldMask(fields ?? "");
    for (let index = from; index < to; index++) {
      const line = (rows ? sheet.rows : sheet.columns)[index] ?? (rows ? emptyRow : emptyLine);
      const changed: Line = {
        ...line,
        ...((mask === null || "hiddenByUser" in mask) && { hiddenByUser: properties.hiddenByUser ?? false }),
        ...((mask === null || "pixelSize" in mask) && { pixelSize: properties.pixelSize ?? null }),
      };
      if (rows) sheet.rows[index] = changed as Row;
      else sheet.columns[index] = changed;
    }
    return {};
  },

  autoResizeDimensions: () => ({}),
};

function readKind(dimension: string | null | undefined): boolean {
  if (dimension === "ROWS") return true;
  if (dimension === "COLUMNS") return false;
  throw invalid("No dimension specified.");
}

function readDimension(
  range: sheets_v4.Schema$DimensionRange | undefined,
  batch: Batch,
  { mayExceed = false } = {},
): { sheet: SheetState; rows: boolean; from: number; to: number } {
  const sheet = sheetById(batch.state, range?.sheetId);
  const rows = readKind(range?.dimension);
  const size = rows ? sheet.rowCount : sheet.columnCount;
  const from = range?.startIndex ?? 0;
  const to = range?.endIndex ?? size;
  if (from < 0 || to <= from) throw invalid(`Invalid range: start ${from}, end ${to}`);
  if (!mayExceed && to > size) throw invalid(`Cannot reach index ${to}: the sheet has ${size}`);
  return { sheet, rows, from, to };
}

function lineBounds(sheet: SheetState, rows: boolean, from: number, to: number): Bounds {
  const whole = boundsOf({ rows: null, columns: null }, sheet);
  return rows ? { ...whole, startRow: from, endRow: to } : { ...whole, startColumn: from, endColumn: to };
}

/** Puts blank rows or columns at an index; they look like the line `like`, counted after the insertion. */
export function insertLines(
  batch: Batch,
  sheet: SheetState,
  rows: boolean,
  at: number,
  count: number,
  like: number,
): void {
  const cells = rows ? sheet.columnCount : sheet.rowCount;
  if (cellCount(batch.state) + count * cells > cellLimit) throw tooManyCells();
  shiftEverything(batch, sheet, rows, { kind: "insert", at, count });
  spliceLines(sheet, rows, at, 0, count);
  // New rows and columns look like their neighbour and take what it takes, but hold nothing.
  const look = (cell: Cell | undefined): Cell | undefined =>
    cell && (cell.userEnteredFormat || cell.dataValidation)
      ? { userEnteredFormat: cell.userEnteredFormat, dataValidation: cell.dataValidation }
      : undefined;
  if (rows) {
    const model = sheet.rows[like];
    if (model)
      for (let row = at; row < at + count; row++)
        sheet.rows[row] = { ...emptyRow, cells: model.cells.map(look) };
  } else {
    sheet.rows.forEach((row, index) => {
      if (!row) return;
      const cells = [...row.cells];
      for (let column = at; column < at + count && at < cells.length; column++)
        cells[column] = look(cells[like]);
      sheet.rows[index] = { ...row, cells };
    });
  }
}

function spliceLines(sheet: SheetState, rows: boolean, at: number, remove: number, add: number): void {
  const blank = () => new Array<undefined>(add).fill(undefined);
  if (rows) {
    sheet.rows.splice(at, remove, ...blank());
    sheet.rowCount += add - remove;
    return;
  }
  sheet.columns.splice(at, remove, ...blank());
  sheet.columnCount += add - remove;
  sheet.rows.forEach((row, index) => {
    if (row && row.cells.length > at)
      sheet.rows[index] = { ...row, cells: row.cells.toSpliced(at, remove, ...blank()) };
  });
}

function moveLines(sheet: SheetState, rows: boolean, from: number, to: number, before: number): void {
  const landing = before > from ? before - (to - from) : before;
  const move = <One>(all: One[]): One[] => {
    const moved = all.splice(from, to - from);
    all.splice(landing, 0, ...moved);
    return all;
  };
  if (rows) {
    move(sheet.rows);
    return;
  }
  move(sheet.columns);
  sheet.rows.forEach((row, index) => {
    if (!row) return;
    const cells = [...row.cells];
    while (cells.length < sheet.columnCount) cells.push(undefined);
    sheet.rows[index] = { ...row, cells: move(cells) };
  });
}

/** Everything that names rows or columns by number: merges, protected and named ranges, formats, formulas. */
function shiftEverything(batch: Batch, sheet: SheetState, rows: boolean, shift: Shift): void {
  const dimension = rows ? "rows" : "columns";
  const kept = <One>(
    all: readonly One[],
    range: (one: One) => SheetRange,
    put: (one: One, range: SheetRange) => One,
  ) =>
    all.flatMap((one) => {
      const shifted = shiftRange(range(one), dimension, shift);
      return shifted ? [put(one, shifted)] : [];
    });
  const ranges = (all: readonly SheetRange[]) =>
    kept(
      all,
      (one) => one,
      (_one, range) => range,
    );

  sheet.merges = sheet.merges.flatMap((one) => {
    const range = { rows: [one.startRow, one.endRow], columns: [one.startColumn, one.endColumn] } as const;
    const shifted = shiftRange(range, dimension, shift);
    return shifted ? [boundsOf(shifted, sheet)] : [];
  });
  sheet.protectedRanges = kept(
    sheet.protectedRanges,
    (one) => one.range,
    (one, range) => ({
      ...one,
      range,
      unprotected: ranges(one.unprotected),
    }),
  );
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((one) => ({ ...one, ranges: ranges(one.ranges) }))
    .filter((one) => one.ranges.length > 0);
  sheet.filter = sheet.filter && shiftRange(sheet.filter, dimension, shift);
  const elsewhere = batch.state.namedRanges.filter((one) => one.sheetId !== sheet.id);
  const here = batch.state.namedRanges.filter((one) => one.sheetId === sheet.id);
  batch.state.namedRanges = [
    ...elsewhere,
    ...kept(
      here,
      (one) => one.range,
      (one, range) => ({ ...one, range }),
    ),
  ];

  remapFormulas(batch, sheet, (one) => {
    const index = shiftIndex(rows ? one.row : one.column, shift);
    if (index === null) return null;
    return rows ? { row: index, column: one.column } : { row: one.row, column: index };
  });
}
