import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecipientUnit } from "../recipient-unit.ts";
import { unitDirectory } from "../unit-directory.ts";
import { createUnitResolver } from "./unit-resolver.ts";

/** Names as offices have them: two or three syllables of these, under a type. */
const syllables = [
  "Vĩnh",
  "Hải",
  "Hòa",
  "Phước",
  "Tân",
  "Thạnh",
  "Thành",
  "Lộc",
  "Thọ",
  "Phương",
  "Sài",
  "Mỹ",
  "An",
  "Đồng",
  "Xuân",
  "Long",
];
const types = [
  ["Ủy ban nhân dân phường", "UBND phường"],
  ["Ủy ban nhân dân xã", "UBND xã"],
  ["Trường Tiểu học", "TH"],
  ["Trường Trung học cơ sở", "THCS"],
  ["Trường Mầm non", "MN"],
] as const;

interface Named {
  readonly type: number;
  readonly name: string;
}
const named = fc.record({
  type: fc.nat(types.length - 1),
  name: fc
    .tuple(
      fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 3 }),
      fc.constantFrom("", "", "", " 1", " 2"),
    )
    .map(([words, number]) => words.join(" ") + number),
});
const names = fc.uniqueArray(named, {
  minLength: 2,
  maxLength: 12,
  selector: ({ type, name }) => `${type} ${name}`,
});

const unitOf = ({ type, name }: Named): RecipientUnit => ({
  id: `${type}-${name}`,
  name: `${types[type]?.[0]} ${name}`,
  shortName: `${types[type]?.[1]} ${name}`,
  aliases: [],
  type: String(type),
  groups: [],
  parents: {},
  codes: [],
});
const resolverOf = (list: readonly Named[]) => createUnitResolver(unitDirectory(list.map(unitOf)));
const answer = (list: readonly Named[], text: string) => {
  const found = resolverOf(list).resolve(text);
  return found.status === "matched" ? found.unit.id : found.status;
};

/** The same name as other programs and hands write it. */
const dressed = (text: string) =>
  fc
    .record({
      form: fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"),
      letters: fc.constantFrom<(text: string) => string>(
        (one) => one,
        (one) => one.toUpperCase(),
        (one) => one.toLowerCase(),
      ),
      space: fc.constantFrom(" ", "  ", "\u00a0", "\t", "\u2009", "\n"),
      around: fc.constantFrom("", " ", "\u200b", "\ufeff", "\r\n"),
    })
    .map(
      ({ form, letters, space, around }) =>
        around + letters(text).replaceAll(" ", space).normalize(form) + around,
    );

const settings = { seed: 20241101, numRuns: 60 };

describe("resolving a name", () => {
  it("finds the unit of every official and short name, whatever its Unicode form, case and spacing", () => {
    const cases = names.chain((list) =>
      fc.constantFrom(...list).chain((one) =>
        fc
          .constantFrom(unitOf(one).name, unitOf(one).shortName as string)
          .chain(dressed)
          .map((text) => ({ list, one, text })),
      ),
    );
    fc.assert(
      fc.property(cases, ({ list, one, text }) => {
        expect(answer(list, text)).toBe(unitOf(one).id);
      }),
      settings,
    );
  });

  it("never gives the name of a unit that is not there to another", () => {
    const cases = names.chain((list) => fc.constantFrom(...list).map((one) => ({ list, one })));
    fc.assert(
      fc.property(cases, ({ list, one }) => {
        const without = list.filter((other) => other !== one);
        // A unit that differs in a mark or a letter only is what a misspelling would mean; a number is no spelling.
        const resolver = createUnitResolver(unitDirectory(without.map(unitOf)), { elsewhere: [one.name] });
        const found = resolver.resolve(unitOf(one).name);
        expect(found.status === "matched" ? found.unit.id : "none").toBe("none");
      }),
      settings,
    );
  });

  it("is not turned from a right answer into a wrong one by more units", () => {
    const cases = fc
      .tuple(names, names)
      .chain(([list, more]) =>
        fc
          .constantFrom(...list)
          .chain((one) =>
            fc
              .constantFrom(unitOf(one).name, unitOf(one).shortName as string, one.name)
              .map((text) => ({ list, more, text })),
          ),
      );
    fc.assert(
      fc.property(cases, ({ list, more, text }) => {
        const before = answer(list, text);
        const known = new Set(list.map((one) => unitOf(one).id));
        const after = answer([...list, ...more.filter((one) => !known.has(unitOf(one).id))], text);
        if (before !== "unknown" && before !== "ambiguous") expect([before, "ambiguous"]).toContain(after);
      }),
      settings,
    );
  });

  it("gives the same answer to the same question", () => {
    fc.assert(
      fc.property(names, fc.array(fc.string({ unit: "binary" }), { maxLength: 5 }), (list, texts) => {
        const resolver = resolverOf(list);
        const first = texts.map((text) => resolver.resolve(text));
        expect(texts.map((text) => resolver.resolve(text))).toEqual(first);
      }),
      settings,
    );
  });

  it("neither fails on any string nor takes it for a unit", () => {
    const resolver = resolverOf(
      [0, 1, 2, 3, 4].flatMap((type) => syllables.slice(1).map((name) => ({ type, name: `Vĩnh ${name}` }))),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(resolver.resolve(text).status).not.toBe("matched");
      }),
      { ...settings, numRuns: 1500 },
    );
  });
});
