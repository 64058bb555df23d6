import { dateOf, instantMs, printVietnameseShortDate, type Instant } from "@chiendich/core";

/** `17:00 09/11/2024`, as the zone's clocks show it. */
export function printMoment(instant: Instant, timeZone: string): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return `${time.format(instantMs(instant))} ${printDay(instant, timeZone)}`;
}

/** `09/11/2024`. */
export function printDay(instant: Instant, timeZone: string): string {
  return printVietnameseShortDate(dateOf(instant, timeZone));
}
