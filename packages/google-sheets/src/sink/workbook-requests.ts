import { parseRange, type CellRange, type SheetDescription, type WorkbookDescription } from "@chiendich/core";
import type { DataValidationRule, GridRange, WireRequest } from "../api/wire.ts";
import { stableId } from "../tracker/marks.ts";
import { cellData, cellFormat } from "./cell-data.ts";

export interface WorkbookOptions {
  readonly editors: readonly string[];
  readonly timeZone: string;
}

/** Rows written by one request at most. */
const rowsPerRequest = 500;

/** The requests that turn a new spreadsheet into the described workbook. */
export function workbookRequests(workbook: WorkbookDescription, options: WorkbookOptions): WireRequest[] {
  const ids = new Map(workbook.sheets.map(({ name }, index) => [name, stableId(`${index}/${name}`)]));
  const properties = { locale: "vi_VN", timeZone: options.timeZone };
  return [
    { updateSpreadsheetProperties: { properties, fields: "locale,timeZone" } },
    ...workbook.sheets.map((sheet): WireRequest => ({ addSheet: { properties: propertiesOf(sheet, ids) } })),
    // A new spreadsheet comes with one blank sheet, whose id is 0 (known from use).
    { deleteSheet: { sheetId: 0 } },
    ...workbook.sheets.flatMap((sheet) => sheetRequests(sheet, ids.get(sheet.name) as number, ids, options)),
    ...Object.entries(workbook.names ?? {}).flatMap(([name, reference]): WireRequest[] => {
      const range = referenceRange(reference, ids);
      return range ? [{ addNamedRange: { namedRange: { name, range } } }] : [];
    }),
  ];
}

function propertiesOf(sheet: SheetDescription, ids: ReadonlyMap<string, number>) {
  const columns = Math.max(
    1,
    sheet.columns?.length ?? 0,
    ...sheet.rows.map(({ cells }) => cells.length),
    ...reach(sheet, "column"),
  );
  const rows = Math.max(1, sheet.rows.length, ...reach(sheet, "row"));
  const { freeze, visibility = "visible", name } = sheet;
  return {
    sheetId: ids.get(name) as number,
    title: name,
    ...(visibility !== "visible" && { hidden: true }),
    gridProperties: {
      // All rows cannot be frozen: one more is kept below.
      rowCount: Math.max(rows, (freeze?.rows ?? 0) + 1),
      columnCount: Math.max(columns, (freeze?.columns ?? 0) + 1),
      ...(freeze && { frozenRowCount: freeze.rows, frozenColumnCount: freeze.columns }),
    },
  };
}

/** How far merges, filters and rules reach beyond the written cells. */
function reach(
  { merges = [], validations = [], conditionalFormats = [], filter }: SheetDescription,
  side: "row" | "column",
) {
  const ranges = [
    ...merges,
    ...validations.map(({ range }) => range),
    ...conditionalFormats.map(({ range }) => range),
  ];
  return [...ranges, ...(filter ? [filter] : [])].map(({ to }) => to[side] + 1);
}

function sheetRequests(
  sheet: SheetDescription,
  sheetId: number,
  ids: ReadonlyMap<string, number>,
  { editors }: WorkbookOptions,
): WireRequest[] {
  const grid = (range: CellRange): GridRange => gridRange(range, sheetId);
  return [
    ...rowRequests(sheet, sheetId, ids),
    ...lineRequests(sheet, sheetId),
    ...(sheet.merges ?? []).map((range): WireRequest => ({
      mergeCells: { range: grid(range), mergeType: "MERGE_ALL" },
    })),
    ...(sheet.validations ?? []).flatMap(({ range, rule, prompt, error }): WireRequest[] => {
      const condition = conditionOf(rule);
      if (!condition) return [];
      const message = prompt ? `${prompt.title}\n${prompt.text}` : error?.text;
      const wanted: DataValidationRule = {
        condition,
        strict: error !== undefined,
        ...(message !== undefined && { inputMessage: message }),
        ...(rule.kind === "list" && { showCustomUi: true }),
      };
      return [{ setDataValidation: { range: grid(range), rule: wanted } }];
    }),
    ...(sheet.conditionalFormats ?? []).map(({ range, formula, style }, index): WireRequest => ({
      addConditionalFormatRule: {
        rule: {
          ranges: [grid(range)],
          booleanRule: {
            condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: `=${formula}` }] },
            format: cellFormat(style, null),
          },
        },
        index,
      },
    })),
    ...(sheet.filter ? [{ setBasicFilter: { filter: { range: grid(sheet.filter) } } }] : []),
    ...(sheet.protection ? [protectionOf(sheet, sheetId, editors)] : []),
  ];
}

function rowRequests(
  sheet: SheetDescription,
  sheetId: number,
  ids: ReadonlyMap<string, number>,
): WireRequest[] {
  const requests: WireRequest[] = [];
  for (let from = 0; from < sheet.rows.length; from += rowsPerRequest) {
    const rows = sheet.rows.slice(from, from + rowsPerRequest).map(({ cells }) => ({
      values: cells.map((cell) => (cell ? cellData(cell, ids) : {})),
    }));
    if (rows.every(({ values }) => values.length === 0)) continue;
    const start = { sheetId, rowIndex: from, columnIndex: 0 };
    requests.push({ updateCells: { start, rows, fields: "userEnteredValue,userEnteredFormat,note" } });
  }
  return requests;
}

