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
export { openPublicSheet, type OpenWorkbook, type PublicExportOptions } from "./export/public-export.ts";
export { parseSheetLink, printSheetLink, type SheetLink } from "./link/sheet-link.ts";
export { openGoogleSheet, type BoundTracker, type GoogleSheetSource } from "./read/google-sheet-source.ts";
export {
  applySheetPlan,
  planNewTracker,
  planTracker,
  type AppliedPlan,
  type SheetPlan,
} from "./tracker/plan-tracker.ts";
export { type PlannedBatch } from "./tracker/split-batches.ts";
export { type TrackerColumn } from "./tracker/tracker-columns.ts";
export {
  describeTracker,
  stateWords,
  type TrackedCampaign,
  type Tracker,
  type TrackerInput,
  type TrackerRow,
} from "./tracker/tracker.ts";
export { googleSheetsSink, type GoogleSheetsSinkOptions } from "./sink/google-sheets-sink.ts";
export { watchSheet, type Watched } from "./watch/watch-sheet.ts";
export type { RowChange, WatchedRow, WatchState } from "./watch/watch-state.ts";
export { applyWriteBack, planWriteBack, type Reply, type WriteBackPlan } from "./write-back/write-back.ts";
