import { mayEditRange, requireAccess, requireEditable, type Caller } from "./access.ts";
import { ApiError, notFound } from "./api-error.ts";
import type { LocalStore, StoredSpreadsheet } from "./local-store.ts";
import type { Batch } from "./requests/batch.ts";
import { copySpreadsheet, type ProtectedRangeState } from "./spreadsheet-state.ts";

/** @throws {ApiError} 404, 403, or 400 for an Office file */
export function openSpreadsheet(
  store: LocalStore,
  id: string | undefined,
  caller: Caller,
  to: "read" | "write",
): StoredSpreadsheet {
  if (id !== undefined && store.officeFiles.has(id)) {
    throw new ApiError(400, "FAILED_PRECONDITION", "This operation is not supported for this document");
  }
  const stored = id === undefined ? undefined : store.spreadsheets.get(id);
  if (!stored || stored.trashed) throw notFound();
  requireAccess(stored.sharing, caller, to);
  return stored;
}

export const rangeRights =
  ({ sharing }: StoredSpreadsheet, caller: Caller) =>
  (range: ProtectedRangeState) =>
    mayEditRange(range, sharing, caller);

/** Lets `change` work on a copy, and keeps the copy only when nothing was thrown. */
export function changeSpreadsheet<Result>(
  stored: StoredSpreadsheet,
  store: LocalStore,
  caller: Caller,
  change: (batch: Batch) => Result,
): Result {
  const state = copySpreadsheet(stored.state);
  const mayEdit = rangeRights(stored, caller);
  const guard: Batch["guard"] = (sheet, bounds) => requireEditable(sheet, bounds, mayEdit);
  const result = change({ state, mayEdit, guard, sort: store.sort });
  stored.state = state;
  return result;
}
