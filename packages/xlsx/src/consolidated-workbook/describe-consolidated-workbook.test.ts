import { inflateSync } from "node:zlib";
import {
  issue,
  parseRange,
  rollUp,
  type CampaignEvent,
  type CellDescription,
  type Field,
  type ObligationState,
  type RollUpBy,
  type SheetDescription,
  type Status,
  type StatusCounts,
} from "@chiendich/core";
import { describe, expect, it } from "vitest";
import {
  accepted,
  campaignOf,
  directory,
  field,
  issued,
  obligation,
  on,
  report,
  schools,
  wards,
} from "../../../core/test/rollout.ts";
import { describeConsolidatedWorkbook } from "./describe-consolidated-workbook.ts";
import { stateNames } from "./status-sheets.ts";

const campaign = campaignOf([
  field("people", { label: { vi: "Số lượt người" }, unit: { vi: "lượt người" } }),
  field("members", { label: { vi: "Thành viên nhóm" }, additive: false }),
  field("money", { label: { vi: "Kinh phí" }, kind: "amount", decimals: 2 } as Partial<Field>),
  field("links", { label: { vi: "Minh chứng" }, kind: "links", aggregator: "union" }),
  field("trained", { label: { vi: "Tỷ lệ" }, kind: "ratio", aggregator: "ratio" }),
]);
const events: readonly CampaignEvent[] = [
  issued(),
  accepted(
    report("p-an", {
      people: 1200,
      members: 300,
      money: { value: "0.1" },
      links: { value: ["https://nhatrang.example/tin-1"] },
      trained: { value: { numerator: 19, denominator: 20 } },
    }),
  ),
  accepted(report("th-em", { people: 34, members: 5, money: { value: "0.2" }, trained: "nil" })),
  accepted(report("p-cat", {}, { nil: true })),
];

const nothing = Object.fromEntries(Object.keys(stateNames).map((state) => [state, 0])) as Record<
  ObligationState,
  number
>;
const counts = {
  expected: 5,
  received: 3,
  onTime: 3,
  byState: { ...nothing, onTime: 2, nil: 1, missing: 2 },
  reportingRate: 0.6,
  onTimeRate: 0.6,
} as StatusCounts;
const status = {
  at: on(12),
  rows: [...wards, ...schools].map((id) => ({
    obligation: obligation(id),
    state: id === "p-an" ? "onTime" : "missing",
    receivedAt: id === "p-an" ? "2024-11-08T02:30:00Z" : null,
    timeliness: null,
    completeness: id === "p-an" ? 1 : null,
    reason: null,
  })),
  total: counts,
  byGroup: {
    Phường: counts,
    "Trường học": { ...counts, expected: 0, reportingRate: null, onTimeRate: null },
  },
} as unknown as Status;

const describeBy = (by: RollUpBy) => {
  const made = rollUp(campaign, directory, events, { at: on(12), by });
  const problem = issue(
    "roll_up_not_additive",
    { source: "a.xlsx", sheet: "Biểu", cell: "C7" },
    { field: "x" },
  );
  return describeConsolidatedWorkbook(campaign, directory, {
    status,
    rollUp: made,
    issues: [problem],
    readings: [],
    published: { id: "lan-1", sha256: "f".repeat(64) },
  });
};
const sheetOf = (name: string, by: RollUpBy = "group") =>
  describeBy(by).sheets.find((sheet) => sheet.name === name) as SheetDescription;
const texts = (sheet: SheetDescription) =>
  sheet.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null));
const cells = (sheet: SheetDescription) =>
  sheet.rows.flatMap(({ cells }) => cells).filter((cell) => cell !== null);

/** What an office program makes of `SUM('Nguồn số liệu'!F2:F4)`. */
function recompute(formula: string, lineage: SheetDescription): number {
  const range = parseRange(/^SUM\('Nguồn số liệu'!(\w+:\w+)\)$/.exec(formula)?.[1] ?? "");
  if (!range) throw new Error(`not a sum over the lineage: ${formula}`);
  const rows = lineage.rows.slice(range.from.row, range.to.row + 1);
  return rows.reduce((sum, row) => sum + Number((row.cells[range.from.column] as CellDescription).value), 0);
}

/** Lengths of the bars of a picture with 24 pixels a bar, counted in its pixels. */
function barsOf(png: Uint8Array): readonly number[] {
  const bytes = Buffer.from(png);
  const width = bytes.readUInt32BE(16);
  const at = bytes.indexOf("IDAT");
  const pixels = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  const lines = pixels.length / (width + 1);
  return Array.from({ length: lines / 24 }, (_, bar) => {
    const start = (bar * 24 + 12) * (width + 1);
    return pixels.subarray(start + 1, start + 1 + width).filter((colour) => colour === 1).length;
  });
}

