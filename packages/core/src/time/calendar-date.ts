import { UTCDate, utc } from "@date-fns/utc";
// Function by function: the index re-exports all of them, and loading it alone takes two seconds and 500 MB.
import { addDays as laterDay } from "date-fns/addDays";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { getISODay } from "date-fns/getISODay";

/**
 * A day of the civil calendar, `YYYY-MM-DD`, without a zone. Compared as text, which for this
 * form is the same as comparing days.
 */
export type CalendarDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: `2024-02-29` is, `2023-02-29` and `2024-2-9` are not. */
export function isCalendarDate(text: string): boolean {
  const parts = pattern.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day of the given year, month (1 to 12) and day, or `null` when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(text) ? text : null;
}

// Days are counted in UTC, where each has 24 hours: no zone and no daylight saving can move them.
const dayOf = (date: CalendarDate) => new UTCDate(`${date}T00:00:00Z`);

/** The day that many days later, or earlier when `days` is negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return laterDay(dayOf(date), days).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(dayOf(to), dayOf(from), { in: utc });
}

/** The day of the week: 1 for Monday to 7 for Sunday. */
export function weekday(date: CalendarDate): number {
  return getISODay(dayOf(date));
}
