import fc from "fast-check";
import { expect, it } from "vitest";
import { damage, damaged } from "../../test/damaged-sheet.ts";
import { read } from "../../test/return-case.ts";

const { CHIENDICH_SLOW = "full" } = process.env;

it("reads a hundred thousand damaged sheets to the last cell, and accepts none of their errors", async () => {
  await fc.assert(
    fc.asyncProperty(damage, async (change) => {
      const { account, verdicts } = await read(damaged(change));
      expect(account.mapped + account.ignored).toBe(account.cells);
      for (const { outcome, issues } of verdicts) {
        if (outcome === "accepted") expect(issues.every(({ severity }) => severity === "warning")).toBe(true);
      }
    }),
    { seed: 2242, numRuns: CHIENDICH_SLOW === "short" ? 3_000 : 100_000 },
  );
});
