import { describe, expect, it } from "vitest";
import {
  answerCellOf,
  campaignAsking,
  outreach,
  read,
  reportOf,
  sheetsOf,
  told,
  wards,
  withCells,
  type CaseOptions,
} from "../../../test/return-case.ts";
import { unitDirectory } from "../../recipient-unit/unit-directory.ts";
import type { Sheet } from "../../sheet/sheet.ts";
import type { Report } from "../report.ts";
import { describeReportForm } from "./describe-report-form.ts";

const campaign = campaignAsking();
const options = { round: "ket-qua", unit: "vinh-hai", directory: wards };
const key = "a key of the office";
const signed = { ...options, signature: { key, nonce: "n-1" } };

type Values = Parameters<typeof withCells>[2];

/** The form with answers typed into the rows of these marks. */
function filled(
  values: Readonly<Record<string, Values[string]>>,
  blank: readonly Sheet[] = sheetsOf(describeReportForm(campaign, options)),
) {
  const front = blank[0]!;
  const cells = Object.entries(values).map(([mark, value]) => [
    answerCellOf(front, mark, mark.startsWith("@") ? "D" : "E"),
    value,
  ]);
  return withCells(blank, "Biểu mẫu", Object.fromEntries(cells) as Values);
}

/** Values by field id. */
const values = ({ answers }: Report) =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      answer.state === "value" ? answer.value : answer.state,
    ]),
  );

const sent = (sheets: readonly Sheet[], more: CaseOptions = {}) => read(sheets, { campaign, ...more });

describe("the form handed to a unit", () => {
  const { sheets } = describeReportForm(campaign, options);
  const front = sheets[0]!;

  it("has a sheet to fill in, instructions, hidden lists and a hidden identity", () => {
    expect(sheets.map(({ name, visibility }) => [name, visibility ?? "visible"])).toEqual([
      ["Biểu mẫu", "visible"],
      ["Hướng dẫn", "visible"],
      ["_danh_muc", "hidden"],
      ["_chiendich", "veryHidden"],
    ]);
    expect(sheets.every(({ protection }) => protection !== undefined)).toBe(true);
  });

  it("opens answer cells and nothing else", () => {
    const open = front.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => (cell?.style?.locked === false ? [`${row}:${column}`] : [])),
    );
    const fields = 8; // seven fields, one of them a ratio of two cells
    const headCells = 3; // date, kind of submission, nil report
    expect(open).toHaveLength(fields * 2 + headCells);
  });

  it("validates each field by its kind, and lists through a range of any length", () => {
    const many = unitDirectory([
      ...wards.units,
      ...Array.from({ length: 400 }, (_, index) => ({
        ...wards.units[1]!,
        id: `u${index}`,
        shortName: `Đơn vị ${index}`,
      })),
    ]);
    const asking = campaignAsking({
      ...outreach,
      fields: [{ id: "partner", kind: "unit", label: "Đơn vị phối hợp", required: false }],
      rules: [],
    });
    const form = describeReportForm(asking, { ...options, directory: many });
    const rules = form.sheets[0]!.validations!.map(({ rule }) => rule);
    expect(rules).toContainEqual({ kind: "list", source: "'_danh_muc'!$D$2:$D$406" });
    expect(front.validations!.map(({ rule }) => rule.kind)).toEqual(
      expect.arrayContaining(["whole", "decimal", "date", "list", "textLength"]),
    );
  });

  it("asks a unit only what its groups are asked", () => {
    const fields = [
      { id: "sessions", kind: "count", label: "Số buổi" },
      { id: "students", kind: "count", label: "Số học sinh", groups: ["Trường học"] },
    ] as const;
    const asking = campaignAsking({ ...outreach, fields: fields as never, rules: [] });
    const marks = (unit: string) =>
      describeReportForm(asking, { ...options, unit }).sheets[0]!.rows.flatMap(
        ({ cells }) => cells[0]?.value ?? [],
      );
    expect(marks("vinh-hai")).not.toContain("students");
    expect(marks("th-loc-tho")).toContain("students");
  });

  it("is the same for the same arguments, and refuses a round or a unit that does not exist", () => {
    expect(describeReportForm(campaign, options)).toEqual(describeReportForm(campaign, options));
    expect(() => describeReportForm(campaign, { ...options, round: "dot-9" })).toThrow(RangeError);
    expect(() => describeReportForm(campaign, { ...options, unit: "nobody" })).toThrow(RangeError);
  });
});

