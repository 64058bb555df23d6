import type { Confidence } from "./deadline.ts";

/** One way of wording a deadline, and what our reading of it rests on. */
export interface DeadlineRule {
  /** An example of the wording. */
  readonly wording: string;
  readonly dayCounts: boolean;
  readonly confidence: Confidence;
  /** What the reading rests on. */
  readonly basis: string;
}

const dayEnds = "Bộ luật Dân sự 2015, Điều 148.6: the last day ends at 24:00";

/**
 * Every reading there is. None of the wordings is defined by a law we know of; the civil code
 * settles only when days and periods begin and end, hence the confidence.
 */
export const deadlineRules = {
  beforeDay: {
    wording: "trước ngày 10/11/2024",
    dayCounts: false,
    confidence: "inferred",
    basis: "literal reading of “trước”; some staff take the day itself for the last one, see a round's grace",
  },
  beforeHour: {
    wording: "trước 17 giờ 00 ngày 10/11/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: "literal reading of “trước”: the hour itself is too late",
  },
  throughDay: {
    wording: "đến hết ngày 10/11/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: dayEnds,
  },
  noLaterThanDay: {
    wording: "chậm nhất ngày 10/11/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: dayEnds,
  },
  noLaterThanHour: {
    wording: "chậm nhất 17 giờ 00 ngày 10/11/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: "as “chậm nhất ngày”, down to the hour: the hour itself is still on time",
  },
  withinDay: {
    wording: "trong ngày 10/11/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: dayEnds,
  },
  withinOfficeHours: {
    wording: "trong giờ hành chính ngày 10/11/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: "until the office closes; each office sets its own hours",
  },
  untilDay: {
    wording: "đến ngày 10/11/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: "ambiguous: the wording does not say whether the day counts; read as if it does, and flagged",
  },
  untilHour: {
    wording: "đến 17 giờ 00 ngày 10/11/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: "as “đến ngày”, down to the hour: ambiguous by a moment only",
  },
  window: {
    wording: "từ ngày 25/10/2024 đến ngày 20/11/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: "both ends belong to the window",
  },
  period: {
    wording: "trong thời hạn 10 ngày kể từ ngày 29/10/2024",
    dayCounts: true,
    confidence: "medium",
    basis:
      "Bộ luật Dân sự 2015, Điều 147.2 (the first day is not counted) and 148 (weeks and months end on the corresponding day; a last day off moves to the next working day)",
  },
  workingDays: {
    wording: "10 ngày làm việc kể từ ngày 29/10/2024",
    dayCounts: true,
    confidence: "inferred",
    basis: "the first day is not counted, as in Bộ luật Dân sự 2015, Điều 147.2; only working days are",
  },
} as const satisfies Record<string, DeadlineRule>;

/** Name of the rule by which a wording was read; see `deadlineRules` for its basis and confidence. */
export type DeadlineRuleId = keyof typeof deadlineRules;
