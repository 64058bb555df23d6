import { unitsAsOf, type CampaignEvent } from "@chiendich/core";
import { campaignDispatch, renderDispatch } from "@chiendich/dispatch";
import type { Command } from "../command.ts";
import { pluginParts } from "../plugin/plugin-parts.ts";
import { appendEvents, readEvents } from "../workspace/campaign-ledger.ts";
import { inWorkspace } from "../workspace/command-context.ts";
import { issueOnce } from "../workspace/issue-once.ts";
import { writeOutput, type PlannedFile } from "../workspace/write-output.ts";

/** Issues the campaign: who owes what is frozen, and the letter is written. */
export const dispatch: Command = {
  name: "dispatch",
  summary: {
    vi: "phát hành chiến dịch: chốt danh sách đơn vị phải báo cáo và soạn công văn",
    en: "issue the campaign: freeze who owes a report, and write the dispatch",
  },
  example: "chiendich dispatch --per-unit",
  options: [
    {
      flags: "--per-unit",
      summary: { vi: "thêm một công văn riêng cho từng đơn vị", en: "a letter for each unit as well" },
    },
    { flags: "--html", summary: { vi: "thêm bản HTML", en: "an HTML version as well" } },
  ],
  changes: true,
  run: (context, { options, dryRun }) =>
    inWorkspace(context, async ({ folder, campaign, directory, plugins, issues }) => {
      const { io, language } = context;
      const decide = (events: readonly CampaignEvent[]) => issueOnce({ campaign, directory }, events);
      const planned = decide(await readEvents(folder, io));
      const issued = dryRun || planned.length === 0 ? planned : await appendEvents(folder, io, decide);

      const name = `${campaign.dispatch.number ?? "du-thao"}-${campaign.dispatch.notation}`;
      const letter = campaignDispatch(campaign);
      const addressed = new Set(campaign.recipients.flatMap(({ groups }) => groups));
      const units = options["perUnit"]
        ? unitsAsOf(directory, campaign.dispatch.date).filter(({ groups }) =>
            groups.some((group) => addressed.has(group)),
          )
        : [];
      const letters: PlannedFile[] = [
        { path: `cong-van/${name}.docx`, content: () => renderDispatch(letter, { format: "docx" }) },
        ...(options["html"]
          ? [{ path: `cong-van/${name}.html`, content: () => renderDispatch(letter, { format: "html" }) }]
          : []),
        ...Object.entries(pluginParts(plugins).renderers).map(([extension, render]) => ({
          path: `cong-van/${name}${extension}`,
          content: () => render(letter),
        })),
        ...units.map((unit) => ({
          path: `cong-van/tung-don-vi/${unit.id}.docx`,
          content: () => renderDispatch(campaignDispatch(campaign, { unit }), { format: "docx" }),
        })),
      ];
      const written = await writeOutput(folder, letters, { dryRun });
      const obligations = issued.flatMap((event) =>
        event.type === "campaign_issued" ? event.obligations : [],
      );
      const owing = new Set(obligations.map(({ unitId }) => unitId)).size;
      const text =
        language === "vi"
          ? `${issued.length > 0 ? `${dryRun ? "Sẽ phát hành" : "Đã phát hành"}: ${owing} đơn vị phải nộp ${obligations.length} báo cáo.` : "Chiến dịch đã phát hành từ trước."}\n${written.length} tệp: ${written[0]}\n`
          : `${issued.length > 0 ? `${dryRun ? "Would issue" : "Issued"}: ${owing} units owe ${obligations.length} reports.` : "The campaign was issued before."}\n${written.length} files: ${written[0]}\n`;
      return {
        data: { issued: issued.length > 0, obligations: obligations.length, files: written, dryRun },
        text,
        issues,
      };
    }),
};
