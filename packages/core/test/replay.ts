import fc from "fast-check";
import { expect } from "vitest";
import {
  eventsOf,
  memoryLedger,
  reportRecords,
  rollUp,
  statusOf,
  verifyLedger,
  type CampaignEvent,
  type LedgerEntry,
} from "../src/index.ts";
import { campaignOf, directory, field, issued, on } from "./rollout.ts";
import { rolloutHistory, unitOf } from "./rollout-history.ts";

const campaign = campaignOf([
  field("people"),
  field("women", { partOf: "people" }),
  field("peak", { aggregator: "max" }),
]);

/** All that is derived from events: it must not matter how they came. */
function stateOf(events: readonly CampaignEvent[]) {
  const at = on(30);
  return {
    records: reportRecords(events, { at }),
    status: statusOf(campaign, events, { at }),
    figures: rollUp(campaign, directory, events, { at, by: "group" }),
  };
}

/** The events of several units mixed, each unit's own in order, in batches as they came. */
const interleaved = fc
  .record({
    events: rolloutHistory,
    draws: fc.array(fc.nat(4), { maxLength: 40 }),
    batch: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ events, draws, batch }) => {
    const queues = [...Map.groupBy(events, unitOf).values()].map((own) => [...own]);
    const mixed: CampaignEvent[] = [];
    for (let draw = 0; queues.some((queue) => queue.length > 0); draw += 1) {
      const waiting = queues.filter((queue) => queue.length > 0);
      const next = waiting[(draws[draw] ?? 0) % waiting.length]?.shift();
      if (next) mixed.push(next);
    }
    return { events, mixed, batch };
  });

/**
 * The law: after any interleaving of events, the state rebuilt from a ledger that went through storage
 * is the state of the events as they happened.
 */
export async function replayEqualsLive(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(interleaved, async ({ events, mixed, batch }) => {
      const ledger = memoryLedger({ now: () => on(22) });
      await ledger.append([issued()]);
      for (let from = 0; from < mixed.length; from += batch)
        await ledger.append(mixed.slice(from, from + batch));
      const stored = JSON.parse(JSON.stringify(await ledger.read())) as readonly LedgerEntry[];
      const again = memoryLedger({ now: () => on(22), entries: stored });
      expect((await verifyLedger(again)).brokenAt).toBeNull();
      const [live, rebuilt] = [stateOf([issued(), ...events]), stateOf(eventsOf(await again.read()))];
      expect(rebuilt).toEqual({ ...live, figures: { ...live.figures, issues: rebuilt.figures.issues } });
      expect(rebuilt.figures.issues).toHaveLength(live.figures.issues.length);
      // Every report that was ever taken in has exactly one fate.
      const taken = new Set(mixed.flatMap((event) => ("report" in event ? [event.report.id] : [])));
      expect(rebuilt.records.map(({ report }) => report.id).sort()).toEqual([...taken].sort());
    }),
    { seed: 20241129, numRuns },
  );
}
