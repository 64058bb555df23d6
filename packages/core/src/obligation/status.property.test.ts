import { describe, it } from "vitest";
import { statusLaws } from "../../test/status-laws.ts";

describe("over random histories of units", () => {
  it.each(Object.entries(statusLaws))("%s", (_, law) => law(150));
});
