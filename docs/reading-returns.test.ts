import { readFileSync } from "node:fs";
import { type IgnoreReason, valueRules } from "@chiendich/core";
import { describe, expect, it } from "vitest";

const rows = readFileSync(new URL("reading-returns.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** Every reason there is: one that is missing here or in the document does not pass. */
const reasons: Record<IgnoreReason, true> = {
  title: true,
  note: true,
  numbering: true,
  groupHeading: true,
  totalRow: true,
  rowNumber: true,
  signature: true,
  guide: true,
  list: true,
  unknownColumn: true,
  outsideTable: true,
  rejectedRow: true,
  blankRow: true,
  hiddenSheet: true,
  unreadableSheet: true,
};

describe("docs/reading-returns.md", () => {
  it("explains every rule by which a value is read, in the words the program uses", () => {
    const explained = rows.filter((cells) => Object.hasOwn(valueRules, cells[1]?.slice(1, -1) ?? ""));
    expect(
      Object.fromEntries(
        explained.map((cells) => [cells[1]!.slice(1, -1), cells[2]!.replace(/\\(.)/g, "$1")]),
      ),
    ).toEqual(Object.fromEntries(Object.entries(valueRules).map(([id, { en }]) => [id, en])));
  });

  it("names every reason for which a cell is no answer", () => {
    const named = rows.flatMap((cells) => /^`(\w+)`$/.exec(cells[1] ?? "")?.[1] ?? []);
    expect(named).toEqual(expect.arrayContaining(Object.keys(reasons)));
  });
});
