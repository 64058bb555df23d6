import { readFileSync } from "node:fs";
import { printAddress, type Cell } from "@chiendich/core";
import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { openWorkbook } from "../src/index.ts";
import { dateSerial } from "../src/sheet/serial-date.ts";
import { catalogue } from "./catalogue/catalogue.ts";

/** Files that exceljs's full reader reads differently, and why ours is right. */
const differences: Readonly<Record<string, string>> = {
  "numbers-in-every-notation.xlsx": "exceljs gives a negative zero",
  "number-formats-that-are-no-dates.xlsx": "exceljs takes an escaped letter for a day",
  "text-with-control-characters.xlsx": "exceljs leaves escapes in inline text as they are",
  "text-with-half-a-surrogate-pair.xlsx": "exceljs leaves escapes in inline text as they are",
  "merged-ranges-that-overlap.xlsx": "exceljs refuses to open it",
  "relationships-that-are-gone.xlsx": "exceljs fails on a link without a target",
  "rows-out-of-order.xlsx": "exceljs loses the first half of a row that comes twice",
  "absolute-targets-and-unusual-part-names.xlsx": "exceljs knows parts by their usual names only",
  "booleans.xlsx": "exceljs takes 2 for true",
  "cell-addresses-that-are-none.xlsx": "exceljs puts a cell of another row there",
  "cell-that-comes-twice.xlsx": "exceljs keeps the last of two",
  "cells-without-addresses.xlsx": "exceljs refuses rows without numbers",
  "chart-sheet-among-sheets.xlsx": "exceljs takes the chart for a sheet, or fails",
  "dates-around-the-day-that-never-was.xlsx": "exceljs gives 30 December 1899 and the like",
  "dates-out-of-range.xlsx": "exceljs gives dates before 1900 and after 9999",
  "dates-written-as-iso.xlsx": "exceljs does not know cells of type d",
  "elements-of-other-programs.xlsx": "exceljs does not look at namespaces",
  "entry-names-with-backslashes.xlsx": "exceljs does not find the parts",
  "formula-giving-empty-text.xlsx": "exceljs gives a formula without a result",
  "namespace-prefixes.xlsx": "exceljs fails on prefixes",
  "number-larger-than-a-double.xlsx": "exceljs gives infinity",
  "number-that-is-none.xlsx": "exceljs reads `10abc` as 10 and `1,5` as 1",
  "parts-in-utf-16.xlsx": "exceljs takes every part for UTF-8",
  "parts-in-windows-1258.xlsx": "exceljs takes every part for UTF-8",
  "strict-open-xml.xlsx": "exceljs does not know the dialect's dates",
  "text-in-cdata.xlsx": "exceljs loses CDATA",
  "text-that-is-not-in-the-file.xlsx": "exceljs gives the index instead",
  "times-and-durations-are-numbers.xlsx": "exceljs gives a date in 1899",
};

const files = catalogue
  .flatMap(({ fixtures }) => fixtures)
  .filter(({ file, expect: wanted }) => /\.xls[xm]$/.test(file) && !wanted.refused)
  .map(({ file }) => file);

it.each(files)(
  "exceljs's full reader gives the same values for %s, or the difference is listed",
  async (file) => {
    const bytes = readFileSync(new URL(`./workbooks/${file}`, import.meta.url));
    const { value: source } = await openWorkbook(bytes, { name: file });
    const ours = new Map<string, unknown>();
    for (const { name } of (await source?.listSheets()) ?? []) {
      const sheet = await source?.readSheet(name);
      for (const { index, cells } of sheet?.rows ?? []) {
        cells.forEach((cell, column) => {
          const value = cell && valueOf(cell);
          if (value !== undefined) ours.set(`${name}!${printAddress({ row: index, column })}`, value);
        });
      }
    }
    const theirs = await exceljsValues(bytes);
    if (file in differences) expect(ours).not.toEqual(theirs);
    else expect(ours).toEqual(theirs);
  },
);

function valueOf(cell: Cell): unknown {
  if (cell.type === "date") return cell.serial;
  if (cell.type === "empty") return undefined;
  return cell.type === "text" ? cell.value.replace(/\r\n/g, "\n") : cell.value;
}

async function exceljsValues(bytes: Uint8Array): Promise<Map<string, unknown> | string> {
  const workbook = new ExcelJS.Workbook();
  try {
    // Without this it expands validations of whole columns and does not come back.
    await workbook.xlsx.load(bytes as never, { ignoreNodes: ["dataValidations"] });
  } catch (error) {
    return String(error);
  }
  const values = new Map<string, unknown>();
  for (const worksheet of workbook.worksheets) {
    worksheet.eachRow((row) => {
      row.eachCell((cell) => {
        // It repeats a merged range's value in every cell of the range.
        if (cell.isMerged && cell.master !== cell) return;
        const value = plain(cell.value, workbook.properties.date1904 ?? false);
        if (value !== undefined) values.set(`${worksheet.name}!${cell.address}`, value);
      });
    });
  }
  return values;
}

function plain(value: ExcelJS.CellValue, date1904: boolean): unknown {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date)
    return dateSerial(value.toISOString().replace(/\.000Z$/, ""), date1904 ? 1904 : 1900);
  if (typeof value === "string") return value.replace(/\r\n/g, "\n");
  if (typeof value !== "object") return value;
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("hyperlink" in value) return plain(value.text as ExcelJS.CellValue, date1904);
  if ("error" in value) return value.error;
  if ("formula" in value || "sharedFormula" in value)
    return plain(value.result as ExcelJS.CellValue, date1904);
  return value;
}
