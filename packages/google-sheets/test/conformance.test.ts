import { sheetSinkConformance, sheetSourceConformance } from "@chiendich/conformance";
import type { Cell, CellDescription, Sheet, WorkbookDescription } from "@chiendich/core";
import { describe } from "vitest";
import { googleSheetsSink, openGoogleSheet } from "../src/index.ts";
import { createLocalSheets } from "../src/testing/index.ts";
import { clientOf } from "./fixtures.ts";
import { googleClient } from "./google-client.ts";

/** The local server, or the real service with the path of a service account's key in the environment. */
const newClient = () => googleClient() ?? clientOf(createLocalSheets()).client;

const timeZone = "Asia/Ho_Chi_Minh";

/** The sheets as a workbook's description, so that the local server can be filled through our own sink. */
function describedWorkbook(
  sheets: readonly Sheet[],
  names: Readonly<Record<string, string>>,
): WorkbookDescription {
  return {
    title: "Bảng tính",
    names,
    sheets: sheets.map((sheet) => {
      const height = Math.max(0, ...sheet.rows.map(({ index }) => index + 1));
      return {
        name: sheet.name,
        visibility: sheet.visibility,
        merges: sheet.merges,
        columns: Array.from(
          { length: Math.max(0, ...sheet.hiddenColumns.map((one) => one + 1)) },
          (_column, at) => ({
            hidden: sheet.hiddenColumns.includes(at),
          }),
        ),
        rows: Array.from({ length: height }, (_row, index) => {
          const row = sheet.rows.find((one) => one.index === index);
          return { hidden: row?.hidden ?? false, cells: Array.from(row?.cells ?? [], describedCell) };
        }),
      };
    }),
  };
}

function describedCell(cell: Cell | undefined): CellDescription | null {
  if (!cell) return null;
  return {
    value: cell.type === "date" ? { date: cell.value } : cell.value,
    ...(cell.formula !== undefined && { formula: cell.formula }),
    ...(cell.comment !== undefined && { comment: cell.comment }),
    ...(cell.format !== undefined && { style: { format: cell.format } }),
  };
}

describe("a Google spreadsheet as a source", () =>
  sheetSourceConformance({
    async create(sheets, names) {
      const client = newClient();
      const sink = googleSheetsSink(client, { timeZone });
      const { spreadsheetId } = await sink.write(describedWorkbook(sheets, names));
      return openGoogleSheet(client, spreadsheetId);
    },
  }));

describe("a Google spreadsheet as a sink", () => {
  const client = newClient();
  sheetSinkConformance({
    sink: googleSheetsSink(client, { timeZone }),
    read: ({ spreadsheetId }) => openGoogleSheet(client, spreadsheetId),
  });
});
