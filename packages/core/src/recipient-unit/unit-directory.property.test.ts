import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../time/calendar-date.ts";
import { cleanText } from "./csv-table.ts";
import { hierarchyOf } from "./hierarchy.ts";
import { officialName } from "./official-name.ts";
import { parseUnitDirectory } from "./parse-unit-directory.ts";
import { printUnitDirectory } from "./print-unit-directory.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { unitDirectory } from "./unit-directory.ts";

const seed = { seed: 2_242, numRuns: 300 };
const text = fc
  .string({
    unit: fc.constantFrom(..."Vĩnh HảiẤđ0=+-@'\";,\t\n\uFEFF\u00a0ư".split("")),
    minLength: 1,
    maxLength: 12,
  })
  .map(cleanText)
  // An apostrophe before a formula sign is what keeps Excel from running it, so it cannot be part of a text.
  .filter((clean) => clean !== "" && !clean.startsWith("'") && !clean.startsWith("\uFEFF"));
const listed = text.filter((one) => !one.includes(";"));
const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays("2020-01-01", days));
const code = fc.record(
  {
    scheme: fc.constantFrom("administrative", "school", "organisation"),
    code: fc.constantFrom("00127", "22366", "H32.1"),
    epoch: fc.constantFrom("2024-10", "2025-07"),
  },
  { requiredKeys: ["scheme", "code"] },
);
const unit = fc.record(
  {
    id: fc.nat(1_000_000).map((number) => `u-${number}`),
    name: text,
    shortName: text,
    aliases: fc.uniqueArray(listed, { maxLength: 3 }),
    type: listed,
    groups: fc.uniqueArray(listed, { maxLength: 3 }),
    parents: fc.dictionary(fc.constantFrom("administrative", "sector"), fc.constantFrom("p", "q"), {
      noNullPrototype: true,
    }),
    codes: fc.uniqueArray(code, { selector: (one) => JSON.stringify(one), maxLength: 3 }),
    validFrom: day,
    validTo: day,
    basis: text,
  },
  { requiredKeys: ["id", "name", "aliases", "type", "groups", "parents", "codes"] },
);
const units = fc.uniqueArray(unit, { selector: ({ id }) => id, maxLength: 6 });

/** Codes are listed by scheme in the file. */
const inOrder = (one: RecipientUnit) => ({
  ...one,
  codes: one.codes.toSorted((a, b) => (a.scheme < b.scheme ? -1 : a.scheme > b.scheme ? 1 : 0)),
});

describe("a directory", () => {
  it("is read back from its file as it was, whatever its texts hold", () => {
    fc.assert(
      fc.property(units, (list) => {
        const { value, issues } = parseUnitDirectory(printUnitDirectory(unitDirectory(list)), {
          source: "units.csv",
        });
        expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(value?.units.map(inOrder)).toEqual(list.map(inOrder));
      }),
      seed,
    );
  });

  it("is never lost to a file that is broken: no value, or every row that has an id and a name", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'id,name;"\n\ra1|@é\t'.split("")), maxLength: 60 }),
        (csv) => {
          const { value, issues } = parseUnitDirectory(`id,name\n${csv}`, { source: "x.csv" });
          expect(value === null).toBe(issues.some(({ severity }) => severity === "error"));
          for (const { place } of issues) expect("line" in place && Number(place.line) >= 1).toBe(true);
        },
      ),
      seed,
    );
  });
});

describe("a hierarchy", () => {
  const forest = fc.array(fc.nat(), { maxLength: 30 }).map((picks) =>
    picks.map((pick, index): RecipientUnit => {
      const parent = pick % (index + 1);
      return {
        id: `u${index}`,
        name: `U${index}`,
        aliases: [],
        type: "other",
        groups: [],
        parents: parent === index ? {} : { sector: `u${parent}` },
        codes: [],
      };
    }),
  );

  it("has as many pairs as the levels add up to, and each unit below each of its ancestors", () => {
    fc.assert(
      fc.property(forest, (list) => {
        const hierarchy = hierarchyOf(list, "sector");
        const closure = hierarchy.closure();
        expect(closure).toHaveLength(list.reduce((sum, { id }) => sum + hierarchy.levelOf(id), 0));
        for (const { ancestor, descendant } of closure) {
          expect(hierarchy.descendantsOf(ancestor)).toContain(descendant);
        }
      }),
      seed,
    );
  });
});

it("an official name does not change when it is made official again", () => {
  const word = fc.constantFrom(
    "UBND",
    "ỦY BAN NHÂN DÂN",
    "phường",
    "Xã",
    "VĨNH",
    "hải",
    "Trường Tiểu học",
    "1",
    "thành phố",
    "và",
    "Hoà",
    "uỷ",
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const once = officialName(words.join(" "));
      expect(officialName(once)).toBe(once);
    }),
    seed,
  );
});
