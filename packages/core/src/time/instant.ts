import { tzOffset } from "@date-fns/tz";
import { addDays, type CalendarDate } from "./calendar-date.ts";

/**
 * A moment, as ISO 8601 with an offset: `2024-11-09T23:59:59.999+07:00`. Two instants with
 * different offsets may be the same moment, so compare them with `compareInstants`, never as text.
 */
export type Instant = string;

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether the text names a moment, offset included: without one it would depend on the machine. */
export function isInstant(text: string): boolean {
  return !Number.isNaN(parse(text));
}

/** Milliseconds since 1970, UTC. @throws {RangeError} when the text is not an instant */
export function instantMs(instant: Instant): number {
  const ms = parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant with an offset: ${instant}`);
  return ms;
}

/** NaN when it is none. */
function parse(text: string): number {
  return pattern.test(text) ? Date.parse(text) : NaN;
}

/** Negative when `a` is earlier than `b`, 0 when they are the same moment, positive when later. */
export function compareInstants(a: Instant, b: Instant): number {
  return instantMs(a) - instantMs(b);
}

/** The calendar date on which the moment falls in the zone, such as `Asia/Ho_Chi_Minh`. */
export function dateOf(instant: Instant, timeZone: string): CalendarDate {
  return inZone(instantMs(instant), timeZone).slice(0, 10);
}

/**
 * The moment at which the zone's clocks show this date and time. Where clocks are put back and
 * show it twice, the first; where they are put forward and skip it, as much later as was skipped.
 */
export function instantAt(
  date: CalendarDate,
  time: { hour: number; minute?: number; second?: number; ms?: number },
  timeZone: string,
): Instant {
  // Not `new TZDate(…)`: near a change of the clocks its answer depends on the zone of the machine.
  const shown =
    Date.parse(`${date}T00:00:00Z`) +
    time.hour * 3_600_000 +
    (time.minute ?? 0) * 60_000 +
    (time.second ?? 0) * 1000 +
    (time.ms ?? 0);
  if (Number.isNaN(shown)) throw new RangeError(`not a date and a time: ${date} ${JSON.stringify(time)}`);
  const before = shown - offsetMs(shown - day, timeZone);
  const after = shown - offsetMs(shown + day, timeZone);
  const earlier = Math.min(before, after);
  const showsIt = (ms: number) => ms + offsetMs(ms, timeZone) === shown;
  const moment = showsIt(earlier)
    ? earlier
    : showsIt(Math.max(before, after))
      ? Math.max(before, after)
      : before;
  return inZone(moment, timeZone);
}

/** The last moment of the day in the zone: the millisecond before the next midnight there. */
export function endOfDayAt(date: CalendarDate, timeZone: string): Instant {
  return inZone(instantMs(instantAt(addDays(date, 1), { hour: 0 }, timeZone)) - 1, timeZone);
}

/** The moment as the zone writes it: `2024-11-09T23:59:59.999+07:00`. */
export function inZone(ms: number, timeZone: string): Instant {
  const offset = offsetMs(ms, timeZone);
  const minutes = Math.abs(offset) / 60_000;
  const pad = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const local = new Date(ms + offset).toISOString().slice(0, -1);
  return `${local}${offset < 0 ? "-" : "+"}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

const day = 86_400_000;

/** How far the zone's clocks are ahead of UTC. @throws {RangeError} when there is no such zone */
function offsetMs(ms: number, timeZone: string): number {
  const minutes = tzOffset(timeZone, new Date(ms));
  if (Number.isNaN(minutes)) throw new RangeError(`not a time zone: ${timeZone}`);
  return minutes * 60_000;
}
