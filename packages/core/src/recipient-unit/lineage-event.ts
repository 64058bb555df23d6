import type { CalendarDate } from "../time/calendar-date.ts";
import type { RecipientUnit } from "./recipient-unit.ts";

/**
 * What happened to units on a day (sáp nhập, chia tách, đổi tên …). `from` are the units before,
 * `to` the units after; a unit that continues stands on both sides. Events of one day happen at
 * once. What units reported before the event keeps the name and the unit it was reported under.
 */
export interface LineageEvent {
  readonly kind: LineageKind;
  /** First day of the new state. */
  readonly on: CalendarDate;
  /** When nobody knows the day: the first on which it may have been; `on` is then the last. */
  readonly notBefore?: CalendarDate | undefined;
  readonly from: readonly string[];
  readonly to: readonly LineageTarget[];
  /** The document it rests on: `1196/NQ-UBTVQH15`. */
  readonly legalBasis: string;
  readonly source?: string | undefined;
  /** What the unit that keeps its id was until then, when it was renamed, retyped or re-parented. */
  readonly before?: UnitBefore | undefined;
}

/**
 * What happened to a unit. `merged` makes a new unit of several, `absorbed` lets one live on;
 * `retyped` changes its type (xã to phường), `reparented` what it belongs to.
 */
export type LineageKind =
  "founded" | "renamed" | "retyped" | "merged" | "absorbed" | "split" | "reparented" | "closed";

/** What a unit became. */
export interface LineageTarget {
  readonly unitId: string;
  /** The part of a split unit that went here, 0 to 1; absent when no document declares it. */
  readonly share?: number | undefined;
}

/** The values a unit had before an event; what the event did not touch is absent. */
export type UnitBefore = Partial<
  Pick<RecipientUnit, "name" | "shortName" | "type" | "groups" | "parents" | "codes">
>;
