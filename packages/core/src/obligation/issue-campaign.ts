import type { Campaign, Round } from "../campaign/campaign.ts";
import { datesOfGroup, graceEnd } from "../deadline/round-dates.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { RecipientUnit } from "../recipient-unit/recipient-unit.ts";
import type { UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { unitsAsOf } from "../recipient-unit/units-as-of.ts";
import { dateOf, endOfDayAt, type Instant } from "../time/instant.ts";
import { obligationId, type Obligation } from "./obligation.ts";

/**
 * The event that opens a campaign: who owes what, frozen with the units, groups and parents of
 * the day of `at`. Units come in the order of the campaign's recipients, then of the directory.
 * The issuing unit owes itself nothing; a unit addressed in two groups owes once, in the first.
 */
export function issueCampaign(
  campaign: Campaign,
  directory: UnitDirectory,
  { at, actor }: { readonly at: Instant; readonly actor: string },
): CampaignEvent[] {
  const recipients = recipientsOn(campaign, directory, at);
  const obligations = campaign.rounds.flatMap((round) =>
    recipients.map(({ unit, group }) => createObligation(round, unit, group, at)),
  );
  return [{ type: "campaign_issued", at, actor, campaignId: campaign.id, obligations }];
}

interface Recipient {
  readonly unit: RecipientUnit;
  readonly group: string;
}

function recipientsOn(campaign: Campaign, directory: UnitDirectory, at: Instant): Recipient[] {
  const units = unitsAsOf(directory, dateOf(at, campaign.timeZone));
  const recipients = new Map<string, Recipient>();
  for (const group of campaign.recipients.flatMap(({ groups }) => groups)) {
    for (const unit of units) {
      if (!unit.groups.includes(group) || unit.id === campaign.dispatch.issuer.unitId) continue;
      if (!recipients.has(unit.id)) recipients.set(unit.id, { unit, group });
    }
  }
  return [...recipients.values()];
}

/** What one unit owes in a round, with the dates of its group. */
export function createObligation(round: Round, unit: RecipientUnit, group: string, at: Instant): Obligation {
  const dates = datesOfGroup(round, group);
  const graceUntil = graceEnd(dates);
  return {
    id: obligationId(round.id, unit.id),
    roundId: round.id,
    unitId: unit.id,
    group,
    deadline: dates.deadline,
    ...(graceUntil !== null && { graceUntil }),
    ...(dates.locksOn !== null && { locksAt: endOfDayAt(dates.locksOn, dates.deadline.timeZone) }),
    createdAt: at,
    parents: unit.parents,
  };
}

/** The first of the campaign's groups the unit is in, or `null` when it is addressed in none. */
export function groupOf(campaign: Campaign, unit: RecipientUnit): string | null {
  const groups = campaign.recipients.flatMap((recipient) => recipient.groups);
  return groups.find((group) => unit.groups.includes(group)) ?? null;
}
