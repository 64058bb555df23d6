import type { CellDescription, CellStyle } from "@chiendich/core";
import type { CellData, CellFormat, ExtendedValue } from "../api/wire.ts";

/**
 * A described cell as Google has it. Text goes in as text whatever it begins with; only a formula of
 * our own becomes one.
 * @param sheetIds of the workbook's sheets by name, for links from one to another
 */
export function cellData(cell: CellDescription, sheetIds: ReadonlyMap<string, number>): CellData {
  const value = cell.formula === undefined ? valueOf(cell.value) : { formulaValue: `=${cell.formula}` };
  const isDate = typeof cell.value === "object" && cell.value !== null;
  const link = cell.link === undefined ? null : linkOf(cell.link, sheetIds);
  const format = cellFormat(cell.style ?? {}, isDate ? "dd/mm/yyyy" : null);
  const userEnteredFormat =
    link === null ? format : { ...format, textFormat: { ...format.textFormat, link: { uri: link } } };
  return {
    ...(value && { userEnteredValue: value }),
    ...(Object.keys(userEnteredFormat).length > 0 && { userEnteredFormat }),
    ...(cell.comment !== undefined && { note: cell.comment }),
  };
}

function valueOf(value: CellDescription["value"]): ExtendedValue | null {
  if (value === null) return null;
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return { numberValue: (Date.parse(`${value.date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000 };
}

const solid = { style: "SOLID" };
const alignments = { left: "LEFT", center: "CENTER", right: "RIGHT" } as const;
const verticals = { top: "TOP", middle: "MIDDLE", bottom: "BOTTOM" } as const;

/** @param dateFormat for a cell that holds a date and whose style has no format of its own */
export function cellFormat(style: CellStyle, dateFormat: string | null): CellFormat {
  const pattern = style.format ?? dateFormat;
  const textFormat = {
    ...(style.bold !== undefined && { bold: style.bold }),
    ...(style.italic !== undefined && { italic: style.italic }),
    ...(style.size !== undefined && { fontSize: style.size }),
    ...(style.font !== undefined && { fontFamily: style.font }),
    ...(style.color !== undefined && { foregroundColorStyle: color(style.color) }),
  };
  return {
    ...(pattern !== null && { numberFormat: { type: formatType(pattern), pattern } }),
    ...(style.fill !== undefined && { backgroundColorStyle: color(style.fill) }),
    ...(style.border && { borders: { top: solid, bottom: solid, left: solid, right: solid } }),
    ...(style.align && { horizontalAlignment: alignments[style.align] }),
    ...(style.valign && { verticalAlignment: verticals[style.valign] }),
    ...(style.wrap && { wrapStrategy: "WRAP" as const }),
    ...(Object.keys(textFormat).length > 0 && { textFormat }),
  };
}

/** Google wants to know what a pattern is for. */
function formatType(pattern: string): string {
  if (pattern === "@") return "TEXT";
  if (/[dy]/i.test(pattern)) return /[hs]/i.test(pattern) ? "DATE_TIME" : "DATE";
  if (/[hs]/i.test(pattern)) return "TIME";
  return pattern.includes("%") ? "PERCENT" : "NUMBER";
}

function color(hex: string) {
  const part = (at: number) => parseInt(hex.slice(at, at + 2), 16) / 255;
  return { rgbColor: { red: part(0), green: part(2), blue: part(4) } };
}

/** `#'Sheet'!A1` becomes the address Google gives a place in the same spreadsheet. */
function linkOf(link: string, sheetIds: ReadonlyMap<string, number>): string {
  const inside = /^#'?((?:[^'!]|'')+)'?!(.+)$/.exec(link);
  const id = inside ? sheetIds.get((inside[1] as string).replaceAll("''", "'")) : undefined;
  return id === undefined ? link : `#gid=${id}&range=${inside?.[2] ?? "A1"}`;
}
