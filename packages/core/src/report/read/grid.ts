import type { Sheet } from "../../sheet/sheet.ts";
import type { CellRange } from "../../sheet/cell-address.ts";
import type { LegacyCharset } from "../../vietnamese/legacy-charset.ts";
import { cleanText, isFilled, shownText } from "../value/clean-text.ts";
import { readableCell, type ReadableCell } from "../value/readable-cell.ts";

/** A sheet the way a person sees it: a merged range shows its text in every cell it covers. */
export interface Grid {
  readonly sheet: Sheet;
  /** Indices of the rows that hold something, in order. */
  readonly rows: readonly number[];
  readonly cell: (row: number, column: number) => ReadableCell | undefined;
  /** Columns of the row's filled cells, in order. */
  readonly filled: (row: number) => readonly number[];
  /** Cleaned text at the place, a merged range's text in each of its cells. */
  readonly text: (row: number, column: number) => string;
  readonly hiddenRows: ReadonlySet<number>;
  /** The merged range that covers the place, if any. */
  readonly merge: (row: number, column: number) => CellRange | undefined;
}

/** @param charset the legacy charset the sheet has shown itself to be in, for text without a telling font */
export function gridOf(sheet: Sheet, charset: LegacyCharset | null = null): Grid {
  const byRow = new Map(sheet.rows.map((row) => [row.index, row]));
  const filled = new Map(
    sheet.rows.map(({ index, cells }) => [
      index,
      [...cells.keys()].filter((column) => isFilled(cells[column])),
    ]),
  );
  const merge = mergeFinder(sheet.merges);
  const cell = (row: number, column: number) => {
    const found = byRow.get(row)?.cells[column];
    return found && readableCell(found, charset);
  };
  return {
    sheet,
    rows: sheet.rows.map(({ index }) => index).filter((row) => (filled.get(row)?.length ?? 0) > 0),
    cell,
    filled: (row) => filled.get(row) ?? [],
    hiddenRows: new Set(sheet.rows.filter(({ hidden }) => hidden).map(({ index }) => index)),
    merge,
    text: (row, column) => {
      const { row: atRow, column: atColumn } = merge(row, column)?.from ?? { row, column };
      return cleanText(shownText(cell(atRow, atColumn)));
    },
  };
}

// Headings are a few rows high. Ranges that are taller are few, and kept apart, so that neither a
// merge over a whole column nor ten thousand small ones make looking up slow.
const low = 8;

function mergeFinder(merges: readonly CellRange[]): (row: number, column: number) => CellRange | undefined {
  const tall = merges.filter(({ from, to }) => to.row - from.row >= low);
  const byFirstRow = Map.groupBy(
    merges.filter(({ from, to }) => to.row - from.row < low),
    ({ from }) => from.row,
  );
  const covers = (row: number, column: number) => (range: CellRange) =>
    row >= range.from.row && row <= range.to.row && column >= range.from.column && column <= range.to.column;
  return (row, column) => {
    for (let first = row; first > row - low; first -= 1) {
      const found = byFirstRow.get(first)?.find(covers(row, column));
      if (found) return found;
    }
    return tall.find(covers(row, column));
  };
}
