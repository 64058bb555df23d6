import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../time/calendar-date.ts";
import { checkDirectory } from "./check-directory.ts";
import type { LineageEvent, LineageKind } from "./lineage-event.ts";
import { parseLineage } from "./parse-lineage.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { restate } from "./restate.ts";
import type { SplitRule } from "./split-rule.ts";
import { unitDirectory, type UnitDirectory } from "./unit-directory.ts";
import { predecessorsOf, successorsOf } from "./unit-path.ts";
import { unitsAsOf } from "./units-as-of.ts";

const firstDay = "2024-01-01";
const seed = { seed: 20_241_029, numRuns: 300 };

/** One thing that may happen: a kind, and numbers that choose among the units there are then. */
interface Happening {
  readonly kind: LineageKind;
  readonly days: number;
  readonly picks: readonly number[];
  readonly parts: number;
  readonly declared: boolean;
}
const happening = (kinds: readonly LineageKind[]): fc.Arbitrary<Happening> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    days: fc.integer({ min: 0, max: 3 }), // several events on one day, too
    picks: fc.array(fc.nat(100), { minLength: 2, maxLength: 4 }),
    parts: fc.integer({ min: 2, max: 3 }),
    declared: fc.boolean(),
  });

const unit = (id: string): RecipientUnit => ({
  id,
  name: `UBND xã ${id}`,
  aliases: [],
  type: "ubnd_xa",
  groups: [],
  parents: {},
  codes: [],
});

/** Tells the happenings one after the other; on one day only units that nothing has touched take part. */
function historyOf(size: number, happenings: readonly Happening[]): UnitDirectory {
  const units = Array.from({ length: size }, (_, index) => unit(`u${index}`));
  const lineage: LineageEvent[] = [];
  let alive = units.map(({ id }) => id);
  let touched = new Set<string>();
  let on = firstDay;
  const fresh = () => {
    const made = unit(`u${units.length}`);
    units.push(made);
    touched.add(made.id);
    return made.id;
  };
  for (const { kind, days, picks, parts, declared } of happenings) {
    if (days > 0) touched = new Set();
    on = addDays(on, days);
    if (on === firstDay) continue;
    const free = alive.filter((id) => !touched.has(id));
    const chosen = [...new Set(picks.map((pick) => free[pick % Math.max(free.length, 1)]))].filter(
      (id) => id !== undefined,
    );
    const from = sourcesOf(kind, chosen);
    if (!from) continue;
    const to = targetsOf(kind, from, parts, fresh);
    const shares = kind === "split" && declared ? (declaredShares[parts] ?? []) : [];
    lineage.push({
      kind,
      on,
      from,
      to: to.map((unitId, index) => {
        const share = shares[index];
        return share === undefined ? { unitId } : { unitId, share };
      }),
      legalBasis: "1/NQ",
    });
    for (const id of [...from, ...to]) touched.add(id);
    alive = [...alive.filter((id) => !from.includes(id)), ...to];
  }
  return unitDirectory(units, lineage);
}

const declaredShares: Readonly<Record<number, readonly number[]>> = { 2: [0.3, 0.7], 3: [0.25, 0.07, 0.68] };

/** The units the event goes out of; null when there are too few. */
function sourcesOf(kind: LineageKind, chosen: readonly string[]): readonly string[] | null {
  if (kind === "founded") return [];
  const several = kind === "merged" || kind === "absorbed";
  const from = several ? chosen : chosen.slice(0, 1);
  return from.length < (several ? 2 : 1) ? null : from;
}

function targetsOf(
  kind: LineageKind,
  [first = "", ..._others]: readonly string[],
  parts: number,
  fresh: () => string,
): readonly string[] {
  if (kind === "closed") return [];
  if (kind === "absorbed") return [first];
  if (kind === "split") return [first, ...Array.from({ length: parts - 1 }, fresh)];
  return [fresh()];
}

const all: readonly LineageKind[] = ["merged", "absorbed", "split", "renamed", "founded", "closed"];
const history = (kinds: readonly LineageKind[]) =>
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.array(happening(kinds), { maxLength: 12 }))
    .map(([size, happenings]) => historyOf(size, happenings));
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(firstDay, days));
const rule = fc.constantFrom<SplitRule>(
  { kind: "declared" },
  { kind: "together" },
  { kind: "equal" },
  {
    kind: "weights",
    weights: Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`u${index}`, index % 7])),
    basis: "số hộ",
  },
);
const value = fc.integer({ min: -1_000_000, max: 1_000_000_000 });

/** A value for every unit of the day, from a list that is long enough. */
function figuresOf(directory: UnitDirectory, date: string, values: readonly number[]) {
  return unitsAsOf(directory, date).map(({ id }, index) => ({
    unitId: id,
    value: values[index % values.length] ?? 0,
  }));
}
const sum = (items: readonly { readonly value: number | null }[]) =>
  items.reduce((total, one) => total + (one.value ?? 0), 0);

