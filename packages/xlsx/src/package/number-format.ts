/** The formats every program knows by number; only these are not written out in the file. */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** The text of a built-in format; `undefined` for General and for numbers a locale gives its own meaning. */
export function builtInFormat(id: number): string | undefined {
  // 27–36 and 50–58 are dates of East Asian locales; their text depends on the reader's machine.
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "yyyy-mm-dd";
  return builtIn[id];
}

/**
 * Whether a number shown by this format is a calendar date. Quoted text, escaped letters, colours and
 * locales are no part of it, so `#,##0 "ngày"` is a number; a time of day (`hh:mm`) and a duration
 * (`[h]:mm`) have no date either.
 */
export function isDateFormat(format: string): boolean {
  const section = format.split(";", 1)[0] ?? "";
  const bare = section
    .replace(/"[^"]*"?/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "")
    .replace(/\[[^\]]*\]/g, (bracket) => (/^\[(h+|m+|s+)\]$/i.test(bracket) ? "[" : ""))
    .replace(/General|AM\/PM|A\/P/gi, "");
  if (bare.includes("[")) return false;
  // `m` alone is a month unless it stands with hours or seconds; `e` is a year in East Asian formats
  // but an exponent in `0.00E+00`.
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}
