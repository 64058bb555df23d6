import { mapReferences } from "../formula-references.ts";
import { putCell, type SheetState } from "../spreadsheet-state.ts";
import type { Batch } from "./batch.ts";

/** Rewrites the references of all formulas of the spreadsheet that point into one sheet. */
export function remapFormulas(
  { state }: Batch,
  target: SheetState,
  map: (one: { row: number; column: number }) => { row: number; column: number } | null,
): void {
  for (const sheet of state.sheets) {
    sheet.rows.forEach((row, index) => {
      row?.cells.forEach((cell, column) => {
        const formula = cell?.userEnteredValue?.formulaValue;
        if (!cell || typeof formula !== "string") return;
        const formulaValue = mapReferences(formula, (one) =>
          (one.tab === null ? sheet : state.sheets.find(({ title }) => title === one.tab)) === target
            ? map(one)
            : one,
        );
        if (formulaValue !== formula)
          putCell(sheet, index, column, { ...cell, userEnteredValue: { formulaValue } });
      });
    });
  }
}
