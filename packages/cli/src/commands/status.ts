import { printNumber, printRate, statusOf, type StatusCounts } from "@chiendich/core";
import type { Command } from "../command.ts";
import { printMoment } from "../dashboard/moment.ts";
import { stateWords } from "../dashboard/state-words.ts";
import { printTable } from "../terminal/table.ts";
import { inCampaign, instantOption, onlyRound, unitName } from "../workspace/command-context.ts";

/** Who has answered, now or at any past instant. */
export const status: Command = {
  name: "status",
  summary: {
    vi: "xem đơn vị nào đã báo cáo, trễ hạn hay chưa báo cáo, tại một thời điểm bất kỳ",
    en: "show who has reported, is late or is missing, at any instant",
  },
  example: "chiendich status --as-of 2024-11-10",
  options: [
    {
      flags: "--as-of <instant>",
      summary: {
        vi: "thời điểm cần xem, hoặc một ngày (lấy lúc hết ngày); mặc định là lúc này",
        en: "the instant, or a day (its end); now by default",
      },
    },
    {
      flags: "--known-today",
      summary: {
        vi: "tính cả những gì ghi nhận sau thời điểm đó",
        en: "take into account what was recorded after that instant",
      },
    },
    { flags: "--round <id>", summary: { vi: "chỉ một đợt báo cáo", en: "one round only" } },
    { flags: "--units", summary: { vi: "liệt kê từng đơn vị", en: "list every unit" } },
  ],
  changes: false,
  run: (context, { options }) =>
    inCampaign(context, async ({ campaign, directory, events, issues }) => {
      const { io, language } = context;
      const now = io.now();
      const at = instantOption(options["asOf"], { now, timeZone: campaign.timeZone });
      const state = statusOf(campaign, events, {
        at,
        ...(options["knownToday"] && { knownAt: now }),
        ...onlyRound(options["round"], campaign),
      });
      const vi = language === "vi";
      const head = vi
        ? [
            "Nhóm",
            "Phải nộp",
            "Đã nộp",
            "Đúng hạn",
            "Trễ",
            "Chờ giải trình",
            "Chưa nộp",
            "Tỷ lệ nộp",
            "Tỷ lệ đúng hạn",
          ]
        : [
            "Group",
            "Expected",
            "Received",
            "On time",
            "Late",
            "To be explained",
            "Missing",
            "Reporting rate",
            "On-time rate",
          ];
      const row = (label: string, counts: StatusCounts) => [
        label,
        counts.expected,
        counts.received,
        counts.onTime,
        counts.byState.late,
        // With these two and those received, the row adds up to what is expected.
        counts.byState.queried + counts.byState.returned,
        counts.byState.missing + counts.byState.awaited,
        printRate(counts.reportingRate, language),
        printRate(counts.onTimeRate, language),
      ];
      const groups = printTable(
        head,
        [
          ...Object.entries(state.byGroup).map(([group, counts]) => row(group, counts)),
          row(vi ? "Tổng cộng" : "Total", state.total),
        ],
        io.columns,
      );
      const units = options["units"]
        ? printTable(
            vi ? ["Đơn vị", "Trạng thái", "Nhận lúc", "Ghi chú"] : ["Unit", "State", "Received", "Note"],
            state.rows.map(({ obligation, state: one, receivedAt, reason }) => [
              unitName(directory, obligation.unitId),
              stateWords[one][language],
              receivedAt === null ? "" : printMoment(receivedAt, campaign.timeZone),
              reason ?? "",
            ]),
            io.columns,
          )
        : "";
      const title = vi
        ? `Tình hình đến ${printMoment(at, campaign.timeZone)}: ${printNumber(state.total.received)}/${printNumber(state.total.expected)} đơn vị đã báo cáo\n`
        : `As of ${printMoment(at, campaign.timeZone)}: ${state.total.received}/${state.total.expected} units have reported\n`;
      return { data: state, text: title + groups + units, issues };
    }),
};
