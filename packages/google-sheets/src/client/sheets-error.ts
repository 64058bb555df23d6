import { issue, type Issue, type Place } from "@chiendich/core";

/**
 * - `unauthenticated`: no token, or Google does not take it
 * - `permission_denied`: the account may not read or change this
 * - `not_found`: no such spreadsheet
 * - `not_a_spreadsheet`: an Office file kept in Drive, which the API does not open
 * - `invalid_request`: Google refused what was sent; nothing of it was applied
 * - `quota_exceeded`: still refused for quota when the attempts were used up
 * - `unavailable`: Google or the network failed until the attempts were used up; nothing was applied
 * - `outcome_unknown`: a write that cannot be repeated safely got no answer: it may have been applied
 * - `response_unreadable`: the answers were not what the API promises
 * - `deadline_exceeded`: the time given to the call was used up
 * - `aborted`: the caller gave up
 */
export type SheetsErrorCode =
  | "unauthenticated"
  | "permission_denied"
  | "not_found"
  | "not_a_spreadsheet"
  | "invalid_request"
  | "quota_exceeded"
  | "unavailable"
  | "outcome_unknown"
  | "response_unreadable"
  | "deadline_exceeded"
  | "aborted";

/** A failure of Google, the network or the account. Never carries a token, a key or a query string. */
export class SheetsError extends Error {
  readonly code: SheetsErrorCode;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** Google's own word for it, such as `RESOURCE_EXHAUSTED`. */
  readonly reason: string | null;

  constructor(
    code: SheetsErrorCode,
    message: string,
    details: { status?: number | null; reason?: string | null; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "SheetsError";
    this.code = code;
    this.status = details.status ?? null;
    this.reason = details.reason ?? null;
  }
}

/** The failure as an issue a person can act on, or `null` when it is a mistake of the program. */
export function sheetsErrorIssue(error: SheetsError, place: Place): Issue | null {
  switch (error.code) {
    case "unauthenticated":
      return issue("sheets_account_refused", place, {});
    case "permission_denied":
      return issue("sheets_access_denied", place, {});
    case "invalid_request":
      return issue("sheets_change_refused", place, { message: error.message });
    case "quota_exceeded":
      return issue("sheets_quota_exceeded", place, {});
    case "unavailable":
    case "deadline_exceeded":
    case "response_unreadable":
    case "outcome_unknown":
      return issue("sheets_unreachable", place, { message: error.code });
    case "not_found":
      return issue("sheets_not_found", place, {});
    case "not_a_spreadsheet":
      return issue("sheets_link_workbook_file", place, {});
    default:
      return null;
  }
}

/** Google's error body, as far as it is one: `{ error: { code, message, status, details } }`. */
export function readErrorBody(body: unknown): { message: string; reason: string | null } | null {
  const error = (body as { error?: { message?: unknown; status?: unknown } } | null)?.error;
  if (typeof error !== "object" || error === null) return null;
  return {
    message: typeof error.message === "string" ? error.message : "",
    reason: typeof error.status === "string" ? error.status : null,
  };
}

/** What an HTTP status means here. 5xx and 408 leave open whether the request was carried out. */
export function errorCodeOf(status: number, message: string): SheetsErrorCode {
  if (status === 401) return "unauthenticated";
  if (status === 403) return "permission_denied";
  if (status === 404) return "not_found";
  if (status === 429) return "quota_exceeded";
  if (status === 408 || status >= 500) return "unavailable";
  // Seen in use, not documented: FAILED_PRECONDITION "This operation is not supported for this document".
  if (status === 400 && /not supported for this document/i.test(message)) return "not_a_spreadsheet";
  return "invalid_request";
}
