import { describe, expect, it } from "vitest";
import { explainIssue } from "../issue/print-issue.ts";
import type { Instant } from "../time/instant.ts";
import { checkRounds, type NamedRound } from "./check-rounds.ts";
import type { Deadline } from "./deadline.ts";
import { parseDeadline } from "./parse-deadline.ts";
import { datesOfGroup, graceEnd, roundPhase, type RoundPhase } from "./round-dates.ts";
import type { WorkCalendar } from "./work-calendar.ts";

const issuedOn = "2024-10-29";
function due(text: string): Deadline {
  const { value } = parseDeadline(text, { timeZone: "Asia/Ho_Chi_Minh", issuedOn });
  if (!value) throw new Error(text);
  return value;
}

function round(more: Partial<NamedRound> = {}): NamedRound {
  return {
    title: "Kết quả",
    opensOn: null,
    dataAsOf: null,
    deadline: due("chậm nhất ngày 08/11/2024"),
    groupDeadlines: {},
    graceDays: 0,
    locksOn: null,
    upwardDeadline: null,
    ...more,
  };
}

const calendar: WorkCalendar = {
  id: "test",
  title: "Lịch thử",
  years: {
    2024: {
      off: [
        { on: "2024-11-13", name: "Nghỉ", status: "announced" },
        { on: "2024-11-20", name: "Nghỉ dự kiến", status: "projected" },
      ],
      worked: [{ on: "2024-11-16", name: "Làm bù", status: "announced" }],
    },
  },
};

const check = (...rounds: NamedRound[]) =>
  checkRounds(rounds, { issuedOn, calendar }).map(({ code, place }) => [
    code,
    "path" in place ? place.path : "",
  ]);

describe("checkRounds", () => {
  it("finds nothing wrong with a round that has only a deadline on a working day", () => {
    expect(check(round())).toEqual([]);
  });

  it.each<[string, Partial<NamedRound>, string, string]>([
    ["an opening after the deadline", { opensOn: "2024-11-09" }, "round_opens_after_deadline", "opensOn"],
    ["a lock before the deadline", { locksOn: "2024-11-07" }, "round_locks_too_early", "locksOn"],
    ["a lock within the grace", { graceDays: 3, locksOn: "2024-11-10" }, "round_locks_too_early", "locksOn"],
    [
      "an upward deadline on the same day",
      { upwardDeadline: due("chậm nhất ngày 08/11/2024") },
      "round_due_after_upward",
      "upwardDeadline",
    ],
    [
      "an upward deadline within the grace",
      { graceDays: 2, upwardDeadline: due("chậm nhất ngày 09/11/2024") },
      "round_due_after_upward",
      "upwardDeadline",
    ],
    ["a data closing on the last day", { dataAsOf: "2024-11-08" }, "round_data_closing_too_late", "dataAsOf"],
    [
      "a data closing with only a weekend to compile in",
      { dataAsOf: "2024-11-08", deadline: due("trước ngày 11/11/2024") },
      "round_data_closing_too_late",
      "dataAsOf",
    ],
    [
      "a deadline on a Saturday",
      { deadline: due("chậm nhất ngày 09/11/2024") },
      "deadline_on_day_off",
      "deadline",
    ],
    [
      "a deadline on a day off",
      { deadline: due("chậm nhất ngày 13/11/2024") },
      "deadline_on_day_off",
      "deadline",
    ],
    [
      "a deadline on a projected day off",
      { deadline: due("chậm nhất ngày 20/11/2024") },
      "deadline_day_projected",
      "deadline",
    ],
    [
      "a year the calendar does not know",
      { deadline: due("chậm nhất ngày 10/01/2025") },
      "deadline_calendar_year_missing",
      "deadline",
    ],
  ])("finds %s, once", (_, more, code, key) => {
    expect(check(round(more))).toEqual([[code, `rounds[0].${key}`]]);
  });

  it("finds a deadline that had passed when the dispatch was issued", () => {
    const past = {
      ...due("chậm nhất ngày 08/11/2024"),
      on: "2024-10-28",
      lastInstant: "2024-10-28T23:59:59.999+07:00",
    };
    expect(check(round({ deadline: past }))).toEqual([["round_deadline_before_issue", "rounds[0].deadline"]]);
  });

  it.each<[string, Partial<NamedRound>]>([
    ["a data closing one working day before", { dataAsOf: "2024-11-07" }],
    ["a working Saturday as the last day", { deadline: due("chậm nhất ngày 16/11/2024") }],
    [
      "a working Saturday to compile in",
      { dataAsOf: "2024-11-15", deadline: due("chậm nhất ngày 16/11/2024") },
    ],
    ["a lock on the last day of grace", { graceDays: 3, locksOn: "2024-11-11" }],
    ["an upward deadline the day after", { upwardDeadline: due("chậm nhất ngày 09/11/2024") }],
  ])("allows %s", (_, more) => {
    expect(check(round(more))).toEqual([]);
  });

  it("says by when the figures should close", () => {
    const [finding] = checkRounds(
      [round({ dataAsOf: "2024-11-08", deadline: due("trước ngày 11/11/2024") })],
      {
        issuedOn,
        calendar,
      },
    );
    expect(finding && explainIssue(finding, "vi")).toContain("muộn nhất nên chốt ngày 07/11/2024");
  });

  it("checks the dates of each group that has its own", () => {
    const late = round({
      upwardDeadline: due("chậm nhất ngày 15/11/2024"),
      groupDeadlines: { "Trường học": due("chậm nhất ngày 18/11/2024") },
    });
    expect(check(late)).toEqual([["round_due_after_upward", "rounds[0].upwardDeadline"]]);
    const saturday = round({ groupDeadlines: { "Trường học": due("chậm nhất ngày 09/11/2024") } });
    expect(check(saturday)).toEqual([["deadline_on_day_off", "rounds[0].groupDeadlines.Trường học"]]);
  });

  it("says what a group shares with its round once", () => {
    const shared = round({
      deadline: due("chậm nhất ngày 09/11/2024"),
      groupDates: { Phường: { locksOn: "2024-11-30" } },
    });
    expect(check(shared)).toEqual([["deadline_on_day_off", "rounds[0].deadline"]]);
  });

  it("finds rounds that are not in order of time", () => {
    const interim = round({ title: "Sơ bộ", deadline: due("chậm nhất ngày 12/11/2024") });
    expect(check(interim, round())).toEqual([["round_before_previous", "rounds[1].deadline"]]);
    expect(check(round(), interim)).toEqual([]);
    expect(check(round(), round({ title: "Danh sách" }))).toEqual([]);
  });

  it("does not look at working days without a calendar", () => {
    expect(checkRounds([round({ deadline: due("chậm nhất ngày 09/11/2024") })], { issuedOn })).toEqual([]);
  });
});

