import type { sheets_v4 } from "@googleapis/sheets";
import { asksFor, type Mask } from "./field-mask.ts";
import { evaluator, isFormulaError, type Computed } from "./formula.ts";
import { describeMark } from "./metadata.ts";
import { formatted } from "./render-value.ts";
import { boundsOf, intersects, rangeOf, writeGridRange } from "./sheet-range.ts";
import type {
  Bounds,
  Cell,
  Line,
  ProtectedRangeState,
  SheetState,
  SpreadsheetState,
} from "./spreadsheet-state.ts";

export interface ViewOptions {
  readonly mask: Mask | null;
  readonly gridData: boolean;
  /** Only these parts of these sheets; all of every sheet when `null`. */
  readonly ranges: readonly { readonly sheet: SheetState; readonly bounds: Bounds }[] | null;
  readonly mayEdit: (range: ProtectedRangeState) => boolean;
  readonly url: string;
}

/** A spreadsheet as `spreadsheets.get` answers, before the field mask cuts it. */
export function viewSpreadsheet(state: SpreadsheetState, options: ViewOptions): sheets_v4.Schema$Spreadsheet {
  const { ranges } = options;
  const sheets = state.sheets.filter((sheet) => !ranges || ranges.some((one) => one.sheet === sheet));
  const value = evaluator(state);
  return {
    spreadsheetId: state.id,
    properties: {
      title: state.title,
      locale: state.locale,
      autoRecalc: "ON_CHANGE",
      timeZone: state.timeZone,
      defaultFormat: { textFormat: { fontFamily: "arial,sans,sans-serif", fontSize: 10 } },
    },
    sheets: sheets.map((sheet) => viewSheet(sheet, state, value, options)),
    ...(state.namedRanges.length > 0 && {
      namedRanges: state.namedRanges.map(({ id, name, sheetId, range }) => ({
        namedRangeId: id,
        name,
        range: writeGridRange(range, sheetId),
      })),
    }),
    spreadsheetUrl: options.url,
    ...(state.marks.length > 0 && {
      developerMetadata: state.marks.map((mark) => describeMark({ mark, holder: { kind: "SPREADSHEET" } })),
    }),
  };
}

type Evaluate = ReturnType<typeof evaluator>;

function viewSheet(
  sheet: SheetState,
  state: SpreadsheetState,
  value: Evaluate,
  { mask, gridData, ranges, mayEdit }: ViewOptions,
): sheets_v4.Schema$Sheet {
  const whole = boundsOf({ rows: null, columns: null }, sheet);
  const parts = ranges?.filter((one) => one.sheet === sheet).map(({ bounds }) => bounds) ?? [whole];
  const inSight = (bounds: Bounds) => parts.some((part) => intersects(part, bounds));
  const merges = sheet.merges.filter(inSight).map((one) => writeGridRange(rangeOf(one), sheet.id));
  const rules = sheet.conditionalFormats.map(({ ranges, rule }) => ({
    ranges: ranges.map((range) => writeGridRange(range, sheet.id)),
    ...rule,
  }));
  return {
    properties: viewProperties(sheet, state.sheets.indexOf(sheet)),
    ...(gridData &&
      asksFor(mask, "sheets", "data") && { data: parts.map((part) => viewGrid(sheet, part, state, value)) }),
    ...(merges.length > 0 && { merges }),
    ...(rules.length > 0 && { conditionalFormats: rules }),
    ...(sheet.protectedRanges.length > 0 && {
      protectedRanges: sheet.protectedRanges.map((one) => viewProtectedRange(one, sheet, mayEdit(one))),
    }),
    ...(sheet.filter && { basicFilter: { range: writeGridRange(sheet.filter, sheet.id) } }),
    ...(sheet.marks.length > 0 && {
      developerMetadata: sheet.marks.map((mark) => describeMark({ mark, holder: { kind: "SHEET", sheet } })),
    }),
  };
}

export function viewProperties(sheet: SheetState, index: number): sheets_v4.Schema$SheetProperties {
  return {
    sheetId: sheet.id,
    title: sheet.title,
    index,
    sheetType: "GRID",
    gridProperties: {
      rowCount: sheet.rowCount,
      columnCount: sheet.columnCount,
      ...(sheet.frozenRows > 0 && { frozenRowCount: sheet.frozenRows }),
      ...(sheet.frozenColumns > 0 && { frozenColumnCount: sheet.frozenColumns }),
      ...(sheet.hideGridlines && { hideGridlines: true }),
    },
    ...(sheet.hidden && { hidden: true }),
  };
}

