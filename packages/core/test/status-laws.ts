import fc from "fast-check";
import { expect } from "vitest";
import { instantMs, obligationStates, planReminders, sentReminder, statusOf } from "../src/index.ts";
import type { CampaignEvent, ReminderRule, Status } from "../src/index.ts";
import { firstDay, lastDay, randomCampaign, randomHistory } from "./random-history.ts";
import { actor, on } from "./rollout.ts";

const seed = 20241109;
const instant = fc.integer({ min: firstDay, max: lastDay + 3 }).map((day) => on(day, 12));

/** What holds of the status of any history; each takes how many histories to try. */
export const statusLaws: Readonly<Record<string, (numRuns: number) => void>> = {
  "every rate lies in 0…1, and what is received is expected": (numRuns) => {
    fc.assert(
      fc.property(randomHistory, instant, ({ events }, at) => {
        const status = statusOf(randomCampaign, events, { at });
        for (const counts of allCounts(status)) {
          expect(counts.onTime).toBeLessThanOrEqual(counts.received);
          expect(counts.received).toBeLessThanOrEqual(counts.expected);
          for (const rate of [counts.reportingRate, counts.onTimeRate, counts.itemRate]) {
            if (rate === null) continue;
            expect(rate).toBeGreaterThanOrEqual(0);
            expect(rate).toBeLessThanOrEqual(1);
          }
        }
      }),
      { seed, numRuns },
    );
  },

  "each obligation is in exactly one state, and the states add up to all": (numRuns) => {
    fc.assert(
      fc.property(randomHistory, instant, ({ events }, at) => {
        const { rows, total, transfers, byGroup } = statusOf(randomCampaign, events, { at });
        const ids = rows.map(({ obligation }) => obligation.id);
        expect(new Set(ids).size).toBe(ids.length);
        const counted = obligationStates.reduce((sum, state) => sum + total.byState[state], 0);
        expect(counted).toBe(rows.length);
        expect(total.expected).toBe(rows.length - total.byState.waived);
        expect(Object.values(byGroup).reduce((sum, { expected }) => sum + expected, 0)).toBe(total.expected);
        // A report answers one obligation at most: not the old unit's and the new one's as well.
        const answering = rows.flatMap(({ reportIds }) => reportIds);
        expect(new Set(answering).size).toBe(answering.length);
        for (const { obligation, to } of transfers) expect(to).not.toContain(obligation.id);
      }),
      { seed, numRuns },
    );
  },

  "what is recorded later does not change what was known": (numRuns) => {
    fc.assert(
      fc.property(randomHistory, instant, ({ events }, at) => {
        const known = events.filter((event) => instantMs(event.at) <= instantMs(at));
        expect(statusOf(randomCampaign, events, { at })).toEqual(statusOf(randomCampaign, known, { at }));
      }),
      { seed, numRuns },
    );
  },

  "the order of events that do not concern each other does not matter": (numRuns) => {
    fc.assert(
      fc.property(randomHistory, fc.infiniteStream(fc.nat({ max: 1 })), ({ events }, coins) => {
        const at = on(lastDay + 3);
        const shuffled = interleave(events, () => coins.next().value as number);
        expect(sorted(statusOf(randomCampaign, shuffled, { at }))).toEqual(
          sorted(statusOf(randomCampaign, events, { at })),
        );
      }),
      { seed, numRuns },
    );
  },

  "no reminder is sent twice, whenever it is run, and none to those who answered": (numRuns) => {
    const rules: readonly ReminderRule[] = [
      { id: "T-3", days: -3 },
      { id: "T-1", days: -1 },
      { id: "T+1", days: 1 },
      { id: "T+2", days: 2, escalateTo: { hierarchy: "administrative" } },
    ];
    const runs = fc.array(fc.integer({ min: firstDay, max: lastDay }), { maxLength: 12 });
    fc.assert(
      fc.property(randomHistory, runs, ({ directory, events }, days) => {
        const known: CampaignEvent[] = [...events];
        const sent: string[] = [];
        for (const day of days.toSorted((a, b) => a - b)) {
          const at = on(day, 13);
          const plan = planReminders(randomCampaign, directory, known, { at, rules });
          const answered = new Set(
            statusOf(randomCampaign, known, { at })
              .rows.filter(({ timeliness, state }) => timeliness !== null || state === "waived")
              .map(({ obligation }) => obligation.id),
          );
          for (const message of plan.messages) {
            for (const subject of message.subjects) expect(answered).not.toContain(subject.obligationId);
            sent.push(message.id);
            known.push(sentReminder(message, { at, actor }));
          }
        }
        expect(new Set(sent).size).toBe(sent.length);
      }),
      { seed, numRuns },
    );
  },
};

function allCounts({ total, byGroup, byRound, byParent }: Status) {
  const groups = [byGroup, byRound, ...Object.values(byParent)];
  return [total, ...groups.flatMap((counts) => Object.values(counts))];
}

/**
 * The same events in another order that keeps, for each unit, the order of its own events; what
 * touches several units at once keeps its place.
 */
function interleave(events: readonly CampaignEvent[], coin: () => number): CampaignEvent[] {
  const order = [...events];
  for (let round = 0; round < 3; round += 1) {
    for (let index = 0; index + 1 < order.length; index += 1) {
      const [a, b] = [order[index] as CampaignEvent, order[index + 1] as CampaignEvent];
      if (coin() === 0 || !independent(a, b)) continue;
      order[index] = b;
      order[index + 1] = a;
    }
  }
  return order;
}

function independent(a: CampaignEvent, b: CampaignEvent): boolean {
  const [first, second] = [unitOf(a), unitOf(b)];
  return first !== null && second !== null && first !== second;
}

function unitOf(event: CampaignEvent): string | null {
  if ("report" in event) return event.report.unitId;
  if ("obligationId" in event) return event.obligationId.replace(/^.*\//, "");
  return null;
}

const sorted = (status: Status) => ({
  ...status,
  rows: status.rows.toSorted((a, b) => (a.obligation.id < b.obligation.id ? -1 : 1)),
});
