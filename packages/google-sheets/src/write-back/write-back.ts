import { issue, type Issue } from "@chiendich/core";
import type { FilteredValues } from "../api/wire.ts";
import type { CallOptions } from "../client/http.ts";
import type { SheetsClient } from "../client/sheets-client.ts";
import type { GoogleSheetSource } from "../read/google-sheet-source.ts";
import { markKeys } from "../tracker/marks.ts";
import { columnKeys } from "../tracker/tracker-columns.ts";
import type { Tracker } from "../tracker/tracker.ts";

/** What the office answers to a unit, in its row. */
export interface Reply {
  readonly unitId: string;
  /** Written into “Trạng thái”, as {@link stateWords} words it. */
  readonly state: string;
  /** Written into “Nội dung cần giải trình, bổ sung”; `""` when there is none. */
  readonly questions: string;
}

/** What is to be written, as plain data. */
export interface WriteBackPlan {
  readonly spreadsheetId: string;
  /** Empty when the sheet says all of it already. */
  readonly data: readonly FilteredValues[];
  /** Cells that change. */
  readonly cells: number;
  /** Units whose row is missing or in doubt: nothing is written for them. */
  readonly withoutRow: readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * The replies that differ from what the sheet says. They go into whole columns found by their own
 * metadata, so that a column somebody inserts meanwhile cannot make us write over an answer; a row
 * inserted meanwhile can put a reply one row off until the next time.
 * @throws {RangeError} for a source that was opened without its tracker, or whose sheet is gone
 */
export function planWriteBack(
  source: GoogleSheetSource,
  tracker: Tracker,
  replies: readonly Reply[],
): WriteBackPlan {
  const { bound } = source;
  if (!bound) throw new RangeError("the spreadsheet was opened without its tracker, or its sheet is gone");
  const { rowOf } = bound.rows;
  const columns = [
    { key: columnKeys.state, textOf: (reply: Reply) => reply.state },
    { key: columnKeys.questions, textOf: (reply: Reply) => reply.questions },
  ];
  const issues: Issue[] = [];
  const data: FilteredValues[] = [];
  let cells = 0;
  for (const { key, textOf } of columns) {
    const column = bound.columns.columnOf.get(key);
    if (column === undefined) {
      const label = tracker.columns.find((one) => one.key === key)?.heading ?? key;
      issues.push(
        issue("sheets_status_column_missing", { source: source.name, sheet: bound.sheet.name }, { label }),
      );
      continue;
    }
    const says = new Map(bound.sheet.rows.map((row) => [row.index, row.cells[column]?.value ?? ""]));
    // `null` leaves a cell as it is, `""` empties it.
    const values: (string | null)[] = [];
    for (const reply of replies) {
      const row = rowOf.get(reply.unitId);
      const text = textOf(reply);
      if (row === undefined || says.get(row) === text || (text === "" && !says.get(row))) continue;
      while (values.length <= row) values.push(null);
      values[row] = text;
      cells += 1;
    }
    if (values.length === 0) continue;
    const dataFilter = { developerMetadataLookup: { metadataKey: markKeys.column, metadataValue: key } };
    data.push({ dataFilter, majorDimension: "COLUMNS", values: [values] });
  }
  const withoutRow = replies.map(({ unitId }) => unitId).filter((unitId) => !rowOf.has(unitId));
  return { spreadsheetId: source.spreadsheetId, data, cells, withoutRow, issues };
}

/**
 * Writes the replies, all in one request, as they are (RAW): a text from outside that begins with `=`
 * stays a text. Nothing is sent when nothing differs. @throws {SheetsError}
 */
export async function applyWriteBack(
  client: SheetsClient,
  plan: WriteBackPlan,
  options: CallOptions = {},
): Promise<void> {
  if (plan.data.length > 0) await client.writeMarked(plan.spreadsheetId, plan.data, options);
}
