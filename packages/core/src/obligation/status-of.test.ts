import { describe, expect, it } from "vitest";
import {
  accepted,
  actor,
  campaignOf,
  directory,
  field,
  issuedAt,
  on,
  report,
  unit,
} from "../../test/rollout.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { unitDirectory } from "../recipient-unit/unit-directory.ts";
import { addObligation, extendObligation, waiveObligation } from "./amendments.ts";
import { issueCampaign } from "./issue-campaign.ts";
import { obligationStates } from "./status-counts.ts";
import { statusOf } from "./status-of.ts";

const ten = Array.from({ length: 10 }, (_, index) => field(`f${index}`));
const campaign = campaignOf(ten, ["r1", "r2"]);
const issued = issueCampaign(campaign, directory, { at: issuedAt, actor });
const status = (events: readonly CampaignEvent[], at = on(20)) =>
  statusOf(campaign, [...issued, ...events], { at });

describe("issueCampaign", () => {
  it("freezes one obligation for each unit of the campaign's groups and each round", () => {
    expect(issued).toHaveLength(1);
    const [event] = issued;
    if (event?.type !== "campaign_issued") throw new Error("not issued");
    expect(event.obligations.map(({ id }) => id)).toEqual(
      ["r1", "r2"].flatMap((round) =>
        ["p-an", "p-binh", "p-cat", "th-dong", "th-em"].map((id) => `${round}/${id}`),
      ),
    );
    expect(event.obligations[3]).toMatchObject({
      group: "Trường học",
      parents: { administrative: "p-an", sector: "phong-gd" },
      createdAt: issuedAt,
    });
  });

  it("lets a unit in two groups owe once, in the first the campaign names", () => {
    const both = unitDirectory([{ ...unit("x", "Trường học"), groups: ["Trường học", "Phường"] }]);
    const [event] = issueCampaign(campaign, both, { at: issuedAt, actor });
    expect(event).toMatchObject({ obligations: [{ id: "r1/x", group: "Phường" }, { id: "r2/x" }] });
  });

  it("lets the issuing unit owe itself nothing", () => {
    const issuer = { ...campaign.dispatch.issuer, unitId: "p-an" };
    const own = { ...campaign, dispatch: { ...campaign.dispatch, issuer } };
    const [event] = issueCampaign(own, directory, { at: issuedAt, actor });
    expect(JSON.stringify(event)).not.toContain("r1/p-an");
  });

  it("gives each group its own deadline and grace", () => {
    const [first, ...others] = campaign.rounds;
    const schoolDeadline = { ...first!.deadline, lastInstant: "2024-11-15T23:59:59.999+07:00" };
    const round = {
      ...first!,
      graceDays: 2,
      groupDeadlines: { "Trường học": schoolDeadline },
      groupDates: { "Trường học": { graceDays: 0 } },
    };
    const [event] = issueCampaign({ ...campaign, rounds: [round, ...others] }, directory, {
      at: issuedAt,
      actor,
    });
    if (event?.type !== "campaign_issued") throw new Error("not issued");
    expect(event.obligations[0]).toMatchObject({ graceUntil: "2024-11-11T23:59:59.999+07:00" });
    expect(event.obligations[3]?.deadline).toEqual(schoolDeadline);
    expect(event.obligations[3]?.graceUntil).toBeUndefined();
  });

  it("leaves the denominator alone when the directory grows, until somebody amends it", () => {
    const grown = unitDirectory([...directory.units, unit("th-moi", "Trường học")]);
    expect(status([]).total.expected).toBe(10);
    const addition = addObligation(campaign, grown, issued, {
      roundId: "r1",
      unitId: "th-moi",
      at: on(3),
      actor,
      reason: "trường mới thành lập",
    });
    expect(status([addition]).total.expected).toBe(11);
    expect(status([addition], on(2)).total.expected).toBe(10);
    expect(status([addition]).rows.at(-1)?.reason).toBe("trường mới thành lập");
  });
});

