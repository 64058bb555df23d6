import { SheetSourceError, type SheetSource } from "./sheet-source.ts";
import type { Sheet } from "./sheet.ts";

/** Sheets held in memory, as a source: for tests, and for data that never was a file. */
export function memorySheets(
  name: string,
  sheets: readonly Sheet[],
  names: Readonly<Record<string, string>> = {},
): SheetSource {
  const find = (wanted: string): Sheet => {
    const sheet = sheets.find((one) => one.name === wanted);
    if (sheet) return sheet;
    const existing = sheets.map((one) => one.name);
    throw new SheetSourceError("sheet_not_found", `no sheet “${wanted}” in ${name}`, { existing });
  };
  return {
    name,
    capabilities: { formulas: true, merges: true, hidden: true, comments: true, fonts: true },
    listSheets: async () => sheets.map(({ name, visibility }) => ({ name, visibility })),
    readSheet: async (wanted) => find(wanted),
    async *streamRows(wanted) {
      yield* find(wanted).rows;
    },
    readNames: async () => names,
  };
}
