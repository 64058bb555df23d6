import { openWorkbook, writeWorkbook } from "@chiendich/xlsx";
import type { Sheet } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { openPublicSheet, parseSheetLink, printSheetLink } from "../src/index.ts";
import { createLocalSheets } from "../src/testing/index.ts";
import { office } from "./fixtures.ts";

/** An export with the text cells of the sheets; enough to see that bytes go through the workbook reader. */
const exportWorkbook = async (sheets: readonly Sheet[]) =>
  new Uint8Array(
    await writeWorkbook({
      title: "",
      sheets: sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map(({ cells }) => ({
          cells: Array.from(cells, (cell) => (cell ? { value: String(cell.value) } : null)),
        })),
      })),
    }),
  );

async function shared(anyone: "nothing" | "read") {
  const local = createLocalSheets({ exportWorkbook });
  const id = local.createSpreadsheet("Báo cáo", office);
  local.publish(id, anyone);
  const link = parseSheetLink(printSheetLink({ spreadsheetId: id })).value;
  if (!link) throw new Error("no link");
  return { local, link };
}
const codes = async (parsed: ReturnType<typeof openPublicSheet>) =>
  (await parsed).issues.map(({ code }) => code);

describe("a spreadsheet read without an account", () => {
  it("is downloaded as a workbook and opened by the workbook reader", async () => {
    const { local, link } = await shared("read");
    const { value } = await openPublicSheet(link, { openWorkbook, fetch: local.fetch });
    expect(await value?.listSheets()).toEqual([{ name: "Sheet1", visibility: "visible" }]);
  });
  it("that is private answers with a sign-in page, which is an issue", async () => {
    const { local, link } = await shared("nothing");
    expect(await codes(openPublicSheet(link, { openWorkbook, fetch: local.fetch }))).toEqual([
      "sheets_sign_in_needed",
    ]);
  });
  it("that is gone is an issue", async () => {
    const { local, link } = await shared("read");
    const gone = { ...link, spreadsheetId: "gone-0000000000000000000000000000000000000" };
    expect(await codes(openPublicSheet(gone, { openWorkbook, fetch: local.fetch }))).toEqual([
      "sheets_not_found",
    ]);
  });
  it("is not downloaded past the limit", async () => {
    const { local, link } = await shared("read");
    const options = { openWorkbook, fetch: local.fetch, limitBytes: 1000 };
    expect(await codes(openPublicSheet(link, options))).toEqual(["sheets_export_too_large"]);
  });
  it("answered with an error page is an issue that names the status", async () => {
    const local = createLocalSheets();
    const id = local.createSpreadsheet("Báo cáo", office);
    local.publish(id, "read");
    const link = { spreadsheetId: id, gid: null, kind: "spreadsheet" } as const;
    const { issues } = await openPublicSheet(link, { openWorkbook, fetch: local.fetch });
    expect(issues).toMatchObject([
      { code: "sheets_export_unreadable", params: { contentType: "500 text/html" } },
    ]);
  });
});
