import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptedReports, eventsOf, verifyLedger } from "@chiendich/core";
import { afterAll, describe, expect, it } from "vitest";
import { openLedger } from "../src/index.ts";

const kills = process.env["CHIENDICH_SLOW"] === "short" ? 20 : 300;
const killsPerLedger = 25;
const folder = mkdtempSync(join(tmpdir(), "chiendich-crash-"));
const script = new URL("./arriving-returns.ts", import.meta.url).pathname;
const at = "2024-11-08T09:00:00+07:00";
afterAll(() => rmSync(folder, { recursive: true }));

/** Moments spread over the writer's work, the same in every run: a linear congruential sequence. */
function* moments(): Generator<number> {
  let state = 20241129;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    yield (state / 2 ** 31) * 40;
  }
}

/** Runs the writer, kills it that long after it is ready, and gives the last number it acknowledged. */
function runUntilKilled(path: string, milliseconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, ["--conditions=@chiendich/source", script, path]);
    let output = "";
    let errors = "";
    writer.stdout.on("data", (chunk: Buffer) => {
      if (output === "") setTimeout(() => writer.kill("SIGKILL"), milliseconds);
      output += chunk.toString();
    });
    writer.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    writer.on("close", (_, signal) => {
      if (signal !== "SIGKILL") return reject(new Error(`the writer ended by itself: ${errors}`));
      // A line that was cut off was not acknowledged.
      const lines = output.slice(0, output.lastIndexOf("\n")).split("\n");
      resolve(Number(lines.filter((line) => /^\d+$/.test(line)).at(-1) ?? 0));
    });
  });
}

describe(`a writer killed with SIGKILL at ${kills} moments while returns arrive`, () => {
  it("loses nothing acknowledged, breaks no chain, halves no batch and doubles nothing when started again", async () => {
    let killed = 0;
    let last = 0;
    let survived = 0;
    for (const moment of moments()) {
      if (killed === kills) break;
      // A new ledger now and then, so that reading all of it after each kill stays quick.
      if (killed % killsPerLedger === 0) last = 0;
      const path = join(folder, `ledger-${Math.trunc(killed / killsPerLedger)}`);
      killed += 1;
      const acknowledged = Math.max(last, await runUntilKilled(path, moment));
      const ledger = openLedger(path, { now: () => at });
      const entries = await ledger.read();
      expect((await verifyLedger(ledger)).issues).toEqual([]);
      await ledger.close();
      const sources = eventsOf(entries).flatMap((event) =>
        event.type === "return_received" ? [event.source] : [],
      );
      const expected = Array.from({ length: sources.length }, (_, index) => `don-vi-${index + 1}.xlsx`);
      // One at most was written and not yet acknowledged when the writer was killed.
      expect(sources).toEqual(expected);
      expect(sources.length).toBeGreaterThanOrEqual(acknowledged);
      expect(sources.length).toBeLessThanOrEqual(acknowledged + 1);
      expect(acceptedReports(eventsOf(entries), { at })).toHaveLength(sources.length);
      survived += sources.length - last;
      last = sources.length;
    }
    expect(survived).toBeGreaterThan(kills);
    expect(readdirSync(folder).filter((name) => name.endsWith(".new"))).toEqual([]);
  }, 3_600_000);
});
