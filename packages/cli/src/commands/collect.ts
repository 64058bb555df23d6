import { mkdir, rm } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import type { Language } from "@chiendich/core";
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
import { isUnclearName } from "../workspace/open-names.ts";
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
    {
      flags: "--all",
      summary: {
        vi: "nêu lại cả những tệp và điểm cần xem đã nêu ở các lần đọc trước",
        en: "say again what earlier runs have said of the files they read",
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
      const workbooks = collected.filter(({ receipt }) => /^\.xls[xm]$/i.test(extname(receipt.name)));
      const faulty = workbooks.filter(({ issues }) => issues.length > 0);
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
      if (options["annotate"] && !dryRun) {
        // What was marked before and is in order now is not to be sent back again.
        for (const { receipt, issues } of workbooks) {
          if (issues.length > 0) continue;
          await rm(join(running.folder, files.out, "tra-lai", receipt.name), { force: true });
        }
      }
      const vi = language === "vi";
      const shown = options["all"] ? collected : collected.filter(({ known }) => !known);
      const said = new Set(collected.filter((one) => !shown.includes(one)).flatMap(({ issues }) => issues));
      const rows = shown.map((one) => {
        const count = countOutcomes(one);
        return [one.receipt.name, count.accepted, count.queried, count.rejected, one.issues.length];
      });
      const table = printTable(
        vi
          ? ["Tệp", "Nhận", "Chờ giải trình", "Không nhận", "Điểm cần xem"]
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
        files: collected.map(({ receipt, reading, verdicts, events }) => ({
          file: receipt.name,
          receivedAt: receipt.receivedAt,
          account: reading?.account ?? null,
          verdicts: reading && verdicts.map(({ issues: _, ...verdict }) => verdict),
          events: events.length,
        })),
        annotated: written,
        replies: settled?.replied ?? 0,
        said: collected.filter(({ known }) => known).flatMap(({ issues }) => issues).length,
        dryRun,
      };
      return {
        data,
        text:
          collected.length === 0
            ? none
            : (shown.length > 0 ? table : "") +
              text +
              printSaid(said.size, language) +
              whatNext(collected, written.length, language),
        said,
        issues: [
          ...running.issues,
          ...(sheets?.issues ?? []),
          ...collected.flatMap(({ issues }) => issues),
          ...(settled?.issues ?? []),
        ],
      };
    }),
};

/** How much stands that was said before, and how to see it again. */
function printSaid(count: number, language: Language): string {
  if (count === 0) return "";
  return language === "vi"
    ? `${count} điểm cần xem đã nêu ở các lần đọc trước vẫn còn. Xem lại bằng lệnh: chiendich collect --all\n`
    : `${count} issues that earlier runs have said still stand. See them again with: chiendich collect --all\n`;
}

function countOutcomes({ verdicts }: Collected) {
  const count = { accepted: 0, queried: 0, rejected: 0 };
  for (const { outcome } of verdicts) count[outcome] += 1;
  return count;
}

/** What is to be done about what was found. */
function whatNext(collected: readonly Collected[], annotated: number, language: Language): string {
  const unclear = collected.flatMap(({ issues }) => issues).filter(isUnclearName).length;
  const vi = language === "vi";
  const lines = [
    annotated > 0 &&
      (vi
        ? `${annotated} tệp đã đánh dấu trong ${files.out}/tra-lai/ để gửi trả đơn vị.`
        : `${annotated} marked files in ${files.out}/tra-lai/ to be returned to their units.`),
    unclear > 0 &&
      (vi
        ? `${unclear} tên đơn vị chưa rõ. Xác định bằng lệnh: chiendich resolve`
        : `${unclear} unclear names. Decide them with: chiendich resolve`),
  ];
  return lines.flatMap((line) => (line === false ? [] : [`${line}\n`])).join("");
}
