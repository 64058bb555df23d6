import { denied, protectedCell, unauthenticated } from "./api-error.ts";
import { boundsOf, contains, intersects } from "./sheet-range.ts";
import type { Bounds, ProtectedRangeState, SheetState } from "./spreadsheet-state.ts";

/** Who may do what with one spreadsheet. */
export interface Sharing {
  readonly owner: string;
  readonly writers: Set<string>;
  readonly readers: Set<string>;
  /** What anyone with the link may do. */
  anyone: "nothing" | "read" | "write";
}

/** Who sends a request; `email` is null for somebody with an API key only. */
export interface Caller {
  readonly email: string | null;
}

const tokenPrefix = "local-token-for:";

/** A token the local server takes as that account's. Real tokens mean nothing to it. */
export function localToken(email: string): string {
  return `${tokenPrefix}${email}`;
}

/** @throws {ApiError} 401 for a token the server did not give, 403 for no credentials at all */
export function callerOf(authorization: string | null, apiKey: string | null): Caller {
  if (authorization === null) {
    if (apiKey === null) throw denied();
    return { email: null };
  }
  const token = /^Bearer (.+)$/i.exec(authorization)?.[1] ?? "";
  if (!token.startsWith(tokenPrefix)) throw unauthenticated();
  return { email: token.slice(tokenPrefix.length) };
}

/** @throws {ApiError} 403 */
export function requireAccess(sharing: Sharing, { email }: Caller, to: "read" | "write"): void {
  if (email !== null && (sharing.owner === email || sharing.writers.has(email))) return;
  if (sharing.anyone === "write" && email !== null) return;
  const readable = sharing.anyone !== "nothing" || (email !== null && sharing.readers.has(email));
  if (to === "read" && readable) return;
  throw denied();
}

/** Whether the account may change what the range protects. A range that only warns lets everybody. */
export function mayEditRange(range: ProtectedRangeState, sharing: Sharing, { email }: Caller): boolean {
  return range.warningOnly || email === sharing.owner || (email !== null && range.users.includes(email));
}

/** Refuses a change that touches a protected cell. @throws {ApiError} 400, as Google words it */
export function requireEditable(
  sheet: SheetState,
  bounds: Bounds,
  mayEdit: (range: ProtectedRangeState) => boolean,
) {
  for (const range of sheet.protectedRanges) {
    if (mayEdit(range) || !intersects(boundsOf(range.range, sheet), bounds)) continue;
    if (range.unprotected.length === 0) throw protectedCell();
    const free = range.unprotected.map((one) => boundsOf(one, sheet));
    for (let row = bounds.startRow; row < bounds.endRow; row++) {
      for (let column = bounds.startColumn; column < bounds.endColumn; column++) {
        const covered = contains(boundsOf(range.range, sheet), row, column);
        if (covered && !free.some((one) => contains(one, row, column))) throw protectedCell();
      }
    }
  }
}
