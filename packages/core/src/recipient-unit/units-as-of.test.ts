import { describe, expect, it } from "vitest";
import { hierarchyOf } from "./hierarchy.ts";
import type { LineageEvent } from "./lineage-event.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { findUnit, unitDirectory } from "./unit-directory.ts";
import { pathOf, predecessorsOf, successorsOf } from "./unit-path.ts";
import { existsOn, lifeOf, unitAsOf, unitsAsOf } from "./units-as-of.ts";

const unit = (id: string, more: Partial<RecipientUnit> = {}): RecipientUnit => ({
  id,
  name: id.toUpperCase(),
  aliases: [],
  type: "ubnd_xa",
  groups: [],
  parents: {},
  codes: [],
  ...more,
});

/** a and b merge into c; c becomes a ward, then is split into d and e; f takes g in; h is closed. */
const lineage: readonly LineageEvent[] = [
  {
    kind: "split",
    on: "2025-07-01",
    from: ["c"],
    to: [{ unitId: "d" }, { unitId: "e" }],
    legalBasis: "3/NQ",
  },
  { kind: "merged", on: "2024-11-01", from: ["a", "b"], to: [{ unitId: "c" }], legalBasis: "1/NQ" },
  {
    kind: "retyped",
    on: "2025-01-01",
    from: ["c"],
    to: [{ unitId: "c" }],
    legalBasis: "2/NQ",
    before: { name: "Xã C", type: "ubnd_xa" },
  },
  { kind: "absorbed", on: "2025-07-01", from: ["f", "g"], to: [{ unitId: "f" }], legalBasis: "3/NQ" },
  { kind: "closed", on: "2025-07-01", from: ["h"], to: [], legalBasis: "4/QĐ" },
];
const directory = unitDirectory(
  [
    unit("a"),
    unit("b"),
    unit("c", { name: "Phường C", type: "ubnd_phuong" }),
    unit("d"),
    unit("e"),
    unit("f"),
    unit("g"),
    unit("h"),
  ],
  lineage,
);
const ids = (units: readonly { readonly id: string }[]) => units.map(({ id }) => id).join("");

describe("the units of a day", () => {
  it.each([
    ["2024-10-31", "abfgh"], // the day before the merger
    ["2024-11-01", "cfgh"], // the first day of the new state
    ["2025-06-30", "cfgh"],
    ["2025-07-01", "def"],
    ["2030-01-01", "def"],
  ])("of %s are %s", (date, expected) => expect(ids(unitsAsOf(directory, date))).toBe(expected));

  it("have the name and type they had then", () => {
    const then = (date: string) => [
      unitAsOf(directory, "c", date)?.name,
      unitAsOf(directory, "c", date)?.type,
    ];
    expect(then("2024-12-31")).toEqual(["Xã C", "ubnd_xa"]);
    expect(then("2025-01-01")).toEqual(["Phường C", "ubnd_phuong"]);
    expect(unitAsOf(directory, "c", "2024-10-31")).toBeUndefined();
    expect(findUnit(directory, "c")?.name).toBe("Phường C");
  });

  it("have every later change undone, one after the other", () => {
    const moved: LineageEvent = {
      kind: "reparented",
      on: "2025-03-01",
      from: ["c"],
      to: [{ unitId: "c" }],
      legalBasis: "5/NQ",
      before: { parents: { administrative: "f" } },
    };
    const twice = unitDirectory(directory.units, [moved, ...lineage]);
    const parents = (date: string) => unitAsOf(twice, "c", date)?.parents;
    expect(parents("2025-03-01")).toEqual({});
    expect(parents("2025-02-28")).toEqual({ administrative: "f" });
    expect(unitAsOf(twice, "c", "2024-12-01")).toMatchObject({
      name: "Xã C",
      parents: { administrative: "f" },
    });
  });

  it("follow the directory's own days where it has them", () => {
    const declared = unitDirectory([unit("a", { validFrom: "2020-01-01", validTo: "2024-12-31" })]);
    expect(lifeOf(declared, "a")).toEqual({ from: "2020-01-01", to: "2024-12-31" });
    expect([existsOn(declared, "a", "2019-12-31"), existsOn(declared, "a", "2024-12-31")]).toEqual([
      false,
      true,
    ]);
    expect(lifeOf(directory, "c")).toEqual({ from: "2024-11-01", to: "2025-06-30" });
    expect(() => lifeOf(directory, "nobody")).toThrow(RangeError);
  });
});

