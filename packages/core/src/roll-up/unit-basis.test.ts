import { describe, expect, it } from "vitest";
import { accepted, actor, campaignOf, field, obligation, on, report, unit } from "../../test/rollout.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { LineageEvent } from "../recipient-unit/lineage-event.ts";
import { unitDirectory } from "../recipient-unit/unit-directory.ts";
import { printFigure } from "./print-figure.ts";
import { rollUp, type RollUpOptions } from "./roll-up.ts";

/** On 1 November p-an takes in p-binh; on 1 July 2025 p-an and p-cat become p-moi, and p-dai is split in two. */
const lineage: readonly LineageEvent[] = [
  {
    kind: "absorbed",
    on: "2024-11-01",
    from: ["p-an", "p-binh"],
    to: [{ unitId: "p-an" }],
    legalBasis: "1196/NQ-UBTVQH15",
  },
  {
    kind: "merged",
    on: "2025-07-01",
    from: ["p-an", "p-cat"],
    to: [{ unitId: "p-moi" }],
    legalBasis: "1667/NQ-UBTVQH15",
  },
  {
    kind: "split",
    on: "2025-07-01",
    from: ["p-dai"],
    to: [{ unitId: "p-dong" }, { unitId: "p-tay" }],
    legalBasis: "1667/NQ-UBTVQH15",
  },
];
const directory = unitDirectory(
  ["p-an", "p-binh", "p-cat", "p-dai", "p-moi", "p-dong", "p-tay"].map((id) =>
    unit(id, "Phường", { administrative: "tp" }),
  ),
  lineage,
);
const campaign = campaignOf([
  field("people"),
  field("note", { kind: "text", maxLength: 99, aggregator: "list" } as never),
]);
const owing = ["p-an", "p-binh", "p-cat", "p-dai"].map((id) => obligation(id));
const october = "2024-10-30T09:00:00+07:00";
const events: readonly CampaignEvent[] = [
  {
    type: "campaign_issued",
    at: "2024-10-29T08:00:00+07:00",
    actor,
    campaignId: campaign.id,
    obligations: owing,
  },
  accepted(report("p-binh", { people: 7, note: { value: "khó" } }), october),
  {
    type: "obligation_transferred",
    at: on(1, 0),
    actor,
    from: ["r1/p-an", "r1/p-binh"],
    to: [obligation("p-an")],
    reason: "Nghị quyết số 1196/NQ-UBTVQH15",
  },
  accepted(report("p-cat", { people: 10 }), on(6)),
  accepted(report("p-dai", { people: 11, note: { value: "rộng" } }), on(7)),
];
const of = (options: Partial<RollUpOptions>) =>
  rollUp(campaign, directory, events, { at: on(30), by: "unit", ...options });
const rows = (options: Partial<RollUpOptions>) =>
  of(options).scopes.map(({ id, figures }) => [
    id,
    figures["people"]?.value,
    figures["people"]?.coverage.expected,
  ]);

describe("a roll-up on the units of another day", () => {
  it("puts what was reported before a merger onto the unit of after it", () => {
    expect(rows({ basis: "2024-11-02" })).toEqual([
      ["unit:p-an", 7, 1],
      ["unit:p-cat", 10, 1],
      ["unit:p-dai", 11, 1],
    ]);
  });

  it("leaves it with the unit of before it on the older basis", () => {
    expect(rows({ basis: "2024-10-29" })).toEqual([
      ["unit:p-binh", 7, 0],
      ["unit:p-cat", 10, 1],
      ["unit:p-dai", 11, 1],
      ["joint:p-an+p-binh:mergedBefore", null, 1],
    ]);
  });

  it("keeps what no document parts together for all the units it went into, and says why", () => {
    const made = of({ basis: "2025-07-01" });
    expect(
      made.scopes.map(({ label, reason, figures }) => [label, reason, printFigure(figures["people"]!, "vi")]),
    ).toEqual([
      ["p-moi", undefined, "17 (1/2 đơn vị)"],
      ["p-dong + p-tay", "splitUndeclared", "11 (1/1 đơn vị)"],
    ]);
  });

  it("parts it by the rule that was chosen, to the last unit, and marks the parts as estimates", () => {
    const made = of({ basis: "2025-07-01", split: { kind: "equal" } });
    const [, east, west, together] = made.scopes;
    expect([east, west].map((scope) => printFigure(scope!.figures["people"]!, "vi"))).toEqual([
      "ước tính 6 (1/1 đơn vị)",
      "ước tính 5 (1/1 đơn vị)",
    ]);
    expect(east?.figures["people"]?.leaves[0]?.parted).toEqual({ given: 11, share: 0.5, rules: ["equal"] });
    // A text cannot be parted.
    expect(together).toMatchObject({
      id: "joint:p-dong+p-tay:splitUndeclared",
      figures: { note: { value: ["rộng"] } },
    });
  });

  it.each(["2024-10-29", "2024-11-02", "2025-07-01"])(
    "has the same total on the basis of %s, by unit and by parent",
    (basis) => {
      for (const by of ["unit", { parentIn: "administrative" }] as const) {
        const made = of({ basis, by, split: { kind: "equal" } });
        expect(made.total["people"]?.value).toBe(28);
        const tops = made.scopes.filter(({ within }) => within === null);
        expect(tops.reduce((sum, { figures }) => sum + Number(figures["people"]?.value ?? 0), 0)).toBe(28);
      }
    },
  );
});

describe("after a split", () => {
  const split: CampaignEvent = {
    type: "obligation_transferred",
    at: on(10, 0),
    actor,
    from: ["r1/p-dai"],
    to: [obligation("p-dong"), obligation("p-tay")],
    reason: "Nghị quyết số 1667/NQ-UBTVQH15",
  };
  const total = (more: readonly CampaignEvent[]) =>
    rollUp(campaign, directory, [...events, split, ...more], { at: on(30), by: "total" });

  it("keeps in the total what the unit had reported, and expects its heirs", () => {
    const { value, coverage } = total([]).total["people"]!;
    expect([value, coverage.expected, coverage.reported]).toEqual([28, 4, 1]);
  });

  it("lets it go when one of them reports, and says so: it would count twice", () => {
    const made = total([accepted(report("p-dong", { people: 4 }), on(12))]);
    expect(made.total["people"]?.value).toBe(21);
    expect(made.issues).toMatchObject([
      { code: "roll_up_report_covered", params: { unit: "p-dai", by: "p-dong, p-tay" } },
    ]);
  });
});
