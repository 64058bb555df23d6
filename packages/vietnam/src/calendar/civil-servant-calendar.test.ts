import {
  addWorkingDays,
  calendarDay,
  CalendarYearMissingError,
  explainIssue,
  isCalendarDate,
  isWorkingDay,
  lastWorkingDayBefore,
  parseDeadline,
  projectedDays,
  rollForward,
  weekday,
  workingDaysBetween,
} from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { civilServantCalendar as calendar } from "./civil-servant-calendar.ts";

const deadline = (text: string, issuedOn: string) =>
  parseDeadline(text, { timeZone: "Asia/Ho_Chi_Minh", issuedOn, calendar });

describe("the civil-servant calendar", () => {
  it.each(Object.entries(calendar.years))(
    "holds days of %s that exist, each once, in order",
    (year, days) => {
      for (const list of [days.off, days.worked]) {
        const dates = list.map(({ on }) => on);
        expect(dates.every(isCalendarDate)).toBe(true);
        expect(dates.every((date) => date.startsWith(year))).toBe(true);
        expect(dates).toEqual([...new Set(dates)].toSorted());
      }
      expect(days.off.every(({ on }) => weekday(on) <= 5)).toBe(true);
      expect(days.worked.every(({ on }) => weekday(on) === 6)).toBe(true);
      expect(days.basis).toBeTruthy();
    },
  );

  it("has one working Saturday for each swapped day", () => {
    const swapped = Object.values(calendar.years).flatMap(({ off }) =>
      off.filter(({ name }) => name.startsWith("Nghỉ hoán đổi")),
    );
    const worked = Object.values(calendar.years).flatMap((year) => year.worked);
    expect(swapped.length).toBe(worked.length);
    expect(swapped.map(({ status }) => status)).toEqual(worked.map(({ status }) => status));
  });

  it.each([
    ["2024", 251],
    ["2025", 250],
    ["2026", 249],
  ])("gives %s %i working days", (year, count) => {
    expect(workingDaysBetween(calendar, `${Number(year) - 1}-12-31`, `${year}-12-31`)).toBe(count);
  });

  it.each([
    ["2024-02-07", true, "the day before Tết 2024"],
    ["2024-02-08", false, "Tết"],
    ["2024-02-10", false, "mùng 1, a Saturday"],
    ["2024-02-15", true, "the day after Tết 2024"],
    ["2024-02-29", true, "a leap day"],
    ["2024-04-29", false, "swapped"],
    ["2024-05-04", true, "the Saturday worked for it"],
    ["2024-05-11", false, "an ordinary Saturday"],
    ["2025-04-26", true, "a working Saturday"],
    ["2026-11-24", false, "the day of Vietnamese culture"],
    ["2025-11-24", true, "the same day a year before the resolution"],
    ["2024-12-31", true, "the last day of a year"],
    ["2025-01-01", false, "the first day of a year"],
  ])("%s is worked: %s (%s)", (date, worked) => {
    expect(isWorkingDay(calendar, date)).toBe(worked);
  });

  it.each([
    // Tết 2025: 25/01 to 02/02 off.
    ["2025-01-24", 5, "2025-02-07"],
    ["2025-01-24", 1, "2025-02-03"],
    ["2024-02-07", 1, "2024-02-15"],
    ["2024-02-15", -1, "2024-02-07"],
    // Over the swap: Saturday 04/05/2024 counts.
    ["2024-05-02", 2, "2024-05-04"],
    ["2024-05-02", 3, "2024-05-06"],
    ["2024-12-31", 1, "2025-01-02"],
    ["2025-01-02", -1, "2024-12-31"],
    ["2024-10-29", 8, "2024-11-08"],
    ["2024-11-09", 0, "2024-11-09"],
  ])("%s and %i working days is %s", (date, count, expected) => {
    expect(addWorkingDays(calendar, date, count)).toBe(expected);
  });

  it("counts 8 working days from 30/10 to 08/11/2024, as the Nha Trang dispatch left its units", () => {
    expect(workingDaysBetween(calendar, "2024-10-29", "2024-11-08")).toBe(8);
    expect(lastWorkingDayBefore(calendar, "2024-11-10")).toBe("2024-11-08");
  });

  it("rolls a day off forward and leaves a working day where it is", () => {
    expect(rollForward(calendar, "2025-01-28")).toBe("2025-02-03");
    expect(rollForward(calendar, "2025-01-24")).toBe("2025-01-24");
  });

  it("tells what was announced from what follows from the law and what is only projected", () => {
    expect(calendarDay(calendar, "2024-04-29")?.status).toBe("announced");
    expect(calendarDay(calendar, "2024-04-30")?.status).toBe("statutory");
    expect(calendarDay(calendar, "2027-02-05")?.status).toBe("projected");
    expect(projectedDays(calendar, "2027-02-01", "2027-02-28").map(({ on }) => on)).toEqual([
      "2027-02-04",
      "2027-02-05",
      "2027-02-08",
      "2027-02-09",
      "2027-02-10",
    ]);
    expect(projectedDays(calendar, "2024-01-01", "2026-12-31")).toEqual([]);
  });

  it("does not take a year without data for an ordinary one", () => {
    expect(() => isWorkingDay(calendar, "2028-03-01")).toThrow(CalendarYearMissingError);
    expect(() => addWorkingDays(calendar, "2027-12-31", 1)).toThrow(/no data for 2028; it has 2024, 2025/);
    expect(() => addWorkingDays(calendar, "2024-01-01", -1)).toThrow(CalendarYearMissingError);
  });
});

