import { describe, expect, it } from "vitest";
import { editAndRead } from "./read-after-editing.ts";

const count = process.env["CHIENDICH_SLOW"] === "short" ? 60 : 500;

describe.each(["metadataMoves", "metadataStays"] as const)(
  `${count} days of editing, when sorting rows %s`,
  (sort) => {
    it.each(["ordinary", "rough"] as const)(
      "%s: no value is another unit's, and none is lost without a word",
      async (manner) => {
        let [standing, read] = [0, 0];
        for (let seed = 1; seed <= count; seed++) {
          const day = await editAndRead(seed, manner, sort);
          expect(day.failures).toEqual([]);
          standing += day.standing;
          read += day.read;
        }
        expect(read / standing).toBeGreaterThan(manner === "ordinary" ? 0.45 : 0.2);
      },
    );
  },
);