describe("whose form it is", () => {
  const genuine = filled({ sessions: 12 }, sheetsOf(describeReportForm(campaign, signed)));
  const forge = (sheets: readonly Sheet[]) => withCells(sheets, "_chiendich", { B4: "vinh-tho" });

  it("is told by the signed identity, whatever the file is called", async () => {
    const reading = await sent(genuine, { signatureKey: key, file: "Copy of Book1 (2).xlsx" });
    expect(told(reading)).toEqual([]);
    expect(reading.verdicts[0]).toMatchObject({
      report: { unitId: "vinh-hai", origin: { identifiedBy: "form" } },
    });
  });

  it("is not believed when the identity was changed, with and without a key", async () => {
    for (const [sheets, more] of [
      [forge(genuine), { signatureKey: key }],
      [forge(filled({ sessions: 12 })), {}],
      [filled({ sessions: 12 }), { signatureKey: key }], // a form of the office is signed
      [genuine, { signatureKey: "another key of 16" }],
    ] as const) {
      const reading = await sent(sheets, more);
      expect(told(reading)).toEqual(["report_form_tampered"]);
      expect(reading.verdicts).toEqual([]);
      expect(reading.account.ignored).toBe(reading.account.cells);
    }
  });

  it("is believed with a warning when nobody has the key", async () => {
    const reading = await sent(genuine);
    expect(told(reading)).toEqual(["report_form_signature_unchecked"]);
    expect(reading.verdicts[0]?.outcome).toBe("accepted");
  });

  it("is asked about when the form or the file names another unit", async () => {
    const named = await sent(filled({ sessions: 12, "@unit": "UBND phường Vĩnh Thọ" }));
    expect(told(named)).toEqual(["report_unit_disagreement D6"]);
    expect(named.verdicts[0]?.outcome).toBe("queried");
    const file = await sent(filled({ sessions: 12 }), { file: "Phuong Vinh Tho.xlsx" });
    expect(told(file)).toEqual(["report_unit_disagreement D6"]);
  });

  it("is not this campaign's when the form is another's", async () => {
    const other = campaignAsking(outreach, { id: "chien-dich-khac" });
    expect(told(await sent(filled({ sessions: 1 }), { campaign: other }))).toEqual(["report_form_foreign"]);
  });
});

describe("a form that people worked on", () => {
  it("is read by its marks when rows and columns were inserted and moved", async () => {
    const sheets = filled({ sessions: 12, participants: 500 });
    const moved = sheets.map((sheet) =>
      sheet.name === "Biểu mẫu"
        ? {
            ...sheet,
            merges: [],
            rows: sheet.rows.map((row) => ({
              ...row,
              index: row.index + 2,
              // Two columns before everything, and the answers moved to the end.
              cells: [undefined, undefined, ...row.cells.slice(0, 4), undefined, row.cells[5], row.cells[4]],
            })),
          }
        : sheet,
    );
    const reading = await sent(moved);
    expect(told(reading)).toEqual([]);
    expect(reading.verdicts[0]).toMatchObject({
      outcome: "accepted",
      report: { answers: { sessions: { value: 12 }, participants: { value: 500 } } },
    });
  });

  it("is asked about when a row was renamed, deleted, copied or added", async () => {
    const sheets = filled({ sessions: 12, participants: 500 });
    const front = sheets[0]!;
    const at = (mark: string, column: string) => answerCellOf(front, mark, column);
    const row = (mark: string) => Number(at(mark, "A").slice(1)) - 1;
    const renamed = withCells(sheets, "Biểu mẫu", { [at("sessions", "C")]: "Số hội nghị" });
    expect(told(await sent(renamed))).toEqual([`report_form_row_changed ${at("sessions", "C")}`]);
    const deleted = [
      { ...front, rows: front.rows.filter(({ index }) => index !== row("cost")) },
      ...sheets.slice(1),
    ];
    expect(told(await sent(deleted))).toEqual(["report_column_missing"]);
    const copied = withCells(sheets, "Biểu mẫu", { [at("cost", "A")]: "sessions" });
    expect(told(await sent(copied))).toEqual(
      expect.arrayContaining([`report_heading_duplicate ${at("sessions", "E")}`]),
    );
    const added = withCells(sheets, "Biểu mẫu", {
      [at("cost", "A")]: null,
      [at("cost", "C")]: "Số con gà",
      [at("cost", "E")]: 7,
    });
    expect(told(await sent(added))).toEqual([
      "report_column_missing",
      `report_heading_unknown ${at("cost", "C")}`,
    ]);
  });
});

