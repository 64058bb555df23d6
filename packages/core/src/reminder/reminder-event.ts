import type { EventOf } from "../ledger/event.ts";
import type { Instant } from "../time/instant.ts";
import type { ReminderMessage, ReminderPlan } from "./reminder-plan.ts";

interface Doing {
  readonly at: Instant;
  readonly actor: string;
}

/** That the messages of a plan are about to be handed to a sender, one event for each. */
export function plannedReminders(plan: ReminderPlan, { at, actor }: Doing): EventOf<"reminder_planned">[] {
  return plan.messages.map(({ id, subjects }) => ({
    type: "reminder_planned",
    at,
    actor,
    reminderId: id,
    unitIds: subjects.map(({ unitId }) => unitId),
  }));
}

/** That a message was sent: no plan holds it any more. */
export function sentReminder(message: ReminderMessage, { at, actor }: Doing): EventOf<"reminder_sent"> {
  return {
    type: "reminder_sent",
    at,
    actor,
    reminderId: message.id,
    unitId: message.to,
    channel: message.channel ?? "unspecified",
  };
}
