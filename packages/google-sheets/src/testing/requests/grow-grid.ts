import { tooManyCells } from "../api-error.ts";
import { cellCount, cellLimit, type SheetState, type SpreadsheetState } from "../spreadsheet-state.ts";

/** @throws {ApiError} 400 when the workbook would pass its limit of cells */
export function growTo(
  state: SpreadsheetState,
  sheet: SheetState,
  rowCount: number,
  columnCount: number,
): void {
  const rows = Math.max(rowCount, sheet.rowCount);
  const columns = Math.max(columnCount, sheet.columnCount);
  if (cellCount(state) - sheet.rowCount * sheet.columnCount + rows * columns > cellLimit)
    throw tooManyCells();
  while (sheet.rows.length < rows) sheet.rows.push(undefined);
  while (sheet.columns.length < columns) sheet.columns.push(undefined);
  sheet.rowCount = rows;
  sheet.columnCount = columns;
}
