import type { Cell, Sheet } from "@chiendich/core";
import { evaluator, isFormulaError } from "./formula.ts";
import { isDateFormat } from "./render-value.ts";
import type { Route } from "./route.ts";
import { partsOfSerial } from "./serial-date.ts";
import type { SpreadsheetState } from "./spreadsheet-state.ts";

/** The page a browser gets instead of a private spreadsheet; Google answers it with 200 after a redirect. */
const signInPage = `<!DOCTYPE html><html><head><title>Google Sheets: Sign-in</title></head>
<body><form action="https://accounts.google.com/v3/signin/identifier"></form></body></html>`;

const html = { "content-type": "text/html; charset=utf-8" };
const xlsx = { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

/** The download of a spreadsheet that anyone with the link may read. Needs no credentials and knows none. */
export const exportRoute: Route = {
  method: "GET",
  path: /^\/spreadsheets\/d\/(?<id>[\w-]+)\/export$/,
  changes: false,
  open: true,
  async run({ store, url, parts }) {
    const stored = store.spreadsheets.get(parts["id"] ?? "");
    if (!stored || stored.trashed) {
      return new Response("<html><title>Page Not Found</title></html>", { status: 404, headers: html });
    }
    if (stored.sharing.anyone === "nothing") return new Response(signInPage, { headers: html });
    if (url.searchParams.get("format") !== "xlsx" || !store.exportWorkbook) {
      return new Response("<html><title>Error 500</title></html>", { status: 500, headers: html });
    }
    return new Response(await store.exportWorkbook(plainSheets(stored.state)), { headers: xlsx });
  },
};

/** The spreadsheet as plain sheets: what an xlsx export keeps of it. Metadata is not among that. */
export function plainSheets(state: SpreadsheetState): Sheet[] {
  const value = evaluator(state);
  return state.sheets.map((sheet) => ({
    name: sheet.title,
    visibility: sheet.hidden ? "hidden" : "visible",
    merges: sheet.merges.map((one) => ({
      from: { row: one.startRow, column: one.startColumn },
      to: { row: one.endRow - 1, column: one.endColumn - 1 },
    })),
    hiddenColumns: sheet.columns.flatMap((column, index) => (column?.hiddenByUser ? [index] : [])),
    rows: sheet.rows.flatMap((row, index) => {
      const cells = (row?.cells ?? []).map((cell, column): Cell | undefined => {
        const computed = value(sheet, index, column);
        if (computed === null) return undefined;
        const entered = cell?.userEnteredValue?.formulaValue;
        const formula = typeof entered === "string" ? { formula: entered.slice(1) } : {};
        const pattern = cell?.userEnteredFormat?.numberFormat?.pattern;
        const extras = { ...formula, ...(typeof pattern === "string" && { format: pattern }) };
        if (isFormulaError(computed)) return { type: "error", value: computed.text, ...extras };
        if (typeof computed === "string") return { type: "text", value: computed, ...extras };
        if (typeof computed === "boolean") return { type: "boolean", value: computed, ...extras };
        if (!isDateFormat(cell?.userEnteredFormat?.numberFormat))
          return { type: "number", value: computed, ...extras };
        return { type: "date", value: isoDate(computed), serial: computed, ...extras };
      });
      return cells.some((cell) => cell !== undefined)
        ? [{ index, hidden: row?.hiddenByUser ?? false, cells }]
        : [];
    }),
  }));
}

function isoDate(serial: number): string {
  const { year, month, day, hour, minute, second } = partsOfSerial(serial);
  const two = (value: number) => String(value).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return Number.isInteger(serial) ? date : `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
}