export function viewProtectedRange(
  one: ProtectedRangeState,
  sheet: SheetState,
  mayEdit: boolean,
): sheets_v4.Schema$ProtectedRange {
  return {
    protectedRangeId: one.id,
    range: writeGridRange(one.range, sheet.id),
    ...(one.description !== "" && { description: one.description }),
    ...(one.warningOnly && { warningOnly: true }),
    requestingUserCanEdit: mayEdit,
    ...(one.unprotected.length > 0 && {
      unprotectedRanges: one.unprotected.map((range) => writeGridRange(range, sheet.id)),
    }),
    // Who may edit is shown only to those who may.
    ...(!one.warningOnly &&
      mayEdit && {
        editors: { users: [...one.users], ...(one.domainUsersCanEdit && { domainUsersCanEdit: true }) },
      }),
  };
}

function viewGrid(
  sheet: SheetState,
  part: Bounds,
  state: SpreadsheetState,
  value: Evaluate,
): sheets_v4.Schema$GridData {
  const rowData: sheets_v4.Schema$RowData[] = [];
  let used = 0;
  for (let row = part.startRow; row < part.endRow; row++) {
    const values: sheets_v4.Schema$CellData[] = [];
    let last = 0;
    const cells = sheet.rows[row]?.cells ?? [];
    for (let column = part.startColumn; column < Math.min(part.endColumn, cells.length); column++) {
      const cell = cells[column];
      values.push(cell ? viewCell(cell, value(sheet, row, column), state.locale) : {});
      if (cell) last = values.length;
    }
    rowData.push(last > 0 ? { values: values.slice(0, last) } : {});
    if (last > 0) used = rowData.length;
  }
  const lines = (all: readonly (Line | undefined)[], from: number, to: number, kind: "ROW" | "COLUMN") =>
    all.slice(from, to).map((line, at) => viewLine(line, sheet, kind, from + at));
  return {
    ...(part.startRow > 0 && { startRow: part.startRow }),
    ...(part.startColumn > 0 && { startColumn: part.startColumn }),
    ...(used > 0 && { rowData: rowData.slice(0, used) }),
    rowMetadata: lines(sheet.rows, part.startRow, part.endRow, "ROW"),
    columnMetadata: lines(sheet.columns, part.startColumn, part.endColumn, "COLUMN"),
  };
}

function viewLine(
  line: Line | undefined,
  sheet: SheetState,
  kind: "ROW" | "COLUMN",
  index: number,
): sheets_v4.Schema$DimensionProperties {
  const marks = line?.marks ?? [];
  return {
    pixelSize: line?.pixelSize ?? (kind === "ROW" ? 21 : 100),
    ...(line?.hiddenByUser && { hiddenByUser: true }),
    ...(marks.length > 0 && {
      developerMetadata: marks.map((mark) => describeMark({ mark, holder: { kind, sheet, index } })),
    }),
  };
}

function viewCell(cell: Cell, computed: Computed, locale: string): sheets_v4.Schema$CellData {
  const format = cell.userEnteredFormat;
  const link = format?.textFormat?.link?.uri;
  const effective = effectiveValue(computed);
  return {
    ...(cell.userEnteredValue && { userEnteredValue: cell.userEnteredValue }),
    ...(effective && {
      effectiveValue: effective,
      formattedValue: formatted(computed, format?.numberFormat, locale),
    }),
    ...(format && { userEnteredFormat: format, effectiveFormat: format }),
    ...(typeof link === "string" && { hyperlink: link }),
    ...(cell.note && { note: cell.note }),
    ...(cell.dataValidation && { dataValidation: cell.dataValidation }),
  };
}

function effectiveValue(computed: Computed): sheets_v4.Schema$ExtendedValue | null {
  if (computed === null) return null;
  if (isFormulaError(computed)) return { errorValue: { type: computed.type, message: computed.message } };
  if (typeof computed === "number") return { numberValue: computed };
  return typeof computed === "string" ? { stringValue: computed } : { boolValue: computed };
}
