import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  canonicalJson,
  OutboxError,
  type Outbox,
  type OutboxEntry,
  type OutboxMessage,
} from "@chiendich/core";

/** An outbox in a file; `close` gives the file up. */
export interface FileOutbox<Message extends OutboxMessage = OutboxMessage> extends Outbox<Message> {
  /** Lets go of the file; afterwards every method fails. */
  close(): void;
}

/** `chdo`, in the header of the file: a file that is something else is not touched. */
const applicationId = 0x6368_646f;

/**
 * An outbox in one SQLite file, made when it is not there. What was acknowledged survives a killed
 * process and a power cut; several processes may send from it at once.
 * @throws {OutboxError} `outbox_unavailable`, `outbox_damaged`
 */
export function fileOutbox<Message extends OutboxMessage = OutboxMessage>(path: string): FileOutbox<Message> {
  const guard = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      throw asOutboxError(error, path);
    }
  };
  const database = guard(() => open(path));
  return guard(() => sqliteOutbox<Message>(database, guard));
}

function open(path: string): DatabaseSync {
  const found = existsSync(path);
  if (found) refuseForeign(path);
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  database.exec("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  database.exec(`
    BEGIN IMMEDIATE;
    PRAGMA application_id = ${applicationId};
    CREATE TABLE IF NOT EXISTS message (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      content TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'claimed', 'sent', 'refused')),
      problem TEXT
    ) STRICT;
    CREATE TABLE IF NOT EXISTS step (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL REFERENCES message (id),
      kind TEXT NOT NULL,
      at TEXT NOT NULL,
      actor TEXT,
      reason TEXT
    ) STRICT;
    COMMIT;
  `);
  return database;
}

/** Before SQLite may write to it: the header says what the file is. An empty file is one just being made. */
function refuseForeign(path: string): void {
  const header = readFileSync(path).subarray(0, 72);
  if (header.length === 0) return;
  const isSqlite = header.subarray(0, 16).toString("latin1") === "SQLite format 3\0";
  const mark = header.length === 72 ? header.readUInt32BE(68) : -1;
  // 0: another process has created the file and not marked it yet.
  if (!isSqlite || (mark !== applicationId && mark !== 0)) {
    throw new OutboxError("outbox_damaged", `${path} is not an outbox`);
  }
}

interface MessageRow {
  readonly id: string;
  readonly content: string;
  readonly state: OutboxEntry["state"];
  readonly problem: string | null;
}

function sqliteOutbox<Message extends OutboxMessage>(
  database: DatabaseSync,
  guard: <Value>(work: () => Value) => Value,
): FileOutbox<Message> {
  const add = database.prepare("INSERT INTO message (id, content) VALUES (?, ?) ON CONFLICT (id) DO NOTHING");
  const all = database.prepare("SELECT id, content, state, problem FROM message ORDER BY position");
  const claims = database.prepare("SELECT id, at FROM step WHERE kind = 'claim' ORDER BY position");
  const one = database.prepare("SELECT state FROM message WHERE id = ?");
  const change = database.prepare("UPDATE message SET state = ?, problem = ? WHERE id = ? AND state = ?");
  const note = database.prepare("INSERT INTO step (id, kind, at, actor, reason) VALUES (?, ?, ?, ?, ?)");

  /** All of it or nothing, and durable when it returns. */
  const transaction = <Value>(work: () => Value): Promise<Value> =>
    new Promise((resolve) => {
      resolve(
        guard(() => {
          database.exec("BEGIN IMMEDIATE");
          try {
            const value = work();
            database.exec("COMMIT");
            return value;
          } catch (error) {
            database.exec("ROLLBACK");
            throw error;
          }
        }),
      );
    });
  const stateOf = (id: string): OutboxEntry["state"] => {
    const row = one.get(id) as { readonly state: OutboxEntry["state"] } | undefined;
    if (!row) throw new OutboxError("message_unknown", `there is no message ${id} in the outbox`);
    return row.state;
  };
  const requireClaimed = (id: string): void => {
    const state = stateOf(id);
    if (state !== "claimed") throw new OutboxError("not_claimed", `message ${id} is ${state}`);
  };

  return {
    put: (messages) =>
      transaction(() =>
        messages.reduce(
          (count, message) => count + Number(add.run(message.id, canonicalJson(message)).changes),
          0,
        ),
      ),
    entries: () =>
      transaction(() => {
        const claimed = Map.groupBy(claims.all() as unknown as { id: string; at: string }[], ({ id }) => id);
        return (all.all() as unknown as MessageRow[]).map(({ id, content, state, problem }) => ({
          message: JSON.parse(content) as Message,
          state,
          claims: (claimed.get(id) ?? []).map(({ at }) => at),
          problem,
        }));
      }),
    claim: (id, at) =>
      transaction(() => {
        if (stateOf(id) !== "waiting") return false;
        change.run("claimed", null, id, "waiting");
        note.run(id, "claim", at, null, null);
        return true;
      }),
    settle: (id, outcome, at) =>
      transaction(() => {
        requireClaimed(id);
        const problem = outcome.kind === "sent" ? null : outcome.problem;
        change.run(outcome.kind === "later" ? "waiting" : outcome.kind, problem, id, "claimed");
        note.run(id, outcome.kind, at, null, problem);
      }),
    release: (id, { at, actor, reason }) =>
      transaction(() => {
        requireClaimed(id);
        change.run("waiting", null, id, "claimed");
        note.run(id, "release", at, actor, reason);
      }),
    close: () => database.close(),
  };
}

function asOutboxError(error: unknown, path: string): OutboxError {
  if (error instanceof OutboxError) return error;
  const { errcode } = error as { readonly errcode?: number };
  // SQLITE_CORRUPT and SQLITE_NOTADB, with their extended codes.
  const damaged = errcode !== undefined && [11, 26].includes(errcode & 0xff);
  const code = damaged ? "outbox_damaged" : "outbox_unavailable";
  return new OutboxError(code, `${path} cannot be ${damaged ? "read as an outbox" : "used"}`, {
    cause: error,
  });
}
