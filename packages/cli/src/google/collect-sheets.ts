import type { Issue } from "@chiendich/core";
import type { CommandContext, CommandInput } from "../command.ts";
import { MisuseError } from "../misuse-error.ts";
import { readEvents } from "../workspace/campaign-ledger.ts";
import type { RunningCampaign } from "../workspace/command-context.ts";
import type { Receipt } from "../workspace/receipts.ts";
import { googleAccount } from "./google-client.ts";
import { pullSheet, type PulledSheet } from "./pull-sheet.ts";
import { replyInSheet } from "./reply-in-sheet.ts";
import { chooseSheets, keepRoundSheet } from "./round-sheet.ts";

/** What was read of the campaign's spreadsheets, to be recorded like files. */
export interface PulledSheets {
  readonly receipts: readonly Receipt[];
  readonly issues: readonly Issue[];
  /** Once the receipts are in the ledger: remembers what was seen, and replies in the sheets when asked to. */
  readonly settle: (
    reply: boolean,
  ) => Promise<{ readonly replied: number; readonly issues: readonly Issue[] }>;
}

/**
 * Reads the spreadsheets that `--sheet` names, or all that the campaign has.
 *
 * @throws {MisuseError} when there is none, or no account to read them with
 */
export async function pullSheets(
  { io }: CommandContext,
  running: RunningCampaign,
  { options }: CommandInput,
): Promise<PulledSheets> {
  const given = typeof options["sheet"] === "string" ? options["sheet"] : true;
  const chosen = await chooseSheets(running, given, options["round"]);
  const sheets = (chosen.value ?? []).flatMap(({ roundId, sheet }) => (sheet ? [{ roundId, sheet }] : []));
  if (sheets.length === 0 && chosen.issues.length === 0) {
    throw new MisuseError({
      vi: "Chiến dịch chưa có bảng tính Google. Ghi đường dẫn sau --sheet, vào campaign.yaml (rounds, destination.link), hoặc tạo bằng lệnh: chiendich form --sheet",
      en: "The campaign has no Google Sheet. Put its link after --sheet or into campaign.yaml (rounds, destination.link), or make one with: chiendich form --sheet",
    });
  }
  const issues: Issue[] = [...chosen.issues];
  const pulled: PulledSheet[] = [];
  if (sheets.length === 0) return { receipts: [], issues, settle: async () => ({ replied: 0, issues: [] }) };
  const { client } = await googleAccount(io, options, options["annotate"] ? "write" : "read");
  const at = io.now();
  for (const one of sheets) {
    const { value, issues: found } = await pullSheet(client, running, one, at);
    issues.push(...found, ...(value?.issues ?? []));
    if (value) pulled.push(value);
  }
  return {
    receipts: pulled.flatMap(({ receipt }) => receipt ?? []),
    issues,
    settle: async (reply) => {
      const more: Issue[] = [];
      let replied = 0;
      for (const one of pulled) {
        await keepRoundSheet(running.folder, one.roundId, one.seen);
        if (!reply || one.source.bound === null) continue;
        const events = await readEvents(running.folder, io);
        const written = await replyInSheet(client, running.campaign, one, events, at);
        replied += written.value ?? 0;
        more.push(...written.issues);
      }
      return { replied, issues: more };
    },
  };
}
