import { describe, expect, it } from "vitest";
import { parseRoman, printRoman } from "./roman-numeral.ts";

describe("a Roman numeral", () => {
  it.each([
    [1, "I"],
    [4, "IV"],
    [9, "IX"],
    [14, "XIV"],
    [90, "XC"],
    [2024, "MMXXIV"],
    [3999, "MMMCMXCIX"],
  ])("%d is %s", (value, text) => expect(printRoman(value)).toBe(text));

  it("is read back for every number that has one", () => {
    for (let value = 1; value <= 3999; value += 1) expect(parseRoman(printRoman(value))).toBe(value);
  });

  it.each(["", "IIII", "VX", "iv", "X1", "MMMM"])("is none when it is not the usual writing: %j", (text) => {
    expect(parseRoman(text)).toBeNull();
  });

  it("is refused outside 1 to 3999", () => {
    expect(() => printRoman(0)).toThrow(RangeError);
    expect(() => printRoman(4000)).toThrow(RangeError);
  });
});
