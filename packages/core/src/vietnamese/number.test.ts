import { describe, expect, it } from "vitest";
import { printNumber, printTwoDigits } from "./number.ts";

describe("a printed number", () => {
  it.each([
    // value      vi               en               why this row
    [0, "0", "0"],
    [999, "999", "999"],
    [1000, "1.000", "1,000"], // the first group
    [48210, "48.210", "48,210"],
    [1234567.5, "1.234.567,5", "1,234,567.5"],
    [-1234.25, "-1.234,25", "-1,234.25"],
    [0.1, "0,1", "0.1"],
    [1e21, "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"], // no exponent
    [0.0000005, "0,0000005", "0.0000005"], // no exponent on this side either
    [-0, "0", "0"], // no sign on nothing
  ])("%d is %s in Vietnamese and %s in English", (value, vi, en) => {
    expect(printNumber(value, "vi")).toBe(vi);
    expect(printNumber(value, "en")).toBe(en);
  });

  it("has exactly the digits after the point that were asked for", () => {
    expect(printNumber(2, "vi", { decimals: 2 })).toBe("2,00");
    expect(printNumber(-0.001, "vi", { decimals: 1 })).toBe("0,0");
  });

  it("is refused when there is no such figure", () => {
    expect(() => printNumber(NaN)).toThrow(RangeError);
    expect(() => printNumber(Infinity)).toThrow(RangeError);
  });

  it("gets a leading zero below ten where the decree asks for one", () => {
    expect([0, 9, 10, 2242].map(printTwoDigits)).toEqual(["00", "09", "10", "2242"]);
    expect(() => printTwoDigits(1.5)).toThrow(RangeError);
  });
});
