import { describe, expect, it } from "vitest";
import { explainJoint, explainPart } from "./explain-restatement.ts";
import type { LineageEvent } from "./lineage-event.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { restate } from "./restate.ts";
import type { SplitRule } from "./split-rule.ts";
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

/** 1 November: B and C go into A, D is renamed E. 1 July: A is split into X and Y, F is closed, Z is founded. */
const november: readonly LineageEvent[] = [
  {
    kind: "absorbed",
    on: "2024-11-01",
    from: ["a", "b", "c"],
    to: [{ unitId: "a" }],
    legalBasis: "1196/NQ-UBTVQH15",
  },
  { kind: "renamed", on: "2024-11-01", from: ["d"], to: [{ unitId: "e" }], legalBasis: "1196/NQ-UBTVQH15" },
];
const july: readonly LineageEvent[] = [
  {
    kind: "split",
    on: "2025-07-01",
    from: ["a"],
    to: [{ unitId: "x" }, { unitId: "y" }],
    legalBasis: "1667/NQ-UBTVQH15",
  },
  { kind: "closed", on: "2025-07-01", from: ["f"], to: [], legalBasis: "12/QĐ-UBND" },
  { kind: "founded", on: "2025-07-01", from: [], to: [{ unitId: "z" }], legalBasis: "13/QĐ-UBND" },
];
const directory = unitDirectory(
  [
    ...["a", "b", "c", "d", "e", "f", "x", "y", "z"].map((id) => unit(id)),
    unit("g", { validTo: "2025-02-28" }),
  ],
  [...july, ...november],
);
const figures = [
  { unitId: "a", value: 10 },
  { unitId: "b", value: 20 },
  { unitId: "c", value: 3 },
  { unitId: "d", value: 40 },
  { unitId: "f", value: 5 },
  { unitId: "g", value: 6 },
];
const from = "2024-10-29";
const values = (rows: readonly { unitId: string; value: unknown }[]) =>
  Object.fromEntries(rows.map(({ unitId, value }) => [unitId, value]));

describe("figures on the units of a later day", () => {
  it("go to the unit that took theirs in, and follow a renamed one", () => {
    const { rows, joint, total } = restate(directory, figures, { from, to: "2024-11-02" });
    expect(values(rows)).toEqual({ a: 33, e: 40, f: 5, g: 6 });
    expect(joint).toEqual([]);
    expect(total).toBe(84);
  });

  it("stay together where a unit was split and no document declares the shares", () => {
    const { rows, joint, total } = restate(directory, figures, { from, to: "2025-07-01" });
    expect(values(rows)).toEqual({ e: 40, x: null, y: null, z: null });
    expect(rows.map(({ incomplete }) => incomplete)).toEqual([false, true, true, false]);
    expect(joint.map(({ units, reason, value }) => ({ units, reason, value }))).toEqual([
      { units: ["x", "y"], reason: "splitUndeclared", value: 33 },
      { units: [], reason: "closed", value: 5 },
      { units: [], reason: "successorUnknown", value: 6 },
    ]);
    expect(total).toBe(84);
  });

  it.each<[SplitRule, { x: number; y: number }]>([
    [{ kind: "equal" }, { x: 17, y: 16 }], // 10, 20 and 3 each in halves; the odd one to the first
    [
      { kind: "weights", weights: { x: 2000, y: 1000 }, basis: "số hộ" },
      { x: 22, y: 11 },
    ],
  ])("are divided by the rule that is asked for: %j", (split, expected) => {
    const { rows, joint, total } = restate(directory, figures, { from, to: "2025-07-01", split });
    expect(values(rows)).toMatchObject(expected);
    expect(rows.find(({ unitId }) => unitId === "x")?.parts.map(({ rules }) => rules)).toEqual([
      [split.kind],
      [split.kind],
      [split.kind],
    ]);
    expect(joint.map(({ reason }) => reason)).toEqual(["closed", "successorUnknown"]);
    expect(total).toBe(84);
  });

  it("stay together by weights when a unit has none", () => {
    const split: SplitRule = { kind: "weights", weights: { x: 1 }, basis: "số hộ" };
    const { joint } = restate(directory, figures, { from, to: "2025-07-01", split });
    expect(joint[0]?.reason).toBe("splitUndeclared");
  });

  it("leave a unit of weight 0 without a part, which is not a part of 0", () => {
    const split: SplitRule = { kind: "weights", weights: { x: 1, y: 0 }, basis: "số hộ" };
    const { rows } = restate(directory, figures, { from, to: "2025-07-01", split });
    expect(values(rows)).toMatchObject({ x: 33, y: null });
  });

  it("follow the shares a document declares, and stay together all the same when that is asked", () => {
    const declared = unitDirectory(directory.units, [
      ...november,
      {
        ...july[0]!,
        to: [
          { unitId: "x", share: 0.6 },
          { unitId: "y", share: 0.4 },
        ],
      },
    ]);
    const whole = [{ unitId: "a", value: 11, asOf: "2024-11-02" }];
    const options = { from, to: "2025-07-01" };
    expect(values(restate(declared, whole, options).rows)).toMatchObject({ x: 7, y: 4 });
    const together = restate(declared, whole, { ...options, split: { kind: "together" } });
    expect(together.joint.map(({ value }) => value)).toEqual([11]);
  });

  it("are one unit's again when the parts of a split are merged later", () => {
    const merged: LineageEvent = {
      kind: "merged",
      on: "2026-01-01",
      from: ["x", "y"],
      to: [{ unitId: "w" }],
      legalBasis: "1/NQ",
    };
    const later = unitDirectory([...directory.units, unit("w")], [...november, ...july, merged]);
    const { rows, joint } = restate(later, figures.slice(0, 3), { from, to: "2026-02-01" });
    expect(values(rows)).toMatchObject({ w: 33 });
    expect(joint).toEqual([]);
  });
});

