import { linkSync, rmSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { applicationId, layoutVersion } from "./sqlite-file.ts";

/**
 * One row an entry, which nothing can change; only a redaction may take the salt away and put the event
 * without the text. One table, not the chain apart from its content: an append writes one page, not two.
 */
const layout = `
  CREATE TABLE ledger (id TEXT NOT NULL) STRICT;
  CREATE TABLE entry (
    position INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    event TEXT NOT NULL,
    salt TEXT
  ) STRICT;
  CREATE TRIGGER ledger_keeps_its_id BEFORE UPDATE ON ledger
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
  CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
  CREATE TRIGGER entry_is_only_redacted BEFORE UPDATE ON entry
    WHEN NEW.salt IS NOT NULL OR NEW.position <> OLD.position OR NEW.recorded_at <> OLD.recorded_at
      OR NEW.content_hash <> OLD.content_hash OR NEW.hash <> OLD.hash
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
  CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
  CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
    WHEN NEW.position <> (SELECT COALESCE(MAX(position), 0) + 1 FROM entry)
    BEGIN SELECT RAISE(ABORT, 'positions have no gaps'); END;
`;

/**
 * Makes an empty ledger, whole or not at all: it is built beside its place and put there in one step,
 * so that a process killed meanwhile leaves no half-made file and of two that create at once one wins.
 */
export function createLedgerFile(path: string, id: string): void {
  const building = `${path}.${randomUUID()}.new`;
  try {
    const database = new DatabaseSync(building);
    try {
      // Pages of 8 KiB hold a whole report: fewer pages to log for a batch, and no slower for one event.
      database.exec("PRAGMA page_size = 8192;");
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${layoutVersion};`);
      database.exec(layout);
      database.prepare("INSERT INTO ledger (id) VALUES (?)").run(id);
      // The mode is kept in the file, so every later connection has it.
      database.exec("PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE);");
    } finally {
      database.close();
    }
    linkSync(building, path);
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  } finally {
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(`${building}${suffix}`, { force: true });
  }
}
