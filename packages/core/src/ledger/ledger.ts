import type { Instant } from "../time/instant.ts";
import type { CampaignEvent } from "./event.ts";
import type { LedgerEntry } from "./ledger-entry.ts";
import type { Redaction } from "./redaction.ts";

/**
 * Where events are kept (sổ ghi): append-only, in one order, each chained by hash to the one before.
 * Every method rejects with a `LedgerError`; one that rejects has changed nothing.
 */
export interface Ledger {
  /** Tells ledgers apart; part of every hash. */
  readonly id: string;
  /**
   * Writes all the events or none. They are durable when the promise resolves: a process killed the
   * moment after finds them.
   *
   * @returns where the ledger now ends; `read` gives the entries
   * @param options.after the position the caller has read up to; when others have appended since,
   *   `ledger_moved`, and the caller reads on and decides again. Nothing is written twice that way.
   * @throws {TypeError} for an event without actor or instant, or an override without a reason
   */
  append(events: readonly CampaignEvent[], options?: { readonly after?: number }): Promise<LedgerHead>;
  /** The entries after a position (0, the default: from the first), in order, at most `limit` of them. */
  read(options?: { readonly after?: number; readonly limit?: number }): Promise<readonly LedgerEntry[]>;
  /** The last entry's position and hash; position 0 when there is none yet. */
  head(): Promise<LedgerHead>;
  /**
   * Removes text from one event for good, and appends an event that says that, why and by whom. The
   * chain stays whole: it is made of the content's hash.
   *
   * @returns where the ledger now ends: the event that was appended
   * @throws {RangeError} when there is no such position or path
   */
  redact(redaction: Redaction): Promise<LedgerHead>;
  /** Releases what it holds; then every method rejects with `ledger_closed`. Closing twice is fine. */
  close(): Promise<void>;
}

/** The last entry, in short. */
export interface LedgerHead {
  /** 0 when empty. */
  readonly position: number;
  /** Of the last entry; of an empty ledger, the hash its first entry will be chained to. */
  readonly hash: string;
  readonly recordedAt: Instant | null;
}

/** What every ledger is given from outside. */
export interface LedgerClock {
  /** The present, for `recordedAt`. */
  readonly now: () => Instant;
}

/** The events alone, as the rest of core takes them. */
export function eventsOf(entries: readonly LedgerEntry[]): readonly CampaignEvent[] {
  return entries.map(({ event }) => event);
}
