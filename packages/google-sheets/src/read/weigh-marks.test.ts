import { describe, expect, it } from "vitest";
import { weighColumn, weighRow } from "./weigh-marks.ts";

describe("a row", () => {
  it.each([
    // mark  ids           name  enclosed  is            why
    ["a", ["a", "a"], "a", true, "sure a"], // nothing happened
    ["a", ["a", "a"], "a", false, "sure a"], // columns were moved
    ["a", ["a", "a"], null, true, "sure a, renamed"], // somebody wrote over the name
    ["a", ["a", "a"], null, false, "unsure a"], // a part may have been sorted apart from both ids
    ["b", ["a", "a"], "a", true, "sure a"], // sorted or cut whole, metadata stayed behind
    ["b", ["a", "a"], "a", false, "conflict a b"],
    ["b", ["a", "a"], null, true, "conflict a b"],
    [null, ["a", "a"], "a", true, "sure a"], // pasted into a new row
    [null, ["a", "a"], null, true, "unsure a"],
    [null, ["a", null], "a", true, "unsure a"], // only its front was pasted
    ["a", ["a", "b"], "a", true, "conflict a b"], // sorted up to the middle
    ["a", ["a", "a"], "b", true, "conflict a b"], // another unit's name over the row
    ["a", [null, null], "a", true, "unsure a"], // both ids wiped out
    ["a", ["a"], "a", false, "sure a"], // the second id column was deleted
    ["a", ["a"], null, false, "unsure a"],
    [null, [null, null], "a", true, "byName a"], // typed in by hand
    ["a", [null, null], null, true, "unsure a"], // metadata alone proves nothing
    [null, [null, null], null, true, "silent"],
  ] as const)(
    "marked %s, with ids %j, named %s, enclosed %s, is %s",
    (mark, ids, name, enclosed, expected) => {
      expect(describeWeighed(weighRow({ mark, ids, name }, enclosed))).toBe(expected);
    },
  );
});

describe("a column", () => {
  it.each([
    ["a", ["a"], "a", "sure a"],
    ["a", ["a"], null, "sure a, renamed"], // heading renamed
    ["a", [null], "a", "sure a"], // hidden keys deleted
    [null, ["a"], "a", "sure a"], // cut into a new column
    ["b", ["a"], "a", "sure a"], // cut over another column
    ["a", ["b"], "a", "conflict a b"],
    ["a", ["a"], "b", "conflict a b"], // another field's heading
    [null, ["a"], null, "conflict a"],
    ["b", [null], "a", "conflict a b"],
    [null, [null], "a", "byName a"],
    ["a", [null], null, "unsure a"],
    [null, [null], null, "silent"],
  ] as const)("marked %s, with key %j, headed %s, is %s", (mark, ids, name, expected) => {
    expect(describeWeighed(weighColumn({ mark, ids, name }))).toBe(expected);
  });
});

function describeWeighed(weighed: ReturnType<typeof weighRow>): string {
  if (weighed.kind === "silent") return "silent";
  if (weighed.kind === "conflict") return ["conflict", ...weighed.ids.toSorted()].join(" ");
  return `${weighed.kind} ${weighed.id}${weighed.kind === "sure" && weighed.renamed ? ", renamed" : ""}`;
}
