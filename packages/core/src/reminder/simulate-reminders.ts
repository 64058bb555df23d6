import type { Campaign } from "../campaign/campaign.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { addDays, type CalendarDate } from "../time/calendar-date.ts";
import { instantAt } from "../time/instant.ts";
import { planReminders, type ReminderOptions } from "./plan-reminders.ts";
import { sentReminder } from "./reminder-event.ts";
import type { ReminderPlan } from "./reminder-plan.ts";

/** The days that are played through. */
export interface SimulationOptions extends Omit<ReminderOptions, "at"> {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** `HH:MM` at which somebody runs it every day; `08:00` when absent. */
  readonly time?: string | undefined;
}

/**
 * What would be sent on each day of a span if it were run every day and nobody answered any more.
 * Nothing is sent and nothing is changed. Days without messages are left out.
 */
export function simulateReminders(
  campaign: Campaign,
  directory: UnitDirectory,
  events: readonly CampaignEvent[],
  { from, to, time = "08:00", ...options }: SimulationOptions,
): ReminderPlan[] {
  const [hour = NaN, minute = NaN] = time.split(":").map(Number);
  const simulated = [...events];
  const plans: ReminderPlan[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const at = instantAt(day, { hour, minute }, campaign.timeZone);
    const plan = planReminders(campaign, directory, simulated, { ...options, at });
    if (plan.messages.length === 0) continue;
    plans.push(plan);
    simulated.push(...plan.messages.map((message) => sentReminder(message, { at, actor: "simulation" })));
  }
  return plans;
}
