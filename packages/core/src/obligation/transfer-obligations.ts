import type { Campaign, Round } from "../campaign/campaign.ts";
import type { CampaignEvent, TransferPolicy } from "../ledger/event.ts";
import type { UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { unitAsOf } from "../recipient-unit/units-as-of.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { compareInstants, dateOf, endOfDayAt, instantAt, type Instant } from "../time/instant.ts";
import { createObligation, groupOf } from "./issue-campaign.ts";
import { obligationsAsOf, type ObligationsAsOf } from "./obligation-record.ts";
import { obligationId, type Obligation } from "./obligation.ts";
import { reasonFor, unitChanges, type UnitChange } from "./unit-change.ts";

/** How obligations pass on to the units of another day. */
export interface TransferOptions {
  /** Changes of units up to and with that day are carried over. */
  readonly on: CalendarDate;
  readonly at: Instant;
  readonly actor: string;
  /**
   * What reports of the old units mean for the new ones; what the campaign says when absent
   * (`mergers`), else `inherit`.
   */
  readonly policy?: TransferPolicy | undefined;
}

/**
 * The events that carry obligations over to the units that came out of mergers and splits since
 * they were created: one per change and round, with its legal basis. What has been transferred
 * already gives no event, so it may be run every day.
 */
export function transferObligations(
  campaign: Campaign,
  directory: UnitDirectory,
  events: readonly CampaignEvent[],
  { on, at, actor, policy }: TransferOptions,
): CampaignEvent[] {
  const transfers: CampaignEvent[] = [];
  const chosen = policy ?? campaign.mergers ?? "inherit";
  if (chosen === "keep") return transfers;
  const issuedAt = events.find(({ type }) => type === "campaign_issued")?.at;
  if (issuedAt === undefined) return transfers;
  const span = { after: dateOf(issuedAt, campaign.timeZone), until: on };
  for (const [day, changes] of Map.groupBy(unitChanges(directory, span), (change) => change.on)) {
    // Changes of one day have no unit in common, so one replay serves them all.
    const standing = standingAfter(campaign, [...events, ...transfers], day, at);
    for (const change of changes) {
      for (const round of campaign.rounds) {
        transfers.push(
          ...transferOf({ campaign, directory, standing, round, change, at, actor, policy: chosen }),
        );
      }
    }
  }
  return transfers;
}

type Standing = ObligationsAsOf["standing"];

/** What stands at the end of the day, or at `at` when that is later, from what is known at `at`. */
function standingAfter(
  { timeZone }: Campaign,
  events: readonly CampaignEvent[],
  day: CalendarDate,
  at: Instant,
): Standing {
  const dayEnd = endOfDayAt(day, timeZone);
  const until = compareInstants(at, dayEnd) > 0 ? at : dayEnd;
  return obligationsAsOf(events, { at: until, knownAt: at, timeZone }).standing;
}

interface Step extends Omit<TransferOptions, "on" | "policy"> {
  readonly policy: TransferPolicy;
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  readonly standing: Standing;
  readonly round: Round;
  readonly change: UnitChange;
}

function transferOf(step: Step): CampaignEvent[] {
  const { change, at, actor, policy } = step;
  const from = owedBefore(step);
  if (from.length === 0) return [];
  const common = { at, actor, reason: reasonFor(change), effectiveOn: change.on };
  const to = change.to.flatMap((unitId) => heirOf(step, unitId, from[0] as Obligation) ?? []);
  if (to.length === 0) {
    return from.map(({ id }) => ({ type: "obligation_waived", ...common, obligationId: id }));
  }
  return [{ type: "obligation_transferred", ...common, from: from.map(({ id }) => id), to, policy }];
}

/** What the units of before the change owed until then; the waived stay waived. */
function owedBefore({ campaign: { timeZone }, standing, round, change }: Step): Obligation[] {
  return change.from.flatMap((unitId) => {
    const record = standing.get(obligationId(round.id, unitId));
    if (!record || record.waiver) return [];
    // Created on the day of the change or later, it is the new unit's already.
    return dateOf(record.obligation.createdAt, timeZone) < change.on ? [record.obligation] : [];
  });
}

/** The obligation of a unit that took over; the office that asks owes itself none. */
function heirOf(step: Step, unitId: string, predecessor: Obligation): Obligation | null {
  const { campaign, directory, round, change } = step;
  if (unitId === campaign.dispatch.issuer.unitId) return null;
  const unit = unitAsOf(directory, unitId, change.on);
  if (!unit) throw new RangeError(`the lineage names ${unitId}, which does not exist on ${change.on}`);
  const createdAt = instantAt(change.on, { hour: 0 }, campaign.timeZone);
  return createObligation(round, unit, groupOf(campaign, unit) ?? predecessor.group, createdAt);
}
