/** A cell by row and column, both from 0. `{ row: 6, column: 2 }` is C7. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both corners included. */
export interface CellRange {
  readonly from: CellAddress;
  readonly to: CellAddress;
}

/** `0` → `A`, `25` → `Z`, `26` → `AA`, `16383` → `XFD`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** `A` → 0, `XFD` → 16383; lower case too. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A1 style: `{ row: 6, column: 2 }` → `C7`. */
export function printAddress({ row, column }: CellAddress): string {
  return `${columnName(column)}${row + 1}`;
}

/** `C7` or `$C$7` → `{ row: 6, column: 2 }`; `null` for anything else. */
export function parseAddress(text: string): CellAddress | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  return match ? { row: Number(match[2]) - 1, column: columnIndex(match[1] as string) } : null;
}

/** `A1:C7`, or `A1` when the range is one cell. */
export function printRange({ from, to }: CellRange): string {
  const first = printAddress(from);
  const last = printAddress(to);
  return first === last ? first : `${first}:${last}`;
}

/** `A1:C7` or `A1`; the corners may come in any order. */
export function parseRange(text: string): CellRange | null {
  const [first = "", second = first, ...more] = text.split(":");
  const a = parseAddress(first);
  const b = parseAddress(second);
  if (!a || !b || more.length > 0) return null;
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}
