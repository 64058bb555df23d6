import type { Deadline } from "../deadline/deadline.ts";
import type { Instant } from "../time/instant.ts";

/**
 * One unit owes one report of one round. Created when the campaign is issued and frozen with the
 * membership of that day; everything later is an event.
 */
export interface Obligation {
  /** `round/unit`. */
  readonly id: string;
  readonly roundId: string;
  readonly unitId: string;
  /** Group the unit was addressed in; a unit in two groups owes one report, in the first. */
  readonly group: string;
  readonly deadline: Deadline;
  /** Still counted as on time until then, where the round grants grace. */
  readonly graceUntil?: Instant | undefined;
  /** A report received later is not taken, where the round locks. */
  readonly locksAt?: Instant | undefined;
  readonly createdAt: Instant;
  /** The unit's parents on the day it was created, by hierarchy: `{ sector: "phong-gddt" }`. */
  readonly parents?: Readonly<Record<string, string>> | undefined;
}

/** The id of what a unit owes in a round. */
export function obligationId(roundId: string, unitId: string): string {
  return `${roundId}/${unitId}`;
}

/**
 * Exactly one per obligation at any instant.
 *
 * - `awaited`: nothing received, the deadline is open
 * - `missing`: nothing received, the deadline has passed
 * - `onTime`, `late`, `extended`: an accepted report stands; `extended` came after the deadline, within an extension
 * - `nil`: an accepted nil report stands (its timeliness is told apart)
 * - `queried`: a report came and questions are open
 * - `returned`: the report was sent back to the unit; its figures count nowhere
 * - `waived`: it need not report; it leaves the denominator, with a footnote
 */
export type ObligationState =
  "awaited" | "missing" | "onTime" | "late" | "extended" | "nil" | "queried" | "returned" | "waived";
