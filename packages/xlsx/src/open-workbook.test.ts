import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeWorkbook, openWorkbook } from "./index.ts";

const file = (name: string) => readFileSync(new URL(`../test/workbooks/${name}`, import.meta.url));
const name = "bao-cao.xls";

describe("an old workbook", () => {
  const old = file("saved-by-libreoffice.xls");
  it("says what to do when nothing can convert it", async () => {
    const { value, issues } = await openWorkbook(old, { name });
    expect(value).toBeNull();
    expect(issues).toMatchObject([{ code: "workbook_old_format", params: { format: ".xls" } }]);
  });
  it("is read by way of the converter handed in, and says so", async () => {
    const asked: unknown[] = [];
    const convert = async (bytes: Uint8Array, format: string) => {
      asked.push([bytes.length, format]);
      return writeWorkbook({ title: "", sheets: [{ name: "Báo cáo", rows: [{ cells: [{ value: 1 }] }] }] });
    };
    const { value, issues } = await openWorkbook(old, { name, convert });
    expect(asked).toEqual([[old.length, ".xls"]]);
    expect(issues).toMatchObject([{ code: "workbook_converted", severity: "info" }]);
    expect(value?.name).toBe(name);
    expect(await value?.listSheets()).toEqual([{ name: "Báo cáo", visibility: "visible" }]);
  });
  it("that cannot be converted gives the converter's reason", async () => {
    const convert = () => Promise.reject(new Error("LibreOffice took too long"));
    expect((await openWorkbook(old, { name, convert })).issues).toMatchObject([
      {
        code: "workbook_conversion_failed",
        params: { format: ".xls", message: "LibreOffice took too long" },
      },
    ]);
  });
  it("is never converted in circles", async () => {
    const convert = async () => old;
    expect((await openWorkbook(old, { name, convert })).issues).toMatchObject([
      { code: "workbook_conversion_failed" },
    ]);
  });
});

it("what a file is shows from its content, not from its name", async () => {
  const { value } = await openWorkbook(file("saved-by-exceljs.xlsx"), { name: "bao-cao.pdf" });
  expect(await value?.listSheets()).toHaveLength(1);
});
