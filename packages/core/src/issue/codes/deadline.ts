import type { CalendarDate } from "../../time/calendar-date.ts";
import { printDate, printDay } from "../../time/print-date.ts";
import { defineIssue } from "../definition.ts";

function printDays(
  days: readonly { readonly on: CalendarDate; readonly name: string }[],
  language: "vi" | "en",
): string {
  return days.map(({ on, name }) => `${printDate(on, language)} – ${name}`).join("; ");
}

/** Problems in the wording of deadlines, in rounds and in working days. */
export const deadlineIssues = {
  deadline_not_understood: defineIssue<{ quote: string }>({
    severity: "error",
    vi: ({ quote }) => `không hiểu thời hạn “${quote}”`,
    en: ({ quote }) => `the deadline “${quote}” is not understood`,
    cure: {
      vi: "Viết thời hạn theo một mẫu thường dùng, ví dụ “trước ngày 10/11/2024”.",
      en: "Word the deadline in a usual form, such as “trước ngày 10/11/2024”.",
    },
  }),
  deadline_wording_ambiguous: defineIssue<{ quote: string; on: CalendarDate }>({
    severity: "warning",
    vi: ({ quote, on }) =>
      `thời hạn “${quote}” không nói rõ có tính cả ngày đó hay không; hệ thống hiểu là đến hết ngày ${printDate(on, "vi")}`,
    en: ({ quote, on }) =>
      `the deadline “${quote}” does not say whether that day counts; it is read as until the end of ${printDate(on, "en")}`,
    cure: {
      vi: "Viết rõ “đến hết ngày …” nếu tính cả ngày đó, “trước ngày …” nếu không tính.",
      en: "Write “đến hết ngày …” if the day counts, “trước ngày …” if it does not.",
    },
  }),
  deadline_day_does_not_exist: defineIssue<{ quote: string; day: string }>({
    severity: "error",
    vi: ({ quote, day }) => `thời hạn “${quote}”: không có ngày ${day}`,
    en: ({ quote, day }) => `the deadline “${quote}”: there is no day ${day}`,
    cure: {
      vi: "Kiểm tra lại ngày, tháng, năm.",
      en: "Check day, month and year; they are read in that order.",
    },
  }),
  deadline_weekday_mismatch: defineIssue<{ quote: string; on: CalendarDate }>({
    severity: "error",
    vi: ({ quote, on }) => `thời hạn “${quote}”: ngày và thứ không khớp, ngày đó là ${printDay(on, "vi")}`,
    en: ({ quote, on }) =>
      `the deadline “${quote}”: date and day of the week disagree, that day is ${printDay(on, "en")}`,
    cure: {
      vi: "Sửa ngày hoặc sửa thứ cho khớp nhau.",
      en: "Correct the date or the day of the week.",
    },
  }),
  deadline_year_needed: defineIssue<{ quote: string; issuedOn: CalendarDate }>({
    severity: "error",
    vi: ({ quote, issuedOn }) =>
      `thời hạn “${quote}” không ghi năm; lấy năm của văn bản thì đã qua vào ngày ban hành ${printDate(issuedOn, "vi")}`,
    en: ({ quote, issuedOn }) =>
      `the deadline “${quote}” names no year; in the year of the dispatch it lies before the issue on ${printDate(issuedOn, "en")}`,
    cure: { vi: "Ghi rõ năm trong thời hạn.", en: "Write the year in the deadline." },
  }),
  deadline_window_reversed: defineIssue<{ quote: string }>({
    severity: "error",
    vi: ({ quote }) => `khoảng thời gian “${quote}” kết thúc trước khi bắt đầu`,
    en: ({ quote }) => `the window “${quote}” ends before it begins`,
    cure: {
      vi: "Kiểm tra lại hai ngày, ghi đủ năm ở cả hai.",
      en: "Check both dates, and write the year in both.",
    },
  }),
  deadline_needs_calendar: defineIssue<{ quote: string }>({
    severity: "error",
    vi: ({ quote }) => `cần lịch làm việc để tính thời hạn “${quote}”`,
    en: ({ quote }) => `a working calendar is needed to work out the deadline “${quote}”`,
    cure: {
      vi: "Khai báo lịch làm việc của cơ quan, hoặc ghi một ngày cụ thể.",
      en: "Give the office's working calendar, or write a date.",
    },
  }),
  deadline_calendar_year_missing: defineIssue<{ quote: string; year: string; years: string }>({
    severity: "error",
    vi: ({ quote, year, years }) =>
      `không tính được thời hạn “${quote}”: lịch làm việc chưa có năm ${year} (chỉ có ${years})`,
    en: ({ quote, year, years }) =>
      `the deadline “${quote}” cannot be worked out: the working calendar has no data for ${year} (it has ${years})`,
    cure: {
      vi: "Bổ sung lịch nghỉ của năm đó khi có thông báo, hoặc ghi một ngày cụ thể.",
      en: "Add that year's days off once they are announced, or write a date.",
    },
  }),
  deadline_day_projected: defineIssue<{
    quote: string;
    days: readonly { readonly on: CalendarDate; readonly name: string }[];
  }>({
    severity: "warning",
    vi: ({ quote, days }) =>
      `thời hạn “${quote}” dựa vào ngày nghỉ mới chỉ dự kiến, chưa có thông báo chính thức: ${printDays(days, "vi")}`,
    en: ({ quote, days }) =>
      `the deadline “${quote}” rests on days off that are projected and not announced: ${printDays(days, "en")}`,
    cure: {
      vi: "Tính lại thời hạn khi có thông báo nghỉ chính thức của năm đó.",
      en: "Work the deadline out again when that year's days off are announced.",
    },
  }),
  deadline_start_unknown: defineIssue<{ quote: string }>({
    severity: "error",
    vi: ({ quote }) =>
      `thời hạn “${quote}” tính từ ngày nhận văn bản, mỗi đơn vị một khác và chưa biết là ngày nào`,
    en: ({ quote }) =>
      `the deadline “${quote}” starts when the dispatch is received, which differs from unit to unit and is not known`,
    cure: {
      vi: "Tính từ ngày ký văn bản, hoặc ghi một ngày cụ thể.",
      en: "Let it start on the day the dispatch is signed, or write a date.",
    },
  }),
  deadline_office_hours_unknown: defineIssue<{ quote: string }>({
    severity: "error",
    vi: ({ quote }) =>
      `thời hạn “${quote}” tính theo giờ hành chính nhưng chưa khai báo giờ kết thúc làm việc`,
    en: ({ quote }) =>
      `the deadline “${quote}” follows office hours, and when the office closes is not declared`,
    cure: {
      vi: "Ghi rõ giờ, ví dụ “trước 17 giờ 00 ngày 10/11/2024”.",
      en: "Write the hour, such as “trước 17 giờ 00 ngày 10/11/2024”.",
    },
  }),
  deadline_on_day_off: defineIssue<{ quote: string; on: CalendarDate; lastWorkingDay: CalendarDate }>({
    severity: "info",
    vi: ({ quote, on, lastWorkingDay }) =>
      `hạn cuối của “${quote}” rơi vào ngày nghỉ, ${printDay(on, "vi")}; ngày làm việc cuối cùng trước đó là ${printDay(lastWorkingDay, "vi")}`,
    en: ({ quote, on, lastWorkingDay }) =>
      `“${quote}” ends on a day off, ${printDay(on, "en")}; the last working day before it is ${printDay(lastWorkingDay, "en")}`,
    cure: {
      vi: "Nhắc các đơn vị gửi trong ngày làm việc cuối cùng, hoặc dời thời hạn sang một ngày làm việc.",
      en: "Ask for reports by the last working day, or move the deadline to a working day.",
    },
  }),
  round_deadline_before_issue: defineIssue<{ round: string; lastDay: CalendarDate; issuedOn: CalendarDate }>({
    severity: "error",
    vi: ({ round, lastDay, issuedOn }) =>
      `đợt “${round}”: hạn cuối ${printDate(lastDay, "vi")} đã qua vào ngày ban hành ${printDate(issuedOn, "vi")}`,
    en: ({ round, lastDay, issuedOn }) =>
      `round “${round}”: the last day, ${printDate(lastDay, "en")}, lies before the issue on ${printDate(issuedOn, "en")}`,
    cure: { vi: "Lùi thời hạn báo cáo của đợt.", en: "Set a later deadline for the round." },
  }),
  round_opens_after_deadline: defineIssue<{ round: string; opensOn: CalendarDate; lastDay: CalendarDate }>({
    severity: "error",
    vi: ({ round, opensOn, lastDay }) =>
      `đợt “${round}” mở nhận báo cáo ngày ${printDate(opensOn, "vi")}, sau hạn cuối ${printDate(lastDay, "vi")}`,
    en: ({ round, opensOn, lastDay }) =>
      `round “${round}” opens on ${printDate(opensOn, "en")}, after its last day, ${printDate(lastDay, "en")}`,
    cure: {
      vi: "Cho đợt mở sớm hơn, hoặc lùi thời hạn.",
      en: "Open the round earlier, or set a later deadline.",
    },
  }),
  round_data_closing_too_late: defineIssue<{
    round: string;
    dataAsOf: CalendarDate;
    lastDay: CalendarDate;
    latest: CalendarDate;
  }>({
    severity: "warning",
    vi: ({ round, dataAsOf, lastDay, latest }) =>
      `đợt “${round}”: chốt số liệu ngày ${printDate(dataAsOf, "vi")} thì không còn ngày làm việc nào để tổng hợp trước hạn cuối ${printDate(lastDay, "vi")}; muộn nhất nên chốt ngày ${printDate(latest, "vi")}`,
    en: ({ round, dataAsOf, lastDay, latest }) =>
      `round “${round}”: figures close on ${printDate(dataAsOf, "en")}, which leaves no working day before the last day, ${printDate(lastDay, "en")}; close by ${printDate(latest, "en")}`,
    cure: {
      vi: "Chốt số liệu trước hạn cuối ít nhất một ngày làm việc.",
      en: "Close the figures at least one working day before the deadline.",
    },
  }),
  round_locks_too_early: defineIssue<{ round: string; locksOn: CalendarDate; lastDay: CalendarDate }>({
    severity: "error",
    vi: ({ round, locksOn, lastDay }) =>
      `đợt “${round}” khóa sau ngày ${printDate(locksOn, "vi")}, khi báo cáo gửi đến hết ngày ${printDate(lastDay, "vi")} vẫn đúng hạn`,
    en: ({ round, locksOn, lastDay }) =>
      `round “${round}” locks after ${printDate(locksOn, "en")}, while reports are on time until ${printDate(lastDay, "en")}`,
    cure: {
      vi: "Khóa đợt sau hạn cuối, tính cả ngày châm chước.",
      en: "Lock the round after the last day, grace included.",
    },
  }),
  round_due_after_upward: defineIssue<{ round: string; lastDay: CalendarDate; upwardLastDay: CalendarDate }>({
    severity: "error",
    vi: ({ round, lastDay, upwardLastDay }) =>
      `đợt “${round}”: đơn vị được gửi đến hết ngày ${printDate(lastDay, "vi")}, không sớm hơn hạn báo cáo cấp trên ${printDate(upwardLastDay, "vi")}`,
    en: ({ round, lastDay, upwardLastDay }) =>
      `round “${round}”: units may report until ${printDate(lastDay, "en")}, no earlier than the report to the level above, ${printDate(upwardLastDay, "en")}`,
    cure: {
      vi: "Đặt hạn của các đơn vị trước hạn báo cáo cấp trên, đủ thời gian tổng hợp.",
      en: "Set the units' deadline before that of the level above, with time to compile.",
    },
  }),
  round_before_previous: defineIssue<{
    round: string;
    previous: string;
    lastDay: CalendarDate;
    previousLastDay: CalendarDate;
  }>({
    severity: "warning",
    vi: ({ round, previous, lastDay, previousLastDay }) =>
      `đợt “${round}” có hạn cuối ${printDate(lastDay, "vi")}, sớm hơn hạn cuối ${printDate(previousLastDay, "vi")} của đợt “${previous}” đứng trước`,
    en: ({ round, previous, lastDay, previousLastDay }) =>
      `round “${round}” ends on ${printDate(lastDay, "en")}, earlier than ${printDate(previousLastDay, "en")}, when “${previous}” before it ends`,
    cure: {
      vi: "Sắp các đợt theo thứ tự thời gian, hoặc sửa thời hạn.",
      en: "Put the rounds in order of time, or correct their deadlines.",
    },
  }),
  report_after_lock: defineIssue<{ unit: string }>({
    severity: "error",
    vi: ({ unit }) => `báo cáo của “${unit}” đến sau khi đợt báo cáo đã khóa`,
    en: ({ unit }) => `the report of “${unit}” came after the round was locked`,
    cure: {
      vi: "Nếu vẫn nhận báo cáo, gia hạn cho đơn vị bằng văn bản rồi đọc lại tệp.",
      en: "To take it all the same, extend the unit's deadline by a document and read the file again.",
    },
  }),
};
