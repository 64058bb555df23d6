import { TZDate } from "@date-fns/tz";
import { formatISO } from "date-fns";
import type { CalendarDate } from "./calendar-date.ts";

/**
 * A moment, as ISO 8601 with an offset: `2024-11-09T23:59:59.999+07:00`. Two instants with
 * different offsets may be the same moment, so compare them with `compareInstants`, never as text.
 */
export type Instant = string;

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether the text names a moment, offset included: without one it would depend on the machine. */
export function isInstant(text: string): boolean {
  return pattern.test(text) && !Number.isNaN(Date.parse(text));
}

/** Milliseconds since 1970, UTC. @throws {RangeError} when the text is not an instant */
export function instantMs(instant: Instant): number {
  if (!isInstant(instant)) throw new RangeError(`not an instant with an offset: ${instant}`);
  return Date.parse(instant);
}

/** Negative when `a` is earlier than `b`, 0 when they are the same moment, positive when later. */
export function compareInstants(a: Instant, b: Instant): number {
  return instantMs(a) - instantMs(b);
}

/** The calendar date on which the moment falls in the zone, such as `Asia/Ho_Chi_Minh`. */
export function dateOf(instant: Instant, timeZone: string): CalendarDate {
  return formatISO(new TZDate(instantMs(instant), timeZone), { representation: "date" });
}

/** The moment at which the zone's clocks show this date and time. */
export function instantAt(
  date: CalendarDate,
  time: { hour: number; minute?: number; second?: number; ms?: number },
  timeZone: string,
): Instant {
  // Not `new TZDate(date, zone)`: a bare date is read as UTC midnight, which is another day in half the world.
  const [year = NaN, month = NaN, day = NaN] = date.split("-").map(Number);
  const local = new TZDate(
    year,
    month - 1,
    day,
    time.hour,
    time.minute ?? 0,
    time.second ?? 0,
    time.ms ?? 0,
    timeZone,
  );
  return local.toISOString();
}

/** The last moment of the day in the zone: the millisecond before the next midnight there. */
export function endOfDayAt(date: CalendarDate, timeZone: string): Instant {
  return instantAt(date, { hour: 23, minute: 59, second: 59, ms: 999 }, timeZone);
}
