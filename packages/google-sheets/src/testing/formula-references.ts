import { columnIndex, columnName } from "@chiendich/core";

/** One corner of a reference in a formula: `$C7` is column 2 fixed, row 6 relative. */
export interface Reference {
  readonly tab: string | null;
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

const pattern =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(])|[A-Za-z_][\w.]*\(?/g;

/**
 * The formula with every cell reference replaced; `null` from `map` writes `#REF!`. Text in quotes and
 * names of functions are left alone. In `Tab!A1:B2` the second corner belongs to the same tab.
 */
export function mapReferences(
  formula: string,
  map: (one: Reference) => { row: number; column: number } | null,
): string {
  let rangeTab: { tab: string | null; end: number } | null = null;
  return formula.replace(
    pattern,
    (whole, tab: string | undefined, fixC, letters, fixR, digits, offset: number) => {
      if (letters === undefined) return whole;
      const own = tab === undefined ? null : tab.replace(/^'|'$/g, "").replaceAll("''", "'");
      const inherited = rangeTab && formula.slice(rangeTab.end, offset) === ":" ? rangeTab.tab : null;
      const at = own ?? inherited;
      rangeTab = { tab: at, end: offset + (whole as string).length };
      const one: Reference = {
        tab: at,
        row: Number(digits) - 1,
        column: columnIndex(letters as string),
        rowFixed: fixR === "$",
        columnFixed: fixC === "$",
      };
      const to = map(one);
      const prefix = tab === undefined ? "" : `${tab}!`;
      if (to === null || to.row < 0 || to.column < 0) return `${prefix}#REF!`;
      return `${prefix}${fixC as string}${columnName(to.column)}${fixR as string}${to.row + 1}`;
    },
  );
}

/** The formula as it is after being copied so many rows down and columns right. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (one) => ({
    row: one.rowFixed ? one.row : one.row + rows,
    column: one.columnFixed ? one.column : one.column + columns,
  }));
}
