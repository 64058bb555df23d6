import { extname } from "node:path";
import { annotateWorkbook } from "@chiendich/xlsx";
import type { Command } from "../command.ts";
import { showProgress } from "../terminal/progress.ts";
import { printTable } from "../terminal/table.ts";
import { collectReturns, type Collected } from "../workspace/collect-returns.ts";
import { inCampaign, roundOption } from "../workspace/command-context.ts";
import { readDecisions } from "../workspace/decisions.ts";
import { readReceipts, returnsFolder } from "../workspace/receipts.ts";
import { writeOutput } from "../workspace/write-output.ts";

/** Reads what units sent back into the ledger. */
export const collect: Command = {
  name: "collect",
  summary: {
    vi: "đọc các tệp báo cáo gửi về (mặc định: thư mục returns/)",
    en: "read the returns units sent back (returns/ by default)",
  },
  example: "chiendich collect returns --annotate",
  arguments: [
    {
      name: "paths",
      summary: { vi: "tệp hoặc thư mục", en: "files or folders" },
      required: false,
      many: true,
    },
  ],
  options: [
    {
      flags: "--round <id>",
      summary: {
        vi: "đợt báo cáo của các tệp không phải biểu mẫu gửi kèm, khi chiến dịch có nhiều đợt",
        en: "the round of files that are not the campaign's own forms, when there are several",
      },
    },
    {
      flags: "--annotate",
      summary: {
        vi: "ghi lại các tệp có lỗi, đánh dấu từng ô, để gửi trả đơn vị",
        en: "write back the faulty files with every cell marked, to be returned to their units",
      },
    },
  ],
  changes: true,
  run: (context, { arguments: paths, options, dryRun }) =>
    inCampaign(context, async (running) => {
      const { io, language } = context;
      const found = await readReceipts(paths.length > 0 ? paths : [returnsFolder(running.folder)]);
      const roundId = options["round"] && roundOption(options["round"], running.campaign);
      const receipts = roundId ? found.map((one) => ({ ...one, roundId })) : found;
      const decisions = await readDecisions(running.folder);
      // Reading on without a decision would withdraw the reports that rest on it.
      if (decisions.value === null || decisions.issues.length > 0) {
        return { data: null, text: "", issues: [...running.issues, ...decisions.issues] };
      }
      const progress = showProgress(io, language === "vi" ? "Đọc báo cáo" : "Reading");
      const collected = await collectReturns(running, receipts, io, {
        decisions: decisions.value,
        dryRun,
        onFile: progress.update,
      });
      progress.end();
      const faulty = collected.filter(
        ({ receipt, issues }) => issues.length > 0 && /^\.xls[xm]$/i.test(extname(receipt.name)),
      );
      const written = options["annotate"]
        ? await writeOutput(
            running.folder,
            faulty.map(({ receipt, bytes, issues }) => ({
              path: `tra-lai/${receipt.name}`,
              content: () => annotateWorkbook(bytes, issues, { language: "vi" }),
            })),
            { dryRun },
          )
        : [];
      const vi = language === "vi";
      const rows = collected.map((one) => {
        const count = countOutcomes(one);
        return [one.receipt.name, count.accepted, count.queried, count.rejected, one.issues.length];
      });
      const table = printTable(
        vi
          ? ["Tệp", "Nhận", "Chờ giải trình", "Loại", "Lỗi"]
          : ["File", "Accepted", "Queried", "Rejected", "Issues"],
        rows,
        io.columns,
      );
      const changed = collected.filter(({ events }) => events.length > 0).length;
      const text = vi
        ? `${collected.length} tệp, ${changed} tệp mới hoặc thay đổi${dryRun ? " (chạy thử, chưa ghi gì)" : ""}.\n`
        : `${collected.length} files, ${changed} new or changed${dryRun ? " (dry run, nothing written)" : ""}.\n`;
      const data = {
        files: collected.map(({ receipt, reading, events }) => ({
          file: receipt.name,
          receivedAt: receipt.receivedAt,
          account: reading?.account ?? null,
          verdicts: reading?.verdicts.map(({ sheet, row, outcome }) => ({ sheet, row, outcome })) ?? null,
          events: events.length,
        })),
        annotated: written,
        dryRun,
      };
      return {
        data,
        text: table + text,
        issues: [...running.issues, ...collected.flatMap(({ issues }) => issues)],
      };
    }),
};

function countOutcomes({ reading }: Collected) {
  const count = { accepted: 0, queried: 0, rejected: 0 };
  for (const { outcome } of reading?.verdicts ?? []) count[outcome] += 1;
  return count;
}
