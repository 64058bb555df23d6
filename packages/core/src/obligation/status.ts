import type { Instant } from "../time/instant.ts";
import type { Obligation, ObligationState } from "./obligation.ts";

/** Who has answered, at an instant. */
export interface Status {
  readonly at: Instant;
  readonly rows: readonly StatusRow[];
  readonly total: StatusCounts;
  /** By recipient group, in the campaign's order. */
  readonly byGroup: Readonly<Record<string, StatusCounts>>;
}

export interface StatusRow {
  readonly obligation: Obligation;
  readonly state: ObligationState;
  /** When the report that stands was received. */
  readonly receivedAt: Instant | null;
  readonly timeliness: "onTime" | "late" | "extended" | null;
  /** Answered fields of the asked ones, 0…1; null when no report stands. */
  readonly completeness: number | null;
  /** Why it is as it is, where an event decided: the waiver's reason, the merger's document. */
  readonly reason: string | null;
}

/** Counts over obligations. `received ⊆ expected` by construction, so no rate leaves 0…1. */
export interface StatusCounts {
  /** Obligations that stand: all but the waived and the transferred. */
  readonly expected: number;
  /** With a report that stands, nil ones included. */
  readonly received: number;
  /** Received by the deadline or within an extension. */
  readonly onTime: number;
  readonly byState: Readonly<Record<ObligationState, number>>;
  /** received / expected, 0…1; null when none was expected. */
  readonly reportingRate: number | null;
  /** onTime / expected, 0…1; null when none was expected. */
  readonly onTimeRate: number | null;
}
