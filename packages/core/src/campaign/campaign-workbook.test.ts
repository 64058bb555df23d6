import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { smallCampaign } from "../../test/small-campaign.ts";
import type { Cell } from "../sheet/cell.ts";
import { memorySheets } from "../sheet/memory-sheets.ts";
import type { CellDescription, WorkbookDescription } from "../sheet/sheet-sink.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { describeCampaignWorkbook, readCampaignWorkbook } from "./campaign-workbook.ts";
import { defineCampaign, parseCampaign } from "./parse-campaign.ts";

/** The description as if it had been written and read back. */
function asSheets({ title, sheets }: WorkbookDescription) {
  const cellOf = (cell: CellDescription | null): Cell | undefined =>
    cell === null || cell.value === null
      ? undefined
      : ({ type: typeof cell.value === "string" ? "text" : typeof cell.value, value: cell.value } as Cell);
  return memorySheets(
    `${title}.xlsx`,
    sheets.map(({ name, rows }): Sheet => ({
      name,
      visibility: "visible",
      merges: [],
      hiddenColumns: [],
      rows: rows.map(({ cells }, index) => ({ index, cells: cells.map(cellOf) })),
    })),
  );
}

describe("a campaign written as a workbook", () => {
  it("is the same value as the campaign in YAML or TypeScript", async () => {
    const source = asSheets(describeCampaignWorkbook(smallCampaign));
    expect(await readCampaignWorkbook(source)).toEqual({ value: defineCampaign(smallCampaign), issues: [] });
  });

  it("carries the merger policy and the plugins, as YAML does", async () => {
    const input = { ...smallCampaign, mergers: "renew", plugins: ["./kiem-tra.ts", "goi-npm"] } as const;
    const yaml = parseCampaign(stringify(input), { source: "campaign.yaml" }).value;
    const read = await readCampaignWorkbook(
      asSheets(describeCampaignWorkbook({ ...input, plugins: [...input.plugins] })),
    );
    expect(read.value).toMatchObject({ mergers: "renew", plugins: ["./kiem-tra.ts", "goi-npm"] });
    // To the last key: the hash of a campaign is made from its value.
    expect(read.value).toStrictEqual(yaml);
  });

  it("names the cell of a value that is not valid", async () => {
    const broken = {
      ...smallCampaign,
      recipients: [
        { label: "Các thôn", groups: ["Thôn"] },
        { label: " ", groups: ["Trường học"] },
      ],
    };
    const { value, issues } = await readCampaignWorkbook(asSheets(describeCampaignWorkbook(broken)));
    expect(value).toBeNull();
    expect(issues).toMatchObject([
      { code: "campaign_value_invalid", place: { sheet: "recipients", cell: "A3" } },
    ]);
  });

  it("refuses a key that would reach into the language", async () => {
    const description = describeCampaignWorkbook(smallCampaign);
    const [main, ...rest] = description.sheets;
    const hostile = { cells: [{ value: "__proto__.polluted" }, { value: "yes" }] };
    const sheets = [{ ...main!, rows: [...main!.rows, hostile] }, ...rest];
    const { issues } = await readCampaignWorkbook(asSheets({ ...description, sheets }));
    expect(issues).toMatchObject([{ code: "campaign_value_invalid" }]);
    expect({}).not.toHaveProperty("polluted");
  });
});
