import { describe, expect, it } from "vitest";
import { editAndRead } from "./read-after-editing.ts";

/** 500 seeds are run by the slow suite. */
describe.each(["metadataMoves", "metadataStays"] as const)(
  "after a day of 200 edits, when sorting rows %s",
  (sort) => {
    it("every value is its unit's, or an issue names its row", { timeout: 30_000 }, async () => {
      let [standing, read] = [0, 0];
      for (let seed = 1; seed <= 6; seed++) {
        const day = await editAndRead(seed, "ordinary", sort);
        expect(day.failures).toEqual([]);
        standing += day.standing;
        read += day.read;
      }
      // An issue for every row would keep the law too, and help nobody.
      expect(read / standing).toBeGreaterThan(0.4);
    });

    it("not even when rows are cut apart is a value given to another unit", { timeout: 30_000 }, async () => {
      for (let seed = 1; seed <= 4; seed++)
        expect((await editAndRead(seed, "rough", sort)).failures).toEqual([]);
    });
  },
);
