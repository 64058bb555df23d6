import { publishRollUp, rollUp, statusOf, type CampaignEvent } from "@chiendich/core";
import { renderDispatch, upwardReport } from "@chiendich/dispatch";
import { describeConsolidatedWorkbook, writeWorkbook } from "@chiendich/xlsx";
import type { Command } from "../command.ts";
import { oneRound } from "../common-options.ts";
import { pluginParts } from "../plugin/plugin-parts.ts";
import { appendEvents, withLedger } from "../workspace/campaign-ledger.ts";
import { actorOf, inCampaign, onlyRound } from "../workspace/command-context.ts";
import { withNumber } from "../workspace/dispatch-number.ts";
import { publishedData } from "../workspace/published-data.ts";
import { writeOutput, type PlannedFile } from "../workspace/write-output.ts";

/** Adds the figures up, freezes them under a name, and writes what goes up. */
export const report: Command = {
  name: "report",
  summary: {
    vi: "tổng hợp số liệu, chốt lại và soạn báo cáo gửi cấp trên",
    en: "roll the figures up, publish them, and write the report to the level above",
  },
  example: "chiendich report --id lan-1",
  options: [
    {
      flags: "--id <id>",
      summary: { vi: "tên bản tổng hợp, ví dụ lan-1; mặc định là số kế tiếp", en: "name of the roll-up" },
    },
    oneRound,
  ],
  changes: true,
  run: (context, { options, dryRun }) =>
    inCampaign(context, async (running) => {
      const { folder, campaign, directory, plugins, events, issues } = running;
      const { io, language } = context;
      const at = io.now();
      const actor = actorOf(campaign);
      const id = typeof options["id"] === "string" ? options["id"] : nextId(events);
      const round = onlyRound(options["round"], campaign);
      const figures = rollUp(campaign, directory, events, { at, by: "group", ...round });
      const status = statusOf(campaign, events, { at, ...round });
      const { published, events: news } = publishRollUp(figures, {
        id,
        at,
        actor,
        campaign,
        directory,
        events,
        ledger: await withLedger(folder, io, async (ledger) => {
          const { position, hash } = await ledger.head();
          return { id: ledger.id, position, hash };
        }),
      });
      const workbook = () =>
        describeConsolidatedWorkbook(campaign, directory, {
          status,
          rollUp: figures,
          issues: figures.issues,
          published,
        });
      const planned: PlannedFile[] = [
        { path: `bao-cao/${id}/roll-up.json`, content: () => `${JSON.stringify(published, null, 2)}\n` },
        { path: `bao-cao/${id}/tong-hop.xlsx`, content: () => writeWorkbook(workbook()) },
        ...Object.entries(pluginParts(plugins).sinks).map(([extension, write]) => ({
          path: `bao-cao/${id}/tong-hop${extension}`,
          content: () => write(workbook()),
        })),
        ...(campaign.upward === null
          ? []
          : [
              {
                path: `bao-cao/${id}/bao-cao.docx`,
                content: () =>
                  renderDispatch(
                    upwardReport(withNumber(campaign, events), {
                      ...{ status, rollUp: figures, directory, events },
                    }),
                    { format: "docx" },
                  ),
              },
            ]),
      ];
      const data = publishedData(running, published, io).map((file) => ({
        ...file,
        path: `bao-cao/${id}/${file.path}`,
      }));
      if (!dryRun) await appendEvents(folder, io, () => news);
      const written = await writeOutput(folder, [...planned, ...data], { dryRun });
      const text = `${language === "vi" ? "Bản tổng hợp" : "Roll-up"} ${id}:\n${written.map((path) => `  ${path}\n`).join("")}`;
      return {
        data: { id, sha256: published.sha256, files: written, dryRun },
        text,
        issues: [...issues, ...figures.issues],
      };
    }),
};

function nextId(events: readonly CampaignEvent[]): string {
  const published = new Set(
    events.flatMap((event) => (event.type === "roll_up_published" ? [event.rollUpId] : [])),
  );
  return `lan-${published.size + 1}`;
}
