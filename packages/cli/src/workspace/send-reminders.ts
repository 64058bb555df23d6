import { join } from "node:path";
import {
  drainOutbox,
  findUnit,
  plannedReminders,
  sentReminder,
  type DrainReport,
  type Language,
  type ReminderMessage,
  type ReminderPlan,
} from "@chiendich/core";
import { reminderMessage } from "@chiendich/dispatch";
import { MisuseError } from "../misuse-error.ts";
import type { CommandContext } from "../command.ts";
import { fileOutbox } from "../outbox/file-outbox.ts";
import { pluginParts } from "../plugin/plugin-parts.ts";
import { appendEvents } from "./campaign-ledger.ts";
import { actorOf, type RunningCampaign } from "./command-context.ts";
import { files } from "./workspace.ts";

/**
 * Sends the plan's reminders through a plugin's channel. They pass a durable outbox: whatever happens
 * to the process, none is sent twice. What was sent is written into the ledger.
 *
 * @returns what the run did; null in a dry run
 * @throws {MisuseError} when no plugin has that channel
 */
export async function sendReminders(
  { io }: CommandContext,
  { folder, campaign, directory, plugins }: RunningCampaign,
  plan: ReminderPlan,
  channel: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<DrainReport | null> {
  const { senders } = pluginParts(plugins);
  const send = Object.hasOwn(senders, channel) ? senders[channel] : undefined;
  if (!send) {
    const known = Object.keys(senders).join(", ");
    throw new MisuseError({
      vi: `Không có kênh gửi “${channel}”. Hiện có: ${known || "chưa có kênh nào; kênh do phần mở rộng cung cấp"}`,
      en: `There is no channel “${channel}”. There are: ${known || "none; plugins provide them"}`,
    });
  }
  if (dryRun) return null;
  const actor = actorOf(campaign);
  const messages = plan.messages.map((message) => ({ ...message, channel }));
  await appendEvents(folder, io, (events) => {
    const known = new Set(events.flatMap((one) => (one.type === "reminder_planned" ? [one.reminderId] : [])));
    return plannedReminders(plan, { at: io.now(), actor }).filter(({ reminderId }) => !known.has(reminderId));
  });
  const outbox = fileOutbox<ReminderMessage>(join(folder, files.outbox));
  try {
    await outbox.put(messages);
    const report = await drainOutbox(outbox, {
      now: io.now,
      timeZone: campaign.timeZone,
      send: async (message) => {
        const unit = findUnit(directory, message.to);
        if (!unit) return { kind: "refused", problem: `no unit ${message.to}` };
        const { paragraphs } = reminderMessage(campaign, unit, message.roundId);
        return send({ message, unit, text: paragraphs.join("\n") });
      },
    });
    // All that ever went out: an earlier run may have been killed before it could write that down.
    const out = (await outbox.entries()).filter(({ state }) => state === "sent");
    await appendEvents(folder, io, (events) => {
      const known = new Set(events.flatMap((one) => (one.type === "reminder_sent" ? [one.reminderId] : [])));
      const news = out.filter(({ message }) => !known.has(message.id));
      return news.map(({ message }) => sentReminder(message, { at: io.now(), actor }));
    });
    return report;
  } finally {
    outbox.close();
  }
}

/** `Đã gửi 12 tin, 1 bị từ chối …`. */
export function printSent({ sent, refused, uncertain, waiting }: DrainReport, language: Language): string {
  return language === "vi"
    ? `Đã gửi ${sent.length} tin, ${refused.length} bị từ chối, ${waiting} chờ gửi, ${uncertain.length} không rõ đã gửi chưa.\n`
    : `Sent ${sent.length}, refused ${refused.length}, waiting ${waiting}, uncertain ${uncertain.length}.\n`;
}
