import {
  diffRollUps,
  findUnit,
  printValue,
  type ChangeCause,
  type ChangeKind,
  type Language,
} from "@chiendich/core";
import type { Command } from "../command.ts";
import { inCampaign } from "../workspace/command-context.ts";
import { readPublished } from "../workspace/published.ts";

const causes: Readonly<Record<ChangeKind, { readonly vi: string; readonly en: string }>> = {
  reportArrived: { vi: "báo cáo mới nhận", en: "a report arrived" },
  resubmission: { vi: "gửi lại báo cáo", en: "a report was sent again" },
  correction: { vi: "đính chính", en: "a correction" },
  queryExplained: { vi: "đã giải trình", en: "a query was explained" },
  reportReturned: { vi: "báo cáo bị trả lại", en: "a report was returned" },
  reportHeld: { vi: "báo cáo đang chờ giải trình", en: "a report is held by a query" },
  nameDecision: { vi: "xác định lại đơn vị gửi", en: "a unit was decided" },
  unitChange: { vi: "thay đổi đơn vị hành chính", en: "units changed" },
};

/** Why today's figures are not those that were sent. */
export const diff: Command = {
  name: "diff",
  summary: {
    vi: "so hai bản tổng hợp: số liệu nào thay đổi và vì sao",
    en: "compare two roll-ups: which figures changed, and why",
  },
  example: "chiendich diff lan-1 lan-2",
  arguments: [
    { name: "before", summary: { vi: "bản trước", en: "the earlier one" }, required: true },
    { name: "after", summary: { vi: "bản sau", en: "the later one" }, required: true },
  ],
  changes: false,
  run: (context, { arguments: [before = "", after = ""] }) =>
    inCampaign(context, async ({ folder, campaign, directory, events, issues }) => {
      const { language } = context;
      const [first, second] = [await readPublished(folder, before), await readPublished(folder, after)];
      const changes = diffRollUps(first.rollUp, second.rollUp, events, { timeZone: campaign.timeZone });
      const line = (cause: ChangeCause) =>
        `    ${findUnit(directory, cause.unitId)?.name ?? cause.unitId}: ${causes[cause.kind][language]}` +
        `${cause.late ? (language === "vi" ? " (trễ hạn)" : " (late)") : ""}, ${value(cause.before, language)} → ${value(cause.after, language)}\n`;
      const text = changes
        .map(
          (change) =>
            `${change.id}: ${value(change.before, language)} → ${value(change.after, language)}\n${change.causes.map(line).join("")}`,
        )
        .join("");
      const none = language === "vi" ? "Không có số liệu nào thay đổi.\n" : "No figure has changed.\n";
      return { data: changes, text: changes.length === 0 ? none : text, issues };
    }),
};

function value(one: ChangeCause["before"], language: Language): string {
  return one === null ? "–" : printValue(one, language);
}
