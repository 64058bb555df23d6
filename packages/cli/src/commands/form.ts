import { describeReportForm, findUnit, statusOf } from "@chiendich/core";
import { writeWorkbook } from "@chiendich/xlsx";
import type { Command } from "../command.ts";
import { inCampaign } from "../workspace/command-context.ts";
import { writeOutput } from "../workspace/write-output.ts";

/** A report form for each unit that owes a report. */
export const form: Command = {
  name: "form",
  summary: {
    vi: "tạo biểu mẫu báo cáo Excel cho từng đơn vị",
    en: "make the Excel report form of each unit",
  },
  example: "chiendich form",
  changes: true,
  run: (context, { dryRun }) =>
    inCampaign(context, async ({ folder, campaign, directory, events, issues }) => {
      const { rows } = statusOf(campaign, events, { at: context.io.now() });
      const several = campaign.rounds.length > 1;
      const planned = rows.flatMap(({ obligation }) => {
        const unit = findUnit(directory, obligation.unitId);
        if (!unit) return [];
        const description = () =>
          describeReportForm(campaign, { round: obligation.roundId, unit, directory });
        const name = several ? `${obligation.roundId}/${unit.id}` : unit.id;
        return [{ path: `bieu-mau/${name}.xlsx`, content: () => writeWorkbook(description()) }];
      });
      const written = await writeOutput(folder, planned, { dryRun });
      const text =
        context.language === "vi"
          ? `${written.length} biểu mẫu ${dryRun ? "sẽ ghi" : "đã ghi"} vào out/bieu-mau/\n`
          : `${written.length} forms ${dryRun ? "would be" : ""} written to out/bieu-mau/\n`;
      return { data: { files: written, dryRun }, text, issues };
    }),
};
