import { addDays, weekday, type CalendarDate } from "../time/calendar-date.ts";

/**
 * Which days are worked, year by year. Data, not a formula: in Vietnam the span of Tết and the
 * swapped days are decided every year.
 */
export interface WorkCalendar {
  readonly id: string;
  /** Whose calendar it is: `Lịch làm việc của cán bộ, công chức, viên chức`. */
  readonly title: string;
  /** By year, `2024`. A year that is not here is not known, which is not the same as ordinary. */
  readonly years: Readonly<Record<string, WorkYear>>;
}

/** One year of the calendar. A year that is missing is unknown, not ordinary. */
export interface WorkYear {
  /** The documents that decided the year's days off. */
  readonly basis?: string | undefined;
  /** Days from Monday to Friday that are not worked. */
  readonly off: readonly CalendarDay[];
  /** Saturdays and Sundays that are worked, to make up for a swapped day (làm bù). */
  readonly worked: readonly CalendarDay[];
}

/** A day that is not as its weekday would have it, with the name people know it by. */
export interface CalendarDay {
  readonly on: CalendarDate;
  readonly name: string;
  readonly status: CalendarDayStatus;
}

/**
 * - `statutory`: follows from the law for that date
 * - `announced`: decided for that year by the government or the ministry
 * - `projected`: nobody has announced it; worked out from earlier years
 */
export type CalendarDayStatus = "announced" | "statutory" | "projected";

/** The calendar holds nothing about a year it was asked for. */
export class CalendarYearMissingError extends RangeError {
  readonly year: string;

  constructor(calendar: WorkCalendar, year: string) {
    super(
      `calendar ${calendar.id} has no data for ${year}; it has ${Object.keys(calendar.years).join(", ")}`,
    );
    this.name = "CalendarYearMissingError";
    this.year = year;
  }
}

/**
 * What the calendar says about a day, or `null` for an ordinary one.
 * @throws {CalendarYearMissingError} rather than take the year for an ordinary one
 */
export function calendarDay(calendar: WorkCalendar, date: CalendarDate): CalendarDay | null {
  const { off, worked } = daysOf(calendar, date.slice(0, 4));
  return off.get(date) ?? worked.get(date) ?? null;
}

/** Whether the day is worked. @throws {CalendarYearMissingError} */
export function isWorkingDay(calendar: WorkCalendar, date: CalendarDate): boolean {
  const { off, worked } = daysOf(calendar, date.slice(0, 4));
  return weekday(date) <= 5 ? !off.has(date) : worked.has(date);
}

/**
 * The n-th working day after the date, or before it when `count` is negative; the date itself is
 * not counted. `addWorkingDays(calendar, date, 0)` is the date, worked or not.
 * @throws {CalendarYearMissingError} when the count runs into a year without data
 */
export function addWorkingDays(calendar: WorkCalendar, date: CalendarDate, count: number): CalendarDate {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of working days: ${count}`);
  const step = count < 0 ? -1 : 1;
  let current = date;
  for (let left = Math.abs(count); left > 0;) {
    current = addDays(current, step);
    if (isWorkingDay(calendar, current)) left -= 1;
  }
  return current;
}

/** The last working day before the date. @throws {CalendarYearMissingError} */
export function lastWorkingDayBefore(calendar: WorkCalendar, date: CalendarDate): CalendarDate {
  return addWorkingDays(calendar, date, -1);
}

/** The day itself when it is worked, else the next working day. @throws {CalendarYearMissingError} */
export function rollForward(calendar: WorkCalendar, date: CalendarDate): CalendarDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/** Working days from the day after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: CalendarDate, to: CalendarDate): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}

/** Entries among the days of a span, both ends included, that nobody has announced yet. */
export function projectedDays(calendar: WorkCalendar, from: CalendarDate, to: CalendarDate): CalendarDay[] {
  const found: CalendarDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = calendarDay(calendar, date);
    if (day?.status === "projected") found.push(day);
  }
  return found;
}

interface YearIndex {
  readonly off: ReadonlyMap<CalendarDate, CalendarDay>;
  readonly worked: ReadonlyMap<CalendarDate, CalendarDay>;
}

const indexes = new WeakMap<WorkYear, YearIndex>();
const byDate = (days: readonly CalendarDay[]) => new Map(days.map((day) => [day.on, day]));

function daysOf(calendar: WorkCalendar, year: string): YearIndex {
  const days = calendar.years[year];
  if (!days) throw new CalendarYearMissingError(calendar, year);
  let index = indexes.get(days);
  if (!index) {
    index = { off: byDate(days.off), worked: byDate(days.worked) };
    indexes.set(days, index);
  }
  return index;
}
