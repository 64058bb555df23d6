import { describe, expect, it } from "vitest";
import { campaignAsking, read, reportOf, sheetOf } from "../../test/return-case.ts";
import { acceptedReports } from "./accepted-reports.ts";
import { correctionsOf, correctReport } from "./correct-report.ts";
import { recordReturn } from "./record-return.ts";

const campaign = campaignAsking();
const at = "2025-03-25T09:00:00+07:00";
const options = {
  schema: campaign.report,
  at,
  actor: "Phòng VHTT",
  reason: "Công văn đính chính của phường",
};

async function recorded() {
  const reading = await read(
    sheetOf([
      ["Đơn vị", "Số buổi tuyên truyền trực tiếp", "Kinh phí thực hiện"],
      ["UBND phường Vĩnh Hải", 12, "1,5"],
    ]),
    { campaign },
  );
  return {
    reading,
    events: recordReturn(reading, [], { at, actor: "văn thư", receivedAt: at, evidence: "mail" }),
  };
}

describe("a correction by a person", () => {
  it("changes the figure and neither the report as it was read nor its place", async () => {
    const { reading, events } = await recorded();
    const before = JSON.stringify(events);
    const corrected = [
      ...events,
      ...correctReport(reportOf(reading), { sessions: { state: "value", value: 15 } }, options),
    ];
    const [standing] = acceptedReports(corrected, { at });
    expect(standing?.report.answers["sessions"]).toEqual({ state: "value", value: 15, cell: "B2" });
    expect(JSON.stringify(events)).toBe(before);
  });

  it("is listed with what stood before, who, when and why, each time", async () => {
    const { reading, events } = await recorded();
    const report = reportOf(reading);
    const all = [
      ...events,
      ...correctReport(report, { sessions: { state: "value", value: 15 } }, options),
      ...correctReport(report, { sessions: { state: "nil" } }, { ...options, reason: "Nhầm lần nữa" }),
    ];
    expect(correctionsOf(all)).toMatchObject([
      {
        unitId: "vinh-hai",
        field: "sessions",
        before: { value: 12 },
        after: { value: 15 },
        actor: "Phòng VHTT",
        reason: options.reason,
      },
      { field: "sessions", before: { value: 15 }, after: { state: "nil" }, reason: "Nhầm lần nữa" },
    ]);
  });

  it.each([
    [{ sessions: { state: "value", value: -1 } }, RangeError],
    [{ sessions: { state: "value", value: "15" } }, RangeError],
    [{ cost: { state: "value", value: "1.2345" } }, RangeError],
    [{ staffRate: { state: "value", value: { numerator: 3, denominator: 2 } } }, RangeError],
    [{ gà: { state: "value", value: 1 } }, RangeError],
  ] as const)("is refused when the field cannot hold it: %j", (corrections, error) => {
    expect(() => correctReport({ id: "r" }, corrections as never, options)).toThrow(error);
  });

  it("is refused without a reason", () => {
    expect(() => correctReport({ id: "r" }, {}, { ...options, reason: " " })).toThrow(TypeError);
  });
});
