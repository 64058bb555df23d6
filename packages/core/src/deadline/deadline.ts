import type { CalendarDate } from "../time/calendar-date.ts";
import type { Instant } from "../time/instant.ts";

/** How sure a rule is: read in the law, read in a secondary source, inferred, or from memory. */
export type Confidence = "high" | "medium" | "inferred" | "memory";

/** Until when a report is on time (thời hạn gửi), with the words it was set by. */
export interface Deadline {
  /** The wording as it stands in the dispatch: `trước ngày 10/11/2024`. */
  readonly quote: string;
  /** The day the wording names, or the last day of the period it sets. */
  readonly on: CalendarDate;
  /** Whether a report on that very day is on time: false for `trước ngày`. */
  readonly dayCounts: boolean;
  /** The last moment at which a report is on time. */
  readonly lastInstant: Instant;
  readonly timeZone: string;
  /** The reading it rests on, one of `deadlineRules`, and how sure that is. */
  readonly rule: { readonly id: string; readonly confidence: Confidence };
  /** `HH:MM` when the wording names an hour. */
  readonly time?: string | undefined;
  /** First day of a window: `từ ngày … đến ngày …`. */
  readonly from?: CalendarDate | undefined;
  /** When the wording sets a period instead of a day. */
  readonly period?: DeadlinePeriod | undefined;
  /** When it comes back every month, or every year when a month is named; `on` is one such day. */
  readonly every?: { readonly day: number; readonly month: number | null } | undefined;
  /** The day it would have ended, had that been a working day. */
  readonly rolledFrom?: CalendarDate | undefined;
}

/** `trong thời hạn 10 ngày kể từ ngày …`: the day it starts from is not counted (BLDS 2015, Điều 147.2). */
export interface DeadlinePeriod {
  readonly count: number;
  readonly unit: "day" | "workingDay" | "week" | "month";
  readonly after: CalendarDate;
}
