import { expect, it } from "vitest";
import { printRate } from "./rate.ts";

it.each([
  [0.975, "97,5%"],
  [1, "100%"],
  [0.9999, "99,9%"], // one of ten thousand is missing, and that shows
  [0, "0%"],
  [null, "–"], // nothing was expected: not 0 of something
])("%s reads %s", (rate, text) => {
  expect(printRate(rate)).toBe(text);
});

it("has a point in English", () => {
  expect(printRate(0.975, "en")).toBe("97.5%");
});