describe("deadlines by the civil-servant calendar", () => {
  it.each([
    ["trong thời hạn 10 ngày kể từ ngày ký", "2024-10-29", "2024-11-08", undefined],
    ["trong vòng 11 ngày kể từ ngày 29/10/2024", "2024-10-29", "2024-11-11", "2024-11-09"],
    ["trong thời hạn 05 ngày làm việc kể từ ngày 24/01/2025", "2025-01-20", "2025-02-07", undefined],
    ["trong vòng 03 (ba) ngày làm việc kể từ ngày ban hành", "2024-05-01", "2024-05-04", undefined],
    ["trong thời hạn 01 tháng kể từ ngày 31/01/2024", "2024-01-31", "2024-02-29", undefined],
    ["trong thời hạn 02 tuần kể từ ngày 22/01/2024", "2024-01-22", "2024-02-05", undefined],
    ["trong thời hạn 03 tuần kể từ ngày 22/01/2024", "2024-01-22", "2024-02-15", "2024-02-12"],
  ])("%s, issued %s, ends %s", (text, issuedOn, on, rolledFrom) => {
    const { value, issues } = deadline(text, issuedOn);
    expect(issues).toEqual([]);
    expect(value).toMatchObject({ on, lastInstant: `${on}T23:59:59.999+07:00` });
    expect(value?.rolledFrom).toBe(rolledFrom);
  });

  it("says that it rests on days nobody has announced", () => {
    const { value, issues } = deadline("trong vòng 5 ngày làm việc kể từ ngày 01/02/2027", "2027-02-01");
    expect(value?.on).toBe("2027-02-15");
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ["deadline_day_projected", "warning"],
    ]);
    expect(issues[0] && explainIssue(issues[0], "vi")).toContain("04/02/2027 – Tết (28 Chạp)");
  });

  it("says that a year is missing instead of counting Mondays to Fridays", () => {
    const { value, issues } = deadline("trong vòng 5 ngày làm việc kể từ ngày 30/12/2027", "2027-12-30");
    expect(value).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(["deadline_calendar_year_missing"]);
    expect(issues[0]?.params).toMatchObject({ year: "2028", years: "2024, 2025, 2026, 2027" });
  });
});
