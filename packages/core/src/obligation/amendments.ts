import type { Campaign } from "../campaign/campaign.ts";
import type { Deadline } from "../deadline/deadline.ts";
import type { CampaignEvent, EventOf } from "../ledger/event.ts";
import { findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { unitAsOf } from "../recipient-unit/units-as-of.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { compareInstants, dateOf, type Instant } from "../time/instant.ts";
import { openUntil } from "./answer.ts";
import { createObligation, groupOf } from "./issue-campaign.ts";
import { obligationsAsOf, type ObligationRecord } from "./obligation-record.ts";
import { obligationId } from "./obligation.ts";

/** Who changes what is owed, when and why. An empty reason or actor throws. */
export interface Amendment {
  readonly at: Instant;
  /** The office or role that decided it. */
  readonly actor: string;
  readonly reason: string;
  /** First day of the new state, when that is not the day of `at`. */
  readonly effectiveOn?: CalendarDate | undefined;
}

/**
 * A unit that owes from now on: one that was forgotten, founded later, or waived before.
 * @throws {RangeError} when it owes already, does not exist on that day, or is in no group of the campaign
 */
export function addObligation(
  campaign: Campaign,
  directory: UnitDirectory,
  events: readonly CampaignEvent[],
  addition: Amendment & {
    readonly roundId: string;
    readonly unitId: string;
    /** The group it is addressed in, when it is in none of the campaign's. */
    readonly group?: string | undefined;
  },
): EventOf<"obligation_added"> {
  const { roundId, unitId, ...amendment } = addition;
  const round = campaign.rounds.find(({ id }) => id === roundId);
  if (!round) throw new RangeError(`the campaign has no round ${roundId}`);
  const unit = unitAsOf(directory, unitId, amendment.effectiveOn ?? dateOf(amendment.at, campaign.timeZone));
  if (!unit) {
    const known = findUnit(directory, unitId) !== undefined;
    throw new RangeError(known ? `unit ${unitId} does not exist on that day` : `there is no unit ${unitId}`);
  }
  const group = addition.group ?? groupOf(campaign, unit);
  if (group === null) throw new RangeError(`unit ${unitId} is in no group the campaign addresses: name one`);
  const record = standingAt(campaign, events, amendment.at).get(obligationId(roundId, unitId));
  if (record && !record.waiver) throw new RangeError(`${record.obligation.id} is owed already`);
  const obligation = createObligation(round, unit, group, amendment.at);
  return { type: "obligation_added", ...common(amendment), obligation };
}

/**
 * A unit that need not report (miễn báo cáo): it leaves the denominator, with its reason.
 * @throws {RangeError} when nothing of that id is owed
 */
export function waiveObligation(
  campaign: Campaign,
  events: readonly CampaignEvent[],
  waiver: Amendment & { readonly obligationId: string },
): EventOf<"obligation_waived"> {
  owed(campaign, events, waiver);
  return { type: "obligation_waived", ...common(waiver), obligationId: waiver.obligationId };
}

/**
 * A later deadline for one unit (gia hạn), by a document that grants it. `actor` is who granted it.
 * @throws {RangeError} when nothing of that id is owed, or the deadline is not later than the one in force
 */
export function extendObligation(
  campaign: Campaign,
  events: readonly CampaignEvent[],
  extension: Amendment & {
    readonly obligationId: string;
    readonly deadline: Deadline;
    /** Number and date of the document. */
    readonly document: string;
  },
): EventOf<"obligation_extended"> {
  const { obligationId: id, deadline, document } = extension;
  requireText("document", document);
  const record = owed(campaign, events, extension);
  const until = openUntil(record);
  if (compareInstants(deadline.lastInstant, until) <= 0) {
    throw new RangeError(`the extension ends at ${deadline.lastInstant}, not after ${until}`);
  }
  return { type: "obligation_extended", ...common(extension), obligationId: id, deadline, document };
}

function standingAt(campaign: Campaign, events: readonly CampaignEvent[], at: Instant) {
  return obligationsAsOf(events, { at, timeZone: campaign.timeZone }).standing;
}

function owed(
  campaign: Campaign,
  events: readonly CampaignEvent[],
  { at, obligationId: id }: { readonly at: Instant; readonly obligationId: string },
): ObligationRecord {
  const record = standingAt(campaign, events, at).get(id);
  if (!record || record.waiver) throw new RangeError(`nothing is owed as ${id} at ${at}`);
  return record;
}

function common({ at, actor, reason, effectiveOn }: Amendment): Amendment {
  requireText("actor", actor);
  requireText("reason", reason);
  return { at, actor, reason, ...(effectiveOn !== undefined && { effectiveOn }) };
}

function requireText(name: string, text: string): void {
  // Types cannot hold callers in plain JavaScript, and an empty reason is none.
  if (typeof text !== "string" || text.trim() === "") throw new TypeError(`${name} must say something`);
}
