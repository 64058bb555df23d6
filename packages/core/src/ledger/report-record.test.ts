import { describe, expect, it } from "vitest";
import { accepted, actor, answer, on, report } from "../../test/rollout.ts";
import { issue } from "../issue/issue.ts";
import { acceptedReports } from "./accepted-reports.ts";
import { eventId } from "./content-hash.ts";
import type { CampaignEvent } from "./event.ts";
import { reportRecords } from "./report-record.ts";

const first = report("p-an", { people: 5 }, { id: "one" });
const second = report("p-an", { people: 7 }, { id: "two" });
const standing = (events: CampaignEvent[], at = on(30), knownAt?: string) =>
  acceptedReports(events, { at, knownAt }).map(({ report }) => report.id);

const superseded: CampaignEvent = {
  type: "report_superseded",
  at: on(9),
  actor,
  reportId: "one",
  by: "two",
  reason: "gửi lại",
};
const returned: CampaignEvent = {
  type: "report_returned",
  at: on(10),
  actor,
  reportId: "one",
  reason: "thiếu chữ ký",
};

describe("the reports that count", () => {
  it("are those accepted by then, not those that came later", () => {
    expect(standing([accepted(first, on(8))], on(7))).toEqual([]);
    expect(standing([accepted(first, on(8))], on(8))).toEqual(["one"]);
  });

  it("hold the superseding report in place of the superseded one", () => {
    expect(standing([accepted(first, on(8)), accepted(second, on(9)), superseded])).toEqual(["two"]);
  });

  it("are one per unit and round even where no event says which: the one received last", () => {
    expect(standing([accepted(second, on(9)), accepted(first, on(8))])).toEqual(["two"]);
  });

  it("hold an addition beside what it adds to", () => {
    const addition = report("p-an", { people: 2 }, { id: "more", submission: "addition" });
    expect(standing([accepted(first, on(8)), accepted(addition, on(9))])).toEqual(["one", "more"]);
  });

  it("lose a returned report and regain it when it is accepted again", () => {
    expect(standing([accepted(first), returned])).toEqual([]);
    expect(standing([accepted(first), returned, accepted(first, on(11))])).toEqual(["one"]);
  });

  it("do not bring back the earlier report when the one that took its place is returned", () => {
    const sentBack = { ...returned, reportId: "two" };
    expect(standing([accepted(first, on(8)), accepted(second, on(9)), superseded, sentBack])).toEqual([]);
  });

  it("are of an instant as it is known today: what was received then though accepted later", () => {
    const late: CampaignEvent = { ...accepted(first, on(12)), receivedAt: on(8) } as CampaignEvent;
    expect(standing([late], on(8))).toEqual([]);
    expect(standing([late], on(8), on(12))).toEqual(["one"]);
  });

  it("still hold, of an earlier instant, what a later report superseded", () => {
    expect(standing([accepted(first, on(8)), accepted(second, on(9)), superseded], on(8), on(20))).toEqual([
      "one",
    ]);
  });
});

describe("a queried report", () => {
  const place = { source: "one.xlsx", sheet: "Báo cáo", cell: "C5" };
  const query = { ...issue("report_table_not_found", place, {}), severity: "query" } as const;
  const held: CampaignEvent = {
    type: "report_queried",
    at: on(8),
    actor,
    report: first,
    receivedAt: on(8),
    issues: [query],
  };
  const explain = (field: string): CampaignEvent => ({
    type: "query_explained",
    at: on(9),
    actor,
    reportId: "one",
    field,
    reason: "đã kiểm tra",
  });

  it("does not count until its query is explained, and then carries the explanation", () => {
    expect(standing([held])).toEqual([]);
    const [record] = acceptedReports([held, explain("people")], { at: on(30) });
    expect(record?.report.answers["people"]).toMatchObject({ value: 5, explanation: "đã kiểm tra" });
    expect(record?.decisions).toEqual([
      { eventId: eventId(explain("people")), type: "query_explained", field: "people" },
    ]);
  });

  it("is still held when another field is explained, and let go when all are", () => {
    expect(standing([held, explain("talks")])).toEqual([]);
    expect(standing([held, explain("*")])).toEqual(["one"]);
  });

  it("leaves the earlier report standing meanwhile", () => {
    const earlier = report("p-an", { people: 3 }, { id: "zero" });
    expect(standing([accepted(earlier, on(7)), held])).toEqual(["zero"]);
  });
});

describe("a correction", () => {
  it("changes the answer, keeps its cell and leaves the report in the event as it was", () => {
    const events: CampaignEvent[] = [
      accepted(first),
      {
        type: "value_corrected",
        at: on(9),
        actor,
        reportId: "one",
        field: "people",
        answer: { state: "value", value: 50 },
        reason: "gõ thiếu số 0",
      },
    ];
    const [record] = reportRecords(events, { at: on(30) });
    expect(record?.report.answers["people"]).toEqual({ state: "value", value: 50, cell: "C5" });
    expect(first.answers["people"]).toEqual(answer(5, "C5"));
  });
});

describe("a decision on a name", () => {
  it("is named by the reports that rest on it", () => {
    const origin = { ...first.origin, identifiedBy: "decision" } as const;
    const decided: CampaignEvent = {
      type: "name_decided",
      at: on(7),
      actor,
      text: "P An mới",
      unitId: "p-an",
      reason: "xác nhận qua điện thoại",
    };
    const [record] = reportRecords([accepted({ ...first, origin }), decided], { at: on(30) });
    expect(record?.decisions).toEqual([{ eventId: eventId(decided), type: "name_decided", field: null }]);
  });
});
