import { instantMs, type Instant } from "../time/instant.ts";
import { canonicalJson } from "./canonical-json.ts";
import { checkEvent } from "./check-event.ts";
import type { CampaignEvent } from "./event.ts";
import { chainEntry, type ChainLink, type LedgerEntry } from "./ledger-entry.ts";
import { LedgerError } from "./ledger-error.ts";
import type { LedgerHead } from "./ledger.ts";

/** Clocks of one machine are set back by some milliseconds now and then; two machines differ by more. */
const clockSlackMs = 2000;

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
  }: {
    readonly after?: number | undefined;
    readonly now: Instant;
    readonly salt: (position: number) => string;
  },
): readonly LedgerEntry[] {
  events.forEach(checkEvent);
  if (after !== undefined && after !== head.position) {
    throw new LedgerError("ledger_moved", `the ledger is at position ${head.position}, not ${after}`);
  }
  const recordedAt = recordingTime(head, now);
  const entries: LedgerEntry[] = [];
  let link: ChainLink = head;
  for (const event of events) {
    // What is hashed is what will be read back: `undefined` and prototypes do not survive storage.
    const plain = JSON.parse(canonicalJson(event)) as CampaignEvent;
    const entry = chainEntry(link, plain, { recordedAt, salt: salt(link.position + 1) });
    entries.push(entry);
    link = entry;
  }
  return entries;
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
