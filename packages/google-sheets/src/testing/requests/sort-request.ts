import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api-error.ts";
import { evaluator, isFormulaError, type Computed } from "../formula.ts";
import { copyFormula } from "../formula-references.ts";
import { boundsOf, intersects, readGridRange, sheetById } from "../sheet-range.ts";
import { emptyRow, type Bounds, type Cell, type Row, type SheetState } from "../spreadsheet-state.ts";
import type { Batch, RequestHandlers } from "./batch.ts";

export const sortRequests: RequestHandlers = {
  sortRange({ range, sortSpecs = [] }, batch) {
    const sheet = sheetById(batch.state, range?.sheetId);
    const area = boundsOf(readGridRange(range ?? {}, sheet), sheet);
    if (sortSpecs.length === 0) throw invalid("sortSpecs must not be empty");
    if (sheet.merges.some((one) => intersects(one, area))) {
      throw invalid("You can't perform a sort on a range with vertical or horizontal merges.");
    }
    batch.guard(sheet, area);
    sortRows(batch, sheet, area, sortSpecs);
    return {};
  },
};

function sortRows(batch: Batch, sheet: SheetState, area: Bounds, specs: sheets_v4.Schema$SortSpec[]): void {
  const value = evaluator(batch.state);
  const rows = Array.from({ length: area.endRow - area.startRow }, (_row, index) => area.startRow + index);
  const keys = new Map(
    rows.map((row) => [row, specs.map((spec) => value(sheet, row, spec.dimensionIndex ?? 0))]),
  );
  const order = rows.toSorted((a, b) => {
    for (const [at, spec] of specs.entries()) {
      const difference = compareValues(
        keys.get(a)?.[at] ?? null,
        keys.get(b)?.[at] ?? null,
        spec.sortOrder === "DESCENDING",
      );
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const before = rows.map((row) => sheet.rows[row]);
  const wholeWidth = coversAll(area, before);
  order.forEach((source, at) => {
    const target = area.startRow + at;
    const old = before[at] ?? emptyRow;
    const moved = before[source - area.startRow] ?? emptyRow;
    const marks = batch.sort === "metadataMoves" && wholeWidth ? moved.marks : old.marks;
    sheet.rows[target] = { ...old, marks, cells: withPart(old, moved, area, target - source) };
  });
}

/** Numbers before text before truth values, blanks last whichever way; text in the order of the language. */
function compareValues(a: Computed, b: Computed, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const rank = (one: Computed) =>
    typeof one === "number" ? 0 : typeof one === "string" ? 1 : isFormulaError(one) ? 3 : 2;
  const order =
    rank(a) !== rank(b)
      ? rank(a) - rank(b)
      : typeof a === "number"
        ? a - (b as number)
        : collator.compare(String(a), String(b));
  return descending ? -order : order;
}

const collator = new Intl.Collator("vi");

/** Whether nothing of the rows lies outside the sorted columns. */
function coversAll(area: Bounds, rows: readonly (Row | undefined)[]): boolean {
  return rows.every((row) =>
    (row?.cells ?? []).every(
      (cell, column) => !cell?.userEnteredValue || (column >= area.startColumn && column < area.endColumn),
    ),
  );
}

function withPart(old: Row, moved: Row, area: Bounds, down: number): (Cell | undefined)[] {
  const cells = [...old.cells];
  while (cells.length < Math.min(area.endColumn, Math.max(moved.cells.length, cells.length)))
    cells.push(undefined);
  for (let column = area.startColumn; column < Math.min(area.endColumn, cells.length); column++) {
    const cell = moved.cells[column];
    const formula = cell?.userEnteredValue?.formulaValue;
    const text =
      typeof formula === "string"
        ? { userEnteredValue: { formulaValue: copyFormula(formula, down, 0) } }
        : {};
    // Validations belong to the place and stay; what is written and how it looks moves.
    const stays = old.cells[column]?.dataValidation;
    cells[column] = cell || stays ? { ...cell, ...text, dataValidation: stays } : undefined;
  }
  return cells;
}
