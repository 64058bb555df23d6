import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Contact, ContactStore } from "@chiendich/core";
import { asLedgerError } from "./sqlite-error.ts";

/**
 * Contacts in a file of their own, beside the ledger and never in it. What is deleted is overwritten,
 * and no copy stays in a log: the journal is a rollback journal that is zeroed after each change.
 */
export function openContacts(path: string): ContactStore & {
  /** Lets go of the file. */
  close(): Promise<void>;
} {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asLedgerError(error, path);
    }
  };
  const database = guard(() => {
    mkdirSync(dirname(path), { recursive: true });
    const opened = new DatabaseSync(path);
    opened.exec(`
      PRAGMA busy_timeout = 5000;
      PRAGMA journal_mode = DELETE;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      CREATE TABLE IF NOT EXISTS contact (
        unit_id TEXT NOT NULL,
        report_id TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (unit_id, report_id, field)
      ) STRICT;
    `);
    return opened;
  });
  const inTransaction = (work: () => void) =>
    guard(() => {
      database.exec("BEGIN IMMEDIATE");
      try {
        work();
        database.exec("COMMIT");
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    });
  const put = database.prepare("INSERT OR REPLACE INTO contact VALUES (?, ?, ?, ?)");
  const get = database.prepare(
    `SELECT unit_id AS unitId, report_id AS reportId, field, value FROM contact
     WHERE unit_id IN (SELECT value FROM json_each(?)) ORDER BY unit_id, report_id, field`,
  );
  const remove = database.prepare("DELETE FROM contact WHERE unit_id IN (SELECT value FROM json_each(?))");
  return {
    put: async (contacts) =>
      inTransaction(() => {
        for (const { unitId, reportId, field, value } of contacts) put.run(unitId, reportId, field, value);
      }),
    get: async (unitIds) =>
      guard(() => get.all(JSON.stringify(unitIds)).map((row) => ({ ...(row as unknown as Contact) }))),
    unitIds: async () =>
      guard(() =>
        database
          .prepare("SELECT DISTINCT unit_id FROM contact ORDER BY unit_id")
          .all()
          .map((row) => row["unit_id"] as string),
      ),
    delete: async (unitIds) => inTransaction(() => void remove.run(JSON.stringify(unitIds))),
    close: async () => guard(() => database.close()),
  };
}
