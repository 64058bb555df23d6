import {
  dateOf,
  findUnit,
  printPlace,
  revertNameDecision,
  type Language,
  type NameDecision,
  type UnitDirectory,
} from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import type { Command, CommandContext } from "../command.ts";
import { askMissing, type Question } from "../terminal/ask.ts";
import { askNames } from "../terminal/ask-names.ts";
import { printTable } from "../terminal/table.ts";
import { collectReturns, type Collected } from "../workspace/collect-returns.ts";
import { inCampaign, unitName, type RunningCampaign } from "../workspace/command-context.ts";
import { readDecisions, writeDecisions } from "../workspace/decisions.ts";
import { keptReceipts } from "../workspace/kept-returns.ts";
import { isUnclearName, openNames, type OpenName } from "../workspace/open-names.ts";

/** Goes through the names nobody could be found for, and reads the returns again with what people say. */
export const resolve: Command = {
  name: "resolve",
  summary: {
    vi: "xác định đơn vị cho những tên không rõ trong báo cáo; kết quả lưu vào decisions.csv",
    en: "say which units the unclear names in returns mean; kept in decisions.csv",
  },
  example:
    'chiendich resolve --text "P. Vĩnh Hải cũ" --unit ubnd-phuong-bac-nha-trang --who "Văn thư" --why "hỏi qua điện thoại"',
  options: [
    { flags: "--text <name>", summary: { vi: "tên như đã ghi trong báo cáo", en: "the name as typed" } },
    { flags: "--unit <id>", summary: { vi: "mã đơn vị mang tên đó", en: "id of the unit it means" } },
    {
      flags: "--not-a-unit",
      summary: { vi: "tên đó không phải là đơn vị nào, ví dụ dòng cộng", en: "the text is no unit at all" },
    },
    {
      flags: "--group <heading>",
      summary: { vi: "chỉ áp dụng dưới dòng nhóm này", en: "only below this heading of the sheet" },
    },
    { flags: "--who <name>", summary: { vi: "người quyết định", en: "who decides" } },
    { flags: "--why <reason>", summary: { vi: "căn cứ", en: "on what ground" } },
    {
      flags: "--revert <number>",
      summary: {
        vi: "rút lại quyết định thứ mấy trong decisions.csv",
        en: "take back the decision of that number",
      },
    },
  ],
  changes: true,
  run: (context, { options, dryRun }) =>
    inCampaign(context, async (running) => {
      const { io } = context;
      const before = await readDecisions(running.folder);
      if (before.value === null || before.issues.length > 0) {
        return { data: null, text: "", issues: [...running.issues, ...before.issues] };
      }
      const receipts = await keptReceipts(running.folder);
      const namesUnder = async (decisions: readonly NameDecision[]) =>
        openNames(
          running,
          await collectReturns(running, receipts, io, { decisions, dryRun: true }),
          decisions,
        );

      const decisions = await decide(context, running, before.value, options, namesUnder);
      const changed = decisions !== before.value;
      if (changed && !dryRun) await writeDecisions(running.folder, decisions);
      const collected = await collectReturns(running, receipts, io, {
        decisions,
        dryRun: dryRun || !changed,
      });
      const open = await openNames(running, collected, decisions);
      const reread = changed ? collected.filter(({ events }) => events.length > 0) : [];
      const names = new Set(open.map(({ text }) => text));
      const issues = collected
        .flatMap((one) => one.issues)
        .filter(({ params }) => "text" in params && names.has(String(params.text)));
      return {
        data: {
          open: open.map(({ candidates, ...name }) => ({
            ...name,
            candidates: candidates.map(({ id, name: called }) => ({ id, name: called })),
          })),
          decisions,
          files: reread.map(({ receipt }) => receipt.name),
          dryRun,
        },
        text: printState(context, running.directory, open, decisions, reread),
        issues: [...running.issues, ...issues],
      };
    }),
};

type Options = Readonly<Record<string, string | boolean | undefined>>;

