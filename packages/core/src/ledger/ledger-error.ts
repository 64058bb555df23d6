/**
 * - `ledger_locked`: another process is writing and did not finish in time; nothing was written
 * - `ledger_full`: no space left; nothing of the batch was written
 * - `ledger_read_only`: the file or its folder cannot be written
 * - `ledger_foreign`: the file is not a ledger of ours; it was not touched
 * - `ledger_damaged`: the file is a ledger, but truncated or damaged; it was not touched
 * - `ledger_clock_backwards`: the clock is before the last entry; nothing was written
 * - `ledger_moved`: somebody appended since the caller read; nothing was written
 * - `ledger_closed`: the ledger was closed
 * - `ledger_failed`: anything else; see `cause`
 */
export type LedgerErrorCode =
  | "ledger_locked"
  | "ledger_full"
  | "ledger_read_only"
  | "ledger_foreign"
  | "ledger_damaged"
  | "ledger_clock_backwards"
  | "ledger_moved"
  | "ledger_closed"
  | "ledger_failed";

/** A failure of the world while reading or writing a ledger. A broken chain is an issue instead. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "LedgerError";
    this.code = code;
  }
}
