import type { Campaign } from "../campaign/campaign.ts";
import type { Deadline } from "../deadline/deadline.ts";
import { CalendarYearMissingError, type WorkCalendar } from "../deadline/work-calendar.ts";
import { issue, type Issue } from "../issue/issue.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { obligationsAsOf, type ObligationRecord } from "../obligation/obligation-record.ts";
import { statusOf } from "../obligation/status-of.ts";
import type { StatusRow } from "../obligation/status.ts";
import type { UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { daysBetween, type CalendarDate } from "../time/calendar-date.ts";
import { dateOf, inZone, instantMs, type Instant } from "../time/instant.ts";
import type { PassedOver, ReminderMessage, ReminderPlan, ReminderSubject } from "./reminder-plan.ts";
import { requireRules, ruleMs, type ReminderRule } from "./reminder-rule.ts";
import { supervisorOf } from "./supervisor.ts";

/** When and by which rules reminders are planned. */
export interface ReminderOptions {
  readonly at: Instant;
  readonly rules: readonly ReminderRule[];
  /** With one, no reminder falls on a day off. */
  readonly calendar?: WorkCalendar | undefined;
}

/**
 * Whom to remind at an instant: those who owe and have not answered, once for each rule. What was
 * missed because nobody ran it is caught up on, the latest only: nobody gets two reminders at once.
 * Pure, so that any instant can be simulated; sent messages are known by their events.
 * @throws {RangeError} when two rules have one id, or a rule's days or time cannot be understood
 */
export function planReminders(
  campaign: Campaign,
  directory: UnitDirectory,
  events: readonly CampaignEvent[],
  { at, rules, calendar }: ReminderOptions,
): ReminderPlan {
  requireRules(rules);
  const { standing } = obligationsAsOf(events, { at, timeZone: campaign.timeZone });
  const context: Context = {
    campaign,
    directory,
    rules,
    audiences: [...Map.groupBy(rules, ({ escalateTo }) => escalateTo?.hierarchy ?? null).values()],
    calendar: calendar ?? null,
    atMs: instantMs(at),
    today: dateOf(at, campaign.timeZone),
    sent: sentReminders(events, at),
    issues: new Map(),
  };
  const due: DueReminder[] = [];
  const passedOver: PassedOver[] = [];
  for (const row of statusOf(campaign, events, { at }).rows) {
    const record = standing.get(row.obligation.id);
    if (record && unanswered.has(row.state)) collect(context, row, record, due, passedOver);
  }
  return { at, messages: messagesOf(context, due), passedOver, issues: [...context.issues.values()] };
}

/** A report that was sent back is not an answer; one with open questions is. */
const unanswered = new Set(["awaited", "missing", "returned"]);

interface Context {
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  readonly rules: readonly ReminderRule[];
  /** Rules that speak to the same: to the units, or to those above in one hierarchy. */
  readonly audiences: readonly (readonly ReminderRule[])[];
  readonly calendar: WorkCalendar | null;
  readonly atMs: number;
  readonly today: CalendarDate;
  /** Ids of messages. */
  readonly sent: ReadonlySet<string>;
  /** By year the calendar lacks: said once, however many obligations it concerns. */
  readonly issues: Map<string, Issue>;
}

interface DueReminder {
  readonly id: string;
  readonly rule: ReminderRule;
  readonly dueMs: number;
  readonly to: string;
  readonly roundId: string;
  readonly subject: ReminderSubject;
}

function sentReminders(events: readonly CampaignEvent[], at: Instant): ReadonlySet<string> {
  const until = instantMs(at);
  const sent = new Set<string>();
  for (const event of events) {
    if (event.type === "reminder_sent" && instantMs(event.at) <= until) sent.add(event.reminderId);
  }
  return sent;
}

function collect(
  context: Context,
  row: StatusRow,
  record: ObligationRecord,
  due: DueReminder[],
  passedOver: PassedOver[],
): void {
  const pass = (rule: ReminderRule, reason: PassedOver["reason"]) =>
    passedOver.push({ obligationId: row.obligation.id, ruleId: rule.id, reason });
  // While the grace is running nobody is told: neither that there is time left, nor that it is over.
  const passed = context.atMs > instantMs(deadlineInForce(record).lastInstant);
  for (const rules of context.audiences) {
    const fallen = fallenDue(context, row, record, rules);
    const sent = ({ id }: FallenDue) => id !== null && context.sent.has(id);
    const lastSent = fallen.findLastIndex(sent);
    for (const [index, reminder] of fallen.entries()) {
      if (sent(reminder)) continue;
      const { rule, id, to } = reminder;
      if (index < fallen.length - 1 || index < lastSent) pass(rule, "overtaken");
      else if (rule.days <= 0 && passed) pass(rule, "deadlinePassed");
      else if (id === null || to === null) pass(rule, "noSupervisor");
      else if (rule.escalateTo && to === context.campaign.dispatch.issuer.unitId)
        pass(rule, "supervisorAsks");
      else due.push({ ...reminder, id, to, roundId: row.obligation.roundId });
    }
  }
}

interface FallenDue {
  readonly rule: ReminderRule;
  readonly dueMs: number;
  /** `null` when there is no unit to send it to. */
  readonly to: string | null;
  readonly id: string | null;
  readonly subject: ReminderSubject;
}

function deadlineInForce({ obligation, extension }: ObligationRecord): Deadline {
  return extension?.deadline ?? obligation.deadline;
}

/** The rules that have fallen due for one obligation, the earliest first. */
function fallenDue(
  context: Context,
  { obligation, state, openUntil }: StatusRow,
  record: ObligationRecord,
  rules: readonly ReminderRule[],
): FallenDue[] {
  const { campaign, directory, atMs, today } = context;
  const { timeZone } = campaign;
  const lastDay = dateOf(deadlineInForce(record).lastInstant, timeZone);
  // What fell due before the obligation, or its extension, was there is not caught up on.
  const begins = instantMs(record.extension?.at ?? obligation.createdAt);
  const subject: ReminderSubject = {
    obligationId: obligation.id,
    unitId: obligation.unitId,
    group: obligation.group,
    state,
    lastDay,
    daysLeft: daysBetween(today, lastDay),
  };
  const fallen: FallenDue[] = [];
  for (const rule of rules) {
    const named = dueMsOf(context, rule, lastDay, deadlineInForce(record).quote);
    const dueMs = rule.days > 0 ? Math.max(named, instantMs(openUntil) + 1) : named;
    if (named < begins || dueMs > atMs) continue;
    const to = rule.escalateTo
      ? supervisorOf(directory, obligation, rule.escalateTo.hierarchy, today)
      : obligation.unitId;
    const id = to === null ? null : `${obligation.roundId}/${rule.id}@${lastDay}/${to}`;
    fallen.push({ rule, dueMs, to, id, subject });
  }
  return fallen.sort((a, b) => a.dueMs - b.dueMs || a.rule.days - b.rule.days);
}

/** On the day the rule names, with an issue, where the calendar cannot tell whether that is a day off. */
function dueMsOf(context: Context, rule: ReminderRule, lastDay: CalendarDate, quote: string): number {
  const { calendar, issues } = context;
  const { timeZone } = context.campaign;
  try {
    return ruleMs(rule, lastDay, timeZone, calendar);
  } catch (error) {
    if (!(error instanceof CalendarYearMissingError) || !calendar) throw error;
    const { year } = error;
    const years = Object.keys(calendar.years).join(", ");
    issues.set(year, issue("deadline_calendar_year_missing", { path: "rounds" }, { quote, year, years }));
    return ruleMs(rule, lastDay, timeZone, null);
  }
}

/** One message for each id: an escalation gathers all that fell due for one unit above. */
function messagesOf({ campaign, rules }: Context, due: readonly DueReminder[]): ReminderMessage[] {
  const rank = (reminder: DueReminder) =>
    campaign.rounds.findIndex(({ id }) => id === reminder.roundId) * rules.length +
    rules.indexOf(reminder.rule);
  const byId = Map.groupBy(
    due.map((reminder) => ({ reminder, rank: rank(reminder) })).sort((a, b) => a.rank - b.rank),
    ({ reminder }) => reminder.id,
  );
  return [...byId].map(([id, entries]) => {
    const reminders = entries.map(({ reminder }) => reminder);
    const { rule, to, roundId } = reminders[0] as DueReminder;
    return {
      id,
      roundId,
      ruleId: rule.id,
      to,
      kind: rule.escalateTo ? "escalation" : "reminder",
      channel: rule.channel ?? null,
      dueAt: inZone(Math.min(...reminders.map(({ dueMs }) => dueMs)), campaign.timeZone),
      subjects: reminders.map(({ subject }) => subject),
    };
  });
}