/** A character of the default font is about seven pixels wide; a point is four thirds of a pixel. */
function lineRequests(sheet: SheetDescription, sheetId: number): WireRequest[] {
  const line = (
    dimension: "ROWS" | "COLUMNS",
    index: number,
    size: number | undefined,
    hidden: boolean | undefined,
  ) => {
    const properties = {
      ...(size !== undefined && { pixelSize: Math.round(size) }),
      ...(hidden && { hiddenByUser: true }),
    };
    const fields = Object.keys(properties).join(",");
    const range = { sheetId, dimension, startIndex: index, endIndex: index + 1 };
    return fields === "" ? [] : [{ updateDimensionProperties: { range, properties, fields } }];
  };
  return [
    ...(sheet.columns ?? []).flatMap(({ width, hidden }, index) =>
      line("COLUMNS", index, width === undefined ? undefined : width * 7 + 5, hidden),
    ),
    ...sheet.rows.flatMap(({ height, hidden }, index) =>
      line("ROWS", index, height === undefined ? undefined : (height * 4) / 3, hidden),
    ),
  ];
}

type ValidationRule = NonNullable<SheetDescription["validations"]>[number]["rule"];

/**
 * The rule as Google has it; `null` for a length of text, which it can only check by a formula, and
 * formulas depend on the spreadsheet's locale. Whole numbers are checked as numbers for the same reason.
 */
function conditionOf(rule: ValidationRule): DataValidationRule["condition"] | null {
  const values = (...texts: (string | number)[]) => ({
    values: texts.map((one) => ({ userEnteredValue: String(one) })),
  });
  switch (rule.kind) {
    case "whole":
    case "decimal": {
      const { min, max } = rule;
      if (min !== undefined && max !== undefined) return { type: "NUMBER_BETWEEN", ...values(min, max) };
      if (min !== undefined) return { type: "NUMBER_GREATER_THAN_EQ", ...values(min) };
      if (max !== undefined) return { type: "NUMBER_LESS_THAN_EQ", ...values(max) };
      return { type: "NUMBER_BETWEEN", ...values(-1e15, 1e15) };
    }
    case "date": {
      const { from, to } = rule;
      if (from !== undefined && to !== undefined) return { type: "DATE_BETWEEN", ...values(from, to) };
      if (from !== undefined) return { type: "DATE_ON_OR_AFTER", ...values(from) };
      if (to !== undefined) return { type: "DATE_ON_OR_BEFORE", ...values(to) };
      return { type: "DATE_IS_VALID" };
    }
    case "list":
      return rule.source === undefined
        ? { type: "ONE_OF_LIST", ...values(...(rule.values ?? [])) }
        : { type: "ONE_OF_RANGE", ...values(`=${rule.source}`) };
    case "textLength":
      return null;
  }
}

/** The whole sheet, except the cells that are not locked, gathered into rectangles. */
function protectionOf(sheet: SheetDescription, sheetId: number, editors: readonly string[]): WireRequest {
  const unprotectedRanges = openRectangles(sheet).map((range) => gridRange(range, sheetId));
  return {
    addProtectedRange: {
      protectedRange: {
        range: { sheetId },
        editors: { users: editors },
        ...(unprotectedRanges.length > 0 && { unprotectedRanges }),
      },
    },
  };
}

function openRectangles(sheet: SheetDescription): CellRange[] {
  const open: { from: { row: number; column: number }; to: { row: number; column: number } }[] = [];
  sheet.rows.forEach(({ cells }, row) => {
    for (let column = 0; column < cells.length; column++) {
      if (cells[column]?.style?.locked !== false) continue;
      const start = column;
      while (cells[column + 1]?.style?.locked === false) column++;
      const above = open.find(
        ({ from, to }) => to.row === row - 1 && from.column === start && to.column === column,
      );
      if (above) above.to.row = row;
      else open.push({ from: { row, column: start }, to: { row, column } });
    }
  });
  return open;
}

function gridRange({ from, to }: CellRange, sheetId: number): GridRange {
  return {
    sheetId,
    startRowIndex: from.row,
    endRowIndex: to.row + 1,
    startColumnIndex: from.column,
    endColumnIndex: to.column + 1,
  };
}

/** `'Danh mục'!$A$2:$A$9` as a range; `null` when it is no range of these sheets. */
function referenceRange(reference: string, ids: ReadonlyMap<string, number>): GridRange | null {
  const match = /^(?:'((?:[^']|'')+)'|([^!']+))!(.+)$/.exec(reference);
  const sheetId = ids.get((match?.[1] ?? match?.[2] ?? "").replaceAll("''", "'"));
  const range = parseRange(match?.[3] ?? "");
  return sheetId === undefined || !range ? null : gridRange(range, sheetId);
}
