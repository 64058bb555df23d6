import type { Campaign, RecipientUnit } from "@chiendich/core";
import type { LetterRecipient } from "../merge/letter-recipient.ts";
import { addressedData, type CampaignDispatchOptions } from "./campaign-dispatch.ts";

/** What a letter to one unit has of its own. */
export interface UnitLetterOptions extends Omit<CampaignDispatchOptions, "unit"> {
  /** Address of the unit's own form for a round; the campaign's when it gives none. */
  readonly reportLink?: ((unit: RecipientUnit, roundId: string) => string | null) | undefined;
}

/**
 * The recipients of a campaign's letters, for `mergeDispatches(campaignDispatch(campaign), …)`: each
 * unit with its own Kính gửi, the tasks and deadlines of its groups, and its own address to report to.
 */
export function* campaignRecipients(
  campaign: Campaign,
  units: Iterable<RecipientUnit>,
  options: UnitLetterOptions = {},
): Generator<LetterRecipient, void, undefined> {
  for (const unit of units) {
    const reportLinks = { ...options.reportLinks, ...ownLinks(campaign, unit, options) };
    yield { id: unit.id, name: unit.name, data: addressedData(campaign, { ...options, unit, reportLinks }) };
  }
}

function ownLinks(
  { rounds }: Campaign,
  unit: RecipientUnit,
  { reportLink }: UnitLetterOptions,
): Readonly<Record<string, string>> {
  const links = rounds.flatMap(({ id }): readonly (readonly [string, string])[] => {
    const link = reportLink?.(unit, id) ?? null;
    return link === null ? [] : [[id, link]];
  });
  return Object.fromEntries(links);
}
