import type { Deadline } from "@chiendich/core";

/** A deadline's wording around its day, which letters print bold: `trước ngày ` **10/11/2024**. */
export interface DeadlineWords {
  readonly before: string;
  readonly day: string;
  readonly after: string;
}

const day = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}[/.-]\d{1,2}(?!\d)/u;

/** Splits the quoted wording; a wording that names no day in digits is all in `before`. */
export function deadlineWords({ quote }: Deadline): DeadlineWords {
  const match = day.exec(quote);
  if (!match) return { before: quote, day: "", after: "" };
  return {
    before: quote.slice(0, match.index),
    day: match[0],
    after: quote.slice(match.index + match[0].length),
  };
}
