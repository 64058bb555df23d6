import { describe, expect, it } from "vitest";
import { addDays, calendarDate, daysBetween, isCalendarDate, weekday } from "./calendar-date.ts";
import { printDate, printDay } from "./print-date.ts";

describe("a calendar date", () => {
  it.each(["2024-02-29", "2000-02-29", "2024-12-31"])("%s exists", (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  it.each(["2023-02-29", "1900-02-29", "2024-11-31", "2024-2-9", "10/11/2024", "2024-00-10", ""])(
    "%s does not",
    (date) => {
      expect(isCalendarDate(date)).toBe(false);
    },
  );

  it("is made of year, month and day, or not at all", () => {
    expect(calendarDate(2024, 2, 29)).toBe("2024-02-29");
    expect(calendarDate(2023, 2, 29)).toBeNull();
    expect(calendarDate(2024, 13, 1)).toBeNull();
  });

  it("is counted over leap days, year ends and changes of clocks", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
    expect(daysBetween("2024-03-01", "2023-03-01")).toBe(-366);
    expect(addDays("2024-11-02", 2)).toBe("2024-11-04");
  });

  it("knows its day of the week", () => {
    expect(weekday("2024-11-10")).toBe(7);
    expect(weekday("2024-10-29")).toBe(2);
    expect(weekday("2024-02-29")).toBe(4);
  });

  it("is printed for people", () => {
    expect(printDate("2024-11-09", "vi")).toBe("09/11/2024");
    expect(printDate("2024-11-09", "en")).toBe("9 November 2024");
    expect(printDay("2024-11-09", "vi")).toBe("thứ Bảy, ngày 09/11/2024");
    expect(printDay("2024-11-10", "en")).toBe("Sunday 10 November 2024");
  });
});
