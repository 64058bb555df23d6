import { expect, it } from "vitest";
import { hasSyllableShape } from "./syllable-shape.ts";

it.each(["hai", "phuong", "nghia", "a", "uy", "krong", "quynh", "chieng"])(
  "%s can be a syllable",
  (letters) => {
    expect(hasSyllableShape(letters)).toBe(true);
  },
);
it.each(["bql", "tnmt", "ub", "p", "ttyt", "ubnd", "vinhhai", ""])("%s cannot", (letters) => {
  expect(hasSyllableShape(letters)).toBe(false);
});
