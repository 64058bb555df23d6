import { LedgerError, type LedgerErrorCode } from "@chiendich/core";

/** Primary result codes of SQLite, https://sqlite.org/rescode.html; the extended ones carry them in the low byte. */
const codes: Readonly<Record<number, LedgerErrorCode>> = {
  5: "ledger_locked", // SQLITE_BUSY
  6: "ledger_locked", // SQLITE_LOCKED
  8: "ledger_read_only", // SQLITE_READONLY
  11: "ledger_damaged", // SQLITE_CORRUPT
  13: "ledger_full", // SQLITE_FULL
  14: "ledger_read_only", // SQLITE_CANTOPEN: on a file that exists, for want of permission
  23: "ledger_read_only", // SQLITE_AUTH
  26: "ledger_foreign", // SQLITE_NOTADB
};

/** SQLITE_IOERR_WRITE: the system refused to write. A quota or a limit on files comes this way, a full disk as 13. */
const refusedWrite = 778;

const systemCodes: Readonly<Record<string, LedgerErrorCode>> = {
  EACCES: "ledger_read_only",
  EPERM: "ledger_read_only",
  EROFS: "ledger_read_only",
  ENOSPC: "ledger_full",
  EDQUOT: "ledger_full",
  EFBIG: "ledger_full",
};

const sentences: Readonly<Partial<Record<LedgerErrorCode, string>>> = {
  ledger_locked: "another program is writing to the ledger and did not finish in time; nothing was written",
  ledger_read_only: "the ledger, or the folder it is in, cannot be written",
  ledger_damaged: "the ledger's file is damaged or cut off",
  ledger_full: "there is no room to write (disk full, or a quota reached); nothing of the batch was written",
  ledger_foreign: "the file is not a ledger",
};

/** A failure of SQLite or the file system in the words of the Ledger contract; anything else as it is. */
export function asLedgerError(error: unknown, path: string): unknown {
  const { code, errcode } = error as { readonly code?: string; readonly errcode?: number };
  const known = errcode === undefined ? systemCodes[code ?? ""] : codeOf(errcode);
  if (known === undefined) return error;
  const { message } = error as Error;
  return new LedgerError(known, `${path}: ${sentences[known] ?? message} (${message})`, { cause: error });
}

function codeOf(errcode: number): LedgerErrorCode {
  return errcode === refusedWrite ? "ledger_full" : (codes[errcode & 0xff] ?? "ledger_failed");
}
