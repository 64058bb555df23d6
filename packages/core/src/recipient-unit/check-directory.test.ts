import { describe, expect, it } from "vitest";
import { checkDirectory } from "./check-directory.ts";
import type { LineageEvent } from "./lineage-event.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { unitDirectory } from "./unit-directory.ts";

const unit = (id: string, more: Partial<RecipientUnit> = {}): RecipientUnit => ({
  id,
  name: `UBND xã ${id.toUpperCase()}`,
  aliases: [],
  type: "ubnd_xa",
  groups: [],
  parents: {},
  codes: [],
  ...more,
});
const event = (more: Partial<LineageEvent>): LineageEvent => ({
  kind: "merged",
  on: "2024-11-01",
  from: ["a", "b"],
  to: [{ unitId: "c" }],
  legalBasis: "1196/NQ-UBTVQH15",
  ...more,
});
const check = (units: readonly RecipientUnit[], lineage: readonly LineageEvent[] = []) =>
  checkDirectory(unitDirectory(units, lineage)).map(({ code, params }) => ({ ...params, code }));
const codes = (units: readonly RecipientUnit[], lineage: readonly LineageEvent[] = []) =>
  check(units, lineage).map(({ code }) => code);

describe("units are wrong", () => {
  it("with an id twice", () => {
    expect(codes([unit("a"), unit("a")])).toEqual(["unit_id_duplicate"]);
  });

  it("that end before they begin", () => {
    expect(codes([unit("a", { validFrom: "2025-01-01", validTo: "2024-01-01" })])).toContain(
      "unit_validity_reversed",
    );
  });

  const code = (epoch?: string) => [{ scheme: "administrative", code: "22366", ...(epoch && { epoch }) }];
  it("with one code in one epoch, even at different times; the code may come again in another epoch", () => {
    const [old, later] = [{ validTo: "2024-10-31" }, { validFrom: "2024-11-01" }];
    const reused = [
      unit("a", { codes: code("2024-10"), ...old }),
      unit("b", { codes: code("2024-11"), ...later }),
    ];
    expect(codes(reused)).toEqual(["lineage_successor_unknown"]);
    const twice = [
      unit("a", { codes: code("2024-10"), ...old }),
      unit("b", { codes: code("2024-10"), ...later }),
    ];
    expect(codes(twice)).toContain("unit_code_duplicate");
  });

  it("with one code without an epoch at the same time", () => {
    expect(check([unit("a", { codes: code() }), unit("b", { codes: code() })])).toEqual([
      { code: "unit_code_duplicate", scheme: "administrative", epoch: null, units: ["a", "b"] },
    ]);
    const turns = [
      unit("a", { codes: code(), validTo: "2024-10-31" }),
      unit("b", { codes: code(), validFrom: "2024-11-01" }),
    ];
    expect(codes(turns)).not.toContain("unit_code_duplicate");
  });

  it("with one name at the same time, in any case and Unicode form; tone marks tell names apart", () => {
    const name = "UBND xã Vĩnh Hải";
    expect(codes([unit("a", { name }), unit("b", { name: name.toUpperCase().normalize("NFD") })])).toEqual([
      "unit_name_duplicate",
    ]);
    expect(codes([unit("a", { name }), unit("b", { name: "UBND xã Vĩnh Hái" })])).toEqual([]);
    expect(
      codes([unit("a", { name, validTo: "2024-10-31" }), unit("b", { name, validFrom: "2024-11-01" })]),
    ).toEqual(["lineage_successor_unknown"]);
  });

  it("with an alias that is another's alias or name", () => {
    expect(check([unit("a", { aliases: ["ubnd xã b"] }), unit("b")])).toEqual([
      { code: "unit_alias_shared", alias: "ubnd xã b", units: ["a", "b"] },
    ]);
    expect(codes([unit("a", { aliases: ["UBND xã A"] }), unit("b")])).toEqual([]);
  });
});

