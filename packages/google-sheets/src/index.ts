export { scopes, tokensFrom, type AccessToken, type GoogleAuthClient } from "./client/access-token.ts";
export type { CallOptions, RequestRecord } from "./client/http.ts";
export { googleQuotas, quota, sleepFor, type Clock, type Quota, type Sleep } from "./client/quota.ts";
export { defaultRetry, type RetryPolicy } from "./client/retry.ts";
export {
  createSheetsClient,
  type GetQuery,
  type SheetsClient,
  type SheetsClientOptions,
} from "./client/sheets-client.ts";
export { SheetsError, sheetsErrorIssue, type SheetsErrorCode } from "./client/sheets-error.ts";
export { parseSheetLink, printSheetLink, type SheetLink } from "./link/sheet-link.ts";