describe("what a form says about its report", () => {
  it("is rejected when nothing was filled in, and stands when it says there is nothing", async () => {
    const blank = await sent(filled({}));
    expect(told(blank)).toEqual(["report_empty"]);
    expect(blank.verdicts[0]).toMatchObject({ outcome: "rejected", unitId: "vinh-hai" });
    const nil = await sent(filled({ "@nil": "Có" }));
    expect(told(nil)).toEqual([]);
    expect(nil.verdicts[0]).toMatchObject({
      outcome: "accepted",
      report: { nil: true, answers: { sessions: { state: "nil", rule: "nil-report" } } },
    });
  });

  it("is asked about when it says there is nothing and gives figures", async () => {
    const reading = await sent(filled({ "@nil": "Có", sessions: 3 }));
    expect(told(reading)).toEqual([expect.stringMatching(/^report_nil_contradicted D/)]);
    expect(reading.verdicts[0]?.outcome).toBe("queried");
  });

  it("is a correction, an addition or a replacement when it says so", async () => {
    const kinds = ["Đính chính số liệu đã gửi", "Bổ sung số liệu đã gửi", "Thay thế báo cáo đã gửi"];
    const read = await Promise.all(kinds.map((kind) => sent(filled({ sessions: 1, "@submission": kind }))));
    expect(read.map((reading) => reportOf(reading).submission)).toEqual([
      "correction",
      "addition",
      "replacement",
    ]);
  });

  it("answers a query by the note beside the figure, and the note travels with it", async () => {
    const rules = [{ kind: "atMost", field: "sessions", limit: "participants", severity: "query" }] as const;
    const asking = campaignAsking({ ...outreach, rules: rules as never });
    const blank = sheetsOf(describeReportForm(asking, options));
    const sheets = filled({ sessions: 12, participants: 5 }, blank);
    expect((await sent(sheets, { campaign: asking })).verdicts[0]?.outcome).toBe("queried");
    const note = { [answerCellOf(blank[0]!, "sessions", "F")]: "Có buổi không có người dự" };
    const explained = await sent(withCells(sheets, "Biểu mẫu", note), { campaign: asking });
    expect(explained.verdicts[0]).toMatchObject({
      outcome: "accepted",
      report: { answers: { sessions: { value: 12, explanation: "Có buổi không có người dự" } } },
    });
    // The query stays on the record.
    expect(told(explained)).toEqual([`report_rule_broken ${answerCellOf(blank[0]!, "sessions")}`]);
  });
});

