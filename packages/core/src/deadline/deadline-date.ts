import { attempt, take, takeDigits, takeNumber, takeYear, type Words } from "./deadline-words.ts";

/** A day as the wording names it. Always day, month, year in that order; the year may be left out. */
export interface WordedDate {
  readonly day: number | "last";
  /** `null` when the day comes back every month, or when a window's first day shares the month of its last. */
  readonly month: number | null;
  readonly year: number | null;
  /** 1 for Monday to 7 for Sunday, where the wording says which. */
  readonly weekday: number | null;
  readonly every: "month" | "year" | null;
}

/** A time of day; 24:00 is allowed, as the end of the day. */
export interface WordedTime {
  readonly hour: number;
  readonly minute: number;
}

/** `ngày 10/11/2024`, `thứ Sáu, ngày 8 tháng 11 năm 2024`, `25 hằng tháng` … */
export function takeDate(words: Words): WordedDate | null {
  return attempt(words, () => {
    const before = takeWeekday(words);
    take(words, "ngay");
    take(words, "mung", "mong");
    const day = takeNumber(words);
    if (day === null) return null;
    const rest = takeMonthly(words) ?? takeNumericMonth(words) ?? takeWordedMonth(words);
    if (!rest) return null;
    const after = takeWeekdayAfter(words);
    return { day, ...rest, weekday: before ?? after };
  });
}

/** The first day of a window that leaves its month to the last: `từ ngày 01` đến ngày 05/11/2024. */
export function takeDayOnly(words: Words): WordedDate | null {
  return attempt(words, () => {
    take(words, "ngay");
    const day = takeNumber(words);
    return day === null ? null : { day, month: null, year: null, weekday: null, every: null };
  });
}

/** Bộ luật Dân sự 2015, Điều 146: the beginning, middle and end of a month are its 1st, 15th and last day. */
const partsOfMonth = { "dau thang": 1, "giua thang": 15, "cuoi thang": "last", thang: null } as const;

/**
 * A month or a year instead of a day: `tháng 11/2024`, `cuối tháng 11`, `năm 2024`. A bare one
 * means its first or its last day, as the words before it ask.
 */
export function takeSpan(words: Words, edge: "first" | "last"): WordedDate | null {
  const common = { weekday: null, every: null };
  const edgeDay = edge === "first" ? 1 : "last";
  return attempt(words, () => {
    const part = take(words, "dau thang", "giua thang", "cuoi thang", "thang");
    if (part) {
      const month = takeNumber(words);
      if (month === null) return null;
      const day = partsOfMonth[part] ?? edgeDay;
      return { day, month, year: takeYearOfMonth(words), ...common };
    }
    const end = take(words, "cuoi nam", "nam");
    const year = end && takeYear(words);
    if (year === null) return null;
    const month = edge === "first" && end !== "cuoi nam" ? 1 : 12;
    return { day: month === 1 ? 1 : "last", month, year, ...common };
  });
}

type MonthAndYear = Pick<WordedDate, "month" | "year" | "every">;

function takeMonthly(words: Words): MonthAndYear | null {
  return take(words, "hang thang", "moi thang") ? { month: null, year: null, every: "month" } : null;
}

function takeNumericMonth(words: Words): MonthAndYear | null {
  return attempt(words, () => {
    const sign = take(words, "/", "-", ".");
    const month = sign && takeDigits(words, 1, 2);
    if (!sign || month === null) return null;
    const year = attempt(words, () => (take(words, sign) ? takeYear(words) : null));
    return { month, ...yearOrYearly(words, year) };
  });
}

function takeWordedMonth(words: Words): MonthAndYear | null {
  return attempt(words, () => {
    const month = take(words, "thang") && takeNumber(words);
    if (month === null) return null;
    return { month, ...yearOrYearly(words, takeYearOfMonth(words)) };
  });
}

function takeYearOfMonth(words: Words): number | null {
  return attempt(words, () => (take(words, "nam", "/", "-") ? takeYear(words) : null));
}

function yearOrYearly(words: Words, year: number | null): Pick<WordedDate, "year" | "every"> {
  return year === null && take(words, "hang nam", "moi nam")
    ? { year: null, every: "year" }
    : { year, every: null };
}

const weekdays = {
  "thu hai": 1,
  "thu ba": 2,
  "thu tu": 3,
  "thu nam": 4,
  "thu sau": 5,
  "thu bay": 6,
  "thu 2": 1,
  "thu 3": 2,
  "thu 4": 3,
  "thu 5": 4,
  "thu 6": 5,
  "thu 7": 6,
  "chu nhat": 7,
} as const;
const weekdayNames = Object.keys(weekdays) as (keyof typeof weekdays)[];

function takeWeekday(words: Words): number | null {
  const name = take(words, ...weekdayNames);
  return name && weekdays[name];
}

function takeWeekdayAfter(words: Words): number | null {
  return attempt(words, () => {
    const bracket = take(words, "(");
    const found = takeWeekday(words);
    return found !== null && bracket && !take(words, ")") ? null : found;
  });
}

/** `17h00`, `17 giờ`, `17 giờ 30 phút`, `17:00`, `17g`. */
export function takeTime(words: Words): WordedTime | null {
  return attempt(words, () => {
    const hour = takeNumber(words);
    const sign = hour === null ? null : take(words, "h", "gio", "g", ":");
    if (hour === null || !sign) return null;
    const minute = takeDigits(words, 1, 2);
    if (sign === ":" && minute === null) return null;
    if (minute !== null) take(words, "phut", "'", "’", "p");
    const time = { hour, minute: minute ?? 0 };
    return time.hour * 60 + time.minute <= 24 * 60 && time.minute < 60 ? time : null;
  });
}
