import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { issue } from "@chiendich/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { annotateWorkbook } from "../src/index.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chiendich-office-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What LibreOffice understood of a workbook, as its own flat XML. */
function understood(bytes: Uint8Array): string {
  writeFileSync(join(folder, "form.xlsx"), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  execFileSync(
    "soffice",
    [profile, "--headless", "--convert-to", "fods", "--outdir", folder, join(folder, "form.xlsx")],
    { stdio: "ignore" },
  );
  return readFileSync(join(folder, "form.fods"), "utf8");
}
const form = readFileSync(new URL("./workbooks/form-with-a-long-dropdown.xlsx", import.meta.url));

it("LibreOffice offers the four hundred units of a long dropdown", () => {
  const xml = understood(form);
  expect(xml).toMatch(
    /table:condition="of:cell-content-is-in-list\(\[\$_danh_sach\.\$?A\$1:\.\$?A\$400\]\)"/,
  );
  expect(xml).toMatch(/table:condition="of:cell-content-is-whole-number\(\) and cell-content\(\)&gt;=0"/);
  expect(xml).toContain('table:protected="true"');
}, 120_000);

it("LibreOffice shows the comments and colours of an annotated return, and still has its dropdown", async () => {
  const place = { source: "form.xlsx", sheet: "Báo cáo", cell: "B2" };
  const wrong = issue("workbook_value_invalid", place, { raw: "1,5", type: "number" });
  const xml = understood(await annotateWorkbook(form, [wrong], { language: "vi" }));
  expect(xml.match(/<office:annotation /g)).toHaveLength(1);
  expect(xml).toContain("không phải là số hợp lệ");
  expect(xml).toContain('fo:background-color="#ffc7ce"');
  expect(xml).toContain("cell-content-is-in-list");
}, 120_000);
