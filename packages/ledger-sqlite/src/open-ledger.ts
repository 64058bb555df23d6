import { hash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  canonicalJson,
  genesis,
  LedgerError,
  planAppend,
  redactEvent,
  redactionEvent,
  type CampaignEvent,
  type Instant,
  type Ledger,
  type LedgerClock,
  type LedgerEntry,
  type LedgerHead,
} from "@chiendich/core";
import { createLedgerFile } from "./create-ledger.ts";
import { inspectFile } from "./sqlite-file.ts";
import { asLedgerError } from "./sqlite-error.ts";

/** How the file is opened. */
export interface OpenLedgerOptions extends LedgerClock {
  /** Of a new ledger; a random one when absent. An existing ledger keeps its own. */
  readonly id?: string;
  /** How long to wait for another writer, in milliseconds; 5000 when absent. */
  readonly busyTimeoutMs?: number;
}

/**
 * A ledger in one SQLite file, made when it is not there. In WAL mode with `synchronous=FULL`: an
 * append that was acknowledged survives a killed process and a power cut. Several processes may have
 * the same file open; writers take turns.
 *
 * @throws {LedgerError} see `LedgerErrorCode`; a file that is not a ledger, or a damaged one, is not touched
 */
export function openLedger(path: string, options: OpenLedgerOptions): Ledger {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asLedgerError(error, path);
    }
  };
  const database = guard(() => {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      createLedgerFile(path, options.id ?? randomUUID());
    }
    inspectFile(path);
    return connect(path, options.busyTimeoutMs ?? 5000);
  });
  return guard(() => sqliteLedger(database, path, options, guard));
}

function connect(path: string, busyTimeoutMs: number): DatabaseSync {
  const database = new DatabaseSync(path);
  // secure_delete: what is redacted is overwritten in the file, not only unlinked. wal_autocheckpoint: the
  // log is begun again after 2 MB, for writing over it is cheaper than letting the file grow.
  database.exec(`
    PRAGMA busy_timeout = ${Math.trunc(busyTimeoutMs)};
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA wal_autocheckpoint = 250;
  `);
  return database;
}

function sqliteLedger(
  database: DatabaseSync,
  path: string,
  { now }: LedgerClock,
  guard: <T>(work: () => T) => T,
): Ledger {
  const { id } = database.prepare("SELECT id FROM ledger").get() as { id: string };
  const statements = {
    begin: database.prepare("BEGIN IMMEDIATE"),
    commit: database.prepare("COMMIT"),
    last: database.prepare("SELECT position, hash, recorded_at FROM entry ORDER BY position DESC LIMIT 1"),
    page: database.prepare(
      `SELECT position, recorded_at, content_hash, hash, event, salt FROM entry
       WHERE position > ? ORDER BY position LIMIT ?`,
    ),
    add: database.prepare(
      "INSERT INTO entry (position, recorded_at, content_hash, hash, event, salt) VALUES (?, ?, ?, ?, ?, ?)",
    ),
    redact: database.prepare("UPDATE entry SET event = ?, salt = NULL WHERE position = ?"),
  };
  let closed = false;

  const head = (): LedgerHead => {
    const last = statements.last.get() as { position: number; hash: string; recorded_at: string } | undefined;
    if (!last) return { ...genesis(id), recordedAt: null };
    return { position: last.position, hash: last.hash, recordedAt: last.recorded_at };
  };
  const chaining = {
    // A random UUID has 122 random bits, and costs a tenth of asking for so few bytes.
    salt: () => randomUUID(),
    sha256: (text: string) => hash("sha256", text),
  };
  /** Within a transaction. */
  const append = (events: readonly CampaignEvent[], at: Instant, after?: number): LedgerHead => {
    let end = head();
    for (const entry of planAppend(end, events, { after, now: at, ...chaining })) {
      const { position, recordedAt, contentHash, salt, eventText } = entry;
      statements.add.run(position, recordedAt, contentHash, entry.hash, eventText, salt);
      end = { position, hash: entry.hash, recordedAt };
    }
    return end;
  };
  const read = (after: number, limit: number): readonly LedgerEntry[] =>
    (
      statements.page.all(after, Number.isFinite(limit) ? limit : -1) as unknown as readonly StoredEntry[]
    ).map((row) => toEntry(row, path));
  const rollBack = () => {
    try {
      database.exec("ROLLBACK");
    } catch {
      // Some failures, such as a full disk, have rolled back already.
    }
  };
  /** The write lock is taken before reading: what is decided on is what will be written after. */
  const inTransaction = <T>(work: () => T): T => {
    statements.begin.run();
    try {
      const result = work();
      statements.commit.run();
      return result;
    } catch (error) {
      rollBack();
      throw error;
    }
  };
  const whileOpen = async <T>(work: () => T): Promise<T> => {
    if (closed) throw new LedgerError("ledger_closed", `${path} was closed`);
    return guard(work);
  };

  return {
    id,
    append: (events, { after } = {}) => whileOpen(() => inTransaction(() => append(events, now(), after))),
    read: ({ after = 0, limit = Infinity } = {}) => whileOpen(() => read(after, limit)),
    head: () => whileOpen(head),
    redact: (redaction) =>
      whileOpen(() => {
        const noted = inTransaction(() => {
          const [entry] = read(redaction.position - 1, 1);
          if (!entry || entry.position !== redaction.position) {
            throw new RangeError(`no entry at position ${redaction.position}`);
          }
          const event = redactEvent(entry.event, redaction.paths);
          const at = now();
          statements.redact.run(canonicalJson(event), redaction.position);
          return append([redactionEvent(redaction, event, at)], at);
        });
        // The text still stands in the write-ahead log until that is emptied into the file.
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return noted;
      }),
    close: async () => {
      if (!closed) guard(() => database.close());
      closed = true;
    },
  };
}

interface StoredEntry {
  readonly position: number;
  readonly recorded_at: string;
  readonly content_hash: string;
  readonly hash: string;
  readonly event: string;
  readonly salt: string | null;
}

function toEntry(
  { position, recorded_at, content_hash, hash, event, salt }: StoredEntry,
  path: string,
): LedgerEntry {
  try {
    const parsed = JSON.parse(event) as CampaignEvent;
    return { position, recordedAt: recorded_at, event: parsed, salt, contentHash: content_hash, hash };
  } catch (cause) {
    throw new LedgerError("ledger_damaged", `${path}: entry ${position} is not readable`, { cause });
  }
}
