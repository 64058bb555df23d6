import { describe, expect, it } from "vitest";
import {
  accepted,
  actor,
  campaignOf,
  deadline,
  directory,
  field,
  issuedAt,
  on,
  report,
} from "../../test/rollout.ts";
import type { WorkCalendar } from "../deadline/work-calendar.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { extendObligation } from "../obligation/amendments.ts";
import { issueCampaign } from "../obligation/issue-campaign.ts";
import { statusOf } from "../obligation/status-of.ts";
import { unitDirectory } from "../recipient-unit/unit-directory.ts";
import { endOfDayAt, type Instant } from "../time/instant.ts";
import { chaseList } from "./chase-list.ts";
import { planReminders, type ReminderOptions } from "./plan-reminders.ts";
import { plannedReminders, sentReminder } from "./reminder-event.ts";
import type { ReminderPlan } from "./reminder-plan.ts";
import { usualReminderRules, type ReminderRule } from "./reminder-rule.ts";
import { simulateReminders } from "./simulate-reminders.ts";

const campaign = campaignOf([field("participants")]);
// The last day on which a report is on time is Saturday 09/11/2024.
const issued = issueCampaign(campaign, directory, { at: issuedAt, actor });
const everyone = ["p-an", "p-binh", "p-cat", "th-dong", "th-em"];
const rules = usualReminderRules;

const plan = (at: Instant, events: readonly CampaignEvent[] = [], more: Partial<ReminderOptions> = {}) =>
  planReminders(campaign, directory, [...issued, ...events], { at, rules, ...more });
const sent = ({ messages }: ReminderPlan, at: Instant) =>
  messages.map((message) => sentReminder(message, { at, actor }));
const who = ({ messages }: ReminderPlan) => messages.map(({ ruleId, to }) => `${ruleId} ${to}`);
const all = (rule: string) => everyone.map((unitId) => `${rule} ${unitId}`);

