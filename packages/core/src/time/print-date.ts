import type { Language } from "../vietnamese/language.ts";
import { weekday, type CalendarDate } from "./calendar-date.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const weekdays = {
  vi: ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

/** A date for people: `09/11/2024`, `9 November 2024`. */
export function printDate(date: CalendarDate, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return language === "vi"
    ? `${day}/${month}/${year}`
    : `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}`;
}

/** The day of the week for people, as it stands in the middle of a sentence: `thứ Bảy`, `Saturday`. */
export function printWeekday(date: CalendarDate, language: Language): string {
  return weekdays[language][weekday(date) - 1] ?? "";
}

/** With its day of the week: `thứ Bảy, ngày 09/11/2024`, `Saturday 9 November 2024`. */
export function printDay(date: CalendarDate, language: Language): string {
  const join = language === "vi" ? ", ngày " : " ";
  return `${printWeekday(date, language)}${join}${printDate(date, language)}`;
}
