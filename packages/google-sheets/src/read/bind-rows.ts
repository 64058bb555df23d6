import { issue, type Issue } from "@chiendich/core";
import { markKeys } from "../tracker/marks.ts";
import { columnKeys } from "../tracker/tracker-columns.ts";
import type { TrackerRow } from "../tracker/tracker.ts";
import type { BoundColumns, PlaceOf } from "./bind-columns.ts";
import { knownNames } from "./known-names.ts";
import { cellText, markOf, type RawSheet } from "./raw-sheet.ts";
import { weighRow } from "./weigh-marks.ts";

export interface BoundRows {
  readonly firstDataRow: number;
  /** Unit by row. */
  readonly units: Readonly<Record<number, string>>;
  /** Row by unit. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly doubtful: Readonly<Record<number, readonly Issue[]>>;
  /** Rows that only their name speaks for: added by hand after ours was deleted. */
  readonly byName: ReadonlyMap<string, number>;
  /** Units that a row in doubt or a row added by hand may belong to: not missing, and not to be added again. */
  readonly elsewhere: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

interface Claim {
  readonly row: number;
  readonly byName: boolean;
  readonly renamed: boolean;
}

/** Finds the unit of each row below the headings, or says why it cannot be known. */
export function bindRows(
  raw: RawSheet,
  units: readonly Pick<TrackerRow, "unitId" | "name" | "names">[],
  columns: BoundColumns,
  place: PlaceOf,
): BoundRows {
  const { columnOf, headingsRow, keysRow } = columns;
  const firstDataRow = Math.max(headingsRow ?? -1, keysRow ?? -1) + 1;
  const known = new Map(units.map((unit) => [unit.unitId, unit]));
  const knownUnit = (text: string | null | undefined) => (text != null && known.has(text) ? text : null);
  const findName = knownNames(units.map(({ unitId, names }) => ({ id: unitId, names })));
  const nameColumn = columnOf.get(columnKeys.unitName);
  const text = (row: number, column: number | undefined) =>
    column === undefined ? null : cellText(raw, row, column);
  const nameOf = (unit: string) => known.get(unit)?.name ?? unit;
  const rowPlace = (row: number) => place(row, nameColumn ?? 0);

  const idColumns = [columnKeys.unitId, columnKeys.unitIdAgain].flatMap((key) => columnOf.get(key) ?? []);
  const enclosed = idsEncloseAnswers(columns);
  const claims = new Map<string, Claim[]>();
  const doubtful: Record<number, Issue[]> = {};
  const elsewhere = new Set<string>();
  for (let row = firstDataRow; row < raw.rowLines.length; row++) {
    const written = text(row, nameColumn);
    const weighed = weighRow(
      {
        mark: knownUnit(markOf(raw.rowLines[row]?.developerMetadata, markKeys.unit)),
        ids: idColumns.map((column) => knownUnit(text(row, column))),
        name: findName(written),
      },
      enclosed,
    );
    if (weighed.kind === "sure" || weighed.kind === "byName") {
      const claim = {
        row,
        byName: weighed.kind === "byName",
        renamed: weighed.kind === "sure" && weighed.renamed,
      };
      claims.set(weighed.id, [...(claims.get(weighed.id) ?? []), claim]);
    } else if (weighed.kind === "conflict") {
      doubtful[row] = [issue("sheets_row_conflict", rowPlace(row), { found: weighed.ids.map(nameOf) })];
      weighed.ids.forEach((id) => elsewhere.add(id));
    } else if (weighed.kind === "unsure" && holdsAnswers(raw, row, columns)) {
      doubtful[row] = [issue("sheets_row_identity_lost", rowPlace(row), { unit: nameOf(weighed.id) })];
      elsewhere.add(weighed.id);
    } else if (weighed.kind === "silent" && written !== null && holdsAnswers(raw, row, columns)) {
      // Whom the name means, the reader may find out; that the row is not one of ours is known here.
      doubtful[row] = [issue("sheets_row_added", rowPlace(row), { unit: written })];
    }
  }

  const bound: Record<number, string> = {};
  const rowOf = new Map<string, number>();
  const byName = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [unit, all] of claims) {
    const { keep, drop } = chooseRow(raw, all, columns);
    const params = { unit: nameOf(unit), rows: all.map(({ row }) => row + 1) };
    for (const { row } of drop) doubtful[row] = [issue("sheets_row_duplicated", rowPlace(row), params)];
    if (!keep || keep.byName) {
      // One row, and only its name speaks: the reader finds its unit by name, as it does in a workbook.
      elsewhere.add(unit);
      if (keep) {
        byName.set(unit, keep.row);
        doubtful[keep.row] = [issue("sheets_row_added", rowPlace(keep.row), { unit: nameOf(unit) })];
      }
      continue;
    }
    bound[keep.row] = unit;
    rowOf.set(unit, keep.row);
    if (keep.renamed && nameColumn !== undefined) {
      const written = text(keep.row, nameColumn) ?? "";
      issues.push(issue("sheets_row_renamed", rowPlace(keep.row), { unit: nameOf(unit), text: written }));
    }
  }
  for (const { unitId, name } of units) {
    if (rowOf.has(unitId) || elsewhere.has(unitId)) continue;
    issues.push(issue("sheets_row_missing", place(firstDataRow, nameColumn ?? 0), { unit: name }));
  }
  return { firstDataRow, units: bound, rowOf, byName, doubtful, elsewhere, issues };
}

/**
 * Of several rows of one unit the only one with answers, or one of those that say the same. When they
 * differ nobody can know which is meant, and none is kept.
 */
function chooseRow(
  raw: RawSheet,
  all: readonly Claim[],
  columns: BoundColumns,
): { keep: Claim | null; drop: readonly Claim[] } {
  const [only] = all;
  if (all.length === 1 && only) return { keep: only, drop: [] };
  const answered = all.filter(({ row }) => holdsAnswers(raw, row, columns));
  const different = new Set(answered.map(({ row }) => JSON.stringify(answersOf(raw, row, columns))));
  if (different.size > 1) return { keep: null, drop: all };
  const pool = answered.length > 0 ? answered : all;
  const keep = pool.find((one) => !one.byName) ?? pool[0] ?? null;
  return { keep, drop: all.filter((one) => one !== keep) };
}

/** People move columns: an answer outside the two ids can be sorted apart from both. */
function idsEncloseAnswers({ columnOf, roles }: BoundColumns): boolean {
  const first = columnOf.get(columnKeys.unitId);
  const last = columnOf.get(columnKeys.unitIdAgain);
  if (first === undefined || last === undefined) return false;
  return Object.entries(roles).every(([column, { role }]) => {
    const answer = role === "field" || role === "nil";
    return !answer || (Number(column) > Math.min(first, last) && Number(column) < Math.max(first, last));
  });
}

function holdsAnswers(raw: RawSheet, row: number, columns: BoundColumns): boolean {
  return answersOf(raw, row, columns).some((value) => value !== null);
}

/** What stands in the columns that are not ours, those that somebody added among them. */
function answersOf(raw: RawSheet, row: number, { roles }: BoundColumns): (object | null)[] {
  return (raw.rows[row] ?? []).map((cell, column) => {
    const role = roles[column]?.role;
    const ours = role === "ours" || role === "unitName";
    return ours ? null : (cell.effectiveValue ?? null);
  });
}
