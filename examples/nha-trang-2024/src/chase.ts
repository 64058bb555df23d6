import {
  findUnit,
  planReminders,
  printCsv,
  statusOf,
  usualReminderRules,
  type CampaignEvent,
  type Instant,
  type Status,
  type UnitDirectory,
} from "@chiendich/core";
import { reminderDispatch, renderDispatch } from "@chiendich/dispatch";
import { civilServantCalendar } from "@chiendich/vietnam";
import type { Output } from "./output.ts";
import type { Plan } from "./plan.ts";

/** Status as of the given instants, as known then; one CSV each, and one of the rates. */
export async function statuses(
  { campaign, directory }: Plan,
  events: readonly CampaignEvent[],
  instants: readonly Instant[],
  output: Output,
): Promise<readonly Status[]> {
  const all = instants.map((at) => statusOf(campaign, events, { at }));
  for (const status of all) {
    await output.write(
      `tinh-trang/${status.at.slice(0, 16).replace(":", "-")}.csv`,
      unitRows(status, directory),
    );
  }
  await output.write("tinh-trang/ty-le.csv", rateRows(all));
  return all;
}

function unitRows(status: Status, directory: UnitDirectory): string {
  return printCsv(
    ["unit", "name", "group", "state", "received_at", "timeliness", "from", "reason"],
    status.rows.map(({ obligation, state, receivedAt, timeliness, from, reason }) => [
      obligation.unitId,
      findUnit(directory, obligation.unitId)?.name ?? "",
      obligation.group,
      state,
      receivedAt ?? "",
      timeliness ?? "",
      from.join("; "),
      reason ?? "",
    ]),
  );
}

/** Rates are fractions from 0 to 1. */
function rateRows(all: readonly Status[]): string {
  const rows = all.flatMap(({ at, total, byGroup }) =>
    [...Object.entries(byGroup), ["", total] as const].map(([group, counts]) => [
      at,
      group,
      String(counts.expected),
      String(counts.received),
      String(counts.onTime),
      plainRate(counts.reportingRate),
      plainRate(counts.onTimeRate),
    ]),
  );
  return printCsv(["at", "group", "expected", "received", "on_time", "reporting_rate", "on_time_rate"], rows);
}

const plainRate = (rate: number | null) => (rate === null ? "" : rate.toFixed(4));

/** Whom to remind at an instant, as a list; and the letter to one school among them. */
export async function remind(
  { campaign, directory }: Plan,
  events: readonly CampaignEvent[],
  at: Instant,
  output: Output,
): Promise<number> {
  const plan = planReminders(campaign, directory, events, {
    at,
    rules: usualReminderRules,
    calendar: civilServantCalendar,
  });
  const rows = plan.messages.map(({ id, to, ruleId, dueAt, subjects }) => [
    id,
    ruleId,
    to,
    findUnit(directory, to)?.name ?? "",
    dueAt,
    subjects.map(({ daysLeft }) => String(daysLeft)).join("; "),
  ]);
  await output.write(
    "don-doc/danh-sach.csv",
    printCsv(["id", "rule", "unit", "name", "due_at", "days_left"], rows),
  );
  const school = plan.messages.map(({ to }) => findUnit(directory, to)).find((unit) => unit?.type === "th");
  if (school) {
    const letter = reminderDispatch(campaign, { units: [school], at });
    await output.write(`don-doc/${school.id}.docx`, renderDispatch(letter, { format: "docx" }));
  }
  return plan.messages.length;
}
