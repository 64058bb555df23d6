import type { CalendarDate } from "../time/calendar-date.ts";
import type { Instant } from "../time/instant.ts";

/** How sure a rule is: read in the law, read in a secondary source, inferred, or from memory. */
export type Confidence = "high" | "medium" | "inferred" | "memory";

/** Until when a report is on time (thời hạn gửi), with the words it was set by. */
export interface Deadline {
  /** The wording as it stands in the dispatch: `trước ngày 10/11/2024`. */
  readonly quote: string;
  /** The day the wording names. */
  readonly on: CalendarDate;
  /** Whether a report on that very day is on time: false for `trước ngày`. */
  readonly dayCounts: boolean;
  /** The last moment at which a report is on time. */
  readonly lastInstant: Instant;
  readonly timeZone: string;
  readonly rule: { readonly id: string; readonly confidence: Confidence };
}
