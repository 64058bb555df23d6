import type { WorkCalendar } from "../deadline/work-calendar.ts";
import { addWorkingDays, isWorkingDay } from "../deadline/work-calendar.ts";
import { addDays, type CalendarDate } from "../time/calendar-date.ts";
import { instantAt, instantMs } from "../time/instant.ts";

/** When whom to remind (đôn đốc). Plain data, part of an office's configuration. */
export interface ReminderRule {
  /** `T-3`. Part of every reminder's id: a rule that is changed gets a new one. */
  readonly id: string;
  /** Days from the last day on which a report is on time: -3 is three days before, 1 the day after. */
  readonly days: number;
  /** `HH:MM` in the campaign's zone; `08:00` when absent. */
  readonly time?: string | undefined;
  /** The unit itself when absent, else the unit above it in that hierarchy, with one digest of all below it. */
  readonly escalateTo?: { readonly hierarchy: string } | undefined;
  /** How it is sent, for whoever sends it: `mail`, `zalo`, `dispatch`. */
  readonly channel?: string | undefined;
}

/** Three reminders before the last day, one after, and the level above two days after. */
export const usualReminderRules: readonly ReminderRule[] = [
  { id: "T-7", days: -7 },
  { id: "T-3", days: -3 },
  { id: "T-1", days: -1 },
  { id: "T+1", days: 1 },
  { id: "T+2", days: 2, escalateTo: { hierarchy: "administrative" } },
];

/**
 * When the rule falls due for a deadline whose last day is given, in milliseconds. With a calendar
 * nothing falls on a day off: what comes before the deadline moves back, what comes after moves on.
 * @throws {CalendarYearMissingError}
 */
export function ruleMs(
  rule: ReminderRule,
  lastDay: CalendarDate,
  timeZone: string,
  calendar: WorkCalendar | null,
): number {
  const named = addDays(lastDay, rule.days);
  const day =
    calendar && !isWorkingDay(calendar, named)
      ? addWorkingDays(calendar, named, rule.days > 0 ? 1 : -1)
      : named;
  return instantMs(instantAt(day, timeOf(rule), timeZone));
}

function timeOf({ id, time = "08:00" }: ReminderRule): { hour: number; minute: number } {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new RangeError(`reminder rule ${id}: not a time of day as HH:MM: ${time}`);
  return { hour: Number(parts[1]), minute: Number(parts[2]) };
}

/** @throws {RangeError} when two rules have one id, or days are not whole */
export function requireRules(rules: readonly ReminderRule[]): void {
  for (const [index, { id, days }] of rules.entries()) {
    if (!Number.isInteger(days))
      throw new RangeError(`reminder rule ${id}: not a whole number of days: ${days}`);
    if (rules.findIndex((other) => other.id === id) < index)
      throw new RangeError(`two reminder rules are called ${id}`);
  }
}
