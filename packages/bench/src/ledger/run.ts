import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson, type CampaignEvent, type Report } from "@chiendich/core";
import { openLedger } from "@chiendich/ledger-sqlite";

/**
 * Durable appends per second: our ledger (hash chain, SQLite in WAL with synchronous=FULL) beside the
 * floor, an fsync'd append of the same event as a line of JSON. Events one by one, then in batches of
 * 50; those of a round in the order it writes them, and its reports alone, which are the longest. In
 * turns within one run, medians of wall time: the disk decides, not the processor.
 */
const rounds = Number(process.argv[2] ?? 7);
const count = Number(process.argv[3] ?? 4000);
const batch = 50;
const at = "2024-11-08T09:00:00+07:00";
const folder = mkdtempSync(join(tmpdir(), "chiendich-bench-"));

/** What a round writes about a unit: it is reminded, its return comes, and the report of 20 answers is accepted. */
function eventsOfUnit(number: number): readonly CampaignEvent[] {
  const common = { at, actor: "Phòng Văn hóa và Thông tin" };
  const unitId = `u${number}`;
  const reminderId = `${unitId}/r1/T-3`;
  const file = { source: `${number}.xlsx`, sha256: "0".repeat(64) };
  return [
    { ...common, type: "reminder_planned", reminderId, unitIds: [unitId] },
    { ...common, type: "reminder_sent", reminderId, unitId, channel: "file" },
    { ...common, type: "return_received", ...file, evidence: "file" },
    { ...common, type: "report_accepted", receivedAt: at, report: report(number, unitId, file) },
  ];
}

function report(number: number, unitId: string, file: { source: string; sha256: string }): Report {
  const answers = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `f${index}`,
      { state: "value" as const, value: number + index, cell: `C${index}` },
    ]),
  );
  return {
    id: `r${number}`,
    campaignId: "c",
    roundId: "r1",
    unitId,
    schemaVersion: 1,
    submission: "normal",
    nil: false,
    dataAsOf: "2024-11-08",
    answers,
    origin: { ...file, sheet: "Báo cáo", identifiedBy: "form" },
  };
}

const loads = {
  "of a round": (number: number) => eventsOfUnit(Math.floor(number / 4))[number % 4] as CampaignEvent,
  "reports only": (number: number) => eventsOfUnit(number)[3] as CampaignEvent,
};

/** Each gives the milliseconds its appends took, opening and closing left out. */
const peers: Record<string, (path: string, events: readonly CampaignEvent[]) => number | Promise<number>> = {
  "floor: append and fsync, one event": (path, events) => {
    const file = openSync(path, "a");
    const start = performance.now();
    for (const event of events) {
      writeSync(file, `${canonicalJson(event)}\n`);
      fsyncSync(file);
    }
    const took = performance.now() - start;
    closeSync(file);
    return took;
  },
  "our ledger, one event": (path, events) => append(path, events, 1),
  [`our ledger, batches of ${batch}`]: (path, events) => append(path, events, batch),
};

async function append(path: string, events: readonly CampaignEvent[], size: number): Promise<number> {
  const ledger = openLedger(path, { now: () => at });
  const start = performance.now();
  for (let from = 0; from < events.length; from += size) await ledger.append(events.slice(from, from + size));
  const took = performance.now() - start;
  await ledger.close();
  return took;
}

const median = (list: readonly number[]) =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] as number;

console.log("| events | | per second | ÷ floor |\n| --- | --- | --: | --: |");
for (const [load, event] of Object.entries(loads)) {
  const events = Array.from({ length: count }, (_, number) => event(number));
  const times = Object.entries(peers).map(([name, run]) => ({ name, run, took: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run, took } of times) {
      took.push(await run(join(folder, `${load}-${round}-${name}`.replace(/\W+/g, "-")), events));
    }
  }
  const floor = median(times[0]?.took ?? []);
  for (const { name, took } of times) {
    const ms = median(took);
    console.log(`| ${load} | ${name} | ${((count / ms) * 1000).toFixed(0)} | ${(floor / ms).toFixed(2)} |`);
  }
}
rmSync(folder, { recursive: true });
