import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberInWords, parseNumberInWords } from "./number-in-words.ts";

describe("a number in Vietnamese words", () => {
  it.each([
    [0, "không"],
    [5, "năm"],
    [10, "mười"],
    [14, "mười bốn"], // tư only after mươi
    [15, "mười lăm"],
    [21, "hai mươi mốt"],
    [24, "hai mươi tư"],
    [105, "một trăm linh năm"],
    [110, "một trăm mười"],
    [1205, "một nghìn hai trăm linh năm"],
    [1005, "một nghìn không trăm linh năm"], // hundreds are said when digits stand before
    [48210, "bốn mươi tám nghìn hai trăm mười"],
    [1_000_001, "một triệu không trăm linh một"],
    [2_000_000_000, "hai tỷ"],
    [1_000_000_000_000, "một nghìn tỷ"],
    [-3, "âm ba"],
  ])("%d is %s", (value, words) => {
    expect(numberInWords(value)).toBe(words);
    expect(parseNumberInWords(words)).toBe(value);
  });

  it("is read back as the number it was written from", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(parseNumberInWords(numberInWords(value))).toBe(value === 0 ? 0 : value);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it.each([
    ["hai trăm lẻ tư", 204],
    ["năm ngàn", 5000],
    ["Hai mươi  bẩy", 27],
    ["hai lăm", 25],
    ["một tỉ", 1_000_000_000],
  ])("is read in its spoken and southern forms: %s", (words, value) => {
    expect(parseNumberInWords(words)).toBe(value);
  });

  it.each(["", "âm", "hai ba", "mươi", "nghìn", "hai nghìn ba triệu", "phường", "hai trăm năm"])(
    "is none when the words do not follow each other as in a number: %s",
    (words) => {
      // `hai trăm năm` is said for 250 and for 205, so it is refused.
      expect(parseNumberInWords(words)).toBeNull();
    },
  );

  it("is refused when it is not whole", () => {
    expect(() => numberInWords(1.5)).toThrow(RangeError);
  });
});
