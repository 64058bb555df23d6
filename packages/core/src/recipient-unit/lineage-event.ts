import type { CalendarDate } from "../time/calendar-date.ts";

/**
 * What happened to units on a day (sáp nhập, chia tách, đổi tên …). `from` are the units before,
 * `to` the units after; a unit that continues stands on both sides.
 */
export interface LineageEvent {
  readonly kind: LineageKind;
  /** First day of the new state. */
  readonly on: CalendarDate;
  readonly from: readonly string[];
  readonly to: readonly LineageTarget[];
  /** The document it rests on: `1196/NQ-UBTVQH15`. */
  readonly legalBasis: string;
  readonly source?: string | undefined;
}

export type LineageKind =
  "founded" | "renamed" | "retyped" | "merged" | "absorbed" | "split" | "reparented" | "closed";

export interface LineageTarget {
  readonly unitId: string;
  /** The part of a split unit that went here, 0 to 1; absent when no document declares it. */
  readonly share?: number | undefined;
}
