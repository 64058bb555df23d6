import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson, type CampaignEvent } from "@chiendich/core";
import { openLedger } from "@chiendich/ledger-sqlite";

/**
 * Durable appends per second: our ledger (hash chain, SQLite in WAL with synchronous=FULL) beside the
 * floor, an fsync'd append of the same event as a line of JSON. Events one by one, then in batches of
 * 50. In turns within one run, medians of wall time: the disk decides, not the processor.
 */
const rounds = Number(process.argv[2] ?? 7);
const events = Number(process.argv[3] ?? 2000);
const batch = 50;
const at = "2024-11-08T09:00:00+07:00";
const folder = mkdtempSync(join(tmpdir(), "chiendich-bench-"));

function event(number: number): CampaignEvent {
  const answers = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `f${index}`,
      { state: "value", value: number + index, cell: `C${index}` },
    ]),
  );
  const origin = { source: `${number}.xlsx`, sha256: "0".repeat(64), sheet: "Báo cáo", identifiedBy: "form" };
  const report = {
    id: `r${number}`,
    campaignId: "c",
    roundId: "r1",
    unitId: `u${number}`,
    schemaVersion: 1,
    submission: "normal",
    nil: false,
    dataAsOf: "2024-11-08",
    answers,
    origin,
  };
  return { type: "report_accepted", at, actor: "Bộ", receivedAt: at, report } as CampaignEvent;
}
const load = Array.from({ length: events }, (_, number) => event(number));

function floor(path: string): number {
  const file = openSync(path, "a");
  const start = performance.now();
  for (const one of load) {
    writeSync(file, `${canonicalJson(one)}\n`);
    fsyncSync(file);
  }
  const took = performance.now() - start;
  closeSync(file);
  return took;
}

async function ledger(path: string, size: number): Promise<number> {
  const open = openLedger(path, { now: () => at });
  const start = performance.now();
  for (let from = 0; from < events; from += size) await open.append(load.slice(from, from + size));
  const took = performance.now() - start;
  await open.close();
  return took;
}

/** Each gives the milliseconds its appends took, opening and closing left out. */
const peers: Record<string, (path: string) => number | Promise<number>> = {
  "floor: append and fsync, one event": floor,
  "our ledger, one event": (path) => ledger(path, 1),
  [`our ledger, batches of ${batch}`]: (path) => ledger(path, batch),
};
const times: Record<string, number[]> = {};
for (let round = 0; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(peers)) {
    (times[name] ??= []).push(await run(join(folder, `${round}-${name.replace(/\W+/g, "-")}`)));
  }
}
rmSync(folder, { recursive: true });

const median = (list: readonly number[]) =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] as number;
const base = events / median(times["floor: append and fsync, one event"] ?? []);
console.log("| | events per second | ÷ floor |\n| --- | --: | --: |");
for (const [name, list] of Object.entries(times)) {
  const rate = (events / median(list)) * 1000;
  console.log(`| ${name} | ${rate.toFixed(0)} | ${(rate / 1000 / base).toFixed(2)} |`);
}
