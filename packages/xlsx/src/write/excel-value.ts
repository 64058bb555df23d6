import { printAddress, type CellDescription } from "@chiendich/core";
import type ExcelJS from "exceljs";
import { dateSerial } from "../sheet/serial-date.ts";
import { escapeText, LONGEST_TEXT } from "../sheet/text.ts";

/** A date's format when its style names none: as Vietnamese offices write dates. */
export const DATE_FORMAT = "dd/mm/yyyy";

/**
 * A cell's value as exceljs takes it. Text stays text whatever it begins with; a date becomes its
 * serial, since a `Date` would be shifted by the machine's time zone.
 *
 * @throws {RangeError} for what no workbook can hold: a number that is not finite, an impossible date, an endless text
 */
export function excelValue(cell: CellDescription, row: number, column: number): ExcelJS.CellValue {
  const value = plainValue(cell, row, column);
  if (cell.formula !== undefined) {
    const result = value === null ? {} : { result: value };
    return { formula: cell.formula, ...result } as ExcelJS.CellFormulaValue;
  }
  if (cell.link !== undefined) {
    const text = typeof value === "string" ? value : value === null ? cell.link : String(value);
    return { text, hyperlink: cell.link };
  }
  return value;
}

/** A cell's value without formula or link, text escaped for XML; a date as its serial. @throws {RangeError} as {@link excelValue} */
export function plainValue(
  { value }: CellDescription,
  row: number,
  column: number,
): string | number | boolean | null {
  const cell = printAddress({ row, column });
  if (typeof value === "string") {
    if (value.length > LONGEST_TEXT) {
      throw new RangeError(`${cell}: a cell holds at most ${LONGEST_TEXT} characters, not ${value.length}`);
    }
    return escapeText(value);
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`${cell}: a workbook cannot hold ${value}`);
  }
  if (typeof value === "object" && value !== null) {
    const serial = dateSerial(value.date);
    if (serial === null) throw new RangeError(`${cell}: “${value.date}” is no date from 1900 on`);
    return serial;
  }
  return value;
}
