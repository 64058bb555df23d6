import { memorySheets, type Cell, type Sheet, type SheetRow, type SheetSource } from "@chiendich/core";

/** `bao-cao.csv` → `bao-cao`: what programs call the one sheet of such a file. */
export function sheetNameOf(file: string): string {
  const base = file.split(/[\\/]/).at(-1) ?? file;
  return base.replace(/\.[A-Za-z]{1,5}$/, "") || base;
}

/** A file that holds one plain sheet, as a source. */
export function singleSheetSource(file: string, rows: readonly SheetRow[]): SheetSource {
  const sheet: Sheet = {
    name: sheetNameOf(file),
    visibility: "visible",
    rows,
    merges: [],
    hiddenColumns: [],
  };
  return {
    ...memorySheets(file, [sheet]),
    capabilities: { formulas: false, merges: false, hidden: false, comments: false, fonts: false },
  };
}

/** A row with these cells by column, or `null` when none holds anything. */
export function rowOf(index: number, cells: readonly (Cell | undefined)[]): SheetRow | null {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === undefined) length--;
  return length === 0 ? null : { index, cells: cells.slice(0, length) };
}
