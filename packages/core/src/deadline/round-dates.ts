import type { CalendarDate } from "../time/calendar-date.ts";
import { addDays } from "../time/calendar-date.ts";
import { compareInstants, dateOf, endOfDayAt, instantAt, type Instant } from "../time/instant.ts";
import type { Deadline } from "./deadline.ts";

/** The dates of one collection. A campaign's `Round` is one of these. */
export interface RoundDates {
  readonly opensOn: CalendarDate | null;
  readonly dataAsOf: CalendarDate | null;
  readonly deadline: Deadline;
  readonly groupDeadlines: Readonly<Record<string, Deadline>>;
  readonly graceDays: number;
  readonly locksOn: CalendarDate | null;
  readonly upwardDeadline: Deadline | null;
  readonly groupDates?: Readonly<Record<string, GroupDates>> | undefined;
}

/** What differs for one recipient group; what is absent is as in the round. */
export interface GroupDates {
  readonly opensOn?: CalendarDate | undefined;
  readonly dataAsOf?: CalendarDate | undefined;
  readonly graceDays?: number | undefined;
  readonly locksOn?: CalendarDate | undefined;
}

/** A round's dates as they are for one group. */
export type DatesOfGroup = Pick<
  RoundDates,
  "opensOn" | "dataAsOf" | "deadline" | "graceDays" | "locksOn" | "upwardDeadline"
>;

/** The dates that hold for one group: its own where it has any, otherwise the round's. */
export function datesOfGroup(round: RoundDates, group: string): DatesOfGroup {
  const own = round.groupDates?.[group];
  return {
    opensOn: own?.opensOn ?? round.opensOn,
    dataAsOf: own?.dataAsOf ?? round.dataAsOf,
    deadline: round.groupDeadlines[group] ?? round.deadline,
    graceDays: own?.graceDays ?? round.graceDays,
    locksOn: own?.locksOn ?? round.locksOn,
    upwardDeadline: round.upwardDeadline,
  };
}

/** The last moment of the grace a round grants, or `null` when it grants none. */
export function graceEnd({ deadline, graceDays }: DatesOfGroup): Instant | null {
  if (graceDays <= 0) return null;
  const lastDay = dateOf(deadline.lastInstant, deadline.timeZone);
  return endOfDayAt(addDays(lastDay, graceDays), deadline.timeZone);
}

/**
 * Where a round stands for the units of a group:
 *
 * - `notOpen`: reports are not taken yet
 * - `open`: a report is on time
 * - `grace`: the deadline has passed, a report still counts as on time
 * - `late`: a report is taken, and late
 * - `locked`: nothing is taken any more
 */
export type RoundPhase = "notOpen" | "open" | "grace" | "late" | "locked";

/**
 * Where a round stands at an instant. The deadline's last instant is still `open`.
 *
 * @param issuedOn the dispatch's date: the round opens then when it has no opening of its own
 */
export function roundPhase(dates: DatesOfGroup, issuedOn: CalendarDate, at: Instant): RoundPhase {
  const { deadline, opensOn, locksOn } = dates;
  const opening = instantAt(opensOn ?? issuedOn, { hour: 0 }, deadline.timeZone);
  if (compareInstants(at, opening) < 0) return "notOpen";
  if (locksOn !== null && compareInstants(at, endOfDayAt(locksOn, deadline.timeZone)) > 0) return "locked";
  if (compareInstants(at, deadline.lastInstant) <= 0) return "open";
  const grace = graceEnd(dates);
  return grace !== null && compareInstants(at, grace) <= 0 ? "grace" : "late";
}
