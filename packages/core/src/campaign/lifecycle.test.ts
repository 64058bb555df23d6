import { describe, expect, it } from "vitest";
import { changeState, lifecycleStates, type LifecycleState } from "./lifecycle.ts";

const allowed: readonly (readonly [LifecycleState, LifecycleState])[] = [
  ["draft", "issued"],
  ["issued", "open"],
  ["open", "closing"],
  ["closing", "open"], // the deadline was extended
  ["closing", "closed"],
  ["closed", "closing"], // a published report has to be corrected
  ["closed", "archived"],
];
const pairs = lifecycleStates.flatMap((from) => lifecycleStates.map((to) => [from, to] as const));

describe("a campaign's lifecycle", () => {
  it.each(pairs)("from %s to %s is allowed only where the table says so", (from, to) => {
    const { value, issues } = changeState(from, to);
    if (allowed.some(([a, b]) => a === from && b === to)) {
      expect(value).toBe(to);
      expect(issues).toEqual([]);
    } else {
      expect(value).toBeNull();
      expect(issues.map(({ code }) => code)).toEqual(["lifecycle_transition_refused"]);
    }
  });
});
