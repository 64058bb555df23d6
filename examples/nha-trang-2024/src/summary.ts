import {
  dateOf,
  explainIssue,
  printFigure,
  printLastInstant,
  printRate,
  type StatusCounts,
} from "@chiendich/core";
import type { Rollout } from "./rollout.ts";

/** What was made and found, for a person to read. */
export function summary({
  plan,
  obligations,
  account,
  statuses,
  reminders,
  figures,
  bases,
  explanation,
  changes,
  files,
}: Rollout): string {
  const { campaign, findings } = plan;
  const [round] = campaign.rounds;
  const transfers = statuses.at(-1)?.transfers.length ?? 0;
  return [
    heading("Phát hiện trong kế hoạch · found in the plan", findings.length),
    ...findings.map((one) => `  - ${explainIssue(one, "vi")}`),
    "",
    heading("Đơn vị phải báo cáo · units that owe a report", obligations),
    `  Hạn cuối · strict deadline: ${round ? printLastInstant(round.deadline, "vi") : ""}`,
    `  Nghĩa vụ chuyển cho đơn vị mới do sáp nhập · passed to merged units: ${transfers}`,
    "",
    heading("Báo cáo gửi về · returns", account.files),
    `  ${account.rows} dòng = ${account.accepted} nhận + ${account.queried} chờ giải trình + ${account.rejected} loại + ${account.superseded} bị thay thế`,
    `  ${account.rows} rows = ${account.accepted} accepted + ${account.queried} queried + ${account.rejected} rejected + ${account.superseded} superseded`,
    `  ${account.cells} ô = ${account.mapped} dùng + ${account.ignored} bỏ qua có lý do · cells = mapped + ignored with a reason`,
    "",
    "Tình trạng · status",
    ...statuses.map(
      ({ at, total }) => `  ${dateOf(at, campaign.timeZone)} ${at.slice(11, 16)}  ${rates(total)}`,
    ),
    `  Đôn đốc ngày 08/11 · reminders planned on 8 November: ${reminders}`,
    "",
    "Số liệu chính · main figures",
    ...["sessions", "participants", "zaloMembers", "leaflets"].flatMap((id) => {
      const figure = figures.total[id];
      const field = campaign.report.fields.find((one) => one.id === id);
      return figure && field ? [`  ${field.label.vi}: ${printFigure(figure, "vi")}`] : [];
    }),
    "",
    ...explanation.slice(0, 4).map((line) => `    ${line}`),
    "    … nguon-participants.txt",
    "",
    "Thay đổi sau ngày hết hạn · changed since the day after the deadline",
    ...changes
      .filter(({ field }) => field === "participants")
      .flatMap(({ before, after, causes }) => [
        `  ${String(before)} → ${String(after)}`,
        ...causes.map(
          ({ unitId, kind, late, effect }) =>
            `    ${unitId}: ${kind}${late ? " (trễ hạn · late)" : ""}, +${String(effect)}`,
        ),
      ]),
    "",
    "Theo phường, xã của từng thời điểm · on the wards of each day",
    ...bases.map(
      ({ day, units, sum, total }) =>
        `  ${day}: ${units} phường, xã · lượt người tham dự: ${sum}, toàn thành phố ${String(total)} · attendances there and in the city`,
    ),
    "",
    `${files} tệp trong examples/nha-trang-2024/out/ · files written`,
    "  cong-van/2242-VHTT.docx   công văn · the dispatch",
    "  bieu-mau/                 biểu mẫu từng đơn vị · a report form per unit",
    "  tong-hop.xlsx             bảng tổng hợp · the consolidated workbook",
    "  bao-cao.docx              báo cáo cấp trên · the upward report",
    "  roll-up.json              số liệu kèm nguồn gốc từng ô · figures down to the cell",
  ].join("\n");
}

function heading(text: string, count: number): string {
  return `${text}: ${count}`;
}

function rates({ expected, received, reportingRate, onTimeRate }: StatusCounts): string {
  return `${received}/${expected} đơn vị · báo cáo ${printRate(reportingRate)} · đúng hạn ${printRate(onTimeRate)}`;
}
