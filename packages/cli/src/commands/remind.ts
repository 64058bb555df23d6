import {
  dateOf,
  findUnit,
  parseDeadline,
  planReminders,
  usualReminderRules,
  type CalendarDate,
  type Language,
} from "@chiendich/core";
import { reminderDispatch, renderDispatch } from "@chiendich/dispatch";
import { civilServantCalendar } from "@chiendich/vietnam";
import { MisuseError } from "../misuse-error.ts";
import type { Command } from "../command.ts";
import { asOf } from "../common-options.ts";
import { printMoment } from "../dashboard/moment.ts";
import { showProgress } from "../terminal/progress.ts";
import { printTable } from "../terminal/table.ts";
import { inCampaign, instantOption, unitName } from "../workspace/command-context.ts";
import { withNumber } from "../workspace/dispatch-number.ts";
import { folderOfRule, printDaysLeft, printRule } from "../workspace/reminder-words.ts";
import { printSent, sendReminders } from "../workspace/send-reminders.ts";
import { writeOutput } from "../workspace/write-output.ts";

/** Whom to remind: a plan one can read; with `--apply` the letters are written. */
export const remind: Command = {
  name: "remind",
  summary: {
    vi: "lập kế hoạch đôn đốc; thêm --apply để soạn công văn đôn đốc cho từng đơn vị",
    en: "plan the reminders; with --apply write the reminder letters",
  },
  example: "chiendich remind --as-of 2024-11-08T08:00+07:00",
  options: [
    asOf,
    {
      flags: "--until <deadline>",
      summary: {
        vi: "thời hạn mới ghi trong công văn đôn đốc: “trước ngày 30/11/2026”",
        en: "the new deadline the letters ask for, in Vietnamese",
      },
    },
    { flags: "--apply", summary: { vi: "soạn công văn đôn đốc", en: "write the letters" } },
    {
      flags: "--send <channel>",
      summary: {
        vi: "gửi tin nhắc qua kênh của một phần mở rộng; mỗi tin chỉ gửi một lần",
        en: "send the reminders through a plugin's channel, each of them once",
      },
    },
  ],
  changes: true,
  run: (context, { options, dryRun }) =>
    inCampaign(context, async (running) => {
      const { folder, campaign, directory, events, issues } = running;
      const { io, language } = context;
      const at = instantOption(options["asOf"], { now: io.now(), timeZone: campaign.timeZone });
      const plan = planReminders(campaign, directory, events, {
        at,
        rules: usualReminderRules,
        calendar: civilServantCalendar,
      });
      const newDeadline = newDeadlineOf(options["until"], dateOf(at, campaign.timeZone), campaign.timeZone);
      const letters = plan.messages.flatMap((message) => {
        const units = [...new Set(message.subjects.map(({ unitId }) => unitId))].flatMap(
          (id) => findUnit(directory, id) ?? [],
        );
        if (units.length === 0 || message.kind !== "reminder") return [];
        const document = reminderDispatch(withNumber(campaign, events), {
          units,
          at,
          roundId: message.roundId,
          newDeadline,
        });
        return [
          {
            path: `don-doc/${folderOfRule(message.ruleId)}/${message.to}.docx`,
            content: () => renderDispatch(document, { format: "docx" }),
          },
        ];
      });
      const progress = showProgress(io, language === "vi" ? "Soạn công văn đôn đốc" : "Writing");
      const written = options["apply"]
        ? await writeOutput(folder, letters, {
            dryRun,
            onFile: (done) => progress.update(done, letters.length),
          })
        : [];
      progress.end();
      const sent =
        typeof options["send"] === "string"
          ? await sendReminders(context, running, plan, options["send"], { dryRun })
          : null;
      const table = printTable(
        language === "vi"
          ? ["Gửi", "Số đơn vị", "Tình trạng", "Mốc nhắc", "Đến hạn nhắc"]
          : ["To", "Units", "State", "Reminder", "Due"],
        plan.messages.map((message) => [
          unitName(directory, message.to),
          message.subjects.length,
          printDaysLeft(message, language),
          printRule(message, language),
          printMoment(message.dueAt, campaign.timeZone),
        ]),
        io.columns,
      );
      const none =
        language === "vi" ? "Không có đơn vị nào cần nhắc lúc này.\n" : "Nobody needs a reminder now.\n";
      return {
        data: { plan, files: written, sent, dryRun },
        text:
          (plan.messages.length === 0 ? none : table) +
          printWritten(written, language) +
          (sent ? printSent(sent, language) : ""),
        issues: [...issues, ...plan.issues],
      };
    }),
};

/** The words as they are printed, when they set a deadline. @throws {MisuseError} */
function newDeadlineOf(
  words: string | boolean | undefined,
  issuedOn: CalendarDate,
  timeZone: string,
): string | undefined {
  if (typeof words !== "string") return undefined;
  if (parseDeadline(words, { timeZone, issuedOn, calendar: civilServantCalendar }).value) return words;
  throw new MisuseError({
    vi: `“${words}” không phải là một thời hạn, ví dụ: trước ngày 30/11/2026`,
    en: `“${words}” sets no deadline, such as: trước ngày 30/11/2026`,
  });
}

function printWritten(written: readonly string[], language: Language): string {
  if (written.length === 0) return "";
  return language === "vi"
    ? `${written.length} công văn đôn đốc trong out/don-doc/\n`
    : `${written.length} reminder letters in out/don-doc/\n`;
}