describe("a round's dates", () => {
  const dated = round({ opensOn: "2024-11-01", graceDays: 2, locksOn: "2024-11-15" });

  it.each<[Instant, RoundPhase]>([
    ["2024-10-31T23:59:59.999+07:00", "notOpen"],
    ["2024-11-01T00:00:00.000+07:00", "open"],
    ["2024-11-08T23:59:59.999+07:00", "open"],
    ["2024-11-09T00:00:00.000+07:00", "grace"],
    ["2024-11-10T23:59:59.999+07:00", "grace"],
    ["2024-11-11T00:00:00.000+07:00", "late"],
    ["2024-11-15T23:59:59.999+07:00", "late"],
    ["2024-11-16T00:00:00.000+07:00", "locked"],
  ])("at %s it is %s", (at, phase) => {
    expect(roundPhase(dated, issuedOn, at)).toBe(phase);
  });

  it("opens with the dispatch when it says nothing else, and never locks", () => {
    expect(roundPhase(round(), issuedOn, "2024-10-28T23:59:59.999+07:00")).toBe("notOpen");
    expect(roundPhase(round(), issuedOn, "2024-10-29T00:00:00+07:00")).toBe("open");
    expect(roundPhase(round(), issuedOn, "2034-10-29T00:00:00+07:00")).toBe("late");
    expect(graceEnd(round())).toBeNull();
  });

  it("is what the group says, and where it says nothing, what the round says", () => {
    const school = due("chậm nhất ngày 15/11/2024");
    const own = round({
      opensOn: "2024-11-01",
      dataAsOf: "2024-11-06",
      graceDays: 2,
      groupDeadlines: { "Trường học": school },
      groupDates: { "Trường học": { dataAsOf: "2024-11-13", graceDays: 0 } },
    });
    expect(datesOfGroup(own, "Trường học")).toEqual({
      opensOn: "2024-11-01",
      dataAsOf: "2024-11-13",
      deadline: school,
      graceDays: 0,
      locksOn: null,
      upwardDeadline: null,
    });
    expect(datesOfGroup(own, "Phường")).toMatchObject({ dataAsOf: "2024-11-06", graceDays: 2 });
  });
});