describe("planReminders", () => {
  it.each<[Instant, readonly string[]]>([
    ["2024-11-02T07:59:59+07:00", []],
    ["2024-11-02T08:00:00+07:00", all("T-7")],
    ["2024-11-06T08:00:00+07:00", all("T-3")],
    ["2024-11-08T08:00:00+07:00", all("T-1")],
    ["2024-11-09T23:59:59.999+07:00", all("T-1")],
    ["2024-11-10T00:00:00+07:00", []],
    ["2024-11-10T08:00:00+07:00", all("T+1")],
    ["2024-11-11T08:00:00+07:00", [...all("T+1"), "T+2 tp", "T+2 p-an"]],
  ])("at %s, when nothing was sent before, reminds %j", (at, expected) => {
    expect(who(plan(at))).toEqual(expected);
  });

  it("reminds only those who have not answered, and those whose report was sent back", () => {
    const events: CampaignEvent[] = [
      accepted(report("p-an", { participants: 1 }), on(4)),
      accepted(report("p-binh", { participants: 1 }), on(4)),
      { type: "report_returned", at: on(5), actor, reportId: "p-binh-1", reason: "sai biểu mẫu" },
      { type: "obligation_waived", at: on(5), actor, obligationId: "r1/th-em", reason: "miễn" },
    ];
    expect(who(plan(on(6), events))).toEqual(["T-3 p-binh", "T-3 p-cat", "T-3 th-dong"]);
    expect(plan(on(6), events).messages[0]?.subjects).toEqual([
      {
        obligationId: "r1/p-binh",
        unitId: "p-binh",
        group: "Phường",
        state: "returned",
        lastDay: "2024-11-09",
        daysLeft: 3,
      },
    ]);
  });

  it("sends nothing the second time", () => {
    const first = plan(on(6));
    expect(first.messages).toHaveLength(5);
    const second = plan(on(6), sent(first, on(6)));
    expect(second.messages).toEqual([]);
    expect(plan(on(7), sent(first, on(6))).messages).toEqual([]);
  });

  it("keeps what was planned and never sent, under the same id", () => {
    const first = plan(on(6));
    const later = plan(on(7), plannedReminders(first, { at: on(6), actor }));
    expect(later.messages.map(({ id }) => id)).toEqual(first.messages.map(({ id }) => id));
  });

  it("sends after a missed run what was missed, once", () => {
    const skippedADay = plan(on(7));
    expect(who(skippedADay)).toEqual(all("T-3"));
    expect(skippedADay.messages[0]?.dueAt).toBe("2024-11-06T08:00:00.000+07:00");
    expect(plan(on(7, 10), sent(skippedADay, on(7))).messages).toEqual([]);
  });

  it("sends after several missed runs the latest only, and says what it passed over", () => {
    const late = plan(on(8));
    expect(who(late)).toEqual(all("T-1"));
    expect(late.passedOver.filter(({ obligationId }) => obligationId === "r1/p-an")).toEqual([
      { obligationId: "r1/p-an", ruleId: "T-7", reason: "overtaken" },
      { obligationId: "r1/p-an", ruleId: "T-3", reason: "overtaken" },
    ]);
    expect(plan(on(8, 10), sent(late, on(8))).messages).toEqual([]);
  });

  it("does not announce a deadline that has passed", () => {
    const between = plan("2024-11-10T07:00:00+07:00");
    expect(between.messages).toEqual([]);
    expect(between.passedOver).toContainEqual({
      obligationId: "r1/p-an",
      ruleId: "T-1",
      reason: "deadlinePassed",
    });
  });

  it("gives each unit above one digest of all below it that are overdue", () => {
    const digests = plan(on(11)).messages.filter(({ kind }) => kind === "escalation");
    expect(digests.map(({ to, subjects }) => [to, subjects.map(({ unitId }) => unitId)])).toEqual([
      ["tp", ["p-an", "p-binh", "p-cat"]],
      ["p-an", ["th-dong", "th-em"]],
    ]);
    expect(plan(on(12), sent(plan(on(11)), on(11))).messages).toEqual([]);
  });

  it("says when there is nobody above to tell", () => {
    const sector: ReminderRule[] = [{ id: "T+2", days: 2, escalateTo: { hierarchy: "party" } }];
    const found = plan(on(11), [], { rules: sector });
    expect(found.messages).toEqual([]);
    expect(found.passedOver).toHaveLength(5);
    expect(found.passedOver[0]).toEqual({ obligationId: "r1/p-an", ruleId: "T+2", reason: "noSupervisor" });
  });

  it("does not escalate to the office that asks", () => {
    const { dispatch } = campaign;
    const ofCity = { ...campaign, dispatch: { ...dispatch, issuer: { ...dispatch.issuer, unitId: "tp" } } };
    const found = planReminders(ofCity, directory, issued, { at: on(11), rules });
    expect(who(found)).toEqual([...all("T+1"), "T+2 p-an"]);
    expect(found.passedOver.filter(({ ruleId }) => ruleId === "T+2")).toEqual(
      ["p-an", "p-binh", "p-cat"].map((unitId) => ({
        obligationId: `r1/${unitId}`,
        ruleId: "T+2",
        reason: "supervisorAsks",
      })),
    );
  });

  it("tells the unit a supervisor has gone into", () => {
    const reorganised = unitDirectory(
      [...directory.units, { ...directory.units[0]!, id: "tp-moi" }],
      [{ kind: "renamed", on: "2024-11-05", from: ["tp"], to: [{ unitId: "tp-moi" }], legalBasis: "NQ" }],
    );
    const { messages } = planReminders(campaign, reorganised, issued, { at: on(11), rules });
    expect(messages.map(({ to }) => to)).toContain("tp-moi");
  });

  it("does not choose among the units a supervisor has become", () => {
    const halves = ["tp-1", "tp-2"].map((id) => ({ ...directory.units[0]!, id }));
    const parted = unitDirectory(
      [...directory.units, ...halves],
      [
        {
          kind: "split",
          on: "2024-11-05",
          from: ["tp"],
          to: [{ unitId: "tp-1" }, { unitId: "tp-2" }],
          legalBasis: "NQ",
        },
      ],
    );
    const found = planReminders(campaign, parted, issued, { at: on(11), rules });
    expect(found.messages.filter(({ kind }) => kind === "escalation").map(({ to }) => to)).toEqual(["p-an"]);
    expect(found.passedOver).toContainEqual({
      obligationId: "r1/p-an",
      ruleId: "T+2",
      reason: "noSupervisor",
    });
  });

  it("starts again with an extension, which is not announced as if it had always been there", () => {
    const until = {
      ...deadline,
      dayCounts: true,
      on: "2024-11-15",
      lastInstant: endOfDayAt("2024-11-15", campaign.timeZone),
    };
    const first = plan(on(8));
    const extension = extendObligation(campaign, issued, {
      obligationId: "r1/p-an",
      deadline: until,
      document: "2300/VHTT",
      at: on(9),
      actor,
      reason: "bão",
    });
    const events = [...sent(first, on(8)), extension];
    // T-7 of the new deadline was the 8th: before the extension was granted.
    expect(who(plan(on(10), events)).filter((message) => message.endsWith("p-an"))).toEqual([]);
    const third = plan(on(12), events).messages.find(({ to }) => to === "p-an");
    expect(third).toMatchObject({ ruleId: "T-3", id: "r1/T-3@2024-11-15/p-an" });
    expect(who(plan(on(10), events))).toContain("T+1 p-binh");
  });

  it("tells nobody anything while the grace is running", () => {
    const [round] = campaign.rounds;
    const graced = { ...campaign, rounds: [{ ...round!, graceDays: 3 }] };
    const events = issueCampaign(graced, directory, { at: issuedAt, actor });
    const at = (instant: Instant) =>
      who(planReminders(graced, directory, events, { at: instant, rules: rules.slice(0, 4) }));
    expect(at("2024-11-09T23:59:59.999+07:00")).toEqual(all("T-1"));
    expect(at(on(11))).toEqual([]);
    expect(at("2024-11-12T23:59:59.999+07:00")).toEqual([]);
    expect(at("2024-11-13T00:00:00+07:00")).toEqual(all("T+1"));
  });

  it("moves off days off when it is given a calendar", () => {
    const calendar: WorkCalendar = { id: "w", title: "w", years: { 2024: { off: [], worked: [] } } };
    // T-7 is Saturday 02/11: it moves to Friday 01/11. T+1 is Sunday 10/11: it moves to Monday 11/11.
    expect(who(plan(on(1), [], { calendar }))).toEqual(all("T-7"));
    expect(who(plan(on(10), [], { calendar }))).toEqual([]);
    expect(who(plan(on(11, 8), [], { calendar, rules: rules.slice(0, 4) }))).toEqual(all("T+1"));
    expect(plan(on(1), [], { calendar }).messages[0]?.id).toBe(plan(on(2)).messages[0]?.id);
  });

  it("keeps to the day a rule names, and says so, when the calendar does not know the year", () => {
    const calendar: WorkCalendar = { id: "w", title: "w", years: { 2023: { off: [], worked: [] } } };
    const found = plan(on(2), [], { calendar });
    expect(who(found)).toEqual(all("T-7"));
    expect(found.issues.map(({ code, params }) => [code, params])).toEqual([
      ["deadline_calendar_year_missing", { quote: "trước ngày 10/11/2024", year: "2024", years: "2023" }],
    ]);
    expect(plan(on(2)).issues).toEqual([]);
  });

  it("refuses rules that cannot be told apart or understood", () => {
    expect(() => plan(on(6), [], { rules: [...rules, { id: "T-3", days: -4 }] })).toThrow(
      /two reminder rules/,
    );
    expect(() => plan(on(6), [], { rules: [{ id: "x", days: 0.5 }] })).toThrow(/whole number of days/);
    expect(() => plan(on(6), [], { rules: [{ id: "x", days: 1, time: "8h" }] })).toThrow(/HH:MM/);
  });

  it("is data that survives JSON", () => {
    const found = plan(on(11));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});

describe("simulateReminders", () => {
  it("shows each day of a whole campaign, sending nothing", () => {
    const plans = simulateReminders(campaign, directory, issued, {
      rules,
      from: "2024-10-29",
      to: "2024-11-30",
    });
    expect(
      plans.map(({ at, messages }) => [at.slice(0, 10), new Set(messages.map(({ ruleId }) => ruleId))]),
    ).toEqual([
      ["2024-11-02", new Set(["T-7"])],
      ["2024-11-06", new Set(["T-3"])],
      ["2024-11-08", new Set(["T-1"])],
      ["2024-11-10", new Set(["T+1"])],
      ["2024-11-11", new Set(["T+2"])],
    ]);
    expect(plans.flatMap(({ messages }) => messages)).toHaveLength(5 * 4 + 2);
  });

  it("refuses a time of day nobody can run it at", () => {
    const span = { rules, from: "2024-10-29", to: "2024-10-30" };
    expect(() => simulateReminders(campaign, directory, issued, { ...span, time: "sáng" })).toThrow(
      RangeError,
    );
  });
});

describe("chaseList", () => {
  const events: CampaignEvent[] = [
    accepted(report("p-an", { participants: 1 }), on(4)),
    { type: "report_returned", at: on(5), actor, reportId: "p-an-1", reason: "sai biểu mẫu" },
    accepted(report("th-em", { participants: 1 }), on(4)),
  ];
  const status = statusOf(campaign, [...issued, ...events], { at: on(12) });

  it("names below each unit above those who owe, with how late they are", () => {
    const list = chaseList(status, { hierarchy: "sector" });
    expect(
      list.entries.map(({ supervisor, items }) => [supervisor, items.map(({ unitId }) => unitId)]),
    ).toEqual([
      ["tp", ["p-an", "p-binh", "p-cat"]],
      ["phong-gd", ["th-dong"]],
    ]);
    expect(list.entries[0]?.items[0]).toMatchObject({
      state: "returned",
      reason: "sai biểu mẫu",
      daysLate: 3,
    });
  });

  it("holds as many as the status counts", () => {
    const { missing, returned, awaited } = status.total.byState;
    expect(chaseList(status, { hierarchy: "sector" }).total).toBe(missing + returned);
    expect(chaseList(status, { hierarchy: "party" })).toMatchObject({
      total: missing + returned,
      entries: [{ supervisor: null }],
    });
    const early = statusOf(campaign, issued, { at: on(8) });
    const open = chaseList(early, { hierarchy: "sector", states: ["awaited"] });
    expect(open.total).toBe(early.total.byState.awaited);
    expect(open.entries[0]?.items[0]?.daysLate).toBe(0);
    expect(awaited).toBe(0);
  });
});
