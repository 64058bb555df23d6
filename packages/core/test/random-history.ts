import fc from "fast-check";
import type { CampaignEvent, Issue, LineageEvent, UnitDirectory } from "../src/index.ts";
import {
  issue as makeIssue,
  issueCampaign,
  obligationId,
  transferObligations,
  unitDirectory,
} from "../src/index.ts";
import { accepted, actor, campaignOf, deadline, field, on, report, unit } from "./rollout.ts";

/** A campaign whose units merge and split while it runs, with everything that can happen to what they owe. */
export interface RandomHistory {
  readonly directory: UnitDirectory;
  /** By instant of recording. */
  readonly events: readonly CampaignEvent[];
}

export const randomCampaign = campaignOf([field("participants"), field("sessions")], ["r1", "r2"]);
export const firstDay = 1;
export const lastDay = 25;

const query = { ...makeIssue("report_table_not_found", { path: "" }, {}), severity: "query" } as Issue;
const pick = fc.nat({ max: 97 });
const change = fc.record({
  kind: fc.constantFrom("merged", "absorbed", "split", "shrunk"),
  a: pick,
  b: pick,
});
const step = fc.record({
  day: fc.integer({ min: firstDay + 1, max: lastDay }),
  type: fc.constantFrom(
    "report",
    "report",
    "report",
    "lateRead",
    "query",
    "explain",
    "return",
    "nil",
    "waive",
    "extend",
    "add",
    "transfer",
    "renew",
  ),
  unit: pick,
  round: fc.constantFrom("r1", "r2"),
});

export const randomHistory: fc.Arbitrary<RandomHistory> = fc
  .record({
    units: fc.integer({ min: 1, max: 5 }),
    changes: fc.array(change, { maxLength: 5 }),
    steps: fc.array(step, { maxLength: 25 }),
  })
  .map(({ units, changes, steps }) => {
    const names = Array.from({ length: units }, (_, index) => `u${index}`);
    const directory = reorganise(names, changes);
    return { directory, events: eventsOf(directory, steps) };
  });

interface Change {
  readonly kind: "merged" | "absorbed" | "split" | "shrunk";
  readonly a: number;
  readonly b: number;
}

/** One change every third day, among the units that are there on it. */
function reorganise(names: readonly string[], changes: readonly Change[]): UnitDirectory {
  const all = [...names];
  let alive = [...names];
  const lineage: LineageEvent[] = [];
  for (const [index, { kind, a, b }] of changes.entries()) {
    const first = alive[a % alive.length] as string;
    const second = alive[b % alive.length] as string;
    const fresh = [`n${index}a`, `n${index}b`];
    const from = kind === "merged" || kind === "absorbed" ? [...new Set([first, second])] : [first];
    const to = {
      merged: fresh.slice(0, 1),
      absorbed: [second],
      split: fresh,
      shrunk: [first, ...fresh.slice(0, 1)],
    }[kind];
    alive = [...alive.filter((id) => !from.includes(id)), ...to];
    all.push(...to.filter((id) => !all.includes(id)));
    lineage.push({
      kind: kind === "shrunk" ? "split" : kind,
      on: on(3 * index + 3).slice(0, 10),
      from,
      to: to.map((unitId) => ({ unitId })),
      legalBasis: `NQ ${index}`,
    });
  }
  const parents = (id: string) => ({ administrative: id.startsWith("n") ? "tp" : "huyện" });
  return unitDirectory(
    all.map((id, index) => unit(id, index % 2 === 0 ? "Phường" : "Trường học", parents(id))),
    lineage,
  );
}

interface Step {
  readonly day: number;
  readonly type: string;
  readonly unit: number;
  readonly round: string;
}

function eventsOf(directory: UnitDirectory, steps: readonly Step[]): CampaignEvent[] {
  const events = issueCampaign(randomCampaign, directory, { at: on(firstDay), actor });
  for (const [index, current] of steps.toSorted((a, b) => a.day - b.day).entries()) {
    events.push(...eventsOfStep(directory, events, current, index));
  }
  return events;
}

function eventsOfStep(
  directory: UnitDirectory,
  events: readonly CampaignEvent[],
  { day, type, unit: picked, round }: Step,
  index: number,
): CampaignEvent[] {
  const at = on(day);
  const unitId = directory.units[picked % directory.units.length]?.id as string;
  const owed = obligationId(round, unitId);
  const earlier = events.flatMap((event) => ("report" in event ? [event.report.id] : []));
  const reportId = earlier[picked % Math.max(1, earlier.length)] ?? "none";
  const given = report(unitId, { participants: 1 }, { id: `report-${index}`, roundId: round });
  const why = { at, actor, reason: "lý do" };
  switch (type) {
    case "report":
      return [accepted(given, at)];
    case "lateRead":
      return [{ ...accepted(given, on(Math.max(firstDay, day - 3))), at }];
    case "nil":
      return [accepted({ ...given, nil: true, answers: {} }, at)];
    case "query":
      return [{ type: "report_queried", at, actor, report: given, receivedAt: at, issues: [query] }];
    case "explain":
      return [{ type: "query_explained", ...why, reportId, field: "*" }];
    case "return":
      return [{ type: "report_returned", ...why, reportId }];
    case "waive":
      return [{ type: "obligation_waived", ...why, obligationId: owed }];
    case "extend": {
      const later = { ...deadline, lastInstant: on(Math.min(28, day + 5)) };
      return [
        { type: "obligation_extended", ...why, obligationId: owed, deadline: later, document: "2300/VHTT" },
      ];
    }
    case "add": {
      const obligation = { id: owed, roundId: round, unitId, group: "Phường", deadline, createdAt: at };
      return [{ type: "obligation_added", ...why, obligation }];
    }
    default: {
      const policy = type === "renew" ? "renew" : "inherit";
      return transferObligations(randomCampaign, directory, events, {
        on: at.slice(0, 10),
        at,
        actor,
        policy,
      });
    }
  }
}
