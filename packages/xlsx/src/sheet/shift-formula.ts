import { columnIndex, columnName } from "@chiendich/core";

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

// Strings and quoted sheet names are skipped whole; then a cell, a range of columns or a range of rows.
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$\p{L}])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(\p{L}])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(\p{L}])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.]))/gu;

/**
 * The text of a shared formula as it reads some rows down and some columns to the right of the cell
 * where it is written: `A2*$B$1` one row down is `A3*$B$1`. References wrap around the sheet's edge,
 * as programs do.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const column = (fixed: string, name: string) =>
    fixed ? `$${name}` : columnName(wrapped(columnIndex(name) + columns, LAST_COLUMN));
  const row = (fixed: string, number: string) =>
    fixed ? `$${number}` : String(wrapped(Number(number) - 1 + rows, LAST_ROW) + 1);
  return formula.replace(token, (whole: string, ...groups: (string | undefined)[]) => {
    const [
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
    ] = groups;
    if (cellColumn !== undefined) {
      if (columnIndex(cellColumn) >= LAST_COLUMN) return whole;
      return column(cellFixed ?? "", cellColumn) + row(rowFixed ?? "", cellRow ?? "");
    }
    if (from !== undefined) return `${column(fromFixed ?? "", from)}:${column(toFixed ?? "", to ?? "")}`;
    if (top !== undefined) return `${row(topFixed ?? "", top)}:${row(bottomFixed ?? "", bottom ?? "")}`;
    return whole;
  });
}

function wrapped(index: number, count: number): number {
  return ((index % count) + count) % count;
}