describe("the way of a unit", () => {
  it("leads forward to the units that answer for it on a day", () => {
    expect(ids(successorsOf(directory, "a", "2024-10-31"))).toBe("a");
    expect(ids(successorsOf(directory, "a", "2024-11-01"))).toBe("c");
    expect(ids(successorsOf(directory, "a", "2025-07-01"))).toBe("de");
    expect(ids(successorsOf(directory, "f", "2025-07-01"))).toBe("f");
    expect(ids(successorsOf(directory, "h", "2025-07-01"))).toBe("");
    expect(ids(successorsOf(directory, "d", "2024-10-31"))).toBe(""); // not there yet
  });

  it("leads back to the units it was made of", () => {
    expect(ids(predecessorsOf(directory, "d", "2024-10-31"))).toBe("ab");
    expect(ids(predecessorsOf(directory, "d", "2025-06-30"))).toBe("c");
    expect(ids(predecessorsOf(directory, "f", "2024-10-31"))).toBe("fg");
    expect(ids(predecessorsOf(directory, "a", "2024-11-01"))).toBe(""); // no longer there
  });

  it("can be followed from a day on: a unit before and after it took another in", () => {
    expect(ids(predecessorsOf(directory, "f", "2024-10-31", { until: "2025-06-30" }))).toBe("f");
    expect(ids(successorsOf(directory, "c", "2025-07-01", { since: "2025-07-01" }))).toBe("");
  });

  it("is every event with its document, back and forward", () => {
    const { back, forward } = pathOf(directory, "c");
    expect(back.map(({ kind, legalBasis }) => [kind, legalBasis])).toEqual([
      ["retyped", "2/NQ"],
      ["merged", "1/NQ"],
    ]);
    expect(forward.map(({ kind }) => kind)).toEqual(["retyped", "split"]);
    expect(pathOf(directory, "h").forward.map(({ kind }) => kind)).toEqual(["closed"]);
  });
});

describe("a hierarchy", () => {
  const school = (id: string, ward: string, office: string) =>
    unit(id, { parents: { administrative: ward, sector: office } });
  const units = [
    unit("tp"),
    unit("ward", { parents: { administrative: "tp" } }),
    unit("other", { parents: { administrative: "tp" } }),
    unit("phong", { parents: { administrative: "tp" } }),
    school("s1", "ward", "phong"),
    school("s2", "other", "phong"),
  ];
  const administrative = hierarchyOf(units, "administrative");
  const sector = hierarchyOf(units, "sector");

  it("has its own parents, levels and roots", () => {
    expect([administrative.parentOf("s1"), sector.parentOf("s1")]).toEqual(["ward", "phong"]);
    expect(administrative.ancestorsOf("s1")).toEqual(["ward", "tp"]);
    expect(administrative.descendantsOf("tp")).toEqual(["ward", "s1", "other", "s2", "phong"]);
    expect([administrative.levelOf("tp"), administrative.levelOf("s1")]).toEqual([0, 2]);
    expect(sector.childrenOf("phong")).toEqual(["s1", "s2"]);
    expect(sector.roots).toEqual(["tp", "ward", "other", "phong"]);
  });

  it("has as many pairs in its closure as the levels of its units add up to", () => {
    const levels = units.reduce((sum, { id }) => sum + administrative.levelOf(id), 0);
    expect(administrative.closure()).toHaveLength(levels);
    expect(administrative.closure()).toContainEqual({ ancestor: "tp", descendant: "s1", depth: 2 });
  });

  it("is refused when it has a circle", () => {
    const circle = hierarchyOf(
      [unit("a", { parents: { sector: "b" } }), unit("b", { parents: { sector: "a" } })],
      "sector",
    );
    expect(() => circle.closure()).toThrow(/circle/);
    expect(() => circle.descendantsOf("a")).toThrow(RangeError);
  });
});
