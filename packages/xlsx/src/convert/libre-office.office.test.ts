import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { libreOfficeConverter, openWorkbook } from "../index.ts";

const old = readFileSync(new URL("../../test/workbooks/saved-by-libreoffice.xls", import.meta.url));

it("a workbook from before 2007 is read by way of LibreOffice", async () => {
  const { value, issues } = await openWorkbook(old, { name: "bao-cao.xls", convert: libreOfficeConverter() });
  expect(issues.map(({ code }) => code)).toEqual(["workbook_converted"]);
  const { rows } = (await value?.readSheet("Báo cáo")) ?? { rows: [] };
  expect(rows[0]?.cells[0]).toMatchObject({ type: "text", value: "Trường Tiểu học" });
  expect(rows[1]?.cells[2]).toMatchObject({ type: "number", value: 3, formula: "B2*2" });
  expect(rows[1]?.cells[3]).toMatchObject({ type: "date", value: "2024-11-09" });
}, 120_000);

it("where it is not installed, the issue says so", async () => {
  const convert = libreOfficeConverter({ command: "soffice-that-is-not-there" });
  expect((await openWorkbook(old, { name: "bao-cao.xls", convert })).issues).toMatchObject([
    { code: "workbook_conversion_failed", params: { message: "soffice-that-is-not-there is not installed" } },
  ]);
});
