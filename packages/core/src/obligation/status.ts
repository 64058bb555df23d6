import type { Instant } from "../time/instant.ts";
import type { Obligation, ObligationState } from "./obligation.ts";

/** Who has answered, at an instant. */
export interface Status {
  readonly at: Instant;
  /** What was recorded until then is taken into account. */
  readonly knownAt: Instant;
  /** One for each obligation that stands, the waived ones included, in the order of issue. */
  readonly rows: readonly StatusRow[];
  readonly total: StatusCounts;
  /** By recipient group, in the campaign's order. */
  readonly byGroup: Readonly<Record<string, StatusCounts>>;
  /** By round, in the campaign's order. */
  readonly byRound: Readonly<Record<string, StatusCounts>>;
  /**
   * By hierarchy, then by the parent the unit had when its obligation was created; `""` for units
   * without one. In each hierarchy the counts add up to `total`.
   */
  readonly byParent: Readonly<Record<string, Readonly<Record<string, StatusCounts>>>>;
  /** Obligations that passed to other units, and why. */
  readonly transfers: readonly StatusTransfer[];
  /** Reports that stand although nothing was owed: of waived units, or of units nobody asked. */
  readonly notOwed: readonly NotOwed[];
}

/** One obligation and how it stands. */
export interface StatusRow {
  readonly obligation: Obligation;
  readonly state: ObligationState;
  /** When the report that stands was received; of a queried or returned one, when that came. */
  readonly receivedAt: Instant | null;
  /** By when the unit first answered, a later correction notwithstanding; null when no report stands. */
  readonly timeliness: "onTime" | "late" | "extended" | null;
  /** Answered fields of the asked ones, 0…1; null when no report stands. */
  readonly completeness: number | null;
  /** Until when a report is on time, an extension or grace included. */
  readonly openUntil: Instant;
  /** The document that extends the deadline; null without one. */
  readonly extendedBy: string | null;
  /** Why it is as it is, where an event decided: the waiver's reason, the merger's document. */
  readonly reason: string | null;
  /** Ids of the reports that stand: its own, or those of the units merged into it. */
  readonly reportIds: readonly string[];
  /** Units whose obligations passed into this one, itself among them when it went on. */
  readonly from: readonly string[];
}

/** An obligation that no longer stands because others took its place. */
export interface StatusTransfer {
  readonly obligation: Obligation;
  /** Ids of the obligations that do. */
  readonly to: readonly string[];
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
}

/** A report that came although its unit owed none; it counts nowhere. */
export interface NotOwed {
  readonly reportId: string;
  readonly roundId: string;
  readonly unitId: string;
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
  /** Fields asked of those expected: what a complete collection would hold. */
  readonly itemsExpected: number;
  /** Of them, answered in reports that stand: with a value, zero, “không phát sinh” or “không áp dụng”. */
  readonly itemsReceived: number;
  /** itemsReceived / itemsExpected, 0…1; null when nothing was asked. */
  readonly itemRate: number | null;
}
