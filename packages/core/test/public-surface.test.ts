import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as core from "../src/index.ts";

it("exports these names and no others: each is a promise to whoever uses it", () => {
  const promised = readFileSync(new URL("./public-surface.txt", import.meta.url), "utf8")
    .trim()
    .split("\n");
  expect(Object.keys(core).sort()).toEqual(promised);
});
