import { describe, expect, it } from "vitest";
import type { SheetDescription, WorkbookDescription } from "@chiendich/core";
import { defaultLimits, openWorkbook, writeWorkbook } from "../index.ts";
import { inflate } from "../zip/inflate.ts";
import { readZip } from "../zip/read-zip.ts";

const range = (fromRow: number, fromColumn: number, toRow: number, toColumn: number) => ({
  from: { row: fromRow, column: fromColumn },
  to: { row: toRow, column: toColumn },
});
const one = (sheet: Partial<SheetDescription>): WorkbookDescription => ({
  title: "Biểu mẫu",
  sheets: [{ name: "Báo cáo", rows: [], ...sheet }],
});

async function partsOf(description: WorkbookDescription): Promise<Map<string, string>> {
  const { entries } = readZip(await writeWorkbook(description), "", defaultLimits);
  return new Map([...entries].map(([name, entry]) => [name, inflate(entry, "").toString()]));
}
const sheetOf = async (sheet: Partial<SheetDescription>) =>
  (await partsOf(one(sheet))).get("xl/worksheets/sheet1.xml") ?? "";

describe("a dropdown", () => {
  const validation = (values: readonly string[]) => ({
    validations: [{ range: range(1, 0, 1, 0), rule: { kind: "list" as const, values }, allowBlank: true }],
  });
  it("of few short values is written into the cell", async () => {
    expect(await sheetOf(validation(["Có", "Không"]))).toContain("<formula1>&quot;Có,Không&quot;</formula1>");
  });
  it.each([
    ["four hundred units", Array.from({ length: 400 }, (_, index) => `Tổ dân phố ${index + 1}`)],
    ["values with commas", ["Phòng, ban", "Trường"]],
    ["values with quotes", ['Trường "A"']],
  ])("of %s is a range of a very hidden sheet", async (_, values) => {
    const description = one(validation(values));
    const sheet = (await partsOf(description)).get("xl/worksheets/sheet1.xml");
    expect(sheet).toContain(`<formula1>_danh_sach!$A$1:$A$${values.length}</formula1>`);
    const { value } = await openWorkbook(await writeWorkbook(description), { name: "a.xlsx" });
    expect(await value?.listSheets()).toContainEqual({ name: "_danh_sach", visibility: "veryHidden" });
    const { rows } = (await value?.readSheet("_danh_sach")) ?? { rows: [] };
    expect(rows.map(({ cells }) => cells[0]?.value)).toEqual(values);
  });
  it("shared by many cells is written once", async () => {
    const values = Array.from({ length: 100 }, (_, index) => `Đơn vị ${index}`);
    const twice = {
      validations: [...validation(values).validations, ...validation(values).validations].map(
        (each, index) => ({ ...each, range: range(index * 5, 0, index * 5, 0) }),
      ),
    };
    const sheet = await sheetOf(twice);
    expect(sheet.match(/_danh_sach!\$A\$1:\$A\$100/g)).toHaveLength(2);
  });
});

describe("a validation", () => {
  it("of a whole column is one range", async () => {
    const sheet = await sheetOf({
      validations: [{ range: range(1, 0, 1_048_575, 0), rule: { kind: "whole", min: 0 }, allowBlank: true }],
    });
    expect(sheet).toContain('sqref="A2:A1048576"');
    expect(sheet.match(/<dataValidation /g)).toHaveLength(1);
  });
  it("of dates is written in serials, whatever the machine's zone", async () => {
    const rule = { kind: "date", from: "2024-11-01", to: "2024-11-30" } as const;
    const sheet = await sheetOf({ validations: [{ range: range(1, 0, 1, 0), rule, allowBlank: true }] });
    expect(sheet).toContain("<formula1>45597</formula1><formula2>45626</formula2>");
  });
});

