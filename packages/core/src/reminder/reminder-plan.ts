import type { Issue } from "../issue/issue.ts";
import type { ObligationState } from "../obligation/obligation.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import type { Instant } from "../time/instant.ts";

/** Whom to remind at an instant, and why (kế hoạch đôn đốc). Data: to read, to print, to approve, then to send. */
export interface ReminderPlan {
  readonly at: Instant;
  /** Not sent yet, in the order of rounds, rules and obligations. */
  readonly messages: readonly ReminderMessage[];
  /** Fell due and will not be sent, with the reason. */
  readonly passedOver: readonly PassedOver[];
  /** Deadlines whose reminders could not be moved off days off, because the calendar lacks their year. */
  readonly issues: readonly Issue[];
}

/** One message to one unit. */
export interface ReminderMessage {
  /** The same for the same reminder in every plan, so that it is never sent twice. */
  readonly id: string;
  readonly roundId: string;
  readonly ruleId: string;
  /** The unit it goes to: the one that owes, or the one above it. */
  readonly to: string;
  readonly kind: "reminder" | "escalation";
  readonly channel: string | null;
  /** When it fell due; earlier than the plan's `at` when a run was missed. */
  readonly dueAt: Instant;
  /** What it is about: one obligation in a reminder, all below the unit in an escalation. */
  readonly subjects: readonly ReminderSubject[];
}

/** One report that a message is about. */
export interface ReminderSubject {
  readonly obligationId: string;
  readonly unitId: string;
  readonly group: string;
  readonly state: ObligationState;
  /** The last day on which a report is on time, an extension included. */
  readonly lastDay: CalendarDate;
  /** Days from the plan's day to the last day: 0 on it, negative after it. */
  readonly daysLeft: number;
}

/** A reminder a rule would have asked for, and why there is none. */
export interface PassedOver {
  readonly obligationId: string;
  readonly ruleId: string;
  readonly reason:
    /** A later reminder has fallen due as well, or was sent: one message is enough. */
    | "overtaken"
    /** It announces a deadline that has passed by now. */
    | "deadlinePassed"
    /** There is no unit above it in the rule's hierarchy, or it has become several. */
    | "noSupervisor"
    /** The unit above it is the office that asks: it knows already. */
    | "supervisorAsks";
}
