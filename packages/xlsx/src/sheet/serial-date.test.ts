import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateSerial, serialDate } from "./serial-date.ts";

it.each([
  // serial            epoch  date                       why this row
  [45605, 1900, "2024-11-09"],
  [44143, 1904, "2024-11-09"], // the same day, counted from 1904
  [1, 1900, "1900-01-01"],
  [59, 1900, "1900-02-28"],
  [60, 1900, null], // 29 February 1900 never was
  [61, 1900, "1900-03-01"],
  [0, 1900, null], // “0 January 1900”
  [0, 1904, "1904-01-01"],
  [-1, 1900, null],
  [0.5, 1900, null], // a time of day
  [2_958_465, 1900, "9999-12-31"],
  [2_958_466, 1900, null],
  [45605.354166666664, 1900, "2024-11-09T08:30:00"],
  [45605.999988425926, 1900, "2024-11-09T23:59:59"], // a double, a hair below the second
  [45605.99999999999, 1900, "2024-11-10"], // and below midnight
  [45605.0000115741, 1900, "2024-11-09T00:00:01"],
  [Infinity, 1900, null],
] as const)("serial %s of a workbook from %i is %s", (serial, epoch, date) =>
  expect(serialDate(serial, epoch)).toBe(date),
);

it.each([
  ["2024-11-09", 45605],
  ["2024-11-09T08:30:00", 45605.354166666664],
  ["2023-02-29", null], // no such day
  ["1899-12-31", null], // before a workbook's first
  ["2024-11-09T24:00:00", null],
  ["09/11/2024", null],
])("%s is serial %s", (date, serial) => expect(dateSerial(date)).toBe(serial));

describe("every day a workbook can hold", () => {
  it.each([1900, 1904] as const)("has one serial in workbooks from %i, and back", (epoch) => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_957_003 }), (serial) => {
        expect(dateSerial(serialDate(serial, epoch) as string, epoch)).toBe(serial);
      }),
      { seed: 1 },
    );
  });
});
