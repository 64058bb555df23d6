import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../time/calendar-date.ts";
import { dateOf } from "../time/instant.ts";
import { parseDeadline } from "./parse-deadline.ts";
import { printDeadline } from "./print-deadline.ts";

const seed = 20241110;
const date: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 1460 })
  .map((days) => addDays("2024-01-01", days));
const zone = fc.constantFrom(
  "Asia/Ho_Chi_Minh",
  "America/Los_Angeles",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Africa/Cairo",
);
const vi = (day: CalendarDate) => day.split("-").reverse().join("/");

describe("a deadline", () => {
  it("falls on its own calendar date in every zone", () => {
    fc.assert(
      fc.property(date, zone, (on, timeZone) => {
        const options = { timeZone, issuedOn: "2024-01-01" };
        const before = parseDeadline(`trước ngày ${vi(on)}`, options).value;
        const through = parseDeadline(`đến hết ngày ${vi(on)}`, options).value;
        expect(dateOf(before?.lastInstant ?? "", timeZone)).toBe(addDays(on, -1));
        expect(dateOf(through?.lastInstant ?? "", timeZone)).toBe(on);
      }),
      { seed },
    );
  });

  it("reads back from the sentence it is printed as", () => {
    const wording = fc
      .tuple(date, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .chain(([on, hour, minute]) => {
        const at = `${hour} giờ ${String(minute).padStart(2, "0")}`;
        const day = vi(on);
        return fc.constantFrom(
          `trước ngày ${day}`,
          `trước ${at} ngày ${day}`,
          `chậm nhất là ngày ${day}`,
          `chậm nhất ${at} ngày ${day}`,
          `đến hết ngày ${day}`,
          `đến ngày ${day}`,
          `đến ${at} ngày ${day}`,
          `trong ngày ${day}`,
          `từ ngày ${vi(addDays(on, -9))} đến ngày ${day}`,
          `trước ngày ${day.slice(0, 2)} hằng tháng`,
          `trước ngày ${day.slice(0, 5)} hằng năm`,
        );
      });
    fc.assert(
      fc.property(wording, zone, (text, timeZone) => {
        const options = { timeZone, issuedOn: "2023-11-29" };
        const { value } = parseDeadline(text, options);
        expect(value).not.toBeNull();
        if (!value) return;
        const again = parseDeadline(printDeadline(value, "vi"), options).value;
        expect({ ...again, quote: text }).toEqual(value);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("never comes of words that are not one, and never throws", () => {
    const word = fc.constantFrom(
      ..."trước,ngày,tháng,năm,đến,hết,từ,kể,trong,vòng,làm,việc,10,11,2024,/,-,.,17,giờ,h,00,(,),hạn,mười,hằng,thứ".split(
        ",",
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: "grapheme" })), { maxLength: 12 }), (parts) => {
        const text = parts.join(" ");
        const { value, issues } = parseDeadline(text, {
          timeZone: "Asia/Ho_Chi_Minh",
          issuedOn: "2024-10-29",
        });
        if (value === null) expect(issues.some(({ severity }) => severity === "error")).toBe(true);
        else expect(value.lastInstant >= "2000").toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });
});
