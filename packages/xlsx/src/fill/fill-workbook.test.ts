import { describe, expect, it } from "vitest";
import { formats, handMade } from "../../test/hand-made.ts";
import { printReading } from "../../test/reading.ts";
import { defaultLimits, fillWorkbook, openWorkbook } from "../index.ts";
import { inflate } from "../zip/inflate.ts";
import { readZip } from "../zip/read-zip.ts";
import type { ZipEntry } from "../zip/zip-entry.ts";

const template = handMade({
  sheets: [
    {
      name: "Báo cáo",
      rows: '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"/><c r="D2"><f>B2*2</f><v>0</v></c></row><row r="4"><c r="A4"><v>9</v></c></row>',
      after:
        '<dataValidations count="1"><dataValidation type="whole" sqref="B2"><formula1>0</formula1></dataValidation></dataValidations>',
    },
  ],
  strings: "<si><t>Số buổi</t></si>",
  styles: formats("dd/mm/yyyy"),
});
const fill = (cell: string, value: Parameters<typeof fillWorkbook>[1][number]["value"]) => ({
  sheet: "Báo cáo",
  cell,
  value,
});

describe("an office's own workbook, filled", () => {
  it("holds the values where they were put, and everything else as it was", async () => {
    const filled = fillWorkbook(template, [
      fill("B2", { date: "2024-11-09" }),
      fill("A3", "=1+1 & <x>"),
      fill("C2", true),
      fill("A4", null),
      fill("B4", 48210),
    ]);
    const { issues, sheets } = await printReading(await openWorkbook(filled, { name: "mau.xlsx" }));
    expect(issues.map((printed) => printed.split(":", 1)[0])).toEqual(["workbook_text_looks_like_formula"]);
    expect(sheets[0]?.cells).toEqual({
      A2: { type: "text", value: "Số buổi", font: "Arial" },
      B2: { type: "date", value: "2024-11-09", serial: 45605, format: "dd/mm/yyyy" },
      C2: { type: "boolean", value: true },
      D2: { type: "number", value: 0, formula: "B2*2" },
      A3: { type: "text", value: "=1+1 & <x>", font: "Arial" },
      B4: { type: "number", value: 48210 },
    });
  });
  it("is calculated anew when it is next opened", () => {
    const { entries } = readZip(fillWorkbook(template, [fill("B4", 1)]), "", defaultLimits);
    const workbook = inflate(entries.get("xl/workbook.xml") as ZipEntry, "").toString();
    expect(workbook).toContain('</sheets><calcPr fullCalcOnLoad="1"/></workbook>');
  });
  it("must be a workbook", () => {
    expect(() => fillWorkbook(Buffer.from("%PDF-1.7"), [])).toThrow(TypeError);
  });
  it.each([
    ["a cell that holds a formula", fill("D2", 1), /D2 holds a formula/],
    ["a sheet that is not there", { ...fill("A1", 1), sheet: "Khác" }, /no sheet “Khác”/],
    ["what is no cell", fill("A0", 1), /“A0” is no cell/],
    ["what is no number", fill("A1", NaN), /cannot hold NaN/],
    ["what is no date", fill("A1", { date: "2023-02-29" }), /no date/],
  ])("refuses %s", (_, wrong, message) => {
    expect(() => fillWorkbook(template, [wrong])).toThrow(message);
  });
});