describe("figures on the units of an earlier day", () => {
  const later = [
    { unitId: "a", value: 33 },
    { unitId: "e", value: 40 },
  ];

  it("stay together for the units that were merged before they were reported", () => {
    const { rows, joint, total } = restate(directory, later, { from: "2024-11-05", to: "2024-10-29" });
    expect(values(rows)).toEqual({ a: null, b: null, c: null, d: 40, f: null, g: null });
    expect(joint.map(({ units, reason, value }) => ({ units, reason, value }))).toEqual([
      { units: ["a", "b", "c"], reason: "mergedBefore", value: 33 },
    ]);
    expect(total).toBe(73);
  });

  it("are whole again when the parts of a split are both reported", () => {
    const parts = [
      { unitId: "x", value: 12 },
      { unitId: "y", value: 21 },
    ];
    const { rows, joint } = restate(directory, parts, { from: "2025-07-02", to: "2024-11-02" });
    expect(values(rows)).toMatchObject({ a: 33 });
    expect(joint).toEqual([]);
  });

  it("of a unit founded later belong to no unit of that day", () => {
    const { joint } = restate(directory, [{ unitId: "z", value: 9 }], {
      from: "2025-07-02",
      to: "2024-11-02",
    });
    expect(joint.map(({ units, reason }) => ({ units, reason }))).toEqual([
      { units: [], reason: "foundedLater" },
    ]);
  });
});

describe("figures of different days together", () => {
  it("count a unit that did not exist on the common day as of its nearest day", () => {
    const mixed = [
      { unitId: "d", value: 1 },
      { unitId: "e", value: 2 },
    ];
    expect(values(restate(directory, mixed, { from, to: "2024-11-02" }).rows)).toMatchObject({ e: 3 });
    expect(values(restate(directory, mixed, { from, to: from }).rows)).toMatchObject({ d: 3 });
  });

  it("may each say their own day: the same unit before and after it took others in", () => {
    const mixed = [
      { unitId: "a", value: 10 },
      { unitId: "a", value: 33, asOf: "2024-11-05" },
    ];
    const { rows, joint } = restate(directory, mixed, { from, to: from });
    expect(values(rows)).toMatchObject({ a: 10 });
    expect(joint.map(({ value }) => value)).toEqual([33]);
  });
});

describe("values", () => {
  it("stay exact: decimals as decimals, text as text, beyond what a double holds", () => {
    const tenths = [0.1, 0.2].map((value, index) => ({ unitId: index === 0 ? "a" : "b", value }));
    expect(values(restate(directory, tenths, { from, to: "2024-11-02" }).rows)).toMatchObject({ a: 0.3 });
    const money = ["9007199254740993.25", "0.75"].map((value, index) => ({
      unitId: index === 0 ? "a" : "b",
      value,
    }));
    expect(restate(directory, money, { from, to: "2024-11-02" }).total).toBe("9007199254740994.00");
  });

  it("keep their sign when they are divided", () => {
    const split: SplitRule = { kind: "equal" };
    const minus = [{ unitId: "a", value: -5, asOf: "2024-11-02" }];
    expect(values(restate(directory, minus, { from, to: "2025-07-01", split }).rows)).toMatchObject({
      x: -3,
      y: -2,
    });
  });

  it("that are no decimal numbers, and units nobody knows, are refused", () => {
    expect(() => restate(directory, [{ unitId: "a", value: NaN }], { from, to: from })).toThrow(RangeError);
    expect(() => restate(directory, [{ unitId: "a", value: "1.234,5" }], { from, to: from })).toThrow(
      RangeError,
    );
    expect(() => restate(directory, [{ unitId: "nobody", value: 1 }], { from, to: from })).toThrow(/nobody/);
  });
});

it("explains each part and each joint figure in both languages", () => {
  const split: SplitRule = { kind: "equal" };
  const restated = restate(directory, figures, { from, to: "2025-07-01", split });
  const words = { directory, restatement: restated };
  const part = restated.rows.find(({ unitId }) => unitId === "x")?.parts[0];
  expect(part && explainPart(part, { ...words, language: "vi" })).toBe(
    "50% số liệu của UBND xã A, chia đều theo quy ước, không phải số liệu báo cáo (1196/NQ-UBTVQH15, từ ngày 01/11/2024; 1667/NQ-UBTVQH15, từ ngày 01/7/2025)",
  );
  expect(restated.joint.map((joint) => explainJoint(joint, { ...words, language: "vi" }))).toEqual([
    "UBND xã F đã giải thể, không có đơn vị kế thừa",
    "không rõ đơn vị kế thừa của UBND xã G; số liệu được để riêng",
  ]);
  expect(restated.joint.map((joint) => explainJoint(joint, { ...words, language: "en" }))).toEqual([
    "UBND xã F was closed without a successor",
    "the successor of UBND xã G is not known; its figure is kept apart",
  ]);
});
