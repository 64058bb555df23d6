import { columnIndex, columnName } from "@chiendich/core";
import { invalid } from "./api-error.ts";
import { boundsOf } from "./sheet-range.ts";
import type { Bounds, SheetRange, SheetState, SpreadsheetState } from "./spreadsheet-state.ts";

export interface Located {
  readonly sheet: SheetState;
  readonly range: SheetRange;
}

const unparsable = (text: string) => invalid(`Unable to parse range: ${text}`);

/**
 * `'Báo cáo'!A1:B2`, `A1`, `A:C`, `2:5`, `A3:C`, `Báo cáo` (the whole tab) or a named range; without a
 * tab it is the first one. @throws {ApiError} 400, as Google words it
 */
export function parseA1(text: string, state: SpreadsheetState): Located {
  const { tab, rest } = splitTab(text);
  if (tab !== null) {
    const sheet = state.sheets.find((one) => one.title.toLowerCase() === tab.toLowerCase());
    const range = sheet && rest !== null ? parseCells(rest) : { rows: null, columns: null };
    if (!sheet || !range) throw unparsable(text);
    return { sheet, range: within(range, sheet, text) };
  }
  const named = state.namedRanges.find((one) => one.name.toLowerCase() === text.toLowerCase());
  if (named) {
    const sheet = state.sheets.find((one) => one.id === named.sheetId);
    if (sheet) return { sheet, range: named.range };
  }
  // A bare word is a tab's name before it is a cell, as Google reads it.
  const sheet = state.sheets.find((one) => one.title.toLowerCase() === text.toLowerCase());
  if (sheet) return { sheet, range: { rows: null, columns: null } };
  const range = parseCells(text);
  const first = state.sheets[0];
  if (!range || !first) throw unparsable(text);
  return { sheet: first, range: within(range, first, text) };
}

export function printA1(sheet: SheetState, range: SheetRange): string {
  const bounds = boundsOf(range, sheet);
  return `${quoteTab(sheet.title)}!${printBounds(bounds)}`;
}

export function printBounds(bounds: Bounds): string {
  const first = `${columnName(bounds.startColumn)}${bounds.startRow + 1}`;
  const last = `${columnName(bounds.endColumn - 1)}${bounds.endRow}`;
  return first === last ? first : `${first}:${last}`;
}

/** Quoted unless it is one plain word that cannot be read as a cell. */
export function quoteTab(title: string): string {
  return /^[A-Za-z_]\w*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title)
    ? title
    : `'${title.replaceAll("'", "''")}'`;
}

function splitTab(text: string): { tab: string | null; rest: string | null } {
  const quoted = /^'((?:[^']|'')+)'(?:!(.+))?$/.exec(text);
  if (quoted) return { tab: (quoted[1] as string).replaceAll("''", "'"), rest: quoted[2] ?? null };
  const at = text.lastIndexOf("!");
  return at < 0 ? { tab: null, rest: text } : { tab: text.slice(0, at), rest: text.slice(at + 1) };
}

function parseCells(text: string): SheetRange | null {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(text);
  if (!match || text === "") return null;
  const [, column1 = "", row1 = "", column2, row2] = match;
  if (column1 === "" && row1 === "") return null;
  const oneCell = column2 === undefined && row2 === undefined;
  // `A` alone is no range; `A:A` is a column.
  if (oneCell && (column1 === "" || row1 === "")) return null;
  if (!oneCell && column2 === "" && row2 === "") return null;
  return {
    rows: side(row1, oneCell ? row1 : (row2 ?? ""), (one) => Number(one) - 1),
    columns: side(column1, oneCell ? column1 : (column2 ?? ""), columnIndex),
  };
}

function side(first: string, last: string, index: (text: string) => number): SheetRange["rows"] {
  if (first === "" && last === "") return null;
  const from = first === "" ? 0 : index(first);
  if (last === "") return [from, null];
  const to = index(last);
  return [Math.min(from, to), Math.max(from, to) + 1];
}

/** Google cuts a range at the grid's edge, and refuses one that starts beyond it. */
function within(range: SheetRange, sheet: SheetState, text: string): SheetRange {
  const cut = (one: SheetRange["rows"], size: number) => {
    if (one === null) return null;
    if (one[0] >= size) {
      throw invalid(
        `Range (${text}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
      );
    }
    return [one[0], one[1] === null ? null : Math.min(one[1], size)] as const;
  };
  return { rows: cut(range.rows, sheet.rowCount), columns: cut(range.columns, sheet.columnCount) };
}
