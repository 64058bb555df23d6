import { calendarDate, type CalendarDate } from "../time/calendar-date.ts";
import type { Deadline } from "./deadline.ts";
import { dayOfMonth } from "./period.ts";

type Every = NonNullable<Deadline["every"]>;

/** Whether such a day comes back at all: day 31 of every month does, 31 February of every year does not. */
export function comesBack({ day, month }: Every): boolean {
  if (month === null) return day >= 1 && day <= 31;
  return calendarDate(2024, month, day) !== null;
}

/** The first such day that is not before the date. A month too short for it gives its last day. */
export function firstOccurrence({ day, month }: Every, onOrAfter: CalendarDate): CalendarDate {
  const [year = NaN, current = NaN] = onOrAfter.split("-").map(Number);
  const step = month === null ? 1 : 12;
  for (let index = year * 12 + (month ?? current) - 1; ; index += step) {
    const date = dayOfMonth(Math.floor(index / 12), (index % 12) + 1, day);
    if (date >= onOrAfter) return date;
  }
}
