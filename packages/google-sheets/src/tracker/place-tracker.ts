import type { WireRequest } from "../api/wire.ts";
import { bindSheet } from "../read/bind-sheet.ts";
import type { RawSheet } from "../read/raw-sheet.ts";
import { headRows, type Tracker } from "./tracker.ts";

/** Where everything stands, or will stand once the requests are carried out. */
export interface Placement {
  /** The sheet as it will be after the requests, before anything is written into it. */
  readonly raw: RawSheet;
  readonly requests: readonly WireRequest[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columnOf: ReadonlyMap<string, number>;
  readonly heads: Readonly<Record<"keys" | "caption" | "deadline" | "headings", number>>;
  /** Half-open: all rows from the first unit to the last one. */
  readonly unitRows: readonly [number, number];
  readonly added: { readonly rows: number; readonly columns: number };
}

/** A sheet made for the tracker: nothing to look for, everything in order. */
export function placeInNewSheet(tracker: Tracker): Placement {
  const rowCount = headRows.firstUnit + Math.max(1, tracker.rows.length);
  const columnCount = tracker.columns.length;
  const { id, title } = tracker.sheet;
  const gridProperties = {
    rowCount,
    columnCount,
    frozenRowCount: headRows.firstUnit,
    frozenColumnCount: 3,
  };
  const properties = { sheetId: id, title, gridProperties };
  return {
    raw: {
      id,
      properties,
      merges: [],
      marks: [],
      rows: [],
      rowLines: Array.from({ length: rowCount }, () => ({})),
      columnLines: Array.from({ length: columnCount }, () => ({})),
    },
    requests: [{ addSheet: { properties } }],
    rowOf: new Map(tracker.rows.map(({ unitId }, index) => [unitId, headRows.firstUnit + index])),
    columnOf: new Map(tracker.columns.map(({ key }, index) => [key, index])),
    heads: headRows,
    unitRows: [headRows.firstUnit, rowCount],
    added: { rows: tracker.rows.length, columns: columnCount },
  };
}

/**
 * An existing sheet: what is there stays where people put it; what is missing gets new rows and
 * columns after the last of ours. Rows and columns in doubt are left alone.
 */
export function placeInSheet(existing: RawSheet, tracker: Tracker): Placement {
  const requests: WireRequest[] = [];
  let raw = existing;
  const insert = (dimension: "ROWS" | "COLUMNS", at: number, count: number) => {
    const range = { sheetId: raw.id, dimension, startIndex: at, endIndex: at + count };
    requests.push({ insertDimension: { range, inheritFromBefore: at > 0 } });
    raw = dimension === "ROWS" ? withRows(raw, at, count) : withColumns(raw, at, count);
  };
  const heads = bindSheet(raw, tracker, "").columns;
  if (heads.headingsRow === null) insert("ROWS", (heads.keysRow ?? -1) + 1, 1);
  const headings = heads.headingsRow ?? (heads.keysRow ?? -1) + 1;
  if (heads.keysRow === null) insert("ROWS", 0, 1);
  const rowsOfHead = {
    keys: heads.keysRow ?? 0,
    headings: headings + (heads.keysRow === null ? 1 : 0),
  };

  const bound = bindSheet(raw, tracker, "");
  const columnOf = new Map([...bound.columns.columnOf, ...bound.columns.byHeading]);
  const newColumns = tracker.columns.filter(
    ({ key }) => !columnOf.has(key) && !bound.columns.elsewhere.has(key),
  );
  if (newColumns.length > 0) {
    const at = Math.max(-1, ...columnOf.values()) + 1;
    insert("COLUMNS", at, newColumns.length);
    newColumns.forEach(({ key }, index) => columnOf.set(key, at + index));
  }
  const rowOf = new Map([...bound.rows.rowOf, ...bound.rows.byName]);
  const newRows = tracker.rows.filter(
    ({ unitId }) => !rowOf.has(unitId) && !bound.rows.elsewhere.has(unitId),
  );
  const first = Math.max(rowsOfHead.keys, rowsOfHead.headings) + 1;
  if (newRows.length > 0) {
    const at = Math.max(first - 1, ...rowOf.values()) + 1;
    insert("ROWS", at, newRows.length);
    newRows.forEach(({ unitId }, index) => rowOf.set(unitId, at + index));
  }
  return {
    raw,
    requests,
    rowOf,
    columnOf,
    heads: { ...rowsOfHead, caption: rowsOfHead.keys + 1, deadline: rowsOfHead.keys + 2 },
    unitRows: [first, Math.max(first, ...rowOf.values()) + 1],
    added: { rows: newRows.length, columns: newColumns.length },
  };
}

function withRows(raw: RawSheet, at: number, count: number): RawSheet {
  const rows = Array.from({ length: Math.max(raw.rows.length, at) }, (_row, index) => raw.rows[index] ?? []);
  const blank = <One>(one: One) => Array.from({ length: count }, () => one);
  return {
    ...raw,
    rows: rows.toSpliced(at, 0, ...blank([])),
    rowLines: raw.rowLines.toSpliced(at, 0, ...blank({})),
  };
}

function withColumns(raw: RawSheet, at: number, count: number): RawSheet {
  const blank = Array.from({ length: count }, () => ({}));
  return {
    ...raw,
    rows: raw.rows.map((row) => (row.length > at ? row.toSpliced(at, 0, ...blank) : row)),
    columnLines: raw.columnLines.toSpliced(at, 0, ...blank),
  };
}
