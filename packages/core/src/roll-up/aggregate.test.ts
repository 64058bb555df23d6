import { describe, expect, it } from "vitest";
import {
  accepted,
  campaignOf,
  directory,
  field,
  issued,
  on,
  report,
  type Given,
} from "../../test/rollout.ts";
import type { Aggregator, Field, Value } from "../report-schema/report-schema.ts";
import { aggregatorsOf, isAggregatorFor, measuresOf, type Measure } from "./measure.ts";
import { rollUp } from "./roll-up.ts";

const kinds = Object.keys(aggregatorsOf) as Field["kind"][];
const figureOf = (kind: Field["kind"], aggregator: Aggregator, given: readonly Given[]) => {
  const asked = field("x", {
    kind,
    aggregator,
    decimals: 2,
    options: [],
    maxLength: 9,
  } as unknown as Partial<Field>);
  const units = ["p-an", "p-binh", "p-cat"];
  const events = given.map((one, index) =>
    accepted(report(units[index] as string, { x: one }, { dataAsOf: `2024-11-0${index + 1}` })),
  );
  const made = rollUp(campaignOf([asked]), directory, [issued(), ...events], { at: on(30), by: "total" });
  return made.total["x"];
};
const value = (of: Value) => ({ value: of });

describe("what an aggregator makes of each state of an answer", () => {
  // Three rows of a table: what it makes of value and value, value and zero, value and nil, …
  it.each<[Field["kind"], Aggregator, Given, Given, readonly (Value | null)[]]>([
    //  kind     aggregator  a value    zero       two values, +zero, +nil, +missing, +n/a, zero alone, nil alone, missing alone
    ["count", "sum", 7, 0, [14, 7, 7, 7, 7, 0, 0, null]],
    ["count", "min", 7, 0, [7, 0, 7, 7, 7, 0, null, null]],
    ["count", "max", 7, 0, [7, 7, 7, 7, 7, 0, null, null]],
    ["count", "latest", 7, 0, [7, 0, 7, 7, 7, 0, null, null]],
    ["count", "count", 7, 0, [2, 2, 1, 1, 1, 1, 0, null]],
    ["amount", "sum", value("0.70"), value("0.00"), ["1.4", "0.7", "0.7", "0.7", "0.7", "0", "0", null]],
    ["amount", "min", value("10"), value("9.5"), ["10", "9.5", "10", "10", "10", "9.5", null, null]],
    [
      "ratio",
      "ratio",
      value({ numerator: 1, denominator: 2 }),
      value({ numerator: 0, denominator: 2 }),
      [
        { numerator: 2, denominator: 4 },
        { numerator: 1, denominator: 4 },
        { numerator: 1, denominator: 2 },
        { numerator: 1, denominator: 2 },
        { numerator: 1, denominator: 2 },
        { numerator: 0, denominator: 2 },
        { numerator: 0, denominator: 0 },
        null,
      ],
    ],
    ["flag", "count", value(true), value(false), [2, 1, 1, 1, 1, 0, 0, null]],
    [
      "links",
      "union",
      value(["https://a.vn"]),
      value([]),
      [
        ["https://a.vn"],
        ["https://a.vn"],
        ["https://a.vn"],
        ["https://a.vn"],
        ["https://a.vn"],
        [],
        [],
        null,
      ],
    ],
    ["links", "count", value(["https://a.vn"]), value([]), [2, 2, 1, 1, 1, 1, 0, null]],
    ["text", "list", value("a"), value("b"), [["a", "a"], ["a", "b"], ["a"], ["a"], ["a"], ["b"], [], null]],
    [
      "date",
      "min",
      value("2024-11-08"),
      value("2024-11-01"),
      ["2024-11-08", "2024-11-01", "2024-11-08", "2024-11-08", "2024-11-08", "2024-11-01", null, null],
    ],
    [
      "code",
      "latest",
      value("01/BC"),
      value("02/BC"),
      ["01/BC", "02/BC", "01/BC", "01/BC", "01/BC", "02/BC", null, null],
    ],
  ])("%s, %s", (kind, aggregator, some, zero, expected) => {
    const rows: readonly (readonly Given[])[] = [
      [some, some],
      [some, zero],
      [some, "nil"],
      [some, "missing"],
      [some, "notApplicable"],
      [zero],
      ["nil"],
      ["missing"],
    ];
    expect(rows.map((given) => figureOf(kind, aggregator, given)?.value ?? null)).toEqual(expected);
  });

  it("covers every aggregator that rolls anything up", () => {
    const tried = new Set(["sum", "min", "max", "latest", "count", "ratio", "union", "list"]);
    expect(new Set(kinds.flatMap((kind) => aggregatorsOf[kind]).filter((one) => one !== "none"))).toEqual(
      tried,
    );
  });

  it("counts the same page once whatever its spelling", () => {
    const links = [
      ["http://www.Báo.vn/tin-1/?utm_source=fb&id=3"],
      ["https://báo.vn/tin-1?id=3", "https://m.báo.vn/tin-2"],
      [],
    ];
    const figure = figureOf("links", "union", links.map(value));
    expect(figure?.value).toEqual(["http://www.Báo.vn/tin-1/?utm_source=fb&id=3", "https://m.báo.vn/tin-2"]);
  });
});

describe("measures", () => {
  it("survive JSON, so that they can be kept, sent and compiled", () => {
    const campaign = campaignOf([field("people"), field("members", { additive: false })]);
    const measures = measuresOf(campaign.report);
    const copy = JSON.parse(JSON.stringify(measures)) as readonly Measure[];
    expect(copy).toEqual(measures);
    const events = [issued(), accepted(report("p-an", { people: 1, members: 2 }))];
    const options = { at: on(30), by: "group" } as const;
    expect(rollUp(campaign, directory, events, { ...options, measures: copy })).toEqual(
      rollUp(campaign, directory, events, options),
    );
  });

  it("say for every kind of field which aggregators make sense", () => {
    expect(isAggregatorFor("text", "sum")).toBe(false);
    expect(isAggregatorFor("amount", "sum")).toBe(true);
    expect(isAggregatorFor("ratio", "sum")).toBe(false);
  });

  it("that do not fit their field are refused with an issue, not thrown", () => {
    const campaign = campaignOf([
      field("note", { kind: "text", maxLength: 9, aggregator: "sum" } as Partial<Field>),
    ]);
    const made = rollUp(campaign, directory, [issued()], { at: on(30), by: "total" });
    expect([made.total, made.issues.map(({ code }) => code)]).toEqual([{}, ["roll_up_aggregator_unfit"]]);
  });
});