describe("the consolidated workbook", () => {
  it("has figures, status by group and unit, issues, returns and sources, in that order", () => {
    expect(describeBy("group").sheets.map(({ name }) => name)).toEqual([
      "Tổng hợp",
      "Theo nhóm",
      "Biểu đồ",
      "Tình hình báo cáo",
      "Theo đơn vị",
      "Vấn đề",
      "Tệp đã nhận",
      "Nguồn số liệu",
    ]);
  });

  it("says at the top of which instant and of which published roll-up it is", () => {
    const [, moment, published] = texts(sheetOf("Tổng hợp"));
    expect(moment?.[0]).toBe("Đợt báo cáo: r1. Tình hình đến 12/11/2024 09:00");
    expect(published?.[0]).toContain("lan-1");
  });

  it("shows each total and each group with its coverage and what must be known about it", () => {
    const rows = texts(sheetOf("Tổng hợp")).slice(4);
    expect(rows[0]).toEqual([
      1,
      "Số lượt người",
      "lượt người",
      1234,
      "3/5",
      "08/11/2024",
      "1 đơn vị không phát sinh",
    ]);
    expect(texts(sheetOf("Theo nhóm"))[2]?.slice(3)).toEqual([1200, "2/3", 34, "1/2"]);
    expect(rows[1]?.slice(3, 7)).toEqual([
      305,
      "3/5",
      "08/11/2024",
      "Số ước tính, các đơn vị có thể trùng; 1 đơn vị không phát sinh",
    ]);
    expect(rows[3]?.[3]).toBe("1 đường dẫn");
    expect(rows[4]?.[3]).toBe(0.95);
  });

  it("marks an estimate in the cell itself, which stays a number", () => {
    const cell = sheetOf("Tổng hợp").rows[5]?.cells[3];
    expect([cell?.value, cell?.style?.format]).toEqual([305, '"≈ "#,##0']);
  });

  it("gives no value without a coverage beside it", () => {
    for (const row of texts(sheetOf("Tổng hợp")).slice(4)) expect(row[4]).toMatch(/^\d+\/\d+$/);
    for (const row of texts(sheetOf("Theo nhóm")).slice(2)) {
      for (const column of [3, 5]) if (row[column] !== null) expect(row[column + 1]).toMatch(/^\d+\/\d+$/);
    }
  });

  it.each(["group", "unit", "total", { parentIn: "administrative" }] as const)(
    "makes sums formulas over their sources that recompute to the same value, by %j",
    (by) => {
      const lineage = sheetOf("Nguồn số liệu", by);
      const figures = describeBy(by).sheets.filter(({ name }) => name === "Tổng hợp" || name === "Theo nhóm");
      const sums = figures.flatMap(cells).filter(({ formula }) => formula !== undefined);
      expect(sums.length).toBeGreaterThanOrEqual(3);
      for (const { formula, value } of sums)
        expect(recompute(formula as string, lineage)).toBeCloseTo(value as number, 9);
    },
  );

  it("leads from every coverage to the first row it stands on", () => {
    const lineage = texts(sheetOf("Nguồn số liệu"));
    const figures = sheetOf("Tổng hợp").rows.slice(4);
    for (const { cells } of figures) {
      const row = /^#'Nguồn số liệu'!B(\d+)$/.exec(cells[4]?.link ?? "")?.[1];
      expect(lineage[Number(row) - 1]?.[1]).toBe(cells[1]?.value);
    }
  });

  it("names file, sheet, cell and hash of every value, and shows nil as nil", () => {
    const rows = texts(sheetOf("Nguồn số liệu"));
    expect(rows[1]).toEqual([
      1,
      "Số lượt người",
      "Phường",
      "p-an",
      { date: "2024-11-08" },
      1200,
      null,
      "p-an-1.xlsx",
      "Báo cáo",
      "C5",
      "hash-of-p-an-1",
      "",
    ]);
    expect(rows[2]?.slice(3, 7)).toEqual(["p-cat", { date: "2024-11-08" }, 0, "Không phát sinh"]);
  });

  it("shows a nil answer of a unit as nil, not as 0", () => {
    expect(texts(sheetOf("Theo đơn vị"))[3]?.slice(6, 8)).toEqual(["KPS", "KPS"]);
  });

  it("draws a bar for each group beside its value, as long as the value is large", () => {
    const sheet = sheetOf("Biểu đồ");
    expect(sheet.pictures?.map(({ at, width, height, alt }) => [at.row, width, height, alt])).toEqual([
      [1, 420, 48, "Số lượt người: Phường 1200; Trường học 34"],
      [6, 420, 48, "Thành viên nhóm: Phường 300; Trường học 5"],
    ]);
    expect(texts(sheet)[1]).toEqual(["Phường", 1200, "2/3"]);
    expect(barsOf(sheet.pictures?.[0]?.png as Uint8Array)).toEqual([420, 12]);
  });

  it("lists each issue with place, sentence and cure", () => {
    expect(texts(sheetOf("Vấn đề"))[1]?.slice(0, 6)).toEqual([
      1,
      "Lỗi",
      "a.xlsx",
      "Biểu",
      "C7",
      "chỉ tiêu “x” không cộng được giữa các đơn vị vì có thể trùng",
    ]);
  });

  it("shows when a unit's report came, in the campaign's zone, and what it gave", () => {
    const row = texts(sheetOf("Theo đơn vị"))[1];
    expect(row?.slice(0, 7)).toEqual([1, "p-an", "Phường", "Đúng hạn", "08/11/2024 09:30", 1, 1200]);
  });
});
