import type { IssueCode, IssueParams } from "../issue/catalogue.ts";
import { issue, type Issue, type Parsed, type Place } from "../issue/issue.ts";
import { addDays, calendarDate, isCalendarDate, weekday, type CalendarDate } from "../time/calendar-date.ts";
import { compareInstants, endOfDayAt, instantAt, instantMs, inZone, type Instant } from "../time/instant.ts";
import type { WordedDate, WordedTime } from "./deadline-date.ts";
import { deadlineRules, type DeadlineRuleId } from "./deadline-rule.ts";
import { comesBack, firstOccurrence } from "./occurrence.ts";
import { readWording, type Anchor, type Wording } from "./deadline-wording.ts";
import type { Deadline } from "./deadline.ts";
import { dayOfMonth, endOfPeriod } from "./period.ts";
import {
  CalendarYearMissingError,
  projectedDays,
  rollForward,
  type CalendarDay,
  type WorkCalendar,
} from "./work-calendar.ts";

/** What a wording alone does not say. */
export interface DeadlineOptions {
  /** IANA name of the zone the wording is read in. */
  readonly timeZone: string;
  /** Date of the dispatch: a wording without a year takes its year, `kể từ ngày ký` starts there. */
  readonly issuedOn: CalendarDate;
  /** Periods and working days cannot be worked out without it. */
  readonly calendar?: WorkCalendar | undefined;
  /**
   * What a *date* does that falls on a day off. A date an office has written is not a period in
   * the sense of the civil code, so by default it stands (facts 3.2, inferred). Periods always
   * move to the next working day, as the code says.
   */
  readonly weekendPolicy?: WeekendPolicy | undefined;
  /** When the unit received the dispatch, for `kể từ ngày nhận được văn bản`. */
  readonly receivedOn?: CalendarDate | undefined;
  /** `HH:MM` at which the office closes, for `trong giờ hành chính`. */
  readonly officeClosesAt?: string | undefined;
  /** Where the wording stands, for the issues. */
  readonly place?: Place | undefined;
}

/** `none`: a date stands as it was written. `nextWorkingDay`: it moves to the next working day. */
export type WeekendPolicy = "none" | "nextWorkingDay";

/**
 * Reads the wording of a deadline, with or without tone marks; dates are day, month, year. What
 * is not understood is an issue, never a guess; what is ambiguous is read and flagged.
 * @throws {RangeError} when the zone or a date in the options does not exist
 */
export function parseDeadline(text: string, options: DeadlineOptions): Parsed<Deadline> {
  if (!isCalendarDate(options.issuedOn)) throw new RangeError(`not a calendar date: ${options.issuedOn}`);
  const quote = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const issues: Issue[] = [];
  const report: Report = (code, params) => {
    const place = options.place ?? { path: "deadline" };
    issues.push(issue(code, place, { quote, ...params } as unknown as IssueParams<typeof code>));
    return null;
  };
  const wording = readWording(quote);
  if (!wording) report("deadline_not_understood", {});
  const value = wording && resolve(wording, { quote, options, report });
  return { value, issues };
}

/** Adds an issue about the wording and gives `null`, so that a reading can end with it. */
type Report = <Code extends IssueCode>(code: Code, params: Omit<IssueParams<Code>, "quote">) => null;

interface Context {
  readonly quote: string;
  readonly options: DeadlineOptions;
  readonly report: Report;
}

function resolve(wording: Wording, context: Context): Deadline | null {
  switch (wording.kind) {
    case "day":
      return resolveDay(wording, context);
    case "hour":
      return resolveHour(wording.rule, wording.date, wording.time, context);
    case "officeHours":
      return resolveOfficeHours(wording.date, context);
    case "window":
      return resolveWindow(wording, context);
    case "period":
      return resolvePeriod(wording, context);
  }
}

function resolveDay({ rule, date }: Extract<Wording, { kind: "day" }>, context: Context): Deadline | null {
  const { dayCounts } = deadlineRules[rule];
  const on = resolveDate(date, dayCounts, context);
  const last = on && moved(dayCounts ? on : addDays(on, -1), context);
  if (!on || !last) return null;
  if (rule === "untilDay") {
    context.report("deadline_wording_ambiguous", { on });
  }
  const lastInstant = endOfDayAt(last.on, context.options.timeZone);
  return build(rule, on, lastInstant, context, { ...everyOf(date), ...last.trace });
}

function resolveHour(
  rule: "beforeHour" | "noLaterThanHour" | "untilHour" | "withinOfficeHours",
  date: WordedDate,
  time: WordedTime,
  context: Context,
): Deadline | null {
  const on = resolveDate(date, true, context);
  const last = on && moved(on, context);
  if (!on || !last) return null;
  const { timeZone } = context.options;
  const limit = instantAt(last.on, time, timeZone);
  const stillOnTime = rule === "beforeHour" ? inZone(instantMs(limit) - 1, timeZone) : limit;
  const dayEnd = endOfDayAt(last.on, timeZone);
  const lastInstant = compareInstants(stillOnTime, dayEnd) > 0 ? dayEnd : stillOnTime;
  const extras = { time: printTime(time), ...everyOf(date), ...last.trace };
  return build(rule, on, lastInstant, context, extras);
}

function resolveOfficeHours(date: WordedDate, context: Context): Deadline | null {
  const closes = context.options.officeClosesAt;
  if (closes === undefined) return context.report("deadline_office_hours_unknown", {});
  const [hour = NaN, minute = NaN] = closes.split(":").map(Number);
  if (!/^\d{2}:\d{2}$/.test(closes) || hour > 23 || minute > 59) {
    throw new RangeError(`not a time of day as HH:MM: ${closes}`);
  }
  return resolveHour("withinOfficeHours", date, { hour, minute }, context);
}

