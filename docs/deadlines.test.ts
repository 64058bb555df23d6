import { readFileSync } from "node:fs";
import { deadlineRules, obligationStates } from "@chiendich/core";
import { describe, expect, it } from "vitest";

/** Cells without the padding that makes the columns line up. */
const rows = readFileSync(new URL("deadlines.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

describe("docs/deadlines.md", () => {
  it.each(Object.values(deadlineRules))("says how “$wording” is read, and what that rests on", (rule) => {
    const { wording, dayCounts, basis, confidence } = rule;
    const row = rows.find((cells) => cells[1] === `\`${wording}\``);
    expect(row?.slice(2, 5)).toEqual([dayCounts ? "yes" : "no", basis, confidence]);
  });

  it("names every state of an obligation", () => {
    const named = rows.flatMap((cells) => /^`(\w+)`$/.exec(cells[1] ?? "")?.[1] ?? []);
    expect(named.toSorted()).toEqual([...obligationStates].toSorted());
  });
});
