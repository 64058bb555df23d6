import { instantMs, type Instant } from "../time/instant.ts";
import { canonicalJson } from "./canonical-json.ts";
import { checkEvent } from "./check-event.ts";
import { sha256Hex, type Sha256Hex } from "./content-hash.ts";
import type { CampaignEvent } from "./event.ts";
import { chainHashOf, contentHashOfText, type ChainLink, type LedgerEntry } from "./ledger-entry.ts";
import { LedgerError } from "./ledger-error.ts";
import type { LedgerHead } from "./ledger.ts";

/** Clocks of one machine are set back by some milliseconds now and then; two machines differ by more. */
const clockSlackMs = 2000;

/** An entry, and its event as the canonical JSON that was hashed. */
export interface PlannedEntry {
  readonly entry: LedgerEntry;
  readonly eventText: string;
}

/**
 * The entries an append would write, for any implementation to write in one transaction with the
 * reading of `head`.
 *
 * @throws {TypeError} for an event that is not one
 * @throws {LedgerError} `ledger_moved`, `ledger_clock_backwards`
 */
export function planAppend(
  head: LedgerHead,
  events: readonly CampaignEvent[],
  {
    after,
    now,
    salt,
    sha256 = sha256Hex,
  }: {
    readonly after?: number | undefined;
    readonly now: Instant;
    readonly salt: (position: number) => string;
    /** A faster way to the same digits, where the platform has one; core's own when absent. */
    readonly sha256?: Sha256Hex;
  },
): readonly PlannedEntry[] {
  events.forEach(checkEvent);
  if (after !== undefined && after !== head.position) {
    throw new LedgerError("ledger_moved", `the ledger is at position ${head.position}, not ${after}`);
  }
  const recordedAt = recordingTime(head, now);
  const planned: PlannedEntry[] = [];
  let link: ChainLink = head;
  for (const given of events) {
    const position = link.position + 1;
    const eventText = canonicalJson(given);
    const ownSalt = salt(position);
    const contentHash = contentHashOfText(eventText, ownSalt, sha256);
    const hash = chainHashOf(link, { position, recordedAt, contentHash }, sha256);
    // What is hashed is what will be read back: `undefined` and prototypes do not survive storage.
    const event = JSON.parse(eventText) as CampaignEvent;
    planned.push({ entry: { position, recordedAt, event, salt: ownSalt, contentHash, hash }, eventText });
    link = { position, hash };
  }
  return planned;
}

function recordingTime({ recordedAt }: LedgerHead, now: Instant): Instant {
  const behind = recordedAt === null ? 0 : instantMs(recordedAt) - instantMs(now);
  if (behind <= 0 || recordedAt === null) return now;
  if (behind <= clockSlackMs) return recordedAt;
  throw new LedgerError(
    "ledger_clock_backwards",
    `the clock says ${now}, but the last entry was recorded at ${recordedAt}`,
  );
}
