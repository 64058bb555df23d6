import { sha256Hex } from "./content-hash.ts";
import type { Instant } from "../time/instant.ts";
import type { CampaignEvent } from "./event.ts";
import { genesis, type LedgerEntry } from "./ledger-entry.ts";
import { LedgerError } from "./ledger-error.ts";
import type { Ledger, LedgerClock, LedgerHead } from "./ledger.ts";
import { planAppend } from "./plan-append.ts";
import { redactEvent, redactionEvent } from "./redaction.ts";

export interface MemoryLedgerOptions extends LedgerClock {
  readonly id?: string;
  /** Entries to start with, such as those of another ledger with the same id. */
  readonly entries?: readonly LedgerEntry[];
  /** Random text for the entry at a position; derived from the id when absent, which hides nothing. */
  readonly salt?: (position: number) => string;
}

/** A ledger in memory: for tests, and for states that are rebuilt from elsewhere. */
export function memoryLedger(options: MemoryLedgerOptions): Ledger {
  const { id = "memory", now, salt = (position) => sha256Hex(`${id}/${position}`).slice(0, 32) } = options;
  const entries: LedgerEntry[] = (options.entries ?? []).map(frozen);
  let closed = false;
  const open = () => {
    if (closed) throw new LedgerError("ledger_closed", `the ledger ${id} was closed`);
  };
  const head = (): LedgerHead => {
    const { position, hash, recordedAt } = entries.at(-1) ?? { ...genesis(id), recordedAt: null };
    return { position, hash, recordedAt };
  };
  const append = (events: readonly CampaignEvent[], at: Instant, after?: number): LedgerHead => {
    for (const { eventText, ...entry } of planAppend(head(), events, { after, now: at, salt })) {
      entries.push(frozen({ ...entry, event: JSON.parse(eventText) as CampaignEvent }));
    }
    return head();
  };
  return {
    id,
    append: async (events, { after } = {}) => {
      open();
      return append(events, now(), after);
    },
    read: async ({ after = 0, limit = Infinity } = {}) => {
      open();
      return entries.slice(after, after + limit);
    },
    head: async () => {
      open();
      return head();
    },
    redact: async (redaction) => {
      open();
      const entry = entries[redaction.position - 1];
      if (!entry) throw new RangeError(`no entry at position ${redaction.position}`);
      const event = redactEvent(entry.event, redaction.paths);
      const at = now();
      const noted = append([redactionEvent(redaction, event, at)], at);
      entries[redaction.position - 1] = frozen({ ...entry, event, salt: null });
      return noted;
    },
    close: async () => {
      closed = true;
    },
  };
}

/** Callers share our entries: without freezing, changing what was read would change the ledger. */
function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