describe("statusOf", () => {
  const answers = Object.fromEntries(ten.slice(0, 3).map(({ id }) => [id, 1]));

  it("counts what was expected, received and on time, with rates from 0 to 1", () => {
    const { total } = status([
      accepted(report("p-an", answers), on(8)),
      accepted(report("p-binh", answers), on(12)),
    ]);
    expect(total).toMatchObject({
      expected: 10,
      received: 2,
      onTime: 1,
      reportingRate: 0.2,
      onTimeRate: 0.1,
    });
    expect(total.byState).toMatchObject({ onTime: 1, late: 1, missing: 8 });
  });

  it("has no rate when nothing is expected", () => {
    const none = statusOf(campaign, [], { at: on(8) });
    expect(none.total).toMatchObject({ expected: 0, reportingRate: null, onTimeRate: null, itemRate: null });
    expect(none.byGroup["Phường"]?.expected).toBe(0);
  });

  it("tells how complete a report is from whether one came", () => {
    const { rows, total } = status([accepted(report("p-an", answers))]);
    expect(rows[0]).toMatchObject({ state: "onTime", completeness: 0.3 });
    expect(rows[1]).toMatchObject({ state: "missing", completeness: null });
    expect(total).toMatchObject({ itemsExpected: 100, itemsReceived: 3, itemRate: 0.03 });
  });

  it("counts zero, nil and not applicable as answers, and a blank as none", () => {
    const given = report("p-an", { f0: 0, f1: "nil", f2: "notApplicable", f3: "missing" });
    expect(status([accepted(given)]).rows[0]?.completeness).toBe(0.3);
    expect(status([accepted({ ...given, nil: true, answers: {} })]).rows[0]?.completeness).toBe(1);
  });

  it("asks of a unit only what its group is asked", () => {
    const schools = [field("all"), field("pupils", { groups: ["Trường học"] })];
    const own = campaignOf(schools);
    const events = issueCampaign(own, directory, { at: issuedAt, actor });
    const { rows } = statusOf(
      own,
      [...events, accepted(report("p-an", { all: 1 })), accepted(report("th-em", { all: 1 }))],
      {
        at: on(20),
      },
    );
    expect(rows.map(({ completeness }) => completeness)).toEqual([1, null, null, null, 0.5]);
  });

  it("adds the answers of an addition to those of the report it adds to", () => {
    const more = report("p-an", { f3: 1 }, { id: "p-an-more", submission: "addition" });
    const [row] = status([accepted(report("p-an", answers), on(7)), accepted(more, on(8))]).rows;
    expect(row).toMatchObject({ completeness: 0.4, reportIds: ["p-an-1", "p-an-more"], receivedAt: on(8) });
  });

  it("adds up to the total by group, by round and by parent in each hierarchy", () => {
    const found = status([
      accepted(report("p-an", answers)),
      accepted(report("th-em", answers, { roundId: "r2" }), on(12)),
      waiveObligation(campaign, issued, { obligationId: "r1/th-dong", at: on(2), actor, reason: "nghỉ hè" }),
    ]);
    expect(Object.keys(found.byGroup)).toEqual(["Phường", "Trường học"]);
    expect(Object.keys(found.byRound)).toEqual(["r1", "r2"]);
    expect(Object.keys(found.byParent["sector"] ?? {})).toEqual(["tp", "phong-gd"]);
    expect(found.byParent["sector"]?.["phong-gd"]).toMatchObject({ expected: 3, received: 1, onTime: 0 });
    for (const groups of [found.byGroup, found.byRound, ...Object.values(found.byParent)]) {
      const counts = Object.values(groups);
      for (const key of ["expected", "received", "onTime", "itemsExpected", "itemsReceived"] as const) {
        expect(counts.reduce((sum, count) => sum + count[key], 0)).toBe(found.total[key]);
      }
      for (const state of obligationStates) {
        expect(counts.reduce((sum, { byState }) => sum + byState[state], 0)).toBe(found.total.byState[state]);
      }
    }
  });

  it("may be asked of one round", () => {
    const found = statusOf(campaign, issued, { at: on(20), roundId: "r2" });
    expect(found.total.expected).toBe(5);
    expect(Object.keys(found.byRound)).toEqual(["r2"]);
  });

  it("tells the status of an instant as it was known then from that known today", () => {
    // It came on the 8th by mail, and was read on the 12th.
    const read: CampaignEvent = {
      type: "report_accepted",
      at: on(12),
      actor,
      report: report("p-an", answers),
      receivedAt: on(8),
    };
    const stateOf = (at: string, knownAt?: string) =>
      statusOf(campaign, [...issued, read], { at, ...(knownAt !== undefined && { knownAt }) }).rows[0]?.state;
    expect(stateOf(on(10))).toBe("missing");
    expect(stateOf(on(10), on(12))).toBe("onTime");
    expect(stateOf(on(7), on(12))).toBe("awaited");
    expect(stateOf(on(12))).toBe("onTime");
  });

  it("gives on any later day what a snapshot of the day says", () => {
    const events: CampaignEvent[] = [
      accepted(report("p-an", answers), on(8)),
      accepted(report("p-binh", answers), on(11)),
      accepted(report("p-cat", answers), on(14)),
    ];
    const snapshot = statusOf(campaign, [...issued, ...events.slice(0, 1)], { at: on(10) });
    expect(statusOf(campaign, [...issued, ...events], { at: on(10) })).toEqual(snapshot);
  });

  it("names reports that came although nothing was owed", () => {
    const waiver = waiveObligation(campaign, issued, {
      obligationId: "r1/p-an",
      at: on(2),
      actor,
      reason: "miễn",
    });
    const { total, notOwed } = status([
      waiver,
      accepted(report("p-an", answers), on(8)),
      accepted(report("tp", answers), on(8)),
    ]);
    expect(total).toMatchObject({ expected: 9, received: 0 });
    expect(notOwed.map(({ unitId }) => unitId)).toEqual(["p-an", "tp"]);
  });

  it("survives JSON", () => {
    const found = status([accepted(report("p-an", answers))]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});

describe("amendments", () => {
  const deadline = { ...campaign.rounds[0]!.deadline, lastInstant: "2024-11-15T23:59:59.999+07:00" };
  const extension = {
    obligationId: "r1/p-an",
    deadline,
    document: "2300/VHTT",
    at: on(8),
    actor,
    reason: "bão",
  };

  it.each([
    ["reason", { ...extension, reason: " " }],
    ["actor", { ...extension, actor: "" }],
    ["document", { ...extension, document: "" }],
  ])("refuse an extension without its %s", (name, broken) => {
    expect(() => extendObligation(campaign, issued, broken)).toThrow(
      new TypeError(`${name} must say something`),
    );
  });

  it("refuse an extension that ends no later than what is in force", () => {
    const first = extendObligation(campaign, issued, extension);
    expect(() => extendObligation(campaign, [...issued, first], extension)).toThrow(RangeError);
    const earlier = { ...extension, deadline: campaign.rounds[0]!.deadline };
    expect(() => extendObligation(campaign, issued, earlier)).toThrow(/not after/);
  });

  it("refuse a waiver without a reason, and one of what nobody owes", () => {
    const waiver = { obligationId: "r1/p-an", at: on(8), actor, reason: "miễn" };
    expect(() => waiveObligation(campaign, issued, { ...waiver, reason: "" })).toThrow(TypeError);
    expect(() => waiveObligation(campaign, issued, { ...waiver, obligationId: "r1/tp" })).toThrow(RangeError);
    const first = waiveObligation(campaign, issued, waiver);
    expect(() => waiveObligation(campaign, [...issued, first], waiver)).toThrow(RangeError);
  });

  it("refuse to add what is owed already, and whom nobody knows", () => {
    const addition = { roundId: "r1", unitId: "p-an", at: on(8), actor, reason: "sót" };
    const add = (more: Partial<typeof addition>) => () =>
      addObligation(campaign, directory, issued, { ...addition, ...more });
    expect(add({})).toThrow(/owed already/);
    expect(add({ unitId: "ai" })).toThrow(/no unit ai/);
    expect(add({ roundId: "r9" })).toThrow(/no round r9/);
    expect(add({ unitId: "tp" })).toThrow(/no group/);
    expect(
      addObligation(campaign, directory, issued, { ...addition, unitId: "tp", group: "Phường" }),
    ).toMatchObject({
      obligation: { id: "r1/tp", group: "Phường" },
    });
  });

  it("may take effect on another day than the one they were decided on", () => {
    const waiver = waiveObligation(campaign, issued, {
      obligationId: "r1/p-an",
      at: on(8),
      actor,
      reason: "miễn",
      effectiveOn: "2024-11-01",
    });
    const expected = (at: string, knownAt: string) =>
      statusOf(campaign, [...issued, waiver], { at, knownAt }).total.expected;
    expect(expected(on(1), on(8))).toBe(9);
    expect(expected(on(1), on(1))).toBe(10);
  });
});
