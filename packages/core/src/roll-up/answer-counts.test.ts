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
import type { Field, Value } from "../report-schema/report-schema.ts";
import { answerCounts } from "./answer-counts.ts";
import { rollUp } from "./roll-up.ts";

const option = (id: string) => ({ id, label: { vi: id.toUpperCase() } });
const choice = field("x", {
  kind: "choice",
  aggregator: "count",
  options: [option("b"), option("a"), option("c")],
} as Partial<Field>);
const flag = field("x", { kind: "flag", aggregator: "count" });

function countsOf(asked: Field, given: readonly Given[]) {
  const units = ["p-an", "p-binh", "p-cat", "th-dong"];
  const events = given.map((one, index) => accepted(report(units[index] as string, { x: one })));
  const { total } = rollUp(campaignOf([asked]), directory, [issued(), ...events], {
    at: on(30),
    by: "total",
  });
  const figure = total["x"];
  if (!figure) throw new Error("no figure");
  return answerCounts(figure, asked).map(({ label, units: count }) => [label.vi, count]);
}

const value = (of: Value): Given => ({ value: of });

describe("the answers of a choice", () => {
  it("come in the schema's order, each with its units, those nobody gave with 0", () => {
    expect(countsOf(choice, [value("a"), value("c"), value("a")])).toEqual([
      ["B", 0],
      ["A", 2],
      ["C", 1],
    ]);
  });

  it("are none of a unit that had nothing to report, or did not say", () => {
    expect(countsOf(choice, [value("a"), "nil", "missing"])).toEqual([
      ["B", 0],
      ["A", 1],
      ["C", 0],
    ]);
  });

  it("end with what only an earlier version offered", () => {
    expect(countsOf(choice, [value("old"), value("b")]).at(-1)).toEqual(["old", 1]);
  });

  it("are yes and no of a flag", () => {
    expect(countsOf(flag, [value(true), value(false), value(true)])).toEqual([
      ["Có", 2],
      ["Không", 1],
    ]);
  });

  it("count a unit once that gave the answer in several rounds", () => {
    const leaf = { unitId: "p-an", nil: false, value: "a" };
    const leaves = [leaf, leaf, { ...leaf, value: "b" }] as never;
    expect(answerCounts({ leaves }, choice).map(({ units }) => units)).toEqual([1, 1, 0]);
  });

  it("are nothing of a number", () => {
    expect(countsOf(field("x"), [7])).toEqual([]);
  });
});
