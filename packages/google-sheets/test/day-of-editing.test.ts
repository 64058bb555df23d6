import { describe, expect, it } from "vitest";
import { editAndRead } from "./read-after-editing.ts";

const seeds = Array.from({ length: 10 }, (_seed, index) => index + 1);

describe.each(["metadataMoves", "metadataStays"] as const)(
  "after a day of editing, when sorting %s",
  (sort) => {
    it.each(seeds)("seed %i: every value is its unit's, or an issue names its row", async (seed) => {
      const { failures, standing, read } = await editAndRead(seed, sort);
      expect(failures).toEqual([]);
      // An issue for every row would fulfil the law too, and help nobody.
      expect(read / standing).toBeGreaterThan(0.5);
    });
  },
);
