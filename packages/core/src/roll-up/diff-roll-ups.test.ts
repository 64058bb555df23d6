import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accepted,
  actor,
  campaignOf,
  directory,
  field,
  issued,
  obligation,
  on,
  report,
  timeZone,
} from "../../test/rollout.ts";
import { rolloutHistory } from "../../test/rollout-history.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { Field } from "../report-schema/report-schema.ts";
import { diffRollUps } from "./diff-roll-ups.ts";
import { rollUp } from "./roll-up.ts";
import { add } from "./value-difference.ts";

const campaign = campaignOf([
  field("people"),
  field("money", { kind: "amount", decimals: 2 } as Partial<Field>),
  field("done", { kind: "ratio", aggregator: "ratio" }),
  field("links", { kind: "links", aggregator: "union" }),
]);
const first = accepted(report("p-an", { people: 10, money: { value: "1.10" } }), on(8));
const published = on(10);
const since = (later: readonly CampaignEvent[], earlier: readonly CampaignEvent[] = [first]) => {
  const events = [issued(), ...earlier, ...later];
  const of = (at: string) => rollUp(campaign, directory, events, { at, by: "group" });
  return diffRollUps(of(published), of(on(30)), events, { timeZone });
};
const total = (changes: ReturnType<typeof since>) => changes.find(({ id }) => id === "total.people");
const common = { at: on(12), actor, reason: "đơn vị đề nghị" };

describe("what changed since a roll-up was published", () => {
  it("is nothing when nothing happened", () => {
    expect(since([])).toEqual([]);
  });

  it("is a report that came after the deadline, named as late, in its group and in the total", () => {
    const changes = since([accepted(report("th-em", { people: 7 }), on(12))]);
    expect(changes.map(({ id }) => id)).toEqual(["total.people", "group:Trường học.people"]);
    expect(total(changes)).toMatchObject({
      before: 10,
      after: 17,
      change: 7,
      coverage: { before: { reported: 1 }, after: { reported: 2 } },
      causes: [{ kind: "reportArrived", unitId: "th-em", before: null, after: 7, effect: 7, late: true }],
    });
  });

  it("is a correction, with its reason and its event", () => {
    const corrected: CampaignEvent = {
      type: "value_corrected",
      ...common,
      reportId: "p-an-1",
      field: "people",
      answer: { state: "value", value: 4 },
    };
    const [cause] = total(since([corrected]))?.causes ?? [];
    expect(cause).toMatchObject({
      kind: "correction",
      before: 10,
      after: 4,
      effect: -6,
      reason: "đơn vị đề nghị",
    });
    expect(cause?.decisions).toHaveLength(1);
  });

  it("is a report that was sent back", () => {
    const changes = since([{ type: "report_returned", ...common, reportId: "p-an-1" }]);
    expect(total(changes)).toMatchObject({
      after: null,
      change: -10,
      causes: [{ kind: "reportReturned", effect: -10, reason: "đơn vị đề nghị" }],
    });
  });

  it("is a resubmission, as one cause and not a loss and a gain", () => {
    const again = accepted(
      report("p-an", { people: 12, money: { value: "1.10" } }, { id: "p-an-2" }),
      on(12),
    );
    const superseded: CampaignEvent = {
      type: "report_superseded",
      ...common,
      reportId: "p-an-1",
      by: "p-an-2",
    };
    expect(total(since([again, superseded]))?.causes).toMatchObject([
      { kind: "resubmission", reportId: "p-an-2", before: 10, after: 12, effect: 2 },
    ]);
  });

  it("is a person's decision on whose report it is", () => {
    const origin = { ...report("th-em", {}).origin, identifiedBy: "decision" } as const;
    const decided: CampaignEvent = { type: "name_decided", ...common, text: "Tiểu học Em", unitId: "th-em" };
    const changes = since([decided, accepted(report("th-em", { people: 3 }, { origin }), on(12))]);
    expect(total(changes)?.causes).toMatchObject([
      { kind: "nameDecision", effect: 3, reason: "đơn vị đề nghị" },
    ]);
  });

  it("is a query that was explained", () => {
    const held: CampaignEvent = {
      type: "report_queried",
      at: on(9),
      actor,
      report: report("th-em", { people: 900 }),
      receivedAt: on(9),
      issues: [
        {
          code: "roll_up_part_exceeds_whole",
          severity: "query",
          place: { source: "", cell: "C5" },
          params: { part: "", whole: "", unit: "" },
        },
      ],
    };
    const explained: CampaignEvent = {
      type: "query_explained",
      ...common,
      reportId: "th-em-1",
      field: "people",
    };
    expect(total(since([explained], [first, held]))?.causes).toMatchObject([
      { kind: "queryExplained", effect: 900 },
    ]);
  });

  it("is a unit that owes no more, and a unit whose figures count in another's row", () => {
    const waived: CampaignEvent = { type: "obligation_waived", ...common, obligationId: "r1/p-an" };
    expect(total(since([waived]))?.causes).toMatchObject([{ kind: "unitChange", effect: -10 }]);
    const merged: CampaignEvent = {
      type: "obligation_transferred",
      ...common,
      from: ["r1/p-an", "r1/p-binh"],
      to: [obligation("p-binh", "Phường mới")],
    };
    const changes = since([merged]);
    expect(changes.map(({ id, change, causes }) => [id, change, causes[0]?.kind])).toEqual([
      ["total.people", 0, undefined],
      ["total.money", "0", undefined],
      ["total.done", null, undefined],
      ["total.links", null, undefined],
      ["group:Phường.people", -10, "unitChange"],
      ["group:Phường.money", "-1.1", "unitChange"],
      ["group:Phường.done", null, undefined],
      ["group:Phường.links", null, undefined],
      ["group:Phường mới.people", 10, "unitChange"],
      ["group:Phường mới.money", "1.1", "unitChange"],
      ["group:Phường mới.done", null, undefined],
      ["group:Phường mới.links", null, undefined],
    ]);
  });
});

describe("the causes of any change", () => {
  it("add up to it, exactly", () => {
    fc.assert(
      fc.property(rolloutHistory, (events) => {
        const all = [issued(), ...events];
        const of = (at: string) => rollUp(campaign, directory, all, { at, by: "unit" });
        for (const { change, causes } of diffRollUps(of(on(10)), of(on(30)), all, { timeZone })) {
          if (change === null || causes.length === 0) continue;
          expect(add(causes.map(({ effect }) => effect))).toEqual(change);
        }
      }),
      { seed: 20241129, numRuns: 300 },
    );
  });
});
