import type { Issue } from "@chiendich/core";
import { applySheetPlan, planNewTracker, planTracker, printSheetLink } from "@chiendich/google-sheets";
import type { CommandContext, CommandInput, Outcome } from "../command.ts";
import { readEvents } from "../workspace/campaign-ledger.ts";
import { files, type Workspace } from "../workspace/workspace.ts";
import { askGoogle, googleAccount } from "./google-client.ts";
import { chooseSheets, keepRoundSheet, trackerOf, type ChosenSheet } from "./round-sheet.ts";

/** What was done for one round. */
interface LaidOut {
  readonly round: string;
  /** Null in a dry run of a spreadsheet that has yet to be made. */
  readonly spreadsheetId: string | null;
  readonly link: string | null;
  readonly created: boolean;
  /** Requests it took; 0 when the sheet was as it should be. */
  readonly requests: number;
  readonly units: number;
}

/**
 * One shared Google Sheet for each round, a row for each unit: makes it, or lays it out in the
 * spreadsheet that is given, or mends what people changed. Answers are never written over. It may be
 * done before the dispatch goes out, so that the dispatch can name the link.
 *
 * @throws {MisuseError} when there is no Google account
 */
export async function layOutSheets(
  { io, language }: CommandContext,
  workspace: Workspace,
  { options, dryRun }: CommandInput,
): Promise<Outcome> {
  const running = { ...workspace, events: await readEvents(workspace.folder, io) };
  const given = typeof options["sheet"] === "string" ? options["sheet"] : true;
  const chosen = await chooseSheets(running, given, options["round"]);
  const issues: Issue[] = [...workspace.issues, ...chosen.issues];
  const done: LaidOut[] = [];
  const { client, email } = await googleAccount(io, options, "write");

  for (const one of chosen.value ?? []) {
    const { value: tracker, issues: found } = await trackerOf(running, one.roundId, io.now(), email);
    issues.push(...found);
    if (tracker === null) continue;
    const id = one.sheet?.spreadsheetId;
    const laid = await askGoogle(id ?? tracker.title, async () => {
      const plan = id === undefined ? planNewTracker(tracker) : await planTracker(client, id, tracker);
      issues.push(...plan.issues);
      const foreign = plan.issues.some(({ code }) => code === "sheets_other_campaign");
      const applied = dryRun || foreign ? null : await applySheetPlan(client, plan);
      return { plan, spreadsheetId: applied?.spreadsheetId ?? id ?? null };
    });
    issues.push(...laid.issues);
    if (laid.value === null) continue;
    const { plan, spreadsheetId } = laid.value;
    if (!dryRun && spreadsheetId !== null) await remember(workspace.folder, one, spreadsheetId);
    done.push({
      round: one.roundId,
      spreadsheetId,
      link: spreadsheetId && printSheetLink({ spreadsheetId }),
      created: id === undefined,
      requests: Object.values(plan.summary).reduce((sum, count) => sum + count, 0),
      units: tracker.rows.length,
    });
  }
  return { data: { sheets: done, dryRun }, text: done.map(say[language](dryRun)).join(""), issues };
}

async function remember(folder: string, { roundId, sheet }: ChosenSheet, spreadsheetId: string) {
  await keepRoundSheet(folder, roundId, { spreadsheetId, watch: sheet?.watch ?? null });
}

const say = {
  vi:
    (dryRun: boolean) =>
    ({ round, link, created, requests, units }: LaidOut) => {
      const will = dryRun ? "sẽ " : "đã ";
      if (!created && requests === 0) return `${round}: bảng tính đã đúng, không cần sửa gì. ${link ?? ""}\n`;
      const what = `${round}: ${will}${created ? "tạo" : "bố trí lại"} bảng tính, ${units} đơn vị mỗi đơn vị một dòng.\n`;
      if (link === null) return what;
      return created
        ? `${what}  ${link}\n  Chia sẻ bảng tính cho các đơn vị (nút Chia sẻ), rồi ghi đường dẫn vào ${files.campaign}: rounds, mục ${round}, destination: { kind: googleSheet, link: … }\n`
        : `${what}  ${link}\n`;
    },
  en:
    (dryRun: boolean) =>
    ({ round, link, created, requests, units }: LaidOut) => {
      const would = dryRun ? "would be " : "";
      if (!created && requests === 0)
        return `${round}: the sheet is as it should be; nothing to change. ${link ?? ""}\n`;
      const what = `${round}: the sheet ${would}${created ? "made" : "laid out"}, a row for each of ${units} units.\n`;
      if (link === null) return what;
      return created
        ? `${what}  ${link}\n  Share it with the units (Share), and put the link into ${files.campaign}: rounds, ${round}, destination: { kind: googleSheet, link: … }\n`
        : `${what}  ${link}\n`;
    },
};
