import {
  extendObligation,
  obligationId,
  parseDeadline,
  reportRecords,
  waiveObligation,
  type CampaignEvent,
} from "@chiendich/core";
import { civilServantCalendar } from "@chiendich/vietnam";
import { MisuseError } from "../misuse-error.ts";
import type { Command, CommandInput } from "../command.ts";
import { askMissing } from "../terminal/ask.ts";
import { appendEvents } from "../workspace/campaign-ledger.ts";
import {
  inCampaign,
  roundOption,
  unitArgument,
  unitName,
  type RunningCampaign,
} from "../workspace/command-context.ts";

/** What people decide about one unit after issuing: more time, no report at all, a query that is explained. */
export const amend: Command = {
  name: "amend",
  summary: {
    vi: "gia hạn, miễn báo cáo hoặc ghi nhận giải trình của một đơn vị",
    en: "extend a unit's deadline, waive its report, or take its explanation of a query",
  },
  example:
    'chiendich amend ubnd-phuong-vy-da --extend "chậm nhất ngày 20/4/2026" --document 15/UBND-NN --who "Phó Chủ tịch" --why "mưa lũ"',
  arguments: [
    { name: "unit", summary: { vi: "mã hoặc tên đơn vị", en: "id or name of the unit" }, required: true },
  ],
  options: [
    { flags: "--round <id>", summary: { vi: "đợt báo cáo", en: "the round" } },
    {
      flags: "--extend <deadline>",
      summary: { vi: "thời hạn mới, bằng lời", en: "the new deadline, in words" },
    },
    {
      flags: "--document <number>",
      summary: { vi: "văn bản cho gia hạn", en: "the document that grants it" },
    },
    { flags: "--waive", summary: { vi: "miễn báo cáo", en: "waive the report" } },
    {
      flags: "--explained",
      summary: { vi: "các điểm chờ giải trình đã được giải trình", en: "its open queries are explained" },
    },
    { flags: "--who <name>", summary: { vi: "người quyết định", en: "who decides" } },
    {
      flags: "--why <reason>",
      summary: { vi: "lý do, hoặc nội dung giải trình", en: "why, or the explanation" },
    },
  ],
  changes: true,
  run: (context, input) =>
    inCampaign(context, async (running) => {
      const { io, language } = context;
      const { id: unitId } = unitArgument(input.arguments[0] ?? "", running.directory);
      const { who = "", why = "" } = await askMissing(
        [
          { name: "who", vi: "Người quyết định", en: "Who decides", example: "Phó Chủ tịch" },
          { name: "why", vi: "Lý do", en: "Why", example: "mưa lũ" },
        ],
        input.options,
        { io, language },
      );
      const doing = { at: io.now(), actor: who, reason: why };
      const planned = amendments(running, unitId, input.options, doing);
      if (!input.dryRun) await appendEvents(running.folder, io, () => planned);
      const name = unitName(running.directory, unitId);
      const text =
        language === "vi"
          ? `Đã ghi ${planned.length} quyết định: ${name}.\n`
          : `${planned.length} decisions: ${name}.\n`;
      return { data: { events: planned, dryRun: input.dryRun }, text, issues: running.issues };
    }),
};

interface Doing {
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
}

function amendments(
  { campaign, events }: RunningCampaign,
  unitId: string,
  options: CommandInput["options"],
  doing: Doing,
): readonly CampaignEvent[] {
  const several = campaign.rounds.map(({ id }) => id).join("|");
  const roundId = roundOption(options["round"] ?? (campaign.rounds.length === 1 ? several : ""), campaign);
  const id = obligationId(roundId, unitId);
  const { extend, document } = options;
  return refused(() => {
    if (options["waive"] === true) return [waiveObligation(campaign, events, { ...doing, obligationId: id })];
    if (typeof extend === "string") {
      const granted = typeof document === "string" ? document : "";
      const deadline = deadlineOf(extend, campaign.timeZone, campaign.dispatch.date);
      return [
        extendObligation(campaign, events, { ...doing, obligationId: id, deadline, document: granted }),
      ];
    }
    const held = reportRecords(events, { at: doing.at }).filter(
      ({ report, fate }) => fate === "queried" && report.unitId === unitId && report.roundId === roundId,
    );
    if (options["explained"] !== true || held.length === 0) throw new RangeError("no open query");
    return held.map(({ report }) => ({ type: "query_explained", ...doing, reportId: report.id, field: "*" }));
  });
}

function deadlineOf(words: string, timeZone: string, issuedOn: string) {
  const { value } = parseDeadline(words, { timeZone, issuedOn, calendar: civilServantCalendar });
  if (!value) throw new RangeError(`no deadline: ${words}`);
  return value;
}

/** What core refuses is what somebody typed: nothing owed, a deadline that is not later, no document. */
function refused(decide: () => readonly CampaignEvent[]): readonly CampaignEvent[] {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    throw new MisuseError({
      vi: `Không thực hiện được. Cần: đơn vị phải báo cáo trong đợt này; --extend với thời hạn muộn hơn và --document; hoặc --waive; hoặc --explained khi có điểm chờ giải trình.`,
      en: `It cannot be done: ${error.message}`,
    });
  }
}
