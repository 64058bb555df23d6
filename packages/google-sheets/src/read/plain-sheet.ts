import type { Cell, CellContent, CellRange, Sheet, SheetRow } from "@chiendich/core";
import type { CellData, GridRange } from "../api/wire.ts";
import type { RawSheet } from "./raw-sheet.ts";

/** The sheet as a plain grid: types from the effective value, formulas beside it, errors as errors. */
export function plainSheet(raw: RawSheet): Sheet {
  const rows = raw.rows.flatMap((values, index): SheetRow[] => {
    const cells = values.map(plainCell);
    while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
    if (cells.length === 0) return [];
    const line = raw.rowLines[index];
    const hidden = (line?.hiddenByUser ?? false) || (line?.hiddenByFilter ?? false);
    return [{ index, ...(hidden && { hidden }), cells }];
  });
  return {
    name: raw.properties.title ?? "",
    visibility: raw.properties.hidden ? "hidden" : "visible",
    rows,
    merges: raw.merges.map(plainRange),
    hiddenColumns: raw.columnLines.flatMap((line, index) => (line.hiddenByUser ? [index] : [])),
  };
}

/** Google's words for errors, as the cell shows them. */
const errorTexts: Readonly<Record<string, string>> = {
  NULL_VALUE: "#NULL!",
  DIVIDE_BY_ZERO: "#DIV/0!",
  VALUE: "#VALUE!",
  REF: "#REF!",
  NAME: "#NAME?",
  NUM: "#NUM!",
  N_A: "#N/A",
  LOADING: "Loading...",
};

export function plainCell(data: CellData): Cell | undefined {
  const formula = data.userEnteredValue?.formulaValue?.replace(/^=/, "");
  const format = data.effectiveFormat?.numberFormat?.pattern;
  const font = data.userEnteredFormat?.textFormat?.fontFamily;
  const content = plainContent(data);
  const extras = {
    ...(formula !== undefined && { formula }),
    ...(format !== undefined && { format }),
    ...(data.hyperlink !== undefined && { link: data.hyperlink }),
    ...(data.note !== undefined && { comment: data.note }),
    ...(font !== undefined && { font }),
  };
  const says = formula !== undefined || data.hyperlink !== undefined || data.note !== undefined;
  if (!content) return says ? { type: "empty", value: null, ...extras } : undefined;
  return { ...content, ...extras };
}

function plainContent({ effectiveValue: value, effectiveFormat: format }: CellData): CellContent | null {
  if (!value) return null;
  if (value.errorValue) return { type: "error", value: errorTexts[value.errorValue.type ?? ""] ?? "#ERROR!" };
  if (value.boolValue !== undefined) return { type: "boolean", value: value.boolValue };
  if (value.stringValue !== undefined)
    return value.stringValue === "" ? null : { type: "text", value: value.stringValue };
  if (value.numberValue === undefined) return null;
  const kind = format?.numberFormat?.type;
  const number = value.numberValue;
  return kind === "DATE" || kind === "DATE_TIME"
    ? { type: "date", value: isoOfSerial(number), serial: number }
    : { type: "number", value: number };
}

/** Days since 30/12/1899 as a local date, with the time where there is one; to the second. */
function isoOfSerial(serial: number): string {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000).toISOString();
  return Number.isInteger(serial) ? at.slice(0, 10) : at.slice(0, 19);
}

function plainRange(range: GridRange): CellRange {
  return {
    from: { row: range.startRowIndex ?? 0, column: range.startColumnIndex ?? 0 },
    to: { row: (range.endRowIndex ?? 1) - 1, column: (range.endColumnIndex ?? 1) - 1 },
  };
}
