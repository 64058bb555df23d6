import { mkdir } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { annotateWorkbook } from "@chiendich/xlsx";
import type { Command } from "../command.ts";
import { pullSheets } from "../google/collect-sheets.ts";
import { googleApiOption } from "../google/google-client.ts";
import { showProgress } from "../terminal/progress.ts";
import { printTable } from "../terminal/table.ts";
import { collectReturns, type Collected } from "../workspace/collect-returns.ts";
import { inCampaign, roundOption } from "../workspace/command-context.ts";
import { readDecisions } from "../workspace/decisions.ts";
import { readReceipts, returnsFolder } from "../workspace/receipts.ts";
import { files } from "../workspace/workspace.ts";
import { writeOutput } from "../workspace/write-output.ts";

/** Reads what units sent back into the ledger. */
export const collect: Command = {
  name: "collect",
  summary: {
    vi: "đọc các tệp báo cáo gửi về (mặc định: thư mục returns/) hoặc bảng tính Google",
    en: "read the returns units sent back (returns/ by default), or a Google Sheet",
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
      flags: "--sheet [link]",
      summary: {
        vi: "đọc bảng tính Google theo đường dẫn hoặc mã; không ghi gì thêm thì đọc mọi bảng của chiến dịch",
        en: "read a Google Sheet by its link or id; with neither, every sheet the campaign has",
      },
    },
    googleApiOption,
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
        vi: "ghi lại các tệp có lỗi, đánh dấu từng ô, để gửi trả đơn vị; với bảng tính: ghi trạng thái và nội dung cần giải trình vào dòng của từng đơn vị",
        en: "write back the faulty files with every cell marked, to be returned to their units; in a sheet: state and questions into each unit's row",
      },
    },
  ],
  changes: true,
  run: (context, input) =>
    inCampaign(context, async (running) => {
      const { arguments: paths, options, dryRun } = input;
      const { io, language } = context;
      const roundId = options["round"] && roundOption(options["round"], running.campaign);
      const decisions = await readDecisions(running.folder);
      // Reading on without a decision would withdraw the reports that rest on it.
      if (decisions.value === null || decisions.issues.length > 0) {
        return { data: null, text: "", issues: [...running.issues, ...decisions.issues] };
      }
      const sheets = options["sheet"] ? await pullSheets(context, running, input) : null;
      const places = paths.length > 0 || sheets ? paths : [returnsFolder(running.folder)];
      await mkdir(returnsFolder(running.folder), { recursive: true });
      const found = await readReceipts(
        places.map((path) => resolve(io.folder, path)),
        running.campaign,
      );
      const receipts = [
        ...(roundId ? found.map((one) => ({ ...one, roundId })) : found),
        ...(sheets?.receipts ?? []),
      ];
      const progress = showProgress(io, language === "vi" ? "Đọc báo cáo" : "Reading");
      const collected = await collectReturns(running, receipts, io, {
        decisions: decisions.value,
        dryRun,
        onFile: progress.update,
      });
      progress.end();
      const settled = dryRun ? null : await sheets?.settle(options["annotate"] === true);
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
      const none = vi
        ? `Không có báo cáo mới để đọc. Chép tệp các đơn vị gửi về vào ${files.returns}/ rồi chạy lại.\n`
        : `There is nothing to read. Put the files units sent into ${files.returns}/ and run this again.\n`;
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
        replies: settled?.replied ?? 0,
        dryRun,
      };
      return {
        data,
        text: collected.length === 0 ? none : table + text,
        issues: [
          ...running.issues,
          ...(sheets?.issues ?? []),
          ...collected.flatMap(({ issues }) => issues),
          ...(settled?.issues ?? []),
        ],
      };
    }),
};

function countOutcomes({ reading }: Collected) {
  const count = { accepted: 0, queried: 0, rejected: 0 };
  for (const { outcome } of reading?.verdicts ?? []) count[outcome] += 1;
  return count;
}
