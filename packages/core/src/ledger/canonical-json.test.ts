import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { hashOf } from "./content-hash.ts";

describe("canonical JSON", () => {
  it.each([
    // value                               text                          why
    [{ b: 1, a: { d: [], c: null } }, '{"a":{"c":null,"d":[]},"b":1}'], // keys sorted, at every depth
    [{ a: undefined, b: 1 }, '{"b":1}'], // as JSON.stringify
    [[1.0, 1e21, -0, 0.1], "[1,1e+21,0,0.1]"], // numbers as ECMAScript prints them
    ['ệ\u0007"', '"ệ\\u0007\\""'], // only what must be is escaped
    [{ ê: 1, z: 2, "\u{1f600}": 3 }, '{"z":2,"ê":1,"😀":3}'], // sorted by code unit
  ])("of %j is %s", (value, text) => expect(canonicalJson(value)).toBe(text));

  it.each([[NaN], [Infinity], [1n], [() => 1], [{ a: Symbol("x") }], ["\ud800"], [{ "\udfff": 1 }]])(
    "refuses what JSON would change without a word: %s",
    (value) => expect(() => canonicalJson(value)).toThrow(TypeError),
  );

  it.each([[3], [32], [33], [400]])("sorts %i keys", (count) => {
    const keys = Array.from({ length: count }, (_, index) => `k${(index * 7919) % count}`);
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 1])));
    expect(text).toBe(`{${keys.sort().map((key) => `"${key}":1`)}}`);
  });

  it("is read back by JSON as the same value, and is the same for the same value in any order", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        if (typeof plain !== "object" || plain === null || Array.isArray(plain)) return;
        const turned = Object.fromEntries(Object.entries(plain).reverse());
        expect(hashOf(turned)).toBe(hashOf(plain));
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
