import { describe, expect, it } from "vitest";
import { parseVietnameseDate, printVietnameseDate, printVietnameseShortDate } from "./date-in-words.ts";

describe("a date as Decree 30/2020 writes it", () => {
  it.each([
    ["2024-01-05", "ngày 05 tháng 01 năm 2024", "05/01/2024"], // both zeros
    ["2024-02-29", "ngày 29 tháng 02 năm 2024", "29/02/2024"], // month 2 has one
    ["2024-03-05", "ngày 05 tháng 3 năm 2024", "05/3/2024"], // month 3 has none
    ["2024-10-29", "ngày 29 tháng 10 năm 2024", "29/10/2024"],
  ])("%s is %s", (date, long, short) => {
    expect(printVietnameseDate(date)).toBe(long);
    expect(printVietnameseShortDate(date)).toBe(short);
    expect(parseVietnameseDate(long)).toBe(date);
    expect(parseVietnameseDate(short)).toBe(date);
  });

  it.each(["ngày 31 tháng 4 năm 2024", "30/2/2024", "2024-10-29", "10/2024", "5/1-2024", ""])(
    "is none when there is no such day or no such writing: %j",
    (text) => expect(parseVietnameseDate(text)).toBeNull(),
  );

  it("is refused when there is no such day", () => {
    expect(() => printVietnameseDate("2024-02-30")).toThrow(RangeError);
  });
});
