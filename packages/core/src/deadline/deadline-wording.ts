import {
  takeDate,
  takeDayOnly,
  takeSpan,
  takeTime,
  type WordedDate,
  type WordedTime,
} from "./deadline-date.ts";
import type { DeadlinePeriod } from "./deadline.ts";
import { atEnd, attempt, take, takeNumber, wordsOf, type Words } from "./deadline-words.ts";

/** What the wording says, before dates, zone and calendar turn it into a moment. */
export type Wording =
  | { readonly kind: "day"; readonly rule: DayRule; readonly date: WordedDate }
  | { readonly kind: "hour"; readonly rule: HourRule; readonly date: WordedDate; readonly time: WordedTime }
  | { readonly kind: "officeHours"; readonly date: WordedDate }
  | { readonly kind: "window"; readonly from: WordedDate; readonly to: WordedDate }
  | {
      readonly kind: "period";
      readonly count: number;
      readonly unit: DeadlinePeriod["unit"];
      readonly after: Anchor;
    };

export type DayRule = "beforeDay" | "throughDay" | "noLaterThanDay" | "withinDay" | "untilDay";
export type HourRule = "beforeHour" | "noLaterThanHour" | "untilHour";

/** Where a period starts: a day, the day the dispatch was issued, or the day each unit received it. */
export type Anchor = WordedDate | "issue" | "receipt";

/** The reading of a whole wording, or `null` when any word of it is left over. */
export function readWording(text: string): Wording | null {
  const words = wordsOf(text);
  const lead = take(words, ...leads);
  if (lead) take(words, ":");
  const wording =
    attempt(words, takeWindow) ??
    attempt(words, takePeriod) ??
    attempt(words, takeOfficeHours) ??
    attempt(words, takeBound) ??
    // `hạn 10/11` says no more than `đến ngày 10/11` does; a bare date says not even that.
    (lead ? attempt(words, (rest) => takeDayOrHour(rest, "untilDay", "untilHour")) : null);
  return wording && atEnd(words) ? wording : null;
}

const leads = [
  "thoi han gui bao cao",
  "thoi gian gui bao cao",
  "thoi han bao cao",
  "thoi han gui",
  "han gui bao cao",
  "han bao cao",
  "han chot",
  "han cuoi",
  "han gui",
  "han nop",
  "thoi gian",
  "han",
] as const;

function takeWindow(words: Words): Wording | null {
  if (!take(words, "tu")) return null;
  const from = takeDate(words) ?? takeDayOnly(words);
  if (!from || !take(words, "den het", "den", "-")) return null;
  const to = takeDate(words);
  return to && { kind: "window", from, to };
}

const periodUnits = { "ngay lam viec": "workingDay", ngay: "day", tuan: "week", thang: "month" } as const;

function takePeriod(words: Words): Wording | null {
  take(words, ...latest);
  take(words, "trong thoi han", "trong vong", "trong thoi gian", "thoi han", "trong");
  const count = takeNumber(words, 3);
  const unit = take(words, "ngay lam viec", "ngay", "tuan", "thang");
  if (count === null || count === 0 || !unit) return null;
  if (!take(words, "ke tu", "tinh tu", "tu")) return null;
  const after = takeAnchor(words);
  return after && { kind: "period", count, unit: periodUnits[unit], after };
}

function takeAnchor(words: Words): Anchor | null {
  const date = takeDate(words);
  if (date) return date;
  take(words, "ngay", "khi");
  if (take(words, "ky ban hanh", "ky", "ban hanh", "phat hanh", "ra van ban")) {
    take(words, "van ban", "cong van");
    take(words, "nay");
    return "issue";
  }
  if (!take(words, "nhan duoc", "nhan")) return null;
  take(words, "van ban", "cong van");
  take(words, "nay");
  return "receipt";
}

function takeOfficeHours(words: Words): Wording | null {
  take(words, ...latest);
  if (!take(words, "trong gio hanh chinh", "trong gio lam viec", "het gio hanh chinh", "het gio lam viec")) {
    if (!take(words, "den het gio hanh chinh", "den het gio lam viec")) return null;
  }
  take(words, "cua");
  const date = takeDate(words);
  return date && { kind: "officeHours", date };
}

const latest = ["cham nhat", "muon nhat", "khong muon hon", "khong cham hon", "khong qua"] as const;

function takeBound(words: Words): Wording | null {
  take(words, "tu nay");
  if (take(words, ...latest)) {
    // `chậm nhất trước ngày …` says “before” all the same.
    if (take(words, "truoc")) return takeDayOrHour(words, "beforeDay", "beforeHour");
    take(words, "la vao", "la den", "la", "vao", "den het", "den", "het", "trong");
    return takeDayOrHour(words, "noLaterThanDay", "noLaterThanHour");
  }
  if (take(words, "den truoc", "truoc")) return takeDayOrHour(words, "beforeDay", "beforeHour");
  if (take(words, "cho den het", "den het", "het")) return takeDayOrHour(words, "throughDay", null);
  if (take(words, "cho den", "den")) return takeDayOrHour(words, "untilDay", "untilHour");
  if (!take(words, "trong")) return null;
  const span = takeSpan(words, "last");
  return span ? { kind: "day", rule: "throughDay", date: span } : takeDayOrHour(words, "withinDay", null);
}

/** A day, or an hour of a day: an hour may be introduced by `lúc`. */
function takeDayOrHour(words: Words, dayRule: DayRule, hourRule: HourRule | null): Wording | null {
  const hour = attempt(words, () => {
    take(words, "luc");
    const time = hourRule && takeTime(words);
    const date = time && takeDate(words);
    return date && { time, date };
  });
  if (hour && hourRule) return { kind: "hour", rule: hourRule, ...hour };
  const date = takeDate(words) ?? takeSpan(words, dayRule === "beforeDay" ? "first" : "last");
  return date && { kind: "day", rule: dayRule, date };
}