describe("repeating rows under one report", () => {
  const asking = campaignAsking({
    ...outreach,
    rules: [
      { kind: "rowsOf", field: "sessions", table: "events" },
      { kind: "columnSumOf", field: "participants", table: "events", column: "people" },
    ],
    repeats: [
      {
        id: "events",
        label: "Danh sách hội nghị",
        formRows: 60,
        fields: [
          { id: "heldOn", kind: "date", label: "Ngày tổ chức" },
          { id: "people", kind: "count", label: "Số người dự", unit: "người" },
        ],
      },
    ],
  });
  const blank = sheetsOf(describeReportForm(asking, options));

  it.each([0, 1, 50])("are read, %i of them, and add up", async (count) => {
    const events = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        [`C${index + 6}`, { date: "2025-03-12" }],
        [`D${index + 6}`, 10],
      ]).flat(),
    );
    const sheets = withCells(
      filled({ sessions: count, participants: count * 10 }, blank),
      "Danh sách hội nghị",
      events,
    );
    const reading = await sent(sheets, { campaign: asking });
    expect(told(reading)).toEqual([]);
    const report = reportOf(reading);
    expect(report.repeats?.events ?? []).toHaveLength(count);
  });

  it("are told when they do not add up to the figures", async () => {
    const events = { C6: { date: "2025-03-12" }, D6: 10 };
    const sheets = withCells(filled({ sessions: 2, participants: 11 }, blank), "Danh sách hội nghị", events);
    const front = blank[0]!;
    expect(told(await sent(sheets, { campaign: asking }))).toEqual([
      `report_sum_mismatch ${answerCellOf(front, "sessions")}`,
      `report_sum_mismatch ${answerCellOf(front, "participants")}`,
    ]);
  });
});

describe("a form of an earlier version", () => {
  const first = {
    ...outreach,
    rules: [],
    fields: [
      { id: "talks", kind: "count", label: "Số buổi nói chuyện" },
      { id: "posters", kind: "count", label: "Số băng rôn, pa nô" },
      { id: "radio", kind: "count", label: "Số buổi phát thanh" },
      { id: "phones", kind: "count", label: "Số cuộc gọi" },
      { id: "men", kind: "count", label: "Số nam" },
      { id: "women", kind: "count", label: "Số nữ" },
    ],
  } as const;
  const second = {
    ...first,
    version: 2,
    fields: [
      { id: "sessions", kind: "count", label: "Số buổi tuyên truyền" },
      { id: "banners", kind: "count", label: "Số băng rôn" },
      { id: "panels", kind: "count", label: "Số pa nô" },
      { id: "radio", kind: "count", label: "Số buổi phát thanh" },
      { id: "people", kind: "count", label: "Số người" },
    ],
    earlier: [
      {
        version: 1,
        changes: [
          { kind: "renamed", from: "talks", to: "sessions", label: "Số buổi nói chuyện" },
          { kind: "split", from: first.fields[1], to: ["banners", "panels"] },
          { kind: "retired", field: first.fields[3] },
          { kind: "merged", from: [first.fields[4], first.fields[5]], to: "people" },
        ],
      },
    ],
  } as const;
  const now = campaignAsking(second as never);

  it("is read beside the forms of today: nothing shifts, nothing is lost", async () => {
    const old = sheetsOf(describeReportForm(campaignAsking(first as never), options));
    const sheets = filled({ talks: 3, posters: 9, radio: 4, phones: 2, men: 10, women: 11 }, old);
    const reading = await sent(sheets, { campaign: now });
    expect(told(reading)).toEqual([`report_version_split ${answerCellOf(old[0]!, "posters")}`]);
    const report = reportOf(reading);
    expect(report.schemaVersion).toBe(1);
    expect(values(report)).toEqual({
      sessions: 3,
      posters: 9,
      radio: 4,
      phones: 2,
      men: 10,
      women: 11,
      people: 21,
    });
  });

  it("is refused when nobody knows the version", async () => {
    const newer = campaignAsking({
      ...second,
      version: 3,
      earlier: [{ version: 2, changes: [{ kind: "added", field: "people" }] }],
    } as never);
    const old = sheetsOf(describeReportForm(campaignAsking(first as never), options));
    expect(told(await sent(filled({ talks: 3 }, old), { campaign: newer }))).toEqual([
      "report_form_version_unknown",
    ]);
  });
});
