import { describe, expect, it } from "vitest";
import { z } from "zod";
import { campaignJsonSchema } from "../src/campaign/campaign-json-schema.ts";
import { parseCampaign } from "../src/campaign/parse-campaign.ts";
import { printIssue } from "../src/issue/print-issue.ts";
import { recordReturn } from "../src/ledger/record-return.ts";
import { issueCampaign } from "../src/obligation/issue-campaign.ts";
import { describeReportForm } from "../src/report/form/describe-report-form.ts";
import type { FieldKinds } from "../src/report-schema/added-field-kind.ts";
import { printFigure } from "../src/roll-up/print-figure.ts";
import { rollUp } from "../src/roll-up/roll-up.ts";
import { read, reportOf, sheetOf, sheetsOf, answerCellOf, told, wards, withCells } from "./return-case.ts";
import { smallCampaign } from "./small-campaign.ts";

/** `79a 12345` → `79A-123.45`. */
const plate = (typed: string) => {
  const [, series, a, b] = /^(\d{2}[A-Z])[\s-]*(\d{3})[\s.]?(\d{2})$/u.exec(typed.trim().toUpperCase()) ?? [];
  return series === undefined ? null : `${series}-${a}.${b}`;
};
/** `2 giờ 30` → `2.5`. */
const hours = (typed: string) => {
  const [, whole, minutes = "0"] = /^(\d+)\s*(?:giờ|h)\s*(\d+)?/u.exec(typed) ?? [];
  return whole === undefined ? null : String(Number(whole) + Number(minutes) / 60);
};
const fieldKinds: FieldKinds = {
  "office-rules/vehicle-plate": {
    base: { kind: "code" },
    hint: { vi: "Ghi biển số xe, ví dụ 79A-123.45" },
    normalise: plate,
    validator: z.string().refine((value) => !value.startsWith("80"), "xe của cơ quan trung ương"),
  },
  "office-rules/hours": { base: { kind: "amount", decimals: 2, unit: "giờ" }, normalise: hours },
};

const fields = [
  { id: "plate", kind: "office-rules/vehicle-plate", label: "Biển số xe loa" },
  { id: "hours", kind: "office-rules/hours", label: "Thời lượng phát", hint: "Ghi giờ và phút" },
];
const written = {
  ...smallCampaign,
  recipients: [{ label: "Các phường", groups: ["Phường", "Trường học"] }],
  report: { id: "xe-loa", title: "Xe loa", fields },
};
const parse = (input: object, kinds?: FieldKinds) =>
  parseCampaign(JSON.stringify(input, null, 2), { source: "campaign.yaml", fieldKinds: kinds });
const campaign = parse(written, fieldKinds).value!;
const table = (...rows: (string | number)[][]) =>
  sheetOf([["Đơn vị", "Biển số xe loa", "Thời lượng phát"], ...rows]);

describe("a kind of field that somebody adds", () => {
  it("is in the campaign as the kind it builds on, and as data: JSON and back it is the same", () => {
    expect(campaign.report.fields).toMatchObject([
      { kind: "code", addedKind: "office-rules/vehicle-plate", aggregator: "list" },
      { kind: "amount", decimals: 2, aggregator: "sum", hint: { vi: "Ghi giờ và phút" } },
    ]);
    // What it says itself needs nobody's code to be read again.
    const again = parse({ ...written, report: campaign.report });
    expect(again.value?.report).toEqual(campaign.report);
  });

  it("is named where nobody provides it, with the plugins that might have", () => {
    const { value, issues } = parse({ ...written, plugins: ["./khac.ts"] }, {});
    expect(value).toBeNull();
    expect(issues.map(({ place }) => place)).toMatchObject([
      { path: "report.fields[0].kind", line: 77 },
      { path: "report.fields[1].kind" },
    ]);
    expect(printIssue(issues[0]!, "vi")).toContain(
      "không phần mở rộng nào đã khai báo (./khac.ts) có loại chỉ tiêu “office-rules/vehicle-plate”",
    );
  });

  it("is offered to editors beside our kinds", () => {
    const { $defs, properties } = campaignJsonSchema() as {
      $defs: Record<string, z.core.JSONSchema.JSONSchema>;
      properties: Record<string, z.core.JSONSchema.JSONSchema>;
    };
    const validator = z.fromJSONSchema({ $defs, ...properties["report"] });
    expect(validator.safeParse(written.report).success).toBe(true);
    const misnamed = { ...written.report, fields: [{ id: "a", label: "A", kind: "office rules" }] };
    expect(validator.safeParse(misnamed).success).toBe(false);
    expect(JSON.stringify($defs)).not.toContain("addedKind");
  });

  it("puts what people type into its one way of writing, in tables", async () => {
    const reading = await read(table(["P. Vĩnh Hải", "79a 12345", "2 giờ 30"]), { campaign, fieldKinds });
    expect(told(reading)).toEqual([]);
    expect(reportOf(reading).answers).toEqual({
      plate: { state: "value", value: "79A-123.45", raw: "79a 12345", rule: "added-kind", cell: "B2" },
      hours: { state: "value", value: "2.5", raw: "2 giờ 30", rule: "added-kind", cell: "C2" },
    });
  });

  it("has a form that explains it, and is read from that form", async () => {
    const form = sheetsOf(
      describeReportForm(campaign, { round: "ket-qua", unit: "vinh-hai", directory: wards }),
    );
    expect(JSON.stringify(form)).toContain("Ghi biển số xe, ví dụ 79A-123.45.");
    const filled = withCells(form, "Biểu mẫu", { [answerCellOf(form[0]!, "plate")]: "79A-123.45" });
    const reading = await read(filled, { campaign, fieldKinds });
    expect(reportOf(reading).answers["plate"]).toMatchObject({ value: "79A-123.45" });
    expect(reportOf(reading).answers["plate"]).not.toHaveProperty("rule");
  });

  it("refuses what is none, and what its validator refuses, and leaves blank and “không phát sinh” alone", async () => {
    const rows = [
      ["P. Vĩnh Hải", "xe máy", "1h"],
      ["P. Vĩnh Thọ", "80A-123.45", "1h"],
      ["P. Lộc Thọ", "KPS", ""],
    ];
    const reading = await read(table(...rows), { campaign, fieldKinds });
    expect(told(reading)).toEqual(["report_added_kind_refused B2", "report_validator_refused B3"]);
    expect(printIssue(reading.issues[0]!, "vi")).toContain(
      "không đúng loại “office-rules/vehicle-plate”: “xe máy”",
    );
    expect(reading.verdicts[2]).toMatchObject({ report: { answers: { plate: { state: "nil" } } } });
  });

  it("is rolled up as the kind it builds on", async () => {
    const rows = [
      ["P. Vĩnh Hải", "79A-123.45", "2 giờ 30"],
      ["P. Vĩnh Thọ", "79A-123.46", "1h15"],
    ];
    const at = "2025-03-25T09:00:00+07:00";
    const events = issueCampaign(campaign, wards, { at: "2025-03-03T08:00:00+07:00", actor: "ubnd" });
    const reading = await read(table(...rows), { campaign, fieldKinds });
    events.push(...recordReturn(reading, events, { at, actor: "ubnd", receivedAt: at, evidence: "mail" }));
    const { total } = rollUp(campaign, wards, events, { at, by: "group" });
    expect(printFigure(total["hours"]!, "vi")).toBe("3,75 (2/4 đơn vị)");
  });

  it("is never read without its code: that would be a guess", async () => {
    await expect(read(table(["P. Vĩnh Hải", "79a 12345", ""]), { campaign })).rejects.toThrow(RangeError);
  });
});
