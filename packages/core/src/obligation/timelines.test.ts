import { describe, expect, it } from "vitest";
import {
  accepted,
  actor,
  campaignOf,
  deadline,
  field,
  issuedAt,
  obligation,
  on,
  report,
} from "../../test/rollout.ts";
import { issue } from "../issue/issue.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { Report } from "../report/report.ts";
import { endOfDayAt, type Instant } from "../time/instant.ts";
import type { Obligation, ObligationState } from "./obligation.ts";
import { statusOf } from "./status-of.ts";

const campaign = campaignOf([field("participants")]);
const unitId = "p-an";
const id = `r1/${unitId}`;

const issued = (more: Partial<Obligation> = {}): CampaignEvent => ({
  type: "campaign_issued",
  at: issuedAt,
  actor,
  campaignId: campaign.id,
  obligations: [{ ...obligation(unitId), ...more }],
});
const given = report(unitId, { participants: 5 });
const second = report(unitId, { participants: 6 }, { id: "p-an-2", submission: "correction" });
const queried = (of: Report, at: Instant): CampaignEvent => ({
  type: "report_queried",
  at,
  actor,
  report: of,
  receivedAt: at,
  issues: [issue("report_table_not_found", { path: "" }, {})].map((one) => ({ ...one, severity: "query" })),
});
const explained = (at: Instant): CampaignEvent => ({
  type: "query_explained",
  at,
  actor,
  reportId: given.id,
  field: "*",
  reason: "đã đối chiếu danh sách",
});
const returned = (at: Instant): CampaignEvent => ({
  type: "report_returned",
  at,
  actor,
  reportId: given.id,
  reason: "số liệu chưa khớp",
});
const waived = (at: Instant): CampaignEvent => ({
  type: "obligation_waived",
  at,
  actor,
  obligationId: id,
  reason: "đơn vị ngừng hoạt động",
});
const extended = (at: Instant, until: string): CampaignEvent => ({
  type: "obligation_extended",
  at,
  actor,
  obligationId: id,
  deadline: { ...deadline, on: until, dayCounts: true, lastInstant: endOfDayAt(until, deadline.timeZone) },
  document: "2300/VHTT",
  reason: "khắc phục hậu quả bão",
});

