import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describeReportForm, issue, type SheetDescription } from "@chiendich/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { highlight } from "../src/annotate/annotation.ts";
import { annotateWorkbook, writeWorkbook } from "../src/index.ts";
import { campaign, directory } from "./return-campaign.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chiendich-office-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What LibreOffice understood of a workbook, as its own flat XML, or shows of it, as a page. */
function understood(bytes: Uint8Array, as: "fods" | "html" = "fods"): string {
  writeFileSync(join(folder, "form.xlsx"), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  execFileSync(
    "soffice",
    [profile, "--headless", "--convert-to", as, "--outdir", folder, join(folder, "form.xlsx")],
    { stdio: "ignore" },
  );
  return readFileSync(join(folder, `form.${as}`), "utf8");
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

it("LibreOffice shows the mark of a required cell left blank, which the form has a colour of its own for", async () => {
  const described = describeReportForm(campaign, { round: "ket-qua", unit: "vinh-hai", directory });
  const { name, rows, conditionalFormats = [] } = described.sheets[0] as SheetDescription;
  const row = rows.findIndex(({ cells }) => cells[0]?.value === "sessions");
  const own = conditionalFormats.find(({ range }) => range.from.row === row)?.style.fill ?? "";
  const blank = await writeWorkbook(described);
  const timesShown = (html: string, color: string) => html.split(`bgcolor="#${color}"`).length - 1;
  const before = understood(blank, "html");
  expect(timesShown(before, own)).toBeGreaterThan(1);
  expect(timesShown(before, highlight.error)).toBe(0);

  const place = { source: "form.xlsx", sheet: name, cell: `E${row + 1}` };
  const missing = issue("report_value_missing", place, { field: "sessions", label: { vi: "Số buổi" } });
  const after = understood(await annotateWorkbook(blank, [missing], { language: "vi" }), "html");
  expect(timesShown(after, highlight[missing.severity])).toBe(1);
  expect(timesShown(after, own)).toBe(timesShown(before, own) - 1);
}, 120_000);
