import { describe, expect, it } from "vitest";
import { printValue } from "./print-figure.ts";

describe("a value in words", () => {
  it.each([
    // value                            Vietnamese          English             why
    [48210, "48.210", "48,210"],
    ["90071992547409930.10", "90.071.992.547.409.930,10", "90,071,992,547,409,930.10"], // all digits of an amount
    ["-1234.5", "-1.234,5", "-1,234.5"],
    ["2024-11-09", "09/11/2024", "2024-11-09"],
    [true, "1", "1"], // a flag added up is a count
    [false, "0", "0"],
    [{ numerator: 19, denominator: 20 }, "95% (19/20)", "95% (19/20)"],
    [{ numerator: 9999, denominator: 10000 }, "99,9% (9.999/10.000)", "99.9% (9,999/10,000)"], // never all of it
    [{ numerator: 0, denominator: 0 }, "0/0", "0/0"], // no percent of nothing
    [
      ["https://a.vn/1", "https://b.vn/2"],
      "https://a.vn/1; https://b.vn/2",
      "https://a.vn/1; https://b.vn/2",
    ],
  ])("of %j is %s", (value, vi, en) => {
    expect([printValue(value, "vi"), printValue(value, "en")]).toEqual([vi, en]);
  });
});
