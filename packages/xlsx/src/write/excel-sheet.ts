import {
  printRange,
  type CellRange,
  type PrintDescription,
  type SheetDescription,
  type ValidationDescription,
} from "@chiendich/core";
import type ExcelJS from "exceljs";
import { escapeText } from "../sheet/text.ts";
import { conditionalStyle, type excelStyles } from "./excel-style.ts";
import { DATE_FORMAT, excelValue } from "./excel-value.ts";
import { protectionHash } from "./protection-hash.ts";

/** What must be known before rows are written. */
export function sheetOptions(sheet: SheetDescription): Partial<ExcelJS.AddWorksheetOptions> {
  const { freeze, print, visibility = "visible" } = sheet;
  return {
    state: visibility,
    ...(freeze ? { views: [{ state: "frozen", xSplit: freeze.columns, ySplit: freeze.rows }] } : {}),
    ...(print ? { pageSetup: pageSetup(print) } : {}),
    ...(print?.footer ? { headerFooter: { oddFooter: print.footer } } : {}),
  };
}

function pageSetup({ orientation, titleRows, fitToWidth }: PrintDescription): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: 9 as ExcelJS.PaperSize,
    orientation,
    ...(fitToWidth ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
    ...(titleRows ? { printTitlesRow: `${titleRows.from + 1}:${titleRows.to + 1}` } : {}),
  };
}

export function writeColumns(worksheet: ExcelJS.Worksheet, sheet: SheetDescription): void {
  sheet.columns?.forEach(({ width, hidden }, index) => {
    const column = worksheet.getColumn(index + 1);
    if (width !== undefined) column.width = width;
    if (hidden) column.hidden = true;
  });
}

export function writeRows(
  worksheet: ExcelJS.Worksheet,
  sheet: SheetDescription,
  style: ReturnType<typeof excelStyles>,
): void {
  sheet.rows.forEach((description, rowIndex) => {
    const row = worksheet.getRow(rowIndex + 1);
    if (description.height !== undefined) row.height = description.height;
    if (description.hidden) row.hidden = true;
    description.cells.forEach((cell, column) => {
      if (cell === null) return;
      const target = row.getCell(column + 1);
      const isDate = typeof cell.value === "object" && cell.value !== null;
      target.style = style(cell.style, isDate && cell.style?.format === undefined ? DATE_FORMAT : "");
      target.value = excelValue(cell, rowIndex, column);
      if (cell.comment !== undefined) target.note = escapeText(cell.comment);
    });
  });
}

/** What stands behind the rows in the file. */
export function writeRest(worksheet: ExcelJS.Worksheet, sheet: SheetDescription): void {
  for (const merge of sheet.merges ?? []) addMerge(worksheet, merge);
  for (const { range, formula, style } of sheet.conditionalFormats ?? []) {
    const rule = { type: "expression", formulae: [formula], style: conditionalStyle(style) };
    worksheet.addConditionalFormatting({
      ref: printRange(range),
      rules: [rule as ExcelJS.ConditionalFormattingRule],
    });
  }
  if (sheet.filter) worksheet.autoFilter = printRange(sheet.filter);
  for (const validation of sheet.validations ?? []) addValidation(worksheet, validation);
  if (sheet.protection) {
    const { password } = sheet.protection;
    // Not `protect()`: it hashes with a new salt for every sheet, a third of a second each.
    Object.assign(worksheet, {
      sheetProtection: {
        sheet: true,
        objects: false,
        scenarios: false,
        formatColumns: true,
        formatRows: true,
        ...(password === undefined ? {} : protectionHash(password)),
      },
    });
  }
}

function addMerge(worksheet: ExcelJS.Worksheet, { from, to }: CellRange): void {
  worksheet.mergeCells(from.row + 1, from.column + 1, to.row + 1, to.column + 1);
}

function addValidation(worksheet: ExcelJS.Worksheet, validation: ValidationDescription): void {
  const { range, rule, allowBlank, prompt, error } = validation;
  const common = {
    allowBlank,
    showInputMessage: prompt !== undefined,
    ...(prompt ? { promptTitle: prompt.title, prompt: prompt.text } : {}),
    showErrorMessage: true,
    errorStyle: error ? "stop" : "warning",
    ...(error ? { errorTitle: error.title, error: error.text } : {}),
  };
  // One range, not one validation per cell: exceljs would expand `getCell(…).dataValidation` cell by cell.
  const { dataValidations } = worksheet as unknown as {
    dataValidations: { add(address: string, validation: object): void };
  };
  dataValidations.add(printRange(range), { ...common, ...excelRule(rule) });
}

function excelRule(rule: ValidationDescription["rule"]): object {
  switch (rule.kind) {
    case "whole":
    case "decimal":
      return { type: rule.kind, ...between(rule.min, rule.max) };
    case "date":
      return { type: "date", ...between(dateOf(rule.from), dateOf(rule.to)) };
    case "textLength":
      return { type: "textLength", operator: "lessThanOrEqual", formulae: [rule.max] };
    case "list":
      return { type: "list", formulae: [rule.source ?? `"${(rule.values ?? []).join(",")}"`] };
  }
}

function between<Bound>(from: Bound | undefined, to: Bound | undefined): object {
  if (from !== undefined && to !== undefined) return { operator: "between", formulae: [from, to] };
  if (from !== undefined) return { operator: "greaterThanOrEqual", formulae: [from] };
  if (to !== undefined) return { operator: "lessThanOrEqual", formulae: [to] };
  return { operator: "between", formulae: [-1e15, 1e15] };
}

function dateOf(date: string | undefined): Date | undefined {
  return date === undefined ? undefined : new Date(`${date}T00:00:00Z`);
}
