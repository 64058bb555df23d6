import type { sheets_v4 } from "@googleapis/sheets";
import { invalid, tooManyCells } from "../api-error.ts";
import { parseFieldMask } from "../field-mask.ts";
import { boundsOf, sheetById } from "../sheet-range.ts";
import {
  cellCount,
  cellLimit,
  copySpreadsheet,
  emptySheet,
  type SheetState,
  type SpreadsheetState,
} from "../spreadsheet-state.ts";
import { viewProperties } from "../spreadsheet-view.ts";
import { takeId, type RequestHandlers } from "./batch.ts";
import { growTo } from "./grow-grid.ts";

export const sheetRequests: RequestHandlers = {
  updateSpreadsheetProperties({ properties = {}, fields }, { state }) {
    const mask = parseFieldMask(fields ?? "");
    const wants = (field: string) => mask === null || field in mask;
    if (wants("title")) state.title = properties.title ?? "";
    if (wants("locale")) state.locale = readLocale(properties.locale);
    if (wants("timeZone")) state.timeZone = readTimeZone(properties.timeZone);
    return {};
  },

  addSheet({ properties = {} }, { state }) {
    const sheet = newSheet(properties, state);
    const at = properties.index ?? state.sheets.length;
    state.sheets.splice(at, 0, sheet);
    return { addSheet: { properties: viewProperties(sheet, state.sheets.indexOf(sheet)) } };
  },

  deleteSheet({ sheetId }, { state, guard }) {
    const sheet = sheetById(state, sheetId);
    if (state.sheets.length === 1) throw invalid("You can't remove all the sheets in a document.");
    guard(sheet, boundsOf({ rows: null, columns: null }, sheet));
    state.sheets = state.sheets.filter((one) => one !== sheet);
    state.namedRanges = state.namedRanges.filter((one) => one.sheetId !== sheet.id);
    return {};
  },

  duplicateSheet({ sourceSheetId, newSheetId, newSheetName, insertSheetIndex }, { state }) {
    const source = sheetById(state, sourceSheetId);
    const copy = copySpreadsheet({ ...state, sheets: [source], namedRanges: [], marks: [] })
      .sheets[0] as SheetState;
    // Metadata goes with the copy under ids of its own, so that the copy looks bound too.
    const renew = <One extends { readonly id: number }>(all: readonly One[]): One[] =>
      all.map((one) => ({ ...one, id: takeId(state) }));
    const sheet: SheetState = {
      ...copy,
      id: freshId(newSheetId, state),
      title: freshTitle(newSheetName ?? `Bản sao của ${source.title}`, state),
      marks: renew(copy.marks),
      protectedRanges: renew(copy.protectedRanges),
      rows: copy.rows.map((row) => row && { ...row, marks: renew(row.marks) }),
      columns: copy.columns.map((column) => column && { ...column, marks: renew(column.marks) }),
    };
    if (cellCount(state) + sheet.rowCount * sheet.columnCount > cellLimit) throw tooManyCells();
    state.sheets.splice(insertSheetIndex ?? state.sheets.length, 0, sheet);
    return { duplicateSheet: { properties: viewProperties(sheet, state.sheets.indexOf(sheet)) } };
  },

  updateSheetProperties({ properties = {}, fields }, { state }) {
    const sheet = sheetById(state, properties.sheetId);
    const mask = parseFieldMask(fields ?? "");
    const grid = properties.gridProperties ?? {};
    const gridMask = mask === null ? null : mask["gridProperties"];
    const wants = (field: string) => mask === null || field in mask;
    const wantsGrid = (field: string) => gridMask === null || (gridMask !== undefined && field in gridMask);
    if (wants("title"))
      sheet.title = properties.title === sheet.title ? sheet.title : freshTitle(properties.title, state);
    if (wants("hidden")) sheet.hidden = properties.hidden ?? false;
    if (wantsGrid("rowCount") && grid.rowCount) resize(state, sheet, grid.rowCount, sheet.columnCount);
    if (wantsGrid("columnCount") && grid.columnCount) resize(state, sheet, sheet.rowCount, grid.columnCount);
    if (wantsGrid("frozenRowCount")) sheet.frozenRows = grid.frozenRowCount ?? 0;
    if (wantsGrid("frozenColumnCount")) sheet.frozenColumns = grid.frozenColumnCount ?? 0;
    if (wantsGrid("hideGridlines")) sheet.hideGridlines = grid.hideGridlines ?? false;
    if (sheet.frozenRows >= sheet.rowCount) throw invalid("You can't freeze all visible rows on the sheet.");
    if (wants("index") && typeof properties.index === "number") {
      state.sheets = state.sheets.filter((one) => one !== sheet);
      state.sheets.splice(properties.index, 0, sheet);
    }
    return {};
  },
};

/** @throws {ApiError} 400 for a name or id that is taken, or a grid past the limit */
export function newSheet(properties: sheets_v4.Schema$SheetProperties, state: SpreadsheetState): SheetState {
  const { rowCount, columnCount, frozenRowCount, frozenColumnCount, hideGridlines } =
    properties.gridProperties ?? {};
  const title = freshTitle(properties.title ?? `Trang tính${state.sheets.length + 1}`, state);
  const sheet = emptySheet(freshId(properties.sheetId, state), title, rowCount ?? 1000, columnCount ?? 26);
  if (cellCount(state) + sheet.rowCount * sheet.columnCount > cellLimit) throw tooManyCells();
  sheet.hidden = properties.hidden ?? false;
  sheet.frozenRows = frozenRowCount ?? 0;
  sheet.frozenColumns = frozenColumnCount ?? 0;
  sheet.hideGridlines = hideGridlines ?? false;
  return sheet;
}

export function readLocale(locale: string | null | undefined): string {
  if (!locale || !/^[a-z]{2}(_[A-Z]{2})?$/.test(locale)) throw invalid(`Unsupported locale: ${locale ?? ""}`);
  return locale;
}

export function readTimeZone(timeZone: string | null | undefined): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timeZone ?? "" });
    return timeZone as string;
  } catch {
    throw invalid(`Invalid time zone: ${timeZone ?? ""}`);
  }
}

function freshId(wanted: number | null | undefined, state: SpreadsheetState): number {
  const id = wanted ?? takeId(state);
  if (id < 0 || id > 2_147_483_647) throw invalid("sheetId must not be negative");
  if (state.sheets.some((one) => one.id === id)) {
    throw invalid(`A sheet with the ID ${id} already exists. Please enter another ID.`);
  }
  return id;
}

function freshTitle(title: string | null | undefined, state: SpreadsheetState): string {
  if (!title || title.length > 100) throw invalid("A sheet name has 1 to 100 characters.");
  if (state.sheets.some((one) => one.title.toLowerCase() === title.toLowerCase())) {
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
  return title;
}

function resize(state: SpreadsheetState, sheet: SheetState, rowCount: number, columnCount: number): void {
  growTo(state, sheet, rowCount, columnCount);
  sheet.rows.length = rowCount;
  sheet.columns.length = columnCount;
  sheet.rowCount = rowCount;
  sheet.columnCount = columnCount;
  sheet.rows = sheet.rows.map((row) => row && { ...row, cells: row.cells.slice(0, columnCount) });
}
