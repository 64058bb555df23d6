import { type } from "arktype";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { campaignAsking, outreach, read, reportOf, sheetOf, told } from "../../test/return-case.ts";
import { explainIssue, printIssue } from "../issue/print-issue.ts";
import { defineReportSchema } from "../report-schema/define-report-schema.ts";
import { fieldValidators } from "../report-schema/field-validators.ts";
import type { ReportSchemaInput } from "../report-schema/report-schema-input.ts";

const unit = "UBND phường Vĩnh Hải";
const headings = ["Đơn vị", "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự"];

describe("everything that is wrong is told at once", () => {
  it("twenty-five faults give twenty-five issues, each at its cell", async () => {
    const sheet = sheetOf([
      [
        ...headings,
        "trong đó: lồng ghép",
        "Kinh phí thực hiện",
        "Tỷ lệ cán bộ được tuyên truyền",
        "Đường dẫn minh chứng",
      ],
      ["UBND phường Vĩnh Hải", "abc", -5, 1.5, "1.200", "75%", "đã đăng"],
      ["UBND phường Vĩnh Thọ", "x", "500 người", "1-2", "12,3456", "60/45", "ftp"],
      [
        "UBND phường Lộc Thọ",
        { type: "error", value: "#N/A" },
        { date: "2025-03-05" },
        ">3",
        "khoảng 5",
        0.5,
        "Zalo",
      ],
      [
        "Trường Tiểu học Lộc Thọ",
        2 ** 60,
        { type: "empty", value: null, formula: "A1" },
        "2.000",
        -1,
        "0/0",
        "không rõ",
      ],
      ["Trường Mầm non Không Có", 1, 2],
    ]);
    const planted = ["B", "C", "D", "E", "F", "G"].flatMap((column) =>
      [2, 3, 4, 5].map((row) => `${column}${row}`),
    );
    const reading = await read(sheet);
    expect(reading.issues).toHaveLength(25);
    const places = reading.issues.map(({ place }) => ("cell" in place ? place.cell : ""));
    expect(places.sort()).toEqual([...planted, "A6"].sort());
    // Each has a sentence in both languages, and says where.
    for (const one of reading.issues) {
      expect(explainIssue(one, "vi")).not.toBe(explainIssue(one, "en"));
      expect(printIssue(one, "vi")).toMatch(/^bao-cao\.xlsx, trang “Sheet1”, ô [A-G]\d: /u);
    }
  });

  it("one bad row of a hundred costs one row, or the whole return where the office wants it so", async () => {
    const many = Array.from({ length: 100 }, (_, index) => [unit, index === 41 ? "abc" : index + 1, 5]);
    const sheet = sheetOf([headings, ...many]);
    const partial = await read(sheet);
    const strict = await read(sheet, { acceptance: "allOrNothing" });
    const accepted = ({ verdicts }: typeof partial) =>
      verdicts.filter(({ outcome }) => outcome !== "rejected").length;
    expect(accepted(partial)).toBe(99);
    expect(accepted(strict)).toBe(0);
    expect(strict.verdicts[0]?.issues.map(({ code }) => code)).toEqual(["report_not_accepted_whole"]);
    expect(strict.verdicts[41]?.issues.map(({ code }) => code)).toEqual(["report_number_not_understood"]);
  });
});

