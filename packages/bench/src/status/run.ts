import { planReminders, statusOf, usualReminderRules, type CampaignEvent } from "@chiendich/core";
import { workload, type Workload } from "./campaign.ts";

/**
 * Status of 50,000 obligations from 200,000 events, and how it grows from 5,000. Beside it, in the
 * same run and in turns with it, what nobody can do without: reading the same events from JSON,
 * and one pass over them that keeps the last receipt of each unit. Medians of processor time, which
 * says the same on a busy machine as on an idle one.
 */
const at = "2025-03-31T08:00:00+07:00";
const rounds = Number(process.argv[2] ?? 7);

const peers = {
  status: ({ campaign, events }: Workload) => statusOf(campaign, events, { at }).total.received,
  "reminder plan (a status included)": ({ campaign, directory, events }: Workload) =>
    planReminders(campaign, directory, events, { at, rules: usualReminderRules }).messages.length,
  "floor: JSON.parse of the events": (_: Workload, json: string) => (JSON.parse(json) as unknown[]).length,
  "floor: one pass, last receipt by unit": ({ events }: Workload) => lastReceipts(events).size,
};

function lastReceipts(events: readonly CampaignEvent[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const event of events) {
    if (event.type === "report_accepted") last.set(event.report.unitId, Date.parse(event.receivedAt));
    else if (event.type === "report_returned") last.delete(event.reportId);
  }
  return last;
}

const medians = new Map<string, Record<number, number>>();
for (const units of [5_000, 50_000]) {
  const load = workload(units);
  const json = JSON.stringify(load.events);
  const times: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(peers)) {
      globalThis.gc?.();
      const before = process.memoryUsage().heapUsed;
      const start = process.cpuUsage();
      run(load, json);
      const { user, system } = process.cpuUsage(start);
      (times[name] ??= []).push((user + system) / 1000);
      if (round === rounds - 1 && name === "status") {
        const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;
        console.log(
          `${units} units: heap grew by ${grown.toFixed(0)} MB during one status (before collection)`,
        );
      }
    }
  }
  for (const [name, list] of Object.entries(times)) {
    const median = list.sort((a, b) => a - b)[Math.floor(list.length / 2)] as number;
    medians.set(name, { ...medians.get(name), [units]: median });
  }
}

const floor = medians.get("floor: JSON.parse of the events") as Record<number, number>;
console.log(
  "\n| | 5,000 (ms) | 50,000 (ms) | growth ×10 units | ÷ JSON.parse at 50,000 |\n| --- | --: | --: | --: | --: |",
);
for (const [name, of] of medians) {
  const [small, large] = [of[5_000] as number, of[50_000] as number];
  const ratio = large / (floor[50_000] as number);
  console.log(
    `| ${name} | ${small.toFixed(1)} | ${large.toFixed(1)} | ${(large / small).toFixed(1)} | ${ratio.toFixed(2)} |`,
  );
}
