import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { LedgerError } from "@chiendich/core";

/** `PRAGMA application_id` of our files, so that `file` and we can tell them apart: “CDLG”. */
export const applicationId = 0x43_44_4c_47;
/** `PRAGMA user_version`: the layout of the tables. */
export const layoutVersion = 1;

const magic = "SQLite format 3\0";

/**
 * Whether the file may be opened for writing, found out by reading only: setting a journal mode on a
 * file that is not ours would already change it.
 *
 * @throws {LedgerError} `ledger_foreign`, `ledger_damaged`
 */
export function inspectFile(path: string): void {
  const start = readStart(path);
  if (start.length === 0) {
    throw new LedgerError("ledger_damaged", `${path} is empty: a ledger never is, so it was cut off`);
  }
  if (!start.toString("latin1").startsWith(magic.slice(0, start.length)) || start.length < magic.length) {
    throw new LedgerError("ledger_foreign", `${path} is not a ledger, and was not touched`);
  }
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const id = pragma(database, "application_id");
    const version = pragma(database, "user_version");
    if (id !== applicationId) {
      throw new LedgerError("ledger_foreign", `${path} is another program's database, and was not touched`);
    }
    if (version !== layoutVersion) {
      const message = `${path} has layout ${version}; this program knows layout ${layoutVersion}`;
      throw new LedgerError("ledger_foreign", message);
    }
    const check = database.prepare("PRAGMA quick_check(1)").get() as { quick_check: string };
    if (check.quick_check !== "ok") throw new LedgerError("ledger_damaged", `${path}: ${check.quick_check}`);
  } finally {
    database.close();
  }
}

function readStart(path: string): Buffer {
  if (!existsSync(path)) throw new LedgerError("ledger_failed", `${path} does not exist`);
  if (!statSync(path).isFile()) throw new LedgerError("ledger_foreign", `${path} is not a file`);
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(magic.length);
    return start.subarray(0, readSync(file, start, 0, start.length, 0));
  } finally {
    closeSync(file);
  }
}

export function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}
