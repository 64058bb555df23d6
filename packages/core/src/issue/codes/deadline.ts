import { defineIssue } from "../definition.ts";

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
  deadline_wording_ambiguous: defineIssue<{ quote: string; reading: string }>({
    severity: "warning",
    vi: ({ quote, reading }) =>
      `thời hạn “${quote}” không nói rõ có tính cả ngày đó hay không; hệ thống hiểu là “${reading}”`,
    en: ({ quote, reading }) =>
      `the deadline “${quote}” does not say whether that day counts; it is read as “${reading}”`,
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
  deadline_weekday_mismatch: defineIssue<{ quote: string; day: string }>({
    severity: "error",
    vi: ({ quote, day }) => `thời hạn “${quote}”: ngày và thứ không khớp, ngày đó là ${day}`,
    en: ({ quote, day }) => `the deadline “${quote}”: date and day of the week disagree, that day is ${day}`,
    cure: {
      vi: "Sửa ngày hoặc sửa thứ cho khớp nhau.",
      en: "Correct the date or the day of the week.",
    },
  }),
  deadline_year_needed: defineIssue<{ quote: string; issuedOn: string }>({
    severity: "error",
    vi: ({ quote, issuedOn }) =>
      `thời hạn “${quote}” không ghi năm; lấy năm của văn bản thì đã qua vào ngày ban hành ${issuedOn}`,
    en: ({ quote, issuedOn }) =>
      `the deadline “${quote}” names no year; in the year of the dispatch it lies before the issue on ${issuedOn}`,
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
  deadline_day_projected: defineIssue<{ quote: string; days: string }>({
    severity: "warning",
    vi: ({ quote, days }) =>
      `thời hạn “${quote}” dựa vào ngày nghỉ mới chỉ dự kiến, chưa có thông báo chính thức: ${days}`,
    en: ({ quote, days }) =>
      `the deadline “${quote}” rests on days off that are projected and not announced: ${days}`,
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
};
