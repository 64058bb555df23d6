import { compareInstants, rollUp, statusOf, type StatusRow } from "@chiendich/core";
import type { Command } from "../command.ts";
import { asOf } from "../common-options.ts";
import { renderDashboard } from "../dashboard/dashboard.ts";
import { printUntil } from "../dashboard/moment.ts";
import { inCampaign, instantOption, unitName } from "../workspace/command-context.ts";
import { writeOutput } from "../workspace/write-output.ts";

/** One page with everything on it, to be opened anywhere. */
export const dashboard: Command = {
  name: "dashboard",
  summary: {
    vi: "tạo trang tổng quan: một tệp HTML mở được ở mọi máy, không cần mạng",
    en: "make the dashboard: one HTML file that opens anywhere, without a network",
  },
  example: "chiendich dashboard",
  options: [asOf],
  changes: true,
  run: (context, { options, dryRun }) =>
    inCampaign(context, async ({ folder, campaign, directory, events, issues }) => {
      const knownAt = context.io.now();
      const at = instantOption(options["asOf"], { now: knownAt, timeZone: campaign.timeZone });
      const reminderText = ({ obligation, openUntil }: StatusRow) => {
        const until = printUntil(openUntil, campaign.timeZone);
        const asked =
          compareInstants(at, openUntil) > 0
            ? `Đã quá thời hạn báo cáo (${until}), đề nghị đơn vị khẩn trương gửi báo cáo.`
            : `Đề nghị đơn vị gửi báo cáo trước ${until}.`;
        return (
          `Kính gửi ${unitName(directory, obligation.unitId)}: ${campaign.dispatch.issuer.name} chưa nhận được ` +
          `báo cáo ${campaign.title}. ${asked} Trân trọng.`
        );
      };
      const page = renderDashboard({
        campaign,
        directory,
        status: statusOf(campaign, events, { at, knownAt }),
        rollUp: rollUp(campaign, directory, events, { at, knownAt, by: "group" }),
        reminderText,
      });
      const written = await writeOutput(folder, [{ path: "tong-quan.html", content: () => page }], {
        dryRun,
      });
      return { data: { files: written, dryRun }, text: `${written.join("\n")}\n`, issues };
    }),
};
