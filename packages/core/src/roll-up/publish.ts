import type { Campaign } from "../campaign/campaign.ts";
import { issue, type Issue } from "../issue/issue.ts";
import { hashOf } from "../ledger/content-hash.ts";
import type { CampaignEvent, EventOf } from "../ledger/event.ts";
import type { LedgerHead } from "../ledger/ledger.ts";
import type { UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { Instant } from "../time/instant.ts";
import type { RollUp } from "./roll-up.ts";

/**
 * A roll-up as it was sent up: frozen, with the hash of everything it was made of. Documents are
 * rendered from it and name it. Plain data: `roll-up.json` is its JSON.
 */
export interface PublishedRollUp {
  readonly format: "chiendich-roll-up";
  readonly version: 1;
  /** Of the campaign, such as `lan-1`. */
  readonly id: string;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly rollUp: RollUp;
  readonly inputs: RollUpInputs;
  /** Of all the above, as canonical JSON. */
  readonly sha256: string;
}

/** What the figures were made of: the same inputs give the same figures. */
export interface RollUpInputs {
  readonly campaignSha256: string;
  readonly directorySha256: string;
  readonly eventsSha256: string;
  /** Where the ledger stood; null when the events came from none. */
  readonly ledger: { readonly id: string; readonly position: number; readonly hash: string } | null;
}

/**
 * Freezes a roll-up, with the event for the ledger.
 *
 * @throws {RangeError} when something else was published under that id: a published roll-up never changes
 */
export function publishRollUp(
  rollUp: RollUp,
  {
    id,
    at,
    actor,
    campaign,
    directory,
    events,
    ledger = null,
  }: {
    readonly id: string;
    readonly at: Instant;
    readonly actor: string;
    readonly campaign: Campaign;
    readonly directory: UnitDirectory;
    readonly events: readonly CampaignEvent[];
    readonly ledger?: ({ readonly id: string } & Pick<LedgerHead, "position" | "hash">) | null;
  },
): { readonly published: PublishedRollUp; readonly events: readonly EventOf<"roll_up_published">[] } {
  const content = {
    format: "chiendich-roll-up" as const,
    version: 1 as const,
    id,
    publishedAt: at,
    publishedBy: actor,
    rollUp,
    inputs: {
      campaignSha256: hashOf(campaign),
      directorySha256: hashOf(directory),
      eventsSha256: hashOf(events),
      ledger,
    },
  };
  const published: PublishedRollUp = { ...content, sha256: hashOf(content) };
  const earlier = publication(events, id);
  if (earlier && earlier.sha256 !== published.sha256) {
    throw new RangeError(`another roll-up was published as “${id}” on ${earlier.at}; choose another id`);
  }
  const event = { type: "roll_up_published", at, actor, rollUpId: id, sha256: published.sha256 } as const;
  return { published, events: earlier ? [] : [event] };
}

/** Whether a published roll-up still is what was published: its own hash, and the ledger's word for it. */
export function checkPublished(
  published: PublishedRollUp,
  events: readonly CampaignEvent[],
  source = "roll-up.json",
): readonly Issue[] {
  const { sha256, ...content } = published;
  const place = { source, path: published.id };
  if (hashOf(content) !== sha256) return [issue("roll_up_changed", place, { id: published.id })];
  const event = publication(events, published.id);
  if (!event) return [issue("roll_up_not_published", place, { id: published.id })];
  return event.sha256 === sha256 ? [] : [issue("roll_up_changed", place, { id: published.id })];
}

function publication(events: readonly CampaignEvent[], id: string): EventOf<"roll_up_published"> | undefined {
  return events.find(
    (event): event is EventOf<"roll_up_published"> =>
      event.type === "roll_up_published" && event.rollUpId === id,
  );
}
