import type { ReminderMessage } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { folderOfRule, printDaysLeft, printRule } from "./reminder-words.ts";

const message = (more: Partial<ReminderMessage>, daysLeft: readonly number[] = []): ReminderMessage => ({
  id: "r",
  roundId: "ket-qua",
  ruleId: "T+1",
  to: "a",
  kind: "reminder",
  channel: null,
  dueAt: "2026-04-04T08:00:00+07:00",
  subjects: daysLeft.map((days, index) => ({
    obligationId: `${index}`,
    unitId: "a",
    group: "A",
    state: "awaited",
    lastDay: "2026-04-03",
    daysLeft: days,
  })),
  ...more,
});

describe("a reminder in words", () => {
  it.each([
    ["T-3", "reminder", "trước hạn 3 ngày", "3 days before the deadline"],
    ["T+1", "reminder", "sau hạn 1 ngày", "1 day after the deadline"],
    [
      "T+2",
      "escalation",
      "sau hạn 2 ngày, gửi cấp trên của đơn vị",
      "2 days after the deadline, to the level above",
    ],
  ] as const)("says of rule %s (%s): %s", (ruleId, kind, vi, en) => {
    const one = message({ ruleId, kind });
    expect([printRule(one, "vi"), printRule(one, "en")]).toEqual([vi, en]);
  });

  it.each([
    [[3], "còn 3 ngày", "3 days left"],
    [[1], "còn 1 ngày", "1 day left"],
    [[0], "hôm nay là hạn cuối", "due today"],
    [[-1], "quá hạn 1 ngày", "1 day overdue"],
    // An extension of one unit: an escalation is about several.
    [[-2, -5], "quá hạn 2 – 5 ngày", "2 – 5 days overdue"],
    [[2, -1], "có đơn vị đã quá hạn", "some overdue"],
  ])("says of %j days left: %s", (days, vi, en) => {
    const one = message({}, days);
    expect([printDaysLeft(one, "vi"), printDaysLeft(one, "en")]).toEqual([vi, en]);
  });

  it.each([
    ["T-7", "truoc-han-7-ngay"],
    ["T+1", "sau-han-1-ngay"],
  ])("puts the letters of rule %s into %s", (ruleId, folder) => expect(folderOfRule(ruleId)).toBe(folder));
});
