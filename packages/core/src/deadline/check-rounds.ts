import { issue, type Finding } from "../issue/issue.ts";
import { addDays, type CalendarDate } from "../time/calendar-date.ts";
import { compareInstants, dateOf, type Instant } from "../time/instant.ts";
import type { Deadline } from "./deadline.ts";
import { datesOfGroup, graceEnd, type DatesOfGroup, type RoundDates } from "./round-dates.ts";
import {
  calendarDay,
  CalendarYearMissingError,
  isWorkingDay,
  lastWorkingDayBefore,
  workingDaysBetween,
  type WorkCalendar,
} from "./work-calendar.ts";

/** A round with what names it in a sentence. */
export type NamedRound = RoundDates & { readonly title: string };

/** What the dates of rounds are held against. */
export interface CheckRoundsOptions {
  /** Date of the dispatch. */
  readonly issuedOn: CalendarDate;
  /** Without one, working days are not looked at. */
  readonly calendar?: WorkCalendar | null | undefined;
}

/**
 * What is wrong between the dates of a campaign's rounds: each for itself, for every group with
 * dates of its own, and one after the other. Places are `rounds[0].deadline` and the like.
 */
export function checkRounds(
  rounds: readonly NamedRound[],
  { issuedOn, calendar = null }: CheckRoundsOptions,
): readonly Finding[] {
  return rounds.flatMap((round, index) => {
    const previous = rounds[index - 1];
    const common = { title: round.title, issuedOn, calendar };
    const own = checkDates({ ...common, dates: round, path: `rounds[${index}]`, deadlineKey: "deadline" });
    const groups = new Set([...Object.keys(round.groupDeadlines), ...Object.keys(round.groupDates ?? {})]);
    const ofGroups = [...groups].flatMap((group) =>
      checkDates({
        ...common,
        title: `${round.title} (${group})`,
        dates: datesOfGroup(round, group),
        path: `rounds[${index}]`,
        deadlineKey: group in round.groupDeadlines ? `groupDeadlines.${group}` : "deadline",
      }),
    );
    const known = new Set(own.map((finding) => JSON.stringify([finding.code, finding.place])));
    // What a group shares with its round is said once.
    const news = ofGroups.filter(({ code, place }) => !known.has(JSON.stringify([code, place])));
    return [...own, ...news, ...(previous ? checkOrder(previous, round, index) : [])];
  });
}

interface Plan {
  readonly title: string;
  readonly dates: DatesOfGroup;
  readonly issuedOn: CalendarDate;
  readonly calendar: WorkCalendar | null;
  readonly path: string;
  readonly deadlineKey: string;
}

function checkDates(plan: Plan): Finding[] {
  const { calendar, dates } = plan;
  const findings = [...checkSequence(plan)];
  if (!calendar) return findings;
  try {
    return [...findings, ...checkWorkingDays(plan, calendar)];
  } catch (error) {
    if (!(error instanceof CalendarYearMissingError)) throw error;
    const years = Object.keys(calendar.years).join(", ");
    const params = { quote: dates.deadline.quote, year: error.year, years };
    return [...findings, issue("deadline_calendar_year_missing", placeOf(plan, plan.deadlineKey), params)];
  }
}

function checkSequence(plan: Plan): Finding[] {
  const { title: round, dates, issuedOn } = plan;
  const { deadline, opensOn, locksOn, upwardDeadline } = dates;
  const lastDay = lastDayOf(deadline);
  const findings: Finding[] = [];
  if (lastDay < issuedOn) {
    const params = { round, lastDay, issuedOn };
    findings.push(issue("round_deadline_before_issue", placeOf(plan, plan.deadlineKey), params));
  }
  if (opensOn !== null && opensOn > lastDay) {
    findings.push(issue("round_opens_after_deadline", placeOf(plan, "opensOn"), { round, opensOn, lastDay }));
  }
  const taken = latest(deadline.lastInstant, graceEnd(dates));
  const takenUntil = dateOf(taken, deadline.timeZone);
  if (locksOn !== null && locksOn < takenUntil) {
    const params = { round, locksOn, lastDay: takenUntil };
    findings.push(issue("round_locks_too_early", placeOf(plan, "locksOn"), params));
  }
  if (upwardDeadline && compareInstants(taken, upwardDeadline.lastInstant) >= 0) {
    const params = { round, lastDay: takenUntil, upwardLastDay: lastDayOf(upwardDeadline) };
    findings.push(issue("round_due_after_upward", placeOf(plan, "upwardDeadline"), params));
  }
  return findings;
}

/** @throws {CalendarYearMissingError} */
function checkWorkingDays(plan: Plan, calendar: WorkCalendar): Finding[] {
  const { title: round, dates } = plan;
  const { deadline, dataAsOf } = dates;
  const { quote } = deadline;
  const lastDay = lastDayOf(deadline);
  const findings: Finding[] = [];
  const day = calendarDay(calendar, lastDay);
  if (day?.status === "projected") {
    const days = [{ on: day.on, name: day.name }];
    findings.push(issue("deadline_day_projected", placeOf(plan, plan.deadlineKey), { quote, days }));
  } else if (deadline.dayCounts && !isWorkingDay(calendar, lastDay)) {
    // A day that does not count has its own finding among those of the campaign.
    const params = { quote, on: lastDay, lastWorkingDay: lastWorkingDayBefore(calendar, lastDay) };
    findings.push(issue("deadline_on_day_off", placeOf(plan, plan.deadlineKey), params));
  }
  if (dataAsOf !== null && workingDaysBetween(calendar, dataAsOf, lastDay) < 1) {
    const lastWorked = lastWorkingDayBefore(calendar, addDays(lastDay, 1));
    const params = { round, dataAsOf, lastDay, latest: addDays(lastWorked, -1) };
    findings.push(issue("round_data_closing_too_late", placeOf(plan, "dataAsOf"), params));
  }
  return findings;
}

function checkOrder(previous: NamedRound, round: NamedRound, index: number): Finding[] {
  const lastDay = lastDayOf(round.deadline);
  const previousLastDay = lastDayOf(previous.deadline);
  // Two reports may well be due on one day.
  if (lastDay >= previousLastDay) return [];
  const params = { round: round.title, previous: previous.title, lastDay, previousLastDay };
  return [issue("round_before_previous", { path: `rounds[${index}].deadline` }, params)];
}

const placeOf = ({ path }: Plan, key: string) => ({ path: `${path}.${key}` });

/** The last day on which a report is on time. */
function lastDayOf({ lastInstant, timeZone }: Deadline): CalendarDate {
  return dateOf(lastInstant, timeZone);
}

function latest(a: Instant, b: Instant | null): Instant {
  return b !== null && compareInstants(b, a) > 0 ? b : a;
}
