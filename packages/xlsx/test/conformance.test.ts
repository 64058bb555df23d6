import { sheetSinkConformance, sheetSourceConformance } from "@chiendich/conformance";
import type { SheetSource } from "@chiendich/core";
import { describe } from "vitest";
import { openWorkbook, writeWorkbook, xlsxSink, type WorkbookLimits } from "../src/index.ts";
import { describeSheets } from "./written-sheets.ts";

async function opened(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<SheetSource> {
  const { value } = await openWorkbook(bytes, { name: "bao-cao.xlsx", limits });
  if (!value) throw new Error("what was written cannot be opened");
  return value;
}

describe("a workbook read on opening", () =>
  sheetSourceConformance({
    create: async (sheets, names) => opened(await writeWorkbook(describeSheets(sheets, names))),
  }));

describe("a workbook read sheet by sheet, as large ones are", () =>
  sheetSourceConformance({
    create: async (sheets, names) =>
      opened(await writeWorkbook(describeSheets(sheets, names)), { readOnOpeningBytes: 0 }),
  }));

describe("xlsxSink", () => sheetSinkConformance({ sink: xlsxSink(), read: opened }));
