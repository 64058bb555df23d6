import { printAddress, type SheetBinding } from "@chiendich/core";
import type { Tracker } from "../tracker/tracker.ts";
import { bindColumns, type BoundColumns } from "./bind-columns.ts";
import { bindRows, type BoundRows } from "./bind-rows.ts";
import type { RawSheet } from "./raw-sheet.ts";

/** Where everything of a tracker stands in the sheet as it is now. */
export interface BoundSheet {
  readonly columns: BoundColumns;
  readonly rows: BoundRows;
  readonly binding: SheetBinding;
}

/** Finds the tracker's columns and units in the sheet; `source` names the spreadsheet in issues. */
export function bindSheet(
  raw: RawSheet,
  tracker: Pick<Tracker, "columns" | "rows">,
  source: string,
): BoundSheet {
  const sheet = raw.properties.title ?? "";
  const place = (row: number, column: number) => ({ source, sheet, cell: printAddress({ row, column }) });
  const columns = bindColumns(raw, tracker.columns, place);
  const rows = bindRows(raw, tracker.rows, columns, place);
  return {
    columns,
    rows,
    binding: {
      firstDataRow: rows.firstDataRow,
      columns: columns.roles,
      doubtfulColumns: columns.doubtful,
      rows: rows.units,
      doubtfulRows: rows.doubtful,
      issues: [...columns.issues, ...rows.issues],
    },
  };
}
