import { dateOf, instantMs, printVietnameseShortDate, type Instant } from "@chiendich/core";

/** `17 giờ 00 ngày 12/11/2024`: a moment as letters give it, by the clocks of the zone. */
export function momentWords(at: Instant, timeZone: string): string {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instantMs(at));
  return `${clock.replace(":", " giờ ")} ${dayWords(at, timeZone)}`;
}

/** `ngày 12/11/2024`. */
export function dayWords(at: Instant, timeZone: string): string {
  return `ngày ${printVietnameseShortDate(dateOf(at, timeZone))}`;
}
