import type { Field } from "../../report-schema/report-schema.ts";
import type { Cell } from "../../sheet/cell.ts";
import { addDays, calendarDate, type CalendarDate } from "../../time/calendar-date.ts";
import { about, refused, ruleOf, type ReadAnswer, type ValueContext } from "./value-context.ts";
import type { ValueRule } from "./value-rule.ts";

interface DateReading {
  readonly date: CalendarDate;
  readonly rules: readonly ValueRule[];
  /** The same digits with day and month the other way round, when that is another day. */
  readonly swapped: CalendarDate | null;
  /** A program decided which is the day, perhaps by a foreign locale; a person writes the day first. */
  readonly byProgram: boolean;
}

/** A date from a cell: a real date, a serial without a date format, or text with the day first. */
export function readDate(
  cell: Cell,
  text: string,
  raw: string,
  field: Field,
  context: ValueContext,
): ReadAnswer {
  const params = about(field, text);
  const reading = readingOf(cell, text, context);
  if (!reading) return refused(raw, { code: "report_date_invalid", params });
  const { date, rules, swapped, byProgram } = reading;
  const { from, to } = context.window;
  const inside = (day: CalendarDate | null) => day !== null && day >= from && day <= to;
  if (inside(swapped) && (byProgram || !inside(date))) {
    return refused(raw, {
      code: "report_date_ambiguous",
      params: { ...params, readings: [date, swapped as CalendarDate].map(dayFirst) },
    });
  }
  const bounded = field.role === "dataAsOf" || field.role === "dataFrom";
  const problem =
    bounded && !inside(date)
      ? ({
          code: "report_date_outside",
          params: { ...params, from: dayFirst(from), to: dayFirst(to) },
        } as const)
      : null;
  return { answer: { state: "value", value: date, raw, ...ruleOf(...rules) }, problem };
}

function readingOf(cell: Cell, text: string, context: ValueContext): DateReading | null {
  if (cell.type === "date") {
    const date = cell.value.slice(0, 10);
    return {
      date,
      rules: cell.value.length > 10 ? ["time-dropped"] : [],
      swapped: swap(date),
      byProgram: true,
    };
  }
  if (cell.type === "number") return serialReading(cell.value, context);
  if (cell.type !== "text") return null;
  if (/^\d{5}$|^\d{8}$/.test(text)) return serialReading(Number(text), context);
  const { bare, trimmed } = withoutAsides(text);
  const reading = textReading(bare, context);
  return reading && trimmed ? { ...reading, rules: [...reading.rules, "time-dropped"] } : reading;
}

const weekday = String.raw`(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s*nhật|cn|t[2-7])`;
const hour = String.raw`(?:lúc\s*)?\d{1,2}\s*(?:[:hg]\s*\d{0,2}|giờ(?:\s*\d{1,2})?(?:\s*phút)?)`;
const partOfDay = String.raw`(?:buổi\s*)?(?:sáng|trưa|chiều|tối)`;
const asides = new RegExp(`^(?:(?:${hour}|${partOfDay}|${weekday})[\\s,]+)+(?=ngày|\\d)`, "iu");

/** `08h00 ngày 11/3`, `sáng thứ ba, 11/3/2025.`: what says when on the day is not the day. */
function withoutAsides(text: string): { readonly bare: string; readonly trimmed: boolean } {
  const bare = text.replace(/[.,;]$/u, "");
  const rest = bare.replace(asides, "");
  return { bare: rest, trimmed: rest !== bare };
}

/** Serials of dates someone could mean here: other numbers are not dates, and 60 was never a day. */
function serialReading(serial: number, { dateEpoch, window }: ValueContext): DateReading | null {
  const day = Math.floor(serial);
  if (day >= 19_000_101 && day <= 99_991_231) {
    const digits = String(day);
    const date = calendarDate(
      Number(digits.slice(0, 4)),
      Number(digits.slice(4, 6)),
      Number(digits.slice(6)),
    );
    return date === null ? null : { date, rules: ["digits-date"], swapped: null, byProgram: false };
  }
  if (day < 61 || day > 2_958_465) return null;
  // 1900 counts a 29/02/1900 that never was, so from serial 61 on its day 0 is 30/12/1899.
  const date = addDays(dateEpoch === 1904 ? "1904-01-01" : "1899-12-30", day);
  const decade = 3653;
  if (date < addDays(window.from, -decade) || date > addDays(window.to, decade)) return null;
  return { date, rules: ["excel-serial"], swapped: swap(date), byProgram: true };
}

const time = String.raw`(?:[\sT,]+(?:lúc\s*)?\d{1,2}[:hg]\d{0,2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:AM|PM|SA|CH))?)?`;
const patterns = {
  iso: new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, "iu"),
  dayFirst: new RegExp(
    String.raw`^(?:ngày\s*)?(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})${time}$`,
    "iu",
  ),
  words: /^(?:ngày\s*)?(\d{1,2})\s*(?:tháng|th\.?)\s*(\d{1,2})(?:\s*(?:năm|,)?\s*(\d{4}))?$/iu,
  noYear: /^(?:ngày\s*)?(\d{1,2})\s*[-/.]\s*(\d{1,2})$/iu,
};

function textReading(text: string, context: ValueContext): DateReading | null {
  const iso = patterns.iso.exec(text)?.slice(1).map(Number);
  if (iso) {
    const date = calendarDate(iso[0] as number, iso[1] as number, iso[2] as number);
    return date === null ? null : { date, rules: ["date-text-iso"], swapped: null, byProgram: false };
  }
  const full = patterns.dayFirst.exec(text);
  if (full) return dayFirstReading(Number(full[1]), Number(full[3]), full[4] as string);
  const words = patterns.words.exec(text);
  if (words?.[3]) {
    const date = calendarDate(Number(words[3]), Number(words[2]), Number(words[1]));
    return date === null ? null : { date, rules: ["date-words"], swapped: null, byProgram: false };
  }
  const short = words ?? patterns.noYear.exec(text);
  return short ? withoutYear(Number(short[1]), Number(short[2]), context) : null;
}

function dayFirstReading(day: number, month: number, written: string): DateReading | null {
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  const rules: ValueRule[] = written.length === 2 ? ["date-text", "two-digit-year"] : ["date-text"];
  const date = calendarDate(year, month, day);
  if (date) {
    return { date, rules, swapped: swap(date), byProgram: false };
  }
  // 11/25/2024 is a day only with the month first.
  const other = calendarDate(year, day, month);
  return other === null
    ? null
    : { date: other, rules: ["date-month-first"], swapped: null, byProgram: false };
}

/** The year is the one that puts the day into the campaign; when two do, or none, nobody knows it. */
function withoutYear(day: number, month: number, { window }: ValueContext): DateReading | null {
  const years = [...new Set([window.from, window.to].map((date) => Number(date.slice(0, 4))))];
  const inside = years
    .map((year) => calendarDate(year, month, day))
    .filter((date) => date !== null && date >= window.from && date <= window.to);
  const [date] = inside;
  return date && inside.length === 1
    ? { date, rules: ["year-from-window"], swapped: null, byProgram: false }
    : null;
}

function swap(date: CalendarDate): CalendarDate | null {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const swapped = calendarDate(year, day, month);
  return swapped === date ? null : swapped;
}

/** `2024-11-09` → `09/11/2024`, as people here read it. */
export function dayFirst(date: CalendarDate): string {
  return date.split("-").reverse().join("/");
}