/** The deadline is 09/11/2024 24:00. A timeline, then the state at instants. */
const timelines: readonly {
  readonly name: string;
  readonly events: readonly CampaignEvent[];
  readonly states: readonly (readonly [Instant, ObligationState])[];
}[] = [
  {
    name: "nothing ever comes",
    events: [issued()],
    states: [
      [issuedAt, "awaited"],
      ["2024-11-09T23:59:59.999+07:00", "awaited"],
      ["2024-11-10T00:00:00.000+07:00", "missing"],
      [on(30), "missing"],
    ],
  },
  {
    name: "a report comes in time",
    events: [issued(), accepted(given, on(8))],
    states: [
      ["2024-11-08T08:59:59+07:00", "awaited"],
      [on(8), "onTime"],
      [on(20), "onTime"],
    ],
  },
  {
    name: "a report comes at the last moment",
    events: [issued(), accepted(given, "2024-11-09T23:59:59.999+07:00")],
    states: [["2024-11-09T23:59:59.999+07:00", "onTime"]],
  },
  {
    name: "a report comes a millisecond too late, though early in UTC",
    events: [issued(), accepted(given, "2024-11-09T17:00:00.000Z")],
    states: [
      ["2024-11-09T16:59:59.999Z", "awaited"],
      ["2024-11-09T17:00:00.000Z", "late"],
    ],
  },
  {
    name: "a report comes within the grace",
    events: [issued({ graceUntil: "2024-11-11T23:59:59.999+07:00" }), accepted(given, on(11))],
    states: [
      [on(10), "awaited"],
      [on(11), "onTime"],
    ],
  },
  {
    name: "the deadline is extended and the report comes within the extension",
    events: [issued(), extended(on(9), "2024-11-15"), accepted(given, on(12))],
    states: [
      [on(10), "awaited"],
      [on(12), "extended"],
    ],
  },
  {
    name: "the extension is granted after the report came late",
    events: [issued(), accepted(given, on(12)), extended(on(13), "2024-11-15")],
    states: [
      [on(10), "missing"],
      [on(12), "late"],
      [on(13), "extended"],
    ],
  },
  {
    name: "the report comes after the extension too",
    events: [issued(), extended(on(9), "2024-11-15"), accepted(given, on(16))],
    states: [
      ["2024-11-15T23:59:59.999+07:00", "awaited"],
      ["2024-11-16T00:00:00.000+07:00", "missing"],
      [on(16), "late"],
    ],
  },
  {
    name: "a report in time has open questions, explained after the deadline",
    events: [issued(), queried(given, on(8)), explained(on(12))],
    states: [
      [on(8), "queried"],
      [on(11), "queried"],
      [on(12), "onTime"],
    ],
  },
  {
    name: "a report in time is sent back, and another comes late",
    events: [issued(), accepted(given, on(8)), returned(on(9)), accepted(second, on(12))],
    states: [
      [on(8), "onTime"],
      [on(9), "returned"],
      [on(11), "returned"],
      [on(12), "late"],
    ],
  },
  {
    name: "a report in time is corrected by the unit after the deadline",
    events: [issued(), accepted(given, on(8)), accepted(second, on(12))],
    states: [
      [on(8), "onTime"],
      [on(12), "onTime"],
    ],
  },
  {
    name: "a nil report comes",
    events: [issued(), accepted({ ...given, nil: true, answers: {} }, on(8))],
    states: [
      [on(7), "awaited"],
      [on(8), "nil"],
      [on(20), "nil"],
    ],
  },
  {
    name: "the unit is waived, then asked again",
    events: [
      issued(),
      waived(on(7)),
      {
        type: "obligation_added",
        at: on(9),
        actor,
        obligation: obligation(unitId),
        reason: "hoạt động trở lại",
      },
    ],
    states: [
      [on(6), "awaited"],
      [on(7), "waived"],
      [on(8), "waived"],
      [on(9), "awaited"],
      [on(10), "missing"],
    ],
  },
  {
    name: "one unit goes through almost everything",
    events: [
      issued(),
      extended(on(10), "2024-11-15"),
      queried(given, on(12)),
      explained(on(13)),
      returned(on(14)),
      accepted(second, on(18)),
      waived(on(20)),
    ],
    states: [
      [on(8), "awaited"],
      ["2024-11-10T00:00:00+07:00", "missing"],
      [on(11), "awaited"],
      [on(12), "queried"],
      [on(13), "extended"],
      [on(14), "returned"],
      [on(18), "late"],
      [on(20), "waived"],
    ],
  },
  {
    name: "the unit is waived after it reported",
    events: [issued(), accepted(given, on(6)), waived(on(7))],
    states: [
      [on(6), "onTime"],
      [on(7), "waived"],
    ],
  },
];

const states = timelines.flatMap(({ name, events, states }) =>
  states.map(([at, state]) => ({ name, events, at, state })),
);

describe("the state of an obligation", () => {
  it.each(states)("$name: $state at $at", ({ events, at, state }) => {
    const status = statusOf(campaign, events, { at });
    expect(status.rows.map((row) => row.state)).toEqual([state]);
    expect(status.total.byState[state]).toBe(1);
  });

  it("covers every state there is", () => {
    expect(new Set(states.map(({ state }) => state)).size).toBe(9);
  });

  it("names the document of an extension, and the reason of a return and of a waiver", () => {
    const row = (events: readonly CampaignEvent[], at: Instant) => statusOf(campaign, events, { at }).rows[0];
    expect(row([issued(), extended(on(9), "2024-11-15")], on(10))).toMatchObject({
      extendedBy: "2300/VHTT",
      reason: "khắc phục hậu quả bão",
      openUntil: "2024-11-15T23:59:59.999+07:00",
    });
    expect(row([issued(), accepted(given), returned(on(9))], on(10))?.reason).toBe("số liệu chưa khớp");
    expect(row([issued(), waived(on(7))], on(10))?.reason).toBe("đơn vị ngừng hoạt động");
  });

  it("keeps a report's own timeliness apart from its being nil", () => {
    const nil = { ...given, nil: true, answers: {} };
    const late = statusOf(campaign, [issued(), accepted(nil, on(12))], { at: on(12) });
    expect(late.rows[0]).toMatchObject({ state: "nil", timeliness: "late" });
    expect(late.total).toMatchObject({ received: 1, onTime: 0 });
  });
});
