import type { Language } from "../vietnamese/language.ts";
import { dateOf, type Instant } from "../time/instant.ts";
import { printDate, printDay } from "../time/print-date.ts";
import type { DeadlineRuleId } from "./deadline-rule.ts";
import type { Deadline, DeadlinePeriod } from "./deadline.ts";

/**
 * The deadline in the words a dispatch would use: `trước ngày 10/11/2024`. In Vietnamese the
 * sentence reads back as the same deadline.
 */
export function printDeadline(deadline: Deadline, language: Language): string {
  const rule = deadline.rule.id as DeadlineRuleId;
  // A reading this version does not know: the words it was set by are the best there is.
  return rule in phrases ? phrases[rule][language](deadline) : deadline.quote;
}

/** The last moment at which a report is on time: `24 giờ 00, thứ Bảy, ngày 09/11/2024`. */
export function printLastInstant(deadline: Deadline, language: Language): string {
  const day = dateOf(deadline.lastInstant, deadline.timeZone);
  const { hour, minute } = clockOf(deadline.lastInstant);
  return language === "vi"
    ? `${hour} giờ ${minute}, ${printDay(day, "vi")}`
    : `${hour}:${minute} on ${printDay(day, "en")}`;
}

/** Hour and minute as shown in the zone; the last millisecond before a full minute is that minute. */
function clockOf(instant: Instant): { hour: string; minute: string } {
  const [hour = 0, minute = 0, second = 0] = instant.slice(11, 23).split(":").map(Number);
  const minutes = hour * 60 + minute + (second > 59.9985 ? 1 : 0);
  const pad = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return { hour: pad(minutes / 60), minute: pad(minutes % 60) };
}

interface Phrase {
  readonly vi: (deadline: Deadline) => string;
  readonly en: (deadline: Deadline) => string;
}

const phrases: Readonly<Record<DeadlineRuleId, Phrase>> = {
  beforeDay: { vi: (d) => `trước ${dayVi(d)}`, en: (d) => `before ${dayEn(d)}` },
  beforeHour: {
    vi: (d) => `trước ${hourVi(d)} ${dayVi(d)}`,
    en: (d) => `before ${hourEn(d)} on ${dayEn(d)}`,
  },
  throughDay: { vi: (d) => `đến hết ${dayVi(d)}`, en: (d) => `until the end of ${dayEn(d)}` },
  noLaterThanDay: { vi: (d) => `chậm nhất ${dayVi(d)}`, en: (d) => `no later than ${dayEn(d)}` },
  noLaterThanHour: {
    vi: (d) => `chậm nhất ${hourVi(d)} ${dayVi(d)}`,
    en: (d) => `no later than ${hourEn(d)} on ${dayEn(d)}`,
  },
  withinDay: { vi: (d) => `trong ${dayVi(d)}`, en: (d) => `within ${dayEn(d)}` },
  withinOfficeHours: {
    vi: (d) => `trong giờ hành chính ${dayVi(d)}`,
    en: (d) => `within office hours on ${dayEn(d)}`,
  },
  untilDay: { vi: (d) => `đến ${dayVi(d)}`, en: (d) => `until ${dayEn(d)}` },
  untilHour: { vi: (d) => `đến ${hourVi(d)} ${dayVi(d)}`, en: (d) => `until ${hourEn(d)} on ${dayEn(d)}` },
  window: {
    vi: (d) => `từ ngày ${printDate(d.from ?? d.on, "vi")} đến ${dayVi(d)}`,
    en: (d) => `from ${printDate(d.from ?? d.on, "en")} to ${dayEn(d)}`,
  },
  period: { vi: (d) => `trong thời hạn ${periodVi(d.period)}`, en: (d) => `within ${periodEn(d.period)}` },
  workingDays: {
    vi: (d) => `trong thời hạn ${periodVi(d.period)}`,
    en: (d) => `within ${periodEn(d.period)}`,
  },
};

const pad = (value: number) => String(value).padStart(2, "0");

function dayVi({ on, every }: Deadline): string {
  if (!every) return `ngày ${printDate(on, "vi")}`;
  return every.month === null
    ? `ngày ${pad(every.day)} hằng tháng`
    : `ngày ${pad(every.day)}/${pad(every.month)} hằng năm`;
}

function dayEn({ on, every }: Deadline): string {
  if (!every) return printDate(on, "en");
  return every.month === null
    ? `day ${every.day} of every month`
    : `${printDate(on, "en").replace(/ \d+$/, "")} of every year`;
}

const hourVi = ({ time = "24:00" }: Deadline) => time.replace(":", " giờ ");
const hourEn = ({ time = "24:00" }: Deadline) => time;

const unitNames = {
  vi: { day: "ngày", workingDay: "ngày làm việc", week: "tuần", month: "tháng" },
  en: { day: "day", workingDay: "working day", week: "week", month: "month" },
};

function periodVi(period: DeadlinePeriod | undefined): string {
  if (!period) return "";
  return `${pad(period.count)} ${unitNames.vi[period.unit]} kể từ ngày ${printDate(period.after, "vi")}`;
}

function periodEn(period: DeadlinePeriod | undefined): string {
  if (!period) return "";
  const plural = period.count === 1 ? "" : "s";
  return `${period.count} ${unitNames.en[period.unit]}${plural} from ${printDate(period.after, "en")}`;
}
