import { instantMs, type Instant } from "../time/instant.ts";
import { canonicalJson } from "./canonical-json.ts";
import { checkEvent } from "./check-event.ts";
import { sha256Hex, type Sha256Hex } from "./content-hash.ts";
import type { CampaignEvent } from "./event.ts";
import { chainHashOf, contentHashOfText, type LedgerEntry } from "./ledger-entry.ts";
import { LedgerError } from "./ledger-error.ts";
import type { LedgerHead } from "./ledger.ts";

/** Clocks of one machine are set back by some milliseconds now and then; two machines differ by more. */
const clockSlackMs = 2000;

/** An entry to be written, with its event as the canonical JSON that was hashed. */
export interface PlannedEntry extends Pick<LedgerEntry, "position" | "recordedAt" | "contentHash" | "hash"> {
  readonly salt: string;
  /** What is stored and later parsed: `undefined` and prototypes have not survived it. */
  readonly eventText: string;
}

/**
 * The entries an append would write, for any implementation to write in one transaction with the
 * reading of `head`. The last of them is the ledger's next head.
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
  let previous: LedgerHead | PlannedEntry = head;
  return events.map((event) => {
    const position = previous.position + 1;
    const eventText = canonicalJson(event);
    const ownSalt = salt(position);
    const contentHash = contentHashOfText(eventText, ownSalt, sha256);
    const hash = chainHashOf(previous, { position, recordedAt, contentHash }, sha256);
    return (previous = { position, recordedAt, contentHash, hash, salt: ownSalt, eventText });
  });
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
