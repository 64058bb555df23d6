import { describeReportForm, findUnit, statusOf } from "@chiendich/core";
import { writeWorkbook } from "@chiendich/xlsx";
import type { Command, CommandContext, Outcome } from "../command.ts";
import { oneRound } from "../common-options.ts";
import { layOutSheets } from "../google/form-sheet.ts";
import { googleApiOption } from "../google/google-client.ts";
import { showProgress } from "../terminal/progress.ts";
import { inCampaign, inWorkspace, onlyRound } from "../workspace/command-context.ts";
import { withNumber } from "../workspace/dispatch-number.ts";
import { writeOutput } from "../workspace/write-output.ts";

/** A report form for each unit that owes a report, or one shared Google Sheet. */
export const form: Command = {
  name: "form",
  summary: {
    vi: "tạo biểu mẫu báo cáo Excel cho từng đơn vị, hoặc một bảng tính Google dùng chung",
    en: "make the Excel report form of each unit, or one shared Google Sheet",
  },
  example: "chiendich form",
  options: [
    {
      flags: "--sheet [link]",
      summary: {
        vi: "tạo bảng tính Google dùng chung; có đường dẫn thì bố trí trong bảng tính đó",
        en: "make a shared Google Sheet; with a link, lay it out in that spreadsheet",
      },
    },
    googleApiOption,
    oneRound,
  ],
  changes: true,
  run: (context, input) =>
    input.options["sheet"]
      ? inWorkspace(context, (workspace) => layOutSheets(context, workspace, input))
      : writeForms(context, input.options["round"], input.dryRun),
};

async function writeForms(
  context: CommandContext,
  round: string | boolean | undefined,
  dryRun: boolean,
): Promise<Outcome> {
  const { io, language } = context;
  return inCampaign(context, async ({ folder, campaign, directory, events, issues }) => {
    const only = onlyRound(round, campaign);
    const { rows } = statusOf(campaign, events, { at: io.now(), ...only });
    const several = campaign.rounds.length > 1;
    const numbered = withNumber(campaign, events);
    const planned = rows.flatMap(({ obligation }) => {
      const unit = findUnit(directory, obligation.unitId);
      if (!unit) return [];
      const description = () => describeReportForm(numbered, { round: obligation.roundId, unit, directory });
      const name = several ? `${obligation.roundId}/${unit.id}` : unit.id;
      return [{ path: `bieu-mau/${name}.xlsx`, content: () => writeWorkbook(description()) }];
    });
    const progress = showProgress(io, language === "vi" ? "Tạo biểu mẫu" : "Forms");
    const written = await writeOutput(folder, planned, {
      dryRun,
      onFile: (done) => progress.update(done, planned.length),
    });
    progress.end();
    const text =
      language === "vi"
        ? `${written.length} biểu mẫu ${dryRun ? "sẽ ghi" : "đã ghi"} vào out/bieu-mau/\n`
        : `${written.length} forms ${dryRun ? "would be " : ""}written to out/bieu-mau/\n`;
    return { data: { files: written, dryRun }, text, issues };
  });
}
