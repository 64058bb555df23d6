import type { Instant } from "@chiendich/core";

/**
 * What was seen of each unit's row so far. Plain data: kept between pulls as JSON. A shared sheet has no
 * time of submission; what can be known is between which two pulls a row changed.
 */
export interface WatchState {
  /** Of the last pull. */
  readonly at: Instant;
  readonly snapshotId: string;
  readonly rows: Readonly<Record<string, WatchedRow>>;
}

/** What is remembered of a row from one look to the next. */
export interface WatchedRow {
  /** SHA-256 of the row's answers, hex. */
  readonly hash: string;
  /** The pull at which the row was first seen with an answer. */
  readonly firstSeenAt: Instant;
  /** The pull at which it was first seen as it is now. */
  readonly changedAt: Instant;
  /** What each answer's cell held, by field, for telling an edit from values that changed places. */
  readonly answers: Readonly<Record<string, string>>;
}

/** One row that is not as it was. */
export interface RowChange {
  readonly unitId: string;
  /** From 0, in the sheet as it is now. */
  readonly row: number;
  readonly kind: "first" | "changed" | "cleared";
  /** The last pull at which it was still otherwise; `null` when there was none: then it may be as old as the sheet. */
  readonly after: Instant | null;
  /** This pull: the change was made no later. */
  readonly by: Instant;
}