describe("restating on any lineage", () => {
  it("keeps the total, to the unit, between any two days and by any rule", () => {
    fc.assert(
      fc.property(
        history(all),
        day,
        day,
        rule,
        fc.array(value, { minLength: 1, maxLength: 20 }),
        (directory, from, to, split, values) => {
          const figures = figuresOf(directory, from, values);
          const { rows, joint, total } = restate(directory, figures, { from, to, split });
          expect(total).toBe(sum(figures));
          expect(sum(rows) + sum(joint)).toBe(total);
        },
      ),
      seed,
    );
  });

  it("gives every figure away once: its parts add up to it", () => {
    fc.assert(
      fc.property(history(all), day, day, rule, value, (directory, from, to, split, one) => {
        for (const { unitId, value } of figuresOf(directory, from, [one])) {
          const { rows, joint } = restate(directory, [{ unitId, value }], { from, to, split });
          expect(sum([...rows, ...joint].flatMap(({ parts }) => parts))).toBe(value);
        }
      }),
      seed,
    );
  });

  it("has a row for every unit of the basis and for no other", () => {
    fc.assert(
      fc.property(history(all), day, day, (directory, from, to) => {
        const { rows, joint } = restate(directory, figuresOf(directory, from, [1]), { from, to });
        const basis = unitsAsOf(directory, to).map(({ id }) => id);
        expect(rows.map(({ unitId }) => unitId)).toEqual(basis);
        expect(joint.flatMap(({ units }) => units).every((id) => basis.includes(id))).toBe(true);
      }),
      seed,
    );
  });

  it("puts every figure onto one unit when units only merge and nobody looks back", () => {
    fc.assert(
      fc.property(history(["merged", "absorbed", "renamed"]), day, day, (directory, one, other) => {
        const [from = one, to = other] = [one, other].toSorted();
        const { rows, joint } = restate(directory, figuresOf(directory, from, [7]), { from, to });
        expect(joint).toEqual([]);
        expect(rows.every(({ value, incomplete }) => value !== null && !incomplete)).toBe(true);
      }),
      seed,
    );
  });

  it("changes nothing on its own day", () => {
    fc.assert(
      fc.property(
        history(all),
        day,
        rule,
        fc.array(value, { minLength: 1 }),
        (directory, date, split, values) => {
          const figures = figuresOf(directory, date, values);
          const { rows, joint } = restate(directory, figures, { from: date, to: date, split });
          expect(rows.map(({ unitId, value }) => ({ unitId, value }))).toEqual(figures);
          expect(joint).toEqual([]);
        },
      ),
      seed,
    );
  });

  it("does not depend on the order of figures or events", () => {
    fc.assert(
      fc.property(history(all), day, day, rule, (directory, from, to, split) => {
        const figures = figuresOf(directory, from, [5, 8, 13, 21]);
        const reversed = unitDirectory(directory.units, directory.lineage.toReversed());
        const values = ({ rows, joint }: ReturnType<typeof restate<number>>) => ({
          rows: rows.map(({ unitId, value }) => [unitId, value]),
          joint: joint
            .map(({ units, value, reason }) => [units.toSorted().join(), value, reason].join())
            .toSorted(),
        });
        expect(values(restate(reversed, figures.toReversed(), { from, to, split }))).toEqual(
          values(restate(directory, figures, { from, to, split })),
        );
      }),
      seed,
    );
  });
});

describe("units through any lineage", () => {
  it("are divided among those of a later day when units only merge: each unit is in exactly one", () => {
    fc.assert(
      fc.property(history(["merged", "absorbed", "renamed"]), day, day, (directory, one, other) => {
        const [from = one, to = other] = [one, other].toSorted();
        const parts = unitsAsOf(directory, to).flatMap(({ id }) =>
          predecessorsOf(directory, id, from, { until: to }),
        );
        const ids = (units: readonly RecipientUnit[]) => units.map(({ id }) => id).toSorted();
        expect(ids(parts)).toEqual(ids(unitsAsOf(directory, from)));
      }),
      seed,
    );
  });

  it("find each other both ways: a successor has the unit among its predecessors", () => {
    fc.assert(
      fc.property(history(all), day, day, (directory, one, other) => {
        const [from = one, to = other] = [one, other].toSorted();
        const pairs = (lists: readonly (readonly [string, string])[]) =>
          lists.map((pair) => pair.join(">")).toSorted();
        const onward = unitsAsOf(directory, from).flatMap(({ id }) =>
          successorsOf(directory, id, to, { since: from }).map((unit) => [id, unit.id] as const),
        );
        const backward = unitsAsOf(directory, to).flatMap(({ id }) =>
          predecessorsOf(directory, id, from, { until: to }).map((unit) => [unit.id, id] as const),
        );
        expect(pairs(onward)).toEqual(pairs(backward));
      }),
      seed,
    );
  });

  it("have nothing wrong with them when every event is well told", () => {
    fc.assert(
      fc.property(history(all), (directory) => {
        expect(checkDirectory(directory)).toEqual([]);
      }),
      seed,
    );
  });

  it("have a lineage that survives its file", () => {
    fc.assert(
      fc.property(history(all), ({ lineage }) => {
        expect(parseLineage(JSON.stringify(lineage), { source: "lineage.json" })).toEqual({
          value: lineage,
          issues: [],
        });
      }),
      seed,
    );
  });
});