describe("protection", () => {
  const protectedSheets = (count: number): WorkbookDescription => ({
    title: "",
    sheets: Array.from({ length: count }, (_, index) => ({
      name: `S${index}`,
      rows: [],
      protection: { password: "mat-khau" },
    })),
  });
  it("is the same for the same password, so that it is worked out once", async () => {
    const parts = await partsOf(protectedSheets(3));
    const hashes = [1, 2, 3].map(
      (number) => /hashValue="([^"]+)"/.exec(parts.get(`xl/worksheets/sheet${number}.xml`) ?? "")?.[1],
    );
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^[\w+/]{86}==$/);
  });
  it("without a password has no hash", async () => {
    expect(await sheetOf({ protection: {} })).toMatch(/<sheetProtection sheet="1"(?![^>]*hashValue)/);
  });
});

it("a picture carries its alternative text", async () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const parts = await partsOf(
    one({ pictures: [{ png, at: { row: 0, column: 0 }, width: 80, height: 80, alt: 'Mã QR "nộp"' }] }),
  );
  expect(parts.get("xl/drawings/drawing1.xml")).toContain('descr="Mã QR &quot;nộp&quot;"');
});

it("a link into the workbook is a place, not an address outside of it", async () => {
  const parts = await partsOf(one({ rows: [{ cells: [{ value: "xem", link: "#'Báo cáo'!A9" }] }] }));
  expect(parts.get("xl/worksheets/sheet1.xml")).toContain(
    '<hyperlink ref="A1" location="&apos;Báo cáo&apos;!A9"/>',
  );
  expect(parts.get("xl/worksheets/_rels/sheet1.xml.rels")).not.toContain("hyperlink");
});

it("nothing says when it was written", async () => {
  const bytes = Buffer.from(await writeWorkbook(one({})));
  const core = (await partsOf(one({}))).get("docProps/core.xml");
  expect(core).toContain("2000-01-01T00:00:00Z");
  expect(core).not.toContain(String(new Date(Date.UTC(2026, 0, 1)).getUTCFullYear()));
  // The date of every entry in the zip: 1 January 1980.
  expect(bytes.readUInt32LE(10)).toBe(0x0021_0000);
});

describe("a large table", () => {
  const rows = Array.from({ length: 6000 }, (_, row) => ({
    cells: Array.from({ length: 10 }, (_, column) => ({
      value: column === 0 ? `Phường ${row}` : row * column,
    })),
  }));
  const large = one({
    rows,
    merges: [range(0, 0, 0, 2)],
    freeze: { rows: 1, columns: 0 },
    columns: [{ width: 40 }],
  });
  it("reads the same although its rows are written by us", async () => {
    const { value, issues } = await openWorkbook(await writeWorkbook(large), { name: "a.xlsx" });
    const sheet = await value?.readSheet("Báo cáo");
    expect(issues).toEqual([]);
    expect(sheet?.rows).toHaveLength(6000);
    expect(sheet?.rows[5999]?.cells.map((cell) => cell?.value)).toEqual([
      "Phường 5999",
      ...Array.from({ length: 9 }, (_, index) => 5999 * (index + 1)),
    ]);
    expect(sheet?.merges).toEqual([range(0, 0, 0, 2)]);
  });
  it("is the same to the byte each time", async () => {
    expect(Buffer.compare(await writeWorkbook(large), await writeWorkbook(large))).toBe(0);
  });
});

it.each<[string, Partial<SheetDescription>, RegExp]>([
  ["a name with a slash", { name: "Q1/2024" }, /cannot be a sheet's name/],
  ["a name of 32 characters", { name: "x".repeat(32) }, /cannot be a sheet's name/],
  ["infinity", { rows: [{ cells: [{ value: Infinity }] }] }, /A1: a workbook cannot hold Infinity/],
  [
    "a day that never was",
    { rows: [{ cells: [null, { value: { date: "1900-02-29" } }] }] },
    /B1: “1900-02-29” is no date/,
  ],
  [
    "a text too long for a cell",
    { rows: [{ cells: [{ value: "x".repeat(32_768) }] }] },
    /at most 32767 characters/,
  ],
])("%s is refused, not written wrongly", async (_, sheet, message) => {
  await expect(writeWorkbook(one(sheet))).rejects.toThrow(message);
});
