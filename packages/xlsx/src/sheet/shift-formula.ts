import { columnIndex, columnName } from "@chiendich/core";

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

// Strings and quoted sheet names are skipped whole; then a cell, a range of columns or a range of rows.
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$\p{L}])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(\p{L}])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(\p{L}])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.]))/gu;

/** A formula taken apart: text that stays, and the rows and columns that move with the cell. */
export type FormulaParts = readonly (string | { readonly row: number } | { readonly column: number })[];

/**
 * The text of a shared formula as it reads some rows down and some columns to the right of the cell
 * where it is written: `A2*$B$1` one row down is `A3*$B$1`. References wrap around the sheet's edge,
 * as programs do.
 */
export function shiftFormula(formula: string | FormulaParts, rows: number, columns: number): string {
  const parts = typeof formula === "string" ? formulaParts(formula) : formula;
  // Joined rather than added up: what is added up stays a tree of pieces, several times as large.
  const shifted = parts.map((part) => {
    if (typeof part === "string") return part;
    return "row" in part
      ? wrapped(part.row + rows, LAST_ROW) + 1
      : columnName(wrapped(part.column + columns, LAST_COLUMN));
  });
  return shifted.join("");
}

/** Takes a formula apart once, for however many cells share it. */
export function formulaParts(formula: string): FormulaParts {
  const parts: (string | { row: number } | { column: number })[] = [];
  let end = 0;
  const column = (fixed: string | undefined, name: string | undefined) =>
    parts.push(fixed ? `$${name}` : { column: columnIndex(name as string) });
  const row = (fixed: string | undefined, number: string | undefined) =>
    parts.push(fixed ? `$${number}` : { row: Number(number) - 1 });
  for (const match of formula.matchAll(token)) {
    const [
      whole,
      cellFixed,
      cellColumn,
      rowFixed,
      cellRow,
      fromFixed,
      from,
      toFixed,
      to,
      topFixed,
      top,
      bottomFixed,
      bottom,
    ] = match;
    parts.push(formula.slice(end, match.index));
    end = match.index + whole.length;
    if (cellColumn !== undefined && columnIndex(cellColumn) < LAST_COLUMN) {
      column(cellFixed, cellColumn);
      row(rowFixed, cellRow);
    } else if (from !== undefined) {
      column(fromFixed, from);
      parts.push(":");
      column(toFixed, to);
    } else if (top !== undefined) {
      row(topFixed, top);
      parts.push(":");
      row(bottomFixed, bottom);
    } else parts.push(whole);
  }
  parts.push(formula.slice(end));
  return parts.filter((part) => part !== "");
}

function wrapped(index: number, count: number): number {
  return ((index % count) + count) % count;
}
