import { describe, expect, it } from "vitest";
import { deadlinePhrases } from "../../test/deadline-phrases.ts";
import { instantMs, inZone } from "../time/instant.ts";
import { deadlineRules } from "./deadline-rule.ts";
import { parseDeadline, type DeadlineOptions } from "./parse-deadline.ts";
import type { WorkCalendar } from "./work-calendar.ts";

const options: DeadlineOptions = { timeZone: "Asia/Ho_Chi_Minh", issuedOn: "2024-10-29" };
const parse = (text: string, more: Partial<DeadlineOptions> = {}) =>
  parseDeadline(text, { ...options, ...more });
const codes = (text: string, more: Partial<DeadlineOptions> = {}) =>
  parse(text, more).issues.map(({ code }) => code);

describe("parseDeadline", () => {
  it.each(deadlinePhrases)("reads “%s” as %s", (text, rule, on, lastInstant) => {
    const { value } = parse(text);
    expect(value).toMatchObject({ on, lastInstant, quote: text, timeZone: "Asia/Ho_Chi_Minh" });
    expect(value?.rule).toEqual({ id: rule, confidence: deadlineRules[rule].confidence });
    expect(value?.dayCounts).toBe(deadlineRules[rule].dayCounts);
  });

  it.each(deadlinePhrases)(
    "sets the boundary of “%s” between one millisecond and the next",
    (text, _rule, _on, last) => {
      const lastInstant = parse(text).value?.lastInstant ?? "";
      expect(instantMs(lastInstant)).toBe(instantMs(last));
      // In a zone 12 hours away the wording means another moment, but the same time on its clocks.
      const elsewhere = parse(text, { timeZone: "America/Los_Angeles" }).value?.lastInstant ?? "";
      expect(elsewhere.slice(0, 23)).toBe(last.slice(0, 23));
      expect(instantMs(elsewhere)).toBeGreaterThan(instantMs(last));
    },
  );

  it.each([
    ["trước ngày mười tháng mười một năm hai nghìn không trăm hai mươi tư", "2024-11-10"],
    ["trước ngày mười lăm tháng mười hai", "2024-12-15"],
    ["trước ngày hai mươi mốt tháng mười một năm 2024", "2024-11-21"],
    ["trước ngày hai mươi lăm tháng mười năm 2025", "2025-10-25"],
    ["trước ngày hai mươi năm tháng mười năm 2025", "2025-10-25"],
    ["trước ngày ba mươi mốt tháng mười hai năm 2024", "2024-12-31"],
    ["trước ngày năm tháng năm năm 2025", "2025-05-05"],
    ["trước ngày mùng 5 tháng 11 năm 2024", "2024-11-05"],
    ["trước ngày 10 (mười) tháng 11 năm 2024", "2024-11-10"],
    ["truoc ngay 10 thang 11 nam 2024", "2024-11-10"],
    ["TRƯỚC NGÀY 10/11/2024", "2024-11-10"],
    ["  trước   ngày\n10/11/2024. ", "2024-11-10"],
    ["trước ngày 5/12/24", "2024-12-05"],
    ["“trước ngày **10/11/2024**”", "2024-11-10"],
    ["Thời hạn gửi báo cáo: trước ngày 10/11/2024", "2024-11-10"],
    ["trước ngày 08/11/2024 (thứ Sáu)", "2024-11-08"],
    ["trước thứ 6, ngày 08/11/2024", "2024-11-08"],
  ])("reads the day in “%s”", (text, on) => {
    const { value, issues } = parse(text);
    expect(issues).toEqual([]);
    expect(value?.on).toBe(on);
  });

  it("reads the same wording in composed and decomposed Unicode", () => {
    expect(parse("trước ngày 10/11/2024".normalize("NFD"))).toEqual(parse("trước ngày 10/11/2024"));
  });

  it.each([
    "",
    "ngày mai",
    "10/11/2024",
    "2024-11-10",
    "trước ngày 2024-11-10",
    "sớm nhất có thể",
    "trước ngày 10/11/2024 hoặc 12/11/2024",
    "trước ngày",
    "trước",
    "trước 25h00 ngày 10/11/2024",
    "trước 17h75 ngày 10/11/2024",
    "trước ngày 10/11-2024",
    "trước ngày 10 (chín) tháng 11",
    "trong thời hạn 0 ngày kể từ ngày ký",
    "trong thời hạn mấy ngày kể từ ngày ký",
    "trước rằm tháng 8 âm lịch",
    "sau 5 ngày kể từ ngày ký",
    "sau ngày 10/11/2024",
    "trong tuần này",
    "trước ngày 10/11/2024 đến hết ngày 12/11/2024",
  ])("does not guess at “%s”", (text) => {
    expect(parse(text).value).toBeNull();
    expect(codes(text)).toEqual(["deadline_not_understood"]);
  });

  it.each([
    ["trước ngày 31/11/2024", "deadline_day_does_not_exist"],
    ["trước ngày 29/02/2025", "deadline_day_does_not_exist"],
    ["trước ngày 11/13/2024", "deadline_day_does_not_exist"],
    ["trong tháng 13/2024", "deadline_day_does_not_exist"],
    ["trước ngày 32 hằng tháng", "deadline_day_does_not_exist"],
    ["trước ngày 31 tháng 4 hằng năm", "deadline_day_does_not_exist"],
    ["trước thứ Năm, ngày 08/11/2024", "deadline_weekday_mismatch"],
    ["trước ngày 5/1", "deadline_year_needed"],
    ["từ ngày 25/12 đến ngày 10/01/2025", "deadline_window_reversed"],
    ["trong vòng 10 ngày kể từ ngày ký", "deadline_needs_calendar"],
    ["05 ngày làm việc kể từ ngày ký", "deadline_needs_calendar"],
    ["trong 5 ngày kể từ ngày nhận được văn bản", "deadline_start_unknown"],
    ["trong giờ hành chính ngày 08/11/2024", "deadline_office_hours_unknown"],
  ])("refuses “%s” with %s, once", (text, code) => {
    expect(parse(text).value).toBeNull();
    expect(codes(text)).toEqual([code]);
  });

  it("gives a window its first day", () => {
    const first = (text: string) => parse(text).value?.from;
    expect(first("từ ngày 25/10/2024 đến ngày 20/11/2024")).toBe("2024-10-25");
    expect(first("từ ngày 25/10 đến ngày 20/11/2024")).toBe("2024-10-25");
    expect(first("từ ngày 01 đến ngày 05/11/2024")).toBe("2024-11-01");
  });

  it("flags “đến ngày” and “hạn” as ambiguous, and reads them as including the day", () => {
    for (const text of ["đến ngày 10/11/2024", "hạn 10/11/2024", "hạn chót: 10/11"]) {
      expect(codes(text)).toEqual(["deadline_wording_ambiguous"]);
      expect(parse(text).value?.dayCounts).toBe(true);
    }
    expect(parse("đến ngày 10/11/2024").issues[0]).toMatchObject({
      severity: "warning",
      params: { on: "2024-11-10" },
    });
    expect(codes("đến hết ngày 10/11/2024")).toEqual([]);
  });

  it("takes a left-out year from the dispatch", () => {
    expect(parse("trước ngày 05/01", { issuedOn: "2025-01-02" }).value?.on).toBe("2025-01-05");
  });

  it("starts a period on the day the unit received the dispatch, when that is known", () => {
    const calendar = weekdaysOnly("2024");
    const { value } = parse("trong vòng 3 ngày làm việc kể từ ngày nhận được công văn này", {
      calendar,
      receivedOn: "2024-10-31",
    });
    expect(value).toMatchObject({
      on: "2024-11-05",
      period: { count: 3, unit: "workingDay", after: "2024-10-31" },
    });
  });

  it("ends at the close of the office when that is declared", () => {
    const { value } = parse("trong giờ hành chính ngày 08/11/2024", { officeClosesAt: "16:30" });
    expect(value).toMatchObject({ lastInstant: "2024-11-08T16:30:00.000+07:00", time: "16:30" });
    expect(() => parse("trong giờ hành chính ngày 08/11", { officeClosesAt: "5pm" })).toThrow(RangeError);
  });

  it("leaves a date on a day off where it is, unless the policy moves it", () => {
    const calendar = weekdaysOnly("2024");
    expect(parse("trước ngày 10/11/2024", { calendar }).value?.lastInstant).toBe(
      "2024-11-09T23:59:59.999+07:00",
    );
    const moved = parse("trước ngày 10/11/2024", { calendar, weekendPolicy: "nextWorkingDay" }).value;
    expect(moved).toMatchObject({
      on: "2024-11-10",
      rolledFrom: "2024-11-09",
      lastInstant: "2024-11-11T23:59:59.999+07:00",
    });
    const hour = parse("trước 17h00 ngày 10/11/2024", { calendar, weekendPolicy: "nextWorkingDay" }).value;
    expect(hour?.lastInstant).toBe("2024-11-11T16:59:59.999+07:00");
    expect(codes("trước ngày 10/11/2024", { weekendPolicy: "nextWorkingDay" })).toEqual([
      "deadline_needs_calendar",
    ]);
  });

  it("puts its issues where the caller says the wording stands", () => {
    const place = { path: "rounds[0].deadline", source: "campaign.yaml", line: 12 };
    expect(parse("ngày mai", { place }).issues[0]?.place).toEqual(place);
  });

  it("refuses a zone or an issue date that does not exist", () => {
    expect(() => parse("trước ngày 10/11/2024", { timeZone: "Asia/Nha_Trang" })).toThrow(RangeError);
    expect(() => parse("trước ngày 10/11/2024", { issuedOn: "29/10/2024" })).toThrow(RangeError);
  });

  it("gives a value that survives JSON", () => {
    for (const [text] of deadlinePhrases) {
      const { value } = parse(text);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });

  it("reads the Nha Trang dispatch: strictly until 24:00 on Saturday 09/11/2024", () => {
    const { value, issues } = parse("trước ngày 10/11/2024");
    expect(issues).toEqual([]);
    expect(inZone(instantMs(value?.lastInstant ?? "") + 1, "Asia/Ho_Chi_Minh")).toBe(
      "2024-11-10T00:00:00.000+07:00",
    );
  });
});

/** A year without holidays. */
function weekdaysOnly(year: string): WorkCalendar {
  return { id: "weekdays", title: "Thứ Hai đến thứ Sáu", years: { [year]: { off: [], worked: [] } } };
}
