import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaignOf, directory, field, issued, on, schools, wards } from "../../test/rollout.ts";
import { rolloutHistory, unitOf } from "../../test/rollout-history.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { Field } from "../report-schema/report-schema.ts";
import { aggregate } from "./aggregate.ts";
import { addDecimals } from "./decimal.ts";
import type { Figure } from "./figure.ts";
import { rollUp, type RollUp } from "./roll-up.ts";
import type { RollUpBy } from "./scope.ts";

const seed = 20241129;
const fields = [
  field("people"),
  field("women", { partOf: "people" }),
  field("money", { kind: "amount", decimals: 2 } as Partial<Field>),
  field("links", { kind: "links", aggregator: "union" }),
  field("peak", { aggregator: "max" }),
  field("done", { kind: "ratio", aggregator: "ratio" }),
];
const campaign = campaignOf(fields);
const units = [...wards, ...schools];

const of = (events: readonly CampaignEvent[], by: RollUpBy = "unit"): RollUp =>
  rollUp(campaign, directory, [issued(), ...events], { at: on(30), by });
const bys: readonly RollUpBy[] = [
  "total",
  "group",
  "unit",
  { parentIn: "administrative" },
  { parentIn: "sector" },
];
const figuresOf = (made: RollUp): readonly Figure[] =>
  [made, ...made.scopes].flatMap((scope) => Object.values("total" in scope ? scope.total : scope.figures));
const holds = (law: (events: readonly CampaignEvent[]) => void, numRuns = 300) =>
  fc.assert(fc.property(rolloutHistory, law), { seed, numRuns });

describe("a roll-up of any history", () => {
  it("does not depend on the order in which units' events come", () => {
    fc.assert(
      fc.property(
        rolloutHistory,
        fc.shuffledSubarray(units, { minLength: units.length }),
        (events, order) => {
          const reordered = order.flatMap((unit) => events.filter((event) => unitOf(event) === unit));
          const [a, b] = [of(events), of(reordered)];
          expect({ ...b, issues: [] }).toEqual({ ...a, issues: [] });
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it("has the same totals by group, by unit and by parent in any hierarchy, and they share it out", () => {
    holds((events) => {
      const totals = bys.map((by) => of(events, by));
      for (const made of totals) {
        expect(made.total).toEqual(totals[0]?.total);
        if (made.by === "total") continue;
        const tops = made.scopes.filter(({ within }) => within === null);
        const sum = tops.reduce((all, { figures }) => all + Number(figures["people"]?.value ?? 0), 0);
        expect(sum).toBe(Number(made.total["people"]?.value ?? 0));
        const money = tops.map(({ figures }) => String(figures["money"]?.value ?? "0"));
        expect(addDecimals(money)).toBe(String(made.total["money"]?.value ?? "0"));
      }
    });
  });

  it("makes every figure of its leaves", () => {
    holds((events) => {
      for (const by of bys) {
        for (const { field: id, aggregator, leaves, value } of figuresOf(of(events, by))) {
          const { kind } = fields.find((one) => one.id === id) as Field;
          expect(aggregate(aggregator, kind, leaves)).toEqual(value);
        }
      }
    }, 100);
  });

  it("keeps coverage within what is expected, and counts every unit once", () => {
    holds((events) => {
      for (const { coverage } of figuresOf(of(events, "group"))) {
        expect(coverage.reported).toBeLessThanOrEqual(coverage.expected);
        expect(coverage.nil).toBeLessThanOrEqual(coverage.reported);
      }
      const { coverage } = of(events).total["people"] as Figure;
      expect(coverage.expected + coverage.waived + coverage.notApplicable).toBe(units.length);
    });
  });

  it("never lets a part exceed its whole in any scope", () => {
    holds((events) => {
      for (const { figures } of of(events, "group").scopes) {
        expect(Number(figures["women"]?.value ?? 0)).toBeLessThanOrEqual(
          Number(figures["people"]?.value ?? 0),
        );
      }
    });
  });
});
