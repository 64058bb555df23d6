import type { WireRequest } from "../api/wire.ts";
import { cellText, type RawSheet } from "../read/raw-sheet.ts";
import { markKeys } from "./marks.ts";
import { create } from "./plan-marks.ts";
import type { Tracker } from "./tracker.ts";

/** The sheet that tells units how to fill theirs in: made once, its text kept as it should be. */
export function planGuide(tracker: Tracker, existing: RawSheet | null): WireRequest[] {
  const { id, title, lines } = tracker.guide;
  const sheetId = existing?.id ?? id;
  const requests: WireRequest[] = [];
  if (!existing) {
    const gridProperties = { rowCount: lines.length, columnCount: 1, hideGridlines: true };
    requests.push(
      { addSheet: { properties: { sheetId, title, gridProperties } } },
      create(markKeys.sheet, guideMark(tracker), { sheetId }),
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: "COLUMNS", startIndex: 0, endIndex: 1 },
          properties: { pixelSize: 820 },
          fields: "pixelSize",
        },
      },
      {
        repeatCell: {
          range: { sheetId, startColumnIndex: 0, endColumnIndex: 1 },
          cell: { userEnteredFormat: { wrapStrategy: "WRAP", verticalAlignment: "TOP" } },
          fields: "userEnteredFormat.wrapStrategy,userEnteredFormat.verticalAlignment",
        },
      },
      {
        repeatCell: {
          range: { sheetId, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
          cell: { userEnteredFormat: { textFormat: { bold: true } } },
          fields: "userEnteredFormat.textFormat.bold",
        },
      },
      {
        addProtectedRange: {
          protectedRange: { range: { sheetId }, description: title, editors: { users: tracker.office } },
        },
      },
    );
  }
  const differs = lines.some((line, row) => !existing || cellText(existing, row, 0) !== line);
  if (differs) {
    const rowCount = existing?.properties.gridProperties?.rowCount ?? lines.length;
    if (rowCount < lines.length) {
      requests.push({ appendDimension: { sheetId, dimension: "ROWS", length: lines.length - rowCount } });
    }
    const rows = lines.map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] }));
    const start = { sheetId, rowIndex: 0, columnIndex: 0 };
    requests.push({ updateCells: { start, rows, fields: "userEnteredValue" } });
  }
  return requests;
}

export const guideMark = (tracker: Tracker) => `guide/${tracker.roundId}`;
