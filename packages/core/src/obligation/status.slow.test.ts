import { describe, it } from "vitest";
import { statusLaws } from "../../test/status-laws.ts";

const numRuns = process.env["CHIENDICH_SLOW"] === "short" ? 1_000 : 10_000;

describe(`over ${numRuns} random histories of units`, () => {
  it.each(Object.entries(statusLaws))("%s", (_, law) => law(numRuns));
});