describe("hierarchies are wrong", () => {
  it("with a parent that is not there, in that hierarchy alone", () => {
    expect(check([unit("a", { parents: { sector: "nobody", administrative: "b" } }), unit("b")])).toEqual([
      { code: "unit_parent_unknown", unit: "a", hierarchy: "sector", parent: "nobody" },
    ]);
  });

  it("with a circle, told once", () => {
    const circle = [
      unit("z", { parents: { sector: "a" } }),
      unit("a", { parents: { sector: "b" } }),
      unit("b", { parents: { sector: "c" } }),
      unit("c", { parents: { sector: "a" } }),
    ];
    expect(check(circle)).toEqual([
      { code: "unit_parent_cycle", hierarchy: "sector", units: ["a", "b", "c", "a"] },
    ]);
    expect(codes([unit("a", { parents: { sector: "a" } })])).toEqual(["unit_parent_cycle"]);
  });

  it("with a parent that ends before its child", () => {
    const units = [unit("a", { parents: { administrative: "p" } }), unit("p", { validTo: "2025-06-30" })];
    const closed = event({ kind: "closed", on: "2025-07-01", from: ["p"], to: [] });
    const moved = event({
      kind: "reparented",
      on: "2025-07-01",
      from: ["a"],
      to: [{ unitId: "a" }],
      before: { parents: { administrative: "p" } },
    });
    expect(check(units, [closed])).toEqual([
      { code: "unit_parent_outlived", unit: "a", hierarchy: "administrative", parent: "p", on: "2025-07-01" },
    ]);
    const after = [
      unit("a", { parents: { administrative: "q" } }),
      unit("p"),
      unit("q", { validFrom: "2025-07-01" }),
    ];
    expect(codes(after, [closed, moved])).toEqual([]);
  });
});

describe("lineage is wrong", () => {
  const units = ["a", "b", "c", "d"].map((id) => unit(id));

  it.each<[Partial<LineageEvent>, string]>([
    [{ from: ["a", "nobody"] }, "lineage_unit_unknown"],
    [{ from: ["a"] }, "lineage_shape_wrong"], // one unit is not merged
    [{ to: [{ unitId: "a" }] }, "lineage_shape_wrong"], // a takes b in: absorbed
    [{ kind: "absorbed" }, "lineage_shape_wrong"], // nobody continues
    [{ kind: "split" }, "lineage_shape_wrong"],
    [{ kind: "founded" }, "lineage_shape_wrong"],
    [{ kind: "closed" }, "lineage_shape_wrong"],
    [{ from: ["a", "a"] }, "lineage_shape_wrong"],
    [{ legalBasis: " " }, "lineage_basis_missing"],
    [
      { kind: "split", from: ["a"], to: [{ unitId: "c", share: 0.5 }, { unitId: "d" }] },
      "lineage_shares_wrong",
    ],
    [
      {
        kind: "split",
        from: ["a"],
        to: [
          { unitId: "c", share: 0.5 },
          { unitId: "d", share: 0.4 },
        ],
      },
      "lineage_shares_wrong",
    ],
    [{ to: [{ unitId: "c", share: 1 }] }, "lineage_shares_ambiguous"],
  ])("as in %j", (more, code) => expect(codes(units, [event(more)])).toContain(code));

  it("not with shares that add up, or with none", () => {
    const split = (shares: readonly (number | undefined)[]) =>
      event({
        kind: "split",
        from: ["a"],
        to: ["b", "c", "d"].map((unitId, index) => ({ unitId, share: shares[index] })),
      });
    expect(codes(units, [split([0.1, 0.2, 0.7])])).toEqual([]);
    expect(codes(units, [split([undefined, undefined, undefined])])).toEqual([]);
  });

  it("against the units' own days", () => {
    const ended = [unit("a", { validTo: "2024-12-31" }), unit("b"), unit("c")];
    expect(check(ended, [event({})])).toEqual([
      { code: "lineage_life_conflict", unit: "a", declared: "… – 2024-12-31", lineage: "… – 2024-10-31" },
    ]);
    expect(
      codes(
        [unit("a", { validTo: "2024-10-31" }), unit("b"), unit("c", { validFrom: "2024-11-01" })],
        [event({})],
      ),
    ).toEqual([]);
  });

  it("when a unit begins and ends on one day", () => {
    const second = event({ from: ["c"], kind: "renamed", to: [{ unitId: "d" }] });
    expect(codes(units, [event({}), second])).toContain("lineage_chain_on_one_day");
  });

  it("not, but incomplete, when a unit ends and nothing says what became of it", () => {
    expect(check([unit("a", { validTo: "2024-10-31" })])).toEqual([
      { code: "lineage_successor_unknown", unit: "a", to: "2024-10-31" },
    ]);
  });
});
