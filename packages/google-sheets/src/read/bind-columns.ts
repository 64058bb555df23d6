import { columnName, issue, type ColumnRole, type Issue } from "@chiendich/core";
import { markKeys } from "../tracker/marks.ts";
import { columnKeys, type TrackerColumn } from "../tracker/tracker-columns.ts";
import { knownNames } from "./known-names.ts";
import { cellText, markOf, type RawSheet } from "./raw-sheet.ts";
import { weighColumn, type Weighed } from "./weigh-marks.ts";

export interface BoundColumns {
  /** Row of the hidden keys and of the headings, from 0; `null` when it is gone. */
  readonly keysRow: number | null;
  readonly headingsRow: number | null;
  /** Column by key. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Columns that only their heading speaks for: added by hand after ours was deleted. */
  readonly byHeading: ReadonlyMap<string, number>;
  /** Keys that a column in doubt may belong to: not missing, and not to be added again. */
  readonly elsewhere: ReadonlySet<string>;
  readonly roles: Readonly<Record<number, ColumnRole>>;
  readonly doubtful: Readonly<Record<number, readonly Issue[]>>;
  readonly issues: readonly Issue[];
}

export type PlaceOf = (row: number, column: number) => { source: string; sheet: string; cell: string };

/** Finds the columns: metadata first, the hidden keys and the headings as witnesses for or against it. */
export function bindColumns(raw: RawSheet, columns: readonly TrackerColumn[], place: PlaceOf): BoundColumns {
  const keysRow = findKeysRow(raw, columns);
  const headingsRow = findHeadingsRow(raw, columns);
  const known = new Map(columns.map((column) => [column.key, column]));
  const findName = knownNames(
    columns.map(({ key, heading, labels }) => ({ id: key, names: [heading, ...labels] })),
  );
  const knownKey = (text: string | null | undefined) => (text != null && known.has(text) ? text : null);
  const headingOf = (column: number) => (headingsRow === null ? null : cellText(raw, headingsRow, column));
  const width = Math.max(raw.columnLines.length, ...raw.rows.map((row) => row.length));

  const claims = new Map<string, { column: number; weighed: Weighed }[]>();
  const doubtful: Record<number, Issue[]> = {};
  const issues: Issue[] = [];
  const label = (key: string) => known.get(key)?.heading ?? key;
  const headingPlace = (column: number) => place(headingsRow ?? 0, column);

  for (let column = 0; column < width; column++) {
    const weighed = weighColumn({
      mark: knownKey(markOf(raw.columnLines[column]?.developerMetadata, markKeys.column)),
      ids: [knownKey(keysRow === null ? null : cellText(raw, keysRow, column))],
      name: findName(headingOf(column)),
    });
    if (weighed.kind === "silent") continue;
    if (weighed.kind === "conflict") {
      const found = { found: weighed.ids.map(label) };
      doubtful[column] = [issue("sheets_column_conflict", headingPlace(column), found)];
    } else claims.set(weighed.id, [...(claims.get(weighed.id) ?? []), { column, weighed }]);
  }

  const columnOf = new Map<string, number>();
  const byHeading = new Map<string, number>();
  for (const [key, all] of claims) {
    // A column that only its metadata remembers gives way to one that still says what it is.
    const spoken = all.filter(({ weighed }) => weighed.kind !== "unsure");
    const best = spoken.filter(({ weighed }) => weighed.kind === "sure");
    const [first, ...more] = best.length > 0 ? best : spoken.length > 0 ? [] : all;
    if (first && more.length === 0) {
      columnOf.set(key, first.column);
      const params = { label: label(key), columns: all.map(({ column }) => columnName(column)) };
      for (const { column, weighed } of all) {
        // Nothing is left behind unread: it was cut from here, and not all of it.
        if (column === first.column || weighed.kind !== "unsure" || !holdsValues(column)) continue;
        doubtful[column] = [issue("sheets_column_duplicated", headingPlace(column), params)];
      }
      const heading = headingOf(first.column);
      const renamed =
        first.weighed.kind === "unsure" || (first.weighed.kind === "sure" && first.weighed.renamed);
      if (renamed) {
        const params = { label: label(key), text: heading ?? "" };
        issues.push(issue("sheets_column_renamed", headingPlace(first.column), params));
      }
    } else if (best.length === 0 && spoken.length === 1) {
      byHeading.set(key, (spoken[0] as { column: number }).column);
    } else if (more.length > 0) {
      const params = { label: label(key), columns: best.map(({ column }) => columnName(column)) };
      for (const { column } of best) {
        doubtful[column] = [issue("sheets_column_duplicated", headingPlace(column), params)];
      }
    }
  }
  const doubted = new Set(Object.keys(doubtful).flatMap((column) => keysOfColumn(Number(column))));
  for (const { key, heading } of columns) {
    const spoken = claims.get(key)?.some(({ weighed }) => weighed.kind === "byName") ?? false;
    const needed = key.startsWith("field/") || key === columnKeys.unitName;
    if (!needed || columnOf.has(key) || doubted.has(key) || spoken) continue;
    issues.push(issue("sheets_column_missing", headingPlace(0), { label: heading }));
  }
  const roles = Object.fromEntries(
    [...columnOf].map(([key, column]) => [column, (known.get(key) as TrackerColumn).role]),
  );
  return { keysRow, headingsRow, columnOf, byHeading, elsewhere: doubted, roles, doubtful, issues };

  function holdsValues(column: number): boolean {
    const below = Math.max(keysRow ?? -1, headingsRow ?? -1) + 1;
    return raw.rows.slice(below).some((row) => row[column]?.effectiveValue !== undefined);
  }

  function keysOfColumn(column: number): string[] {
    const written = keysRow === null ? null : knownKey(cellText(raw, keysRow, column));
    return [written, findName(headingOf(column))].filter((key) => key !== null);
  }
}

/** The marked row as long as keys stand in it, else the row of the first twenty with most keys. */
function findKeysRow(raw: RawSheet, columns: readonly TrackerColumn[]): number | null {
  const keys = new Set(columns.map(({ key }) => key));
  const count = (row: number) =>
    (raw.rows[row] ?? []).filter((_cell, column) => keys.has(cellText(raw, row, column) ?? "")).length;
  const marked = findMarkedRow(raw, "keys");
  if (marked !== null && count(marked) > 0) return marked;
  return fullestRow(raw, count, 2);
}

function findHeadingsRow(raw: RawSheet, columns: readonly TrackerColumn[]): number | null {
  const marked = findMarkedRow(raw, "headings");
  if (marked !== null) return marked;
  const find = knownNames(
    columns.map(({ key, heading, labels }) => ({ id: key, names: [heading, ...labels] })),
  );
  const count = (row: number) =>
    (raw.rows[row] ?? []).filter((_cell, column) => find(cellText(raw, row, column)) !== null).length;
  return fullestRow(raw, count, 2);
}

function findMarkedRow(raw: RawSheet, meaning: string): number | null {
  const row = raw.rowLines.findIndex((line) => markOf(line.developerMetadata, markKeys.row) === meaning);
  return row < 0 ? null : row;
}

function fullestRow(raw: RawSheet, count: (row: number) => number, atLeast: number): number | null {
  let best: { row: number; found: number } | null = null;
  for (let row = 0; row < Math.min(20, raw.rows.length); row++) {
    const found = count(row);
    if (found >= atLeast && found > (best?.found ?? 0)) best = { row, found };
  }
  return best?.row ?? null;
}
