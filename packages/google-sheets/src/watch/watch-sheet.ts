import {
  cellAt,
  compareInstants,
  issue,
  printAddress,
  type Cell,
  type Instant,
  type Issue,
  type Sheet,
  type SheetRow,
  type SheetSource,
} from "@chiendich/core";
import { sha256 } from "../read/snapshot-id.ts";
import type { BoundTracker, GoogleSheetSource } from "../read/google-sheet-source.ts";
import { columnKeys } from "../tracker/tracker-columns.ts";
import { swappedValues } from "./swapped-values.ts";
import type { RowChange, WatchedRow, WatchState } from "./watch-state.ts";

/** What one look at the sheet found. */
export interface Watched {
  readonly state: WatchState;
  readonly changes: readonly RowChange[];
  /** The sheet with only the rows that changed, to be read as a return; `null` when none did. */
  readonly changed: SheetSource | null;
  readonly issues: readonly Issue[];
}

/**
 * Compares a pull with what was seen before. The rows that changed are evidence for the ledger: a
 * report of one of them was handed in after `after` and by `by`. An unchanged sheet gives no change.
 * @param deadlineOf the last instant at which the unit is on time; a change on both sides of it is a query
 * @throws {RangeError} for a source without its tracker, or a pull that is earlier than the last one
 */
export async function watchSheet(
  source: GoogleSheetSource,
  before: WatchState | null,
  at: Instant,
  deadlineOf: (unitId: string) => Instant | null = () => null,
): Promise<Watched> {
  const { bound } = source;
  if (!bound) throw new RangeError("the spreadsheet was opened without its tracker, or its sheet is gone");
  if (before && compareInstants(at, before.at) < 0)
    throw new RangeError(`pull at ${at} is before the last one, ${before.at}`);
  const rows: Record<string, WatchedRow> = { ...before?.rows };
  const changes: RowChange[] = [];
  for (const [unitId, index] of bound.rows.rowOf) {
    const answers = answersOf(bound, index);
    const hash = await sha256(JSON.stringify(answers));
    const last = rows[unitId];
    const answered = Object.keys(answers).length > 0;
    if (last ? last.hash === hash : !answered) continue;
    const kind = !answered ? "cleared" : last ? "changed" : "first";
    changes.push({ unitId, row: index, kind, after: before?.at ?? null, by: at });
    rows[unitId] = { hash, firstSeenAt: last?.firstSeenAt ?? at, changedAt: at, answers };
  }
  changes.sort((a, b) => a.row - b.row);
  const place = (row: number, column = 0) => ({
    source: source.name,
    sheet: bound.sheet.name,
    cell: printAddress({ row, column }),
  });
  const issues = [
    ...spanning(changes, deadlineOf, bound, place),
    ...swappedValues(changes, before?.rows ?? {}, rows, bound, place),
  ];
  const read = changes.filter(({ kind }) => kind !== "cleared").map(({ row }) => row);
  return {
    state: { at, snapshotId: source.snapshotId, rows },
    changes,
    changed: read.length > 0 ? onlyRows(source, bound, new Set(read)) : null,
    issues,
  };
}

function answersOf({ sheet, binding }: BoundTracker, index: number): Record<string, string> {
  const cells = sheet.rows.find((row) => row.index === index)?.cells ?? [];
  const answers: Record<string, string> = {};
  cells.forEach((cell, column) => {
    const role = binding.columns[column];
    if (!cell || !role || (role.role !== "field" && role.role !== "nil")) return;
    const key = role.role === "nil" ? "nil" : `${role.fieldId}${role.part ? `/${role.part}` : ""}`;
    const text = contentOf(cell);
    if (text !== null) answers[key] = text;
  });
  return answers;
}

/** Formats and notes are not answers; a formula is one only through its result. */
function contentOf({ type, value }: Cell): string | null {
  return type === "empty" ? null : JSON.stringify([type, value]);
}

function spanning(
  changes: readonly RowChange[],
  deadlineOf: (unitId: string) => Instant | null,
  bound: BoundTracker,
  place: (row: number) => { source: string; sheet: string; cell: string },
): Issue[] {
  return changes.flatMap(({ unitId, row, kind, after, by }) => {
    const deadline = deadlineOf(unitId);
    if (kind === "cleared" || deadline === null || compareInstants(by, deadline) <= 0) return [];
    // Without an earlier pull nothing says that it was not there long ago.
    if (after !== null && compareInstants(after, deadline) >= 0) return [];
    const params = { unit: nameAt(bound, row) ?? unitId, after: after ?? "?", by, deadline };
    return [issue("sheets_change_spans_deadline", place(row), params)];
  });
}

function nameAt({ sheet, columns }: BoundTracker, row: number): string | null {
  const column = columns.columnOf.get(columnKeys.unitName);
  const cell = column === undefined ? undefined : cellAt(sheet, row, column);
  return cell?.type === "text" ? cell.value : null;
}

/** The heads and the rows that changed; rows in doubt are left to the next full reading. */
function onlyRows(
  source: GoogleSheetSource,
  { sheet, binding }: BoundTracker,
  rows: ReadonlySet<number>,
): SheetSource {
  const kept = (row: SheetRow) => row.index < binding.firstDataRow || rows.has(row.index);
  const units = Object.fromEntries(Object.entries(binding.rows).filter(([row]) => rows.has(Number(row))));
  const part: Sheet = {
    ...sheet,
    rows: sheet.rows.filter(kept),
    binding: { ...binding, rows: units, doubtfulRows: {}, issues: [] },
  };
  return {
    ...source,
    listSheets: async () => [{ name: part.name, visibility: part.visibility }],
    readSheet: async (name) => (name === part.name ? part : source.readSheet(name)),
    async *streamRows(name) {
      yield* name === part.name ? part.rows : (await source.readSheet(name)).rows;
    },
  };
}
