import { calendarDate, isCalendarDate, type CalendarDate } from "./calendar-date.ts";
import { printTwoDigits } from "../vietnamese/number.ts";

/** Day, month and year as a document of Decree 30/2020 writes them: days below 10 and the months 1 and 2 get a zero. */
function parts(date: CalendarDate): { day: string; month: string; year: string } {
  if (!isCalendarDate(date)) throw new RangeError(`${date} is not a day of the calendar`);
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return {
    day: printTwoDigits(day),
    month: month <= 2 ? printTwoDigits(month) : String(month),
    year: String(year),
  };
}

/**
 * `ngày 05 tháng 01 năm 2024`, `ngày 10 tháng 3 năm 2024`: as in the date line of a dispatch.
 *
 * @see Decree 30/2020, PL I (read in the decree): days below 10 and months 1 and 2 get a leading zero, other months none
 * @throws {RangeError} when there is no such day
 */
export function printVietnameseDate(date: CalendarDate): string {
  const { day, month, year } = parts(date);
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/**
 * `05/01/2024`, `10/3/2024`: as in the running text and in tables.
 *
 * @throws {RangeError} when there is no such day
 */
export function printVietnameseShortDate(date: CalendarDate): string {
  const { day, month, year } = parts(date);
  return `${day}/${month}/${year}`;
}

const inWords = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/u;
const inDigits = /^(?:ngày\s+)?(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/u;

/**
 * A whole text that is one date, day first, as Vietnamese writes it: `ngày 05 tháng 01 năm 2024`,
 * `5/1/2024`, `05-01-2024`, `5.1.2024`, with or without `ngày`. `null` when it is none, or there is no such day.
 */
export function parseVietnameseDate(text: string): CalendarDate | null {
  const clean = text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
  const words = inWords.exec(clean);
  if (words) return calendarDate(Number(words[3]), Number(words[2]), Number(words[1]));
  const digits = inDigits.exec(clean);
  if (digits) return calendarDate(Number(digits[4]), Number(digits[3]), Number(digits[1]));
  return null;
}