describe("rules across fields", () => {
  const asking = (rules: unknown[], more: object = {}) => ({
    campaign: campaignAsking({ ...outreach, rules, ...more } as ReportSchemaInput),
  });
  const row = (sessions: unknown, participants: unknown) =>
    sheetOf([headings, [unit, sessions as number, participants as number]]);

  it.each<[string, object, [unknown, unknown], string[]]>([
    ["at most holds", { kind: "atMost", field: "sessions", limit: "participants" }, [5, 5], []],
    [
      "at most is broken",
      { kind: "atMost", field: "sessions", limit: "participants" },
      [6, 5],
      ["report_rule_broken B2"],
    ],
    [
      "“không phát sinh” counts as 0",
      { kind: "atMost", field: "sessions", limit: "participants" },
      [6, "KPS"],
      ["report_rule_broken B2"],
    ],
    ["nothing to compare with", { kind: "atMost", field: "sessions", limit: "participants" }, [6, null], []],
    [
      "needs a positive",
      { kind: "requiresPositive", field: "participants", needs: "sessions" },
      [0, 5],
      ["report_rule_broken B2"],
    ],
    [
      "needs nothing of zero",
      { kind: "requiresPositive", field: "participants", needs: "sessions" },
      [0, 0],
      [],
    ],
    [
      "sums",
      { kind: "sumOf", total: "sessions", parts: ["participants"] },
      [3, 4],
      ["report_sum_mismatch B2"],
    ],
    // One cause, one issue: a value that could not be read breaks no rule on top.
    [
      "a faulty value",
      { kind: "atMost", field: "sessions", limit: "participants" },
      ["abc", 5],
      ["report_number_not_understood B2"],
    ],
  ])("%s", async (_name, rule, [sessions, participants], expected) => {
    expect(told(await read(row(sessions, participants), asking([rule])))).toEqual(expected);
  });

  it("reject a report where they are errors, and hold it where they are queries", async () => {
    const rule = { kind: "atMost", field: "sessions", limit: "participants" };
    const outcome = async (severity: string) =>
      (await read(row(6, 5), asking([{ ...rule, severity }]))).verdicts[0]?.outcome;
    expect([await outcome("error"), await outcome("query")]).toEqual(["rejected", "queried"]);
  });

  it("let a query stand with a reason given in the row, which travels with the figure", async () => {
    const rule = { kind: "atMost", field: "sessions", limit: "participants", severity: "query" };
    const sheet = sheetOf([
      [...headings, "Giải trình"],
      [unit, 6, 5, "Có buổi phát thanh lưu động"],
    ]);
    const reading = await read(sheet, asking([rule]));
    expect(reading.verdicts[0]?.outcome).toBe("accepted");
    expect(reportOf(reading).answers["sessions"]).toMatchObject({
      value: 6,
      explanation: "Có buổi phát thanh lưu động",
    });
  });

  it("do not let a reason stand in for a value nobody could read", async () => {
    const sheet = sheetOf([
      [...headings, "Giải trình"],
      [unit, "2.000", 5, "Số liệu đúng"],
    ]);
    expect((await read(sheet)).verdicts[0]?.outcome).toBe("queried");
  });

  it("ask for a required figure that was left blank, unless a reason is given", async () => {
    const fields = outreach.fields.map((one) => (one.id === "sessions" ? { ...one, required: true } : one));
    const options = asking([], { fields });
    expect(told(await read(row(null, 5), options))).toEqual(["report_value_missing B2"]);
    const explained = sheetOf([
      [...headings, "Giải trình"],
      [unit, null, 5, "Chưa thống kê"],
    ]);
    expect((await read(explained, options)).verdicts[0]?.outcome).toBe("accepted");
  });

  it("want the parts of a disaggregation to add up, at the cell of the total", async () => {
    const more = {
      fields: [{ id: "people", kind: "count", label: "Số người" }],
      dimensions: [
        {
          id: "sex",
          label: "Giới tính",
          categories: [
            { id: "male", label: "nam" },
            { id: "female", label: "nữ" },
          ],
        },
      ],
      disaggregations: [{ field: "people", by: ["sex"] }],
    };
    const table = (people: number) =>
      sheetOf(
        [
          ["Đơn vị", "Số người", null, null],
          [null, "Tổng số", "nam", "nữ"],
          [unit, people, 40, 60],
        ],
        { merged: ["A1:A2", "B1:D1"] },
      );
    const options = asking([], more);
    const good = await read(table(100), options);
    expect(told(good)).toEqual([]);
    expect(Object.keys(reportOf(good).answers)).toEqual(["people", "peopleMale", "peopleFemale"]);
    expect(told(await read(table(99), options))).toEqual(["report_sum_mismatch B3"]);
  });
});

