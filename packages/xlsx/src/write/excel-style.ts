import type { CellStyle } from "@chiendich/core";
import type ExcelJS from "exceljs";

/** Turns styles into exceljs's, giving the same object for the same style so that exceljs registers each once. */
export function excelStyles(): (style?: CellStyle, format?: string) => Partial<ExcelJS.Style> {
  const known = new Map<string, Partial<ExcelJS.Style>>();
  const bySource = new WeakMap<CellStyle, Map<string, Partial<ExcelJS.Style>>>();
  return (style = noStyle, format = "") => {
    let byFormat = bySource.get(style);
    if (!byFormat) bySource.set(style, (byFormat = new Map()));
    let found = byFormat.get(format);
    if (!found) {
      const key = `${JSON.stringify(Object.entries(style).sort())}${format}`;
      found = known.get(key) ?? excelStyle(format === "" ? style : { format, ...style });
      known.set(key, found);
      byFormat.set(format, found);
    }
    return found;
  };
}

const noStyle: CellStyle = {};

/** The font of dispatches, so that a printed table does not look foreign beside one; on every machine, with all Vietnamese letters. */
const officeFont = "Times New Roman";

const thin: ExcelJS.Border = { style: "thin", color: { argb: "FF000000" } };

export function excelStyle(style: CellStyle): Partial<ExcelJS.Style> {
  const result: Partial<ExcelJS.Style> = {};
  const { bold, italic, size, font, color, fill, align, valign, wrap, border, format, locked } = style;
  result.font = {
    name: font ?? officeFont,
    size: size ?? 11,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(color ? { color: { argb: `FF${color}` } } : {}),
  };
  if (fill) result.fill = { type: "pattern", pattern: "solid", fgColor: { argb: `FF${fill}` } };
  if (align ?? valign ?? wrap) {
    result.alignment = {
      ...(align ? { horizontal: align } : {}),
      ...(valign ? { vertical: valign } : {}),
      ...(wrap ? { wrapText: true } : {}),
    };
  }
  if (border) result.border = { top: thin, left: thin, bottom: thin, right: thin };
  if (format) result.numFmt = format;
  if (locked !== undefined) result.protection = { locked };
  return result;
}

/** A style for conditional formats, where a fill's colour is its background. */
export function conditionalStyle(style: CellStyle): Partial<ExcelJS.Style> {
  const { fill, bold, italic, color, border } = style;
  const result: Partial<ExcelJS.Style> = {};
  if (bold ?? italic ?? color) {
    result.font = {
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(color ? { color: { argb: `FF${color}` } } : {}),
    };
  }
  if (fill) result.fill = { type: "pattern", pattern: "solid", bgColor: { argb: `FF${fill}` } };
  if (border) result.border = { top: thin, left: thin, bottom: thin, right: thin };
  return result;
}
