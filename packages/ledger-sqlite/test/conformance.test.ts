import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ledgerConformance } from "@chiendich/conformance";
import type { Ledger } from "@chiendich/core";
import { afterAll, describe } from "vitest";
import { openLedger } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "chiendich-ledger-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the SQLite ledger", () => {
  const paths = new Map<Ledger, string>();
  const open = (path: string, now: () => string) => {
    const ledger = openLedger(path, { now });
    paths.set(ledger, path);
    return ledger;
  };
  ledgerConformance({
    create: async ({ now }) => open(join(folder, `${paths.size}.ledger`), now),
    reopen: async (ledger, { now }) => open(paths.get(ledger) as string, now),
  });
});