function resolveWindow(
  { from, to }: Extract<Wording, { kind: "window" }>,
  context: Context,
): Deadline | null {
  const on = resolveDate({ ...to, year: to.year ?? from.year }, true, context);
  if (!on) return null;
  const start = namedDate(sharing(from, on), context);
  if (!start) return null;
  if (start > on) return context.report("deadline_window_reversed", {});
  const last = moved(on, context);
  if (!last) return null;
  const lastInstant = endOfDayAt(last.on, context.options.timeZone);
  return build("window", on, lastInstant, context, { from: start, ...last.trace });
}

/** Month and year, where the first day of a window leaves them to its last. */
function sharing(from: WordedDate, last: CalendarDate): WordedDate {
  const [year = NaN, month = NaN] = last.split("-").map(Number);
  return { ...from, month: from.month ?? month, year: from.year ?? year };
}

function resolvePeriod(
  { count, unit, after }: Extract<Wording, { kind: "period" }>,
  context: Context,
): Deadline | null {
  const start = resolveAnchor(after, context);
  if (!start) return null;
  const { calendar, timeZone } = context.options;
  if (!calendar) return context.report("deadline_needs_calendar", {});
  const period = { count, unit, after: start };
  return withCalendar(calendar, context, () => {
    const { nominal, on } = endOfPeriod(period, calendar);
    // A period in calendar days depends on the calendar only where it ends.
    reportProjected(
      projectedDays(calendar, unit === "workingDay" ? addDays(start, 1) : nominal, on),
      context,
    );
    const rolled = nominal === on ? {} : { rolledFrom: nominal };
    const rule = unit === "workingDay" ? "workingDays" : "period";
    return build(rule, on, endOfDayAt(on, timeZone), context, { period, ...rolled });
  });
}

function resolveAnchor(anchor: Anchor, context: Context): CalendarDate | null {
  if (anchor === "issue") return context.options.issuedOn;
  if (anchor === "receipt") {
    return context.options.receivedOn ?? context.report("deadline_start_unknown", {});
  }
  return namedDate(anchor, context);
}

/** The day a wording names; the first one not yet over at the issue when it comes back. */
function resolveDate(date: WordedDate, dayCounts: boolean, context: Context): CalendarDate | null {
  const { issuedOn } = context.options;
  const { every } = everyOf(date);
  if (every) {
    if (!comesBack(every)) return context.report("deadline_day_does_not_exist", { day: printWorded(date) });
    return firstOccurrence(every, dayCounts ? issuedOn : addDays(issuedOn, 1));
  }
  const on = namedDate(date, context);
  if (on && date.year === null && on < issuedOn) {
    return context.report("deadline_year_needed", { issuedOn });
  }
  return on;
}

/** The day with that date, in the year of the dispatch when the wording leaves the year out. */
function namedDate(date: WordedDate, context: Context): CalendarDate | null {
  const year = date.year ?? Number(context.options.issuedOn.slice(0, 4));
  const on = date.month === null ? null : dayNamed(year, date.month, date.day);
  if (!on) return context.report("deadline_day_does_not_exist", { day: printWorded({ ...date, year }) });
  if (date.weekday !== null && date.weekday !== weekday(on)) {
    return context.report("deadline_weekday_mismatch", { on });
  }
  return on;
}

function dayNamed(year: number, month: number, day: WordedDate["day"]): CalendarDate | null {
  if (day !== "last") return calendarDate(year, month, day);
  return month >= 1 && month <= 12 ? dayOfMonth(year, month, 31) : null;
}

/** The last day after the weekend policy, and a trace of the move when there was one. */
function moved(
  last: CalendarDate,
  context: Context,
): { on: CalendarDate; trace: Pick<Deadline, "rolledFrom"> } | null {
  const { calendar, weekendPolicy = "none" } = context.options;
  if (weekendPolicy === "none") return { on: last, trace: {} };
  if (!calendar) return context.report("deadline_needs_calendar", {});
  return withCalendar(calendar, context, () => {
    const on = rollForward(calendar, last);
    reportProjected(projectedDays(calendar, last, on), context);
    return { on, trace: on === last ? {} : { rolledFrom: last } };
  });
}

function withCalendar<Value>(calendar: WorkCalendar, context: Context, work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CalendarYearMissingError)) throw error;
    const years = Object.keys(calendar.years).join(", ");
    return context.report("deadline_calendar_year_missing", { year: error.year, years });
  }
}

function reportProjected(days: readonly CalendarDay[], context: Context): void {
  if (days.length === 0) return;
  context.report("deadline_day_projected", { days: days.map(({ on, name }) => ({ on, name })) });
}

function build(
  id: DeadlineRuleId,
  on: CalendarDate,
  lastInstant: Instant,
  { quote, options }: Context,
  extras: Partial<Deadline>,
): Deadline {
  const { dayCounts, confidence } = deadlineRules[id];
  const rule = { id, confidence };
  return { quote, on, dayCounts, lastInstant, timeZone: options.timeZone, rule, ...extras };
}

function everyOf({ every, day, month }: WordedDate): Pick<Deadline, "every"> {
  // Only a day that is named by its number comes back.
  return every && day !== "last" ? { every: { day, month } } : {};
}

const pad = (value: number) => String(value).padStart(2, "0");
const printTime = ({ hour, minute }: WordedTime) => `${pad(hour)}:${pad(minute)}`;
const printWorded = ({ day, month, year }: WordedDate) =>
  [day === "last" ? null : pad(day), month === null ? null : pad(month), year]
    .filter((part) => part !== null)
    .join("/");