/** The decisions after what somebody typed or answers; the same array when nothing was decided. */
async function decide(
  context: CommandContext,
  running: RunningCampaign,
  before: readonly NameDecision[],
  options: Options,
  namesUnder: (decisions: readonly NameDecision[]) => Promise<readonly OpenName[]>,
): Promise<readonly NameDecision[]> {
  const { io, language } = context;
  if (options["revert"] !== undefined) return reverted(before, options["revert"]);
  const date = dateOf(io.now(), running.campaign.timeZone);
  if (options["text"] !== undefined)
    return [...before, { ...(await typed(context, running, options)), date }];
  if (!io.interactive) return before;
  const answers = await askNames(await namesUnder(before), running, { prompts: io.prompts, language });
  return answers.length === 0 ? before : [...before, ...answers.map((answer) => ({ ...answer, date }))];
}

/** A row that has a unit now may show what else is to be looked at in it. */
function printLeft(reread: readonly Collected[], language: Language): string {
  const count = reread.flatMap(({ issues }) => issues).filter((one) => !isUnclearName(one)).length;
  if (count === 0) return "";
  return language === "vi"
    ? `Các tệp đó có ${count} điểm cần xem. Xem bằng lệnh: chiendich collect --all\n`
    : `There are ${count} issues in those files. See them with: chiendich collect --all\n`;
}

function reverted(before: readonly NameDecision[], typedNumber: string | boolean): readonly NameDecision[] {
  try {
    return revertNameDecision(before, Number(typedNumber));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new MisuseError({
      vi: `Không có quyết định số ${String(typedNumber)}; hiện có ${before.length} quyết định.`,
      en: `There is no decision ${String(typedNumber)} among ${before.length}.`,
    });
  }
}

async function typed(
  { io, language }: CommandContext,
  { directory }: RunningCampaign,
  options: Options,
): Promise<Omit<NameDecision, "date">> {
  const none = options["notAUnit"] === true;
  const questions: Question[] = [
    { name: "text", vi: "Tên trong báo cáo", en: "Name in the return", example: "P. Vĩnh Hải cũ" },
    { name: "who", vi: "Người quyết định", en: "Who decides", example: "Văn thư" },
    { name: "why", vi: "Căn cứ", en: "On what ground", example: "hỏi qua điện thoại" },
  ];
  const unit: Question = {
    name: "unit",
    vi: "Mã đơn vị",
    en: "Id of the unit",
    example: directory.units[0]?.id ?? "ubnd-phuong",
    read: (id) =>
      findUnit(directory, id)
        ? id
        : { vi: `Không có đơn vị nào mang mã “${id}”.`, en: `No unit has the id “${id}”.` },
  };
  const asked = none ? questions : [...questions, unit];
  const answers = await askMissing(asked, options, { io, language });
  const { text = "", who = "", why = "" } = answers;
  const group = typeof options["group"] === "string" ? { group: options["group"] } : {};
  return { text, unit: none ? "" : (answers["unit"] ?? ""), who, why, ...group };
}

function printState(
  { io, language }: CommandContext,
  directory: UnitDirectory,
  open: readonly OpenName[],
  decisions: readonly NameDecision[],
  reread: readonly Collected[],
): string {
  const vi = language === "vi";
  const named = (id: string) =>
    id === "" ? (vi ? "không phải đơn vị" : "not a unit") : unitName(directory, id);
  const decided = printTable(
    vi
      ? ["Số", "Tên trong báo cáo", "Đơn vị", "Người quyết định", "Căn cứ"]
      : ["No.", "Name", "Unit", "Who", "Why"],
    decisions.map(({ text, unit, who, why }, index) => [index + 1, text, named(unit), who, why]),
    io.columns,
  );
  const left = printTable(
    vi ? ["Tên chưa rõ", "Nơi ghi", "Có thể là"] : ["Open name", "Where", "May be"],
    open.map(({ text, places, candidates }) => [
      text,
      places.map((place) => printPlace(place, language)).join("; "),
      candidates.map(({ id, name }) => `${name} (${id})`).join("; "),
    ]),
    io.columns,
  );
  const sentence = vi
    ? `${decisions.length} quyết định, ${open.length} tên chưa rõ, ${reread.length} tệp đọc lại có thay đổi.\n`
    : `${decisions.length} decisions, ${open.length} open names, ${reread.length} files changed.\n`;
  return `${decisions.length > 0 ? decided : ""}${open.length > 0 ? left : ""}${sentence}${printLeft(reread, language)}`;
}
