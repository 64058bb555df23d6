import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "./api-error.ts";
import type { Bounds, SheetRange, SheetState, SpreadsheetState } from "./spreadsheet-state.ts";

type Side = SheetRange["rows"];

/** @throws {ApiError} 400 when there is no such sheet */
export function sheetById(state: SpreadsheetState, id: number | null | undefined): SheetState {
  const sheet = state.sheets.find((one) => one.id === (id ?? 0));
  if (!sheet) throw invalid(`No grid with id: ${id ?? 0}`);
  return sheet;
}

/** Google's GridRange as ours. @throws {ApiError} 400 when it is reversed or leaves the grid */
export function readGridRange(range: sheets_v4.Schema$GridRange, sheet: SheetState): SheetRange {
  const side = (
    start: number | null | undefined,
    end: number | null | undefined,
    size: number,
    what: string,
  ) => {
    if ((start ?? null) === null && (end ?? null) === null) return null;
    const from = start ?? 0;
    if (from < 0 || (end ?? size) <= from) throw invalid(`Invalid GridRange: ${what} is empty or reversed`);
    if (from >= size || (end ?? size) > size) {
      throw invalid(
        `Range exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
      );
    }
    return [from, end ?? null] as const;
  };
  return {
    rows: side(range.startRowIndex, range.endRowIndex, sheet.rowCount, "row range"),
    columns: side(range.startColumnIndex, range.endColumnIndex, sheet.columnCount, "column range"),
  };
}

export function writeGridRange(range: SheetRange, sheetId: number): sheets_v4.Schema$GridRange {
  const { rows, columns } = range;
  return {
    // Google leaves out zeros at the proto's defaults; sheetId 0 is left out too.
    ...(sheetId !== 0 && { sheetId }),
    ...(rows && { startRowIndex: rows[0] }),
    ...(rows && rows[1] !== null && { endRowIndex: rows[1] }),
    ...(columns && { startColumnIndex: columns[0] }),
    ...(columns && columns[1] !== null && { endColumnIndex: columns[1] }),
  };
}

export function boundsOf(range: SheetRange, sheet: SheetState): Bounds {
  return {
    startRow: range.rows?.[0] ?? 0,
    endRow: range.rows?.[1] ?? sheet.rowCount,
    startColumn: range.columns?.[0] ?? 0,
    endColumn: range.columns?.[1] ?? sheet.columnCount,
  };
}

export function rangeOf(bounds: Bounds): SheetRange {
  return { rows: [bounds.startRow, bounds.endRow], columns: [bounds.startColumn, bounds.endColumn] };
}

export function intersects(a: Bounds, b: Bounds): boolean {
  return (
    a.startRow < b.endRow &&
    b.startRow < a.endRow &&
    a.startColumn < b.endColumn &&
    b.startColumn < a.endColumn
  );
}

export function contains(outer: Bounds, row: number, column: number): boolean {
  return (
    row >= outer.startRow && row < outer.endRow && column >= outer.startColumn && column < outer.endColumn
  );
}

/** How rows or columns changed places: an insertion, a deletion or a move, before anything has moved. */
export type Shift =
  | { readonly kind: "insert"; readonly at: number; readonly count: number }
  | { readonly kind: "delete"; readonly from: number; readonly to: number }
  | { readonly kind: "move"; readonly from: number; readonly to: number; readonly before: number };

/** Where an index stands after the shift; `null` when it was deleted. */
export function shiftIndex(index: number, shift: Shift): number | null {
  switch (shift.kind) {
    case "insert":
      return index >= shift.at ? index + shift.count : index;
    case "delete":
      if (index < shift.from) return index;
      return index < shift.to ? null : index - (shift.to - shift.from);
    case "move": {
      const { from, to, before } = shift;
      const count = to - from;
      const landing = before > from ? before - count : before;
      if (index >= from && index < to) return landing + (index - from);
      const removed = index >= to ? index - count : index;
      return removed >= landing ? removed + count : removed;
    }
  }
}

/**
 * One side of a range after the shift; `null` when nothing of it is left. A range that lies wholly in
 * a moved block goes with it; otherwise what moves out leaves it and what moves in joins it, which
 * is how protected and named ranges are seen to behave.
 */
export function shiftSide(side: NonNullable<Side>, shift: Shift): NonNullable<Side> | null {
  const [start, end] = side;
  if (shift.kind === "insert") {
    const grows = (end === null || shift.at < end) && shift.at > start;
    const from = grows || shift.at > start ? start : start + shift.count;
    return [from, end === null ? null : shift.at < end ? end + shift.count : end];
  }
  if (shift.kind === "delete") {
    const clamp = (index: number) => index - Math.max(0, Math.min(index, shift.to) - shift.from);
    const from = clamp(start);
    if (end === null) return [from, null];
    const to = clamp(end);
    return to > from ? [from, to] : null;
  }
  const { from, to, before } = shift;
  if (end !== null && from <= start && end <= to) {
    const moved = shiftIndex(start, shift) as number;
    return [moved, moved + (end - start)];
  }
  const without = shiftSide(side, { kind: "delete", from, to });
  const at = before > from ? before - (to - from) : before;
  return without && shiftSide(without, { kind: "insert", at, count: to - from });
}

/** The range after rows or columns of its sheet were shifted; `null` when nothing of it is left. */
export function shiftRange(
  range: SheetRange,
  dimension: "rows" | "columns",
  shift: Shift,
): SheetRange | null {
  const side = range[dimension];
  if (side === null) return range;
  const shifted = shiftSide(side, shift);
  return shifted && { ...range, [dimension]: shifted };
}
