import { expect, it } from "vitest";
import { builtInFormat, isDateFormat } from "./number-format.ts";

it.each([
  // format                         is a date   why this row
  ["dd/mm/yyyy", true], // what Vietnamese offices write
  ["d-mmm", true], // no year
  ["[$-42A]dd mmmm yyyy", true], // a locale in brackets
  ["mmmm", true], // a month alone
  ["yyyy", true],
  ['"ngày "d', true], // letters in quotes beside real ones
  ["[Red]yyyy-mm-dd;@", true], // a colour, a second section
  ["dd/mm/yyyy hh:mm AM/PM", true],
  ["hh:mm", false], // a time of day has no date
  ["mm:ss", false], // m is a minute beside seconds
  ["[h]:mm:ss", false], // a duration
  ["[mm]:ss", false],
  ['#,##0 "ngày"', false], // d and y only in quotes
  ["#,##0\\ \\d", false], // escaped
  ["_(* #,##0_);_(* (#,##0)", false], // spacing characters
  ["0.00E+00", false], // an exponent
  ["General", false],
  ["@", false],
  ["[Red]#,##0", false], // the d of Red
  ["0%", false],
])("%s is a date format: %s", (format, isDate) => expect(isDateFormat(format)).toBe(isDate));

it.each([
  [14, "m/d/yyyy"],
  [3, "#,##0"],
  [0, undefined],
  [163, undefined],
  [31, "yyyy-mm-dd"], // a date of East Asian locales: a date, whatever it looks like
])("built-in format %i is %s", (id, format) => expect(builtInFormat(id)).toBe(format));
