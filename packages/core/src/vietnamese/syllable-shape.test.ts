import { expect, it } from "vitest";
import { hasSyllableShape, isVietnameseSyllable } from "./syllable-shape.ts";

it.each(["hai", "phuong", "nghia", "a", "uy", "krong", "quynh", "chieng"])(
  "%s can be a syllable",
  (letters) => {
    expect(hasSyllableShape(letters)).toBe(true);
  },
);
it.each(["bql", "tnmt", "ub", "p", "ttyt", "ubnd", "vinhhai", ""])("%s cannot", (letters) => {
  expect(hasSyllableShape(letters)).toBe(false);
});

it.each(["vinh", "nguyen", "khuyu", "quy", "gia", "gi", "thuo", "xuong", "toan", "yen"])(
  "%s is a syllable of Vietnamese",
  (letters) => expect(isVietnameseSyllable(letters)).toBe(true),
);
it.each(["vnh", "nguyrn", "phupc", "haii", "krong", "lnug", "tahnh", "hk", "1"])("%s is none", (letters) => {
  expect(isVietnameseSyllable(letters)).toBe(false);
});
