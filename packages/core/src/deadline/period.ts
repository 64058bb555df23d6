import { addDays, calendarDate, type CalendarDate } from "../time/calendar-date.ts";
import type { DeadlinePeriod } from "./deadline.ts";
import { addWorkingDays, rollForward, type WorkCalendar } from "./work-calendar.ts";

/** The last day of a period, before and after moving off a day that is not worked. */
export interface PeriodEnd {
  readonly nominal: CalendarDate;
  readonly on: CalendarDate;
}

/**
 * When a period ends. The day it starts from is not counted (BLDS 2015, Điều 147.2). Weeks and
 * months end on the corresponding day, or on the last of the month when there is none; a last day
 * that is not worked moves to the next working day (Điều 148).
 * @throws {CalendarYearMissingError} when the calendar has no data for a day it must look at
 */
export function endOfPeriod(period: DeadlinePeriod, calendar: WorkCalendar): PeriodEnd {
  if (period.unit === "workingDay") {
    const on = addWorkingDays(calendar, period.after, period.count);
    return { nominal: on, on };
  }
  const nominal =
    period.unit === "month"
      ? addMonths(period.after, period.count)
      : addDays(period.after, period.count * (period.unit === "week" ? 7 : 1));
  return { nominal, on: rollForward(calendar, nominal) };
}

/** The same day of a later month, or that month's last day when it is shorter. */
export function addMonths(date: CalendarDate, count: number): CalendarDate {
  const [year = NaN, month = NaN, day = NaN] = date.split("-").map(Number);
  const index = year * 12 + (month - 1) + count;
  return dayOfMonth(Math.floor(index / 12), (index % 12) + 1, day);
}

/** That day of the month, or the month's last when it has fewer days. */
export function dayOfMonth(year: number, month: number, day: number): CalendarDate {
  for (let last = day; last > 27; last -= 1) {
    const date = calendarDate(year, month, last);
    if (date) return date;
  }
  const date = calendarDate(year, month, day);
  if (!date) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return date;
}