describe("validators of any Standard Schema vendor", () => {
  const schema = defineReportSchema({
    id: "tuyen-truyen",
    title: "Kết quả",
    fields: [{ id: "sessions", kind: "count", label: "Số buổi" }],
  });
  it.each([
    ["zod", fieldValidators(schema, { sessions: z.number().max(100) })],
    ["valibot", fieldValidators(schema, { sessions: v.pipe(v.number(), v.maxValue(100)) })],
    ["arktype", fieldValidators(schema, { sessions: type("number <= 100") })],
  ])("%s: refuse a value at its cell and let another stand", async (_vendor, validators) => {
    const reading = await read(sheetOf([headings, [unit, 101, 5], ["UBND phường Vĩnh Thọ", 100, 5]]), {
      validators,
    });
    expect(told(reading)).toEqual(["report_validator_refused B2"]);
    expect(reading.verdicts.map(({ outcome }) => outcome)).toEqual(["rejected", "accepted"]);
  });

  it("may take their time", async () => {
    const slow = fieldValidators(schema, { sessions: z.number().refine(async (value) => value < 10) });
    expect(told(await read(sheetOf([headings, [unit, 12, 5]]), { validators: slow }))).toEqual([
      "report_validator_refused B2",
    ]);
  });

  it("have no say about what was not answered", async () => {
    const validators = fieldValidators(schema, { sessions: z.number().max(1) });
    expect(
      told(
        await read(sheetOf([headings, [unit, "KPS", 5]]), {
          validators,
          campaign: campaignAsking({ ...outreach, rules: [] }),
        }),
      ),
    ).toEqual([]);
  });
});

describe("a sheet whose rows and columns carry marks", () => {
  const bound = sheetOf([
    ["id", "Tên (đã sửa)", "Tiêu đề đã đổi", "Số lượt người tham dự", "Cột thêm"],
    ["u1", "Phường mới", 12, 500, "ghi gì đó"],
    ["u2", "UBND phường Vĩnh Thọ", 8, 300],
    [null, "UBND phường Lộc Thọ", 4, 90],
  ]);
  const binding = {
    firstDataRow: 1,
    columns: { 0: { role: "ours" }, 1: { role: "unitName" }, 2: { role: "field", fieldId: "sessions" } },
    rows: { 1: "vinh-hai", 2: "vinh-tho" },
    doubtfulRows: {},
    doubtfulColumns: {},
    issues: [],
  } as const;

  it("is read by them, whatever was renamed, and by names where there are none", async () => {
    const reading = await read({ ...bound, binding });
    const reports = reading.verdicts.map((verdict) =>
      verdict.outcome === "rejected" ? null : verdict.report,
    );
    expect(
      reports.map((report) => [
        report?.unitId,
        report?.answers["sessions"]?.raw,
        report?.answers["participants"]?.raw,
      ]),
    ).toEqual([
      ["vinh-hai", "12", "500"],
      ["vinh-tho", "8", "300"],
      ["loc-tho", "4", "90"],
    ]);
    expect(told(reading)).toEqual(["report_heading_unknown E1", "report_unit_disagreement B2"]);
  });

  it("has a row it cannot vouch for rejected with the reason", async () => {
    const doubt = {
      code: "report_unit_missing",
      severity: "error",
      place: { source: "x" },
      params: {},
    } as const;
    const reading = await read({ ...bound, binding: { ...binding, doubtfulRows: { 2: [doubt] } } });
    expect(reading.verdicts[1]).toMatchObject({ outcome: "rejected", issues: [doubt] });
  });
});

it("asks which round it is when a campaign has several and nothing says", async () => {
  const campaign = campaignAsking();
  const [round] = campaign.rounds;
  const two = { ...campaign, rounds: [round!, { ...round!, id: "dot-2", title: "Đợt 2" }] };
  const sheet = sheetOf([headings, [unit, 12, 500]]);
  expect(told(await read(sheet, { campaign: two }))).toEqual(["report_round_unknown"]);
  expect(reportOf(await read(sheet, { campaign: two, roundId: "dot-2" })).roundId).toBe("dot-2");
  await expect(read(sheet, { campaign: two, roundId: "dot-3" })).rejects.toThrow(RangeError);
});
