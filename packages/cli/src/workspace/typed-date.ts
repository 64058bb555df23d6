import { calendarDate, isCalendarDate, type CalendarDate } from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import type { Bilingual } from "../bilingual.ts";

/** A day as people type it: `2/3/2026`, `02-3-2026`, `2.3.2026`, the day first, or `2026-03-02`; null when it is none. */
export function typedDate(text: string): CalendarDate | null {
  const typed = text.trim();
  if (isCalendarDate(typed)) return typed;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  return year === undefined ? null : calendarDate(Number(year), Number(month), Number(day));
}

/** What is said of a text that is no day. */
export function notADate(text: string): Bilingual {
  return {
    vi: `“${text}” không phải là ngày, tháng, năm, ví dụ: 02/3/2026`,
    en: `“${text}” is not a day such as 02/3/2026, the day first`,
  };
}

/** The day an option names; undefined when it is not given. @throws {MisuseError} */
export function dayOption(value: string | boolean | undefined): CalendarDate | undefined {
  if (value === undefined) return undefined;
  const day = typedDate(String(value));
  if (day === null) throw new MisuseError(notADate(String(value)));
  return day;
}
