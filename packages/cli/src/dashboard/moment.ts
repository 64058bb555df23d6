import { dateOf, instantMs, inZone, printVietnameseShortDate, type Instant } from "@chiendich/core";

/** `17:00 09/11/2024`, as the zone's clocks show it. */
export function printMoment(instant: Instant, timeZone: string): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return `${time.format(instantMs(instant))} ${printDay(instant, timeZone)}`;
}

/** Until when a report is on time: what ends with 16:29:59.999 was set as `16:30`; the end of a day stays `23:59`. */
export function printUntil(lastInstant: Instant, timeZone: string): string {
  const ms = instantMs(lastInstant);
  const shown = inZone(ms, timeZone).slice(11, 23);
  const next = shown.endsWith(":59.999") && shown !== "23:59:59.999" ? ms + 1 : ms;
  return printMoment(inZone(next, timeZone), timeZone);
}

/** `09/11/2024`. */
export function printDay(instant: Instant, timeZone: string): string {
  return printVietnameseShortDate(dateOf(instant, timeZone));
}
