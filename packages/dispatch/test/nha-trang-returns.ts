import {
  issueCampaign,
  rollUp,
  statusOf,
  type Answer,
  type CampaignEvent,
  type Report,
} from "@chiendich/core";
import { campaign, directory } from "./nha-trang.ts";

/* Invented reports of the campaign's units: enough for a report to the level above that has everything in it. */

const issuedAt = "2024-10-29T10:00:00+07:00";
export const reportedUntil = "2024-11-12T17:00:00+07:00";
const actor = "Phòng Văn hóa và Thông tin";

const value = (number: number): Answer => ({ state: "value", value: number });

function report(unitId: string, index: number): Report {
  return {
    id: `report-${index}`,
    campaignId: campaign.id,
    roundId: "ket-qua",
    unitId,
    schemaVersion: 1,
    submission: "normal",
    nil: false,
    dataAsOf: `2024-11-0${1 + (index % 8)}`,
    answers: {
      dataAsOf: { state: "value", value: `2024-11-0${1 + (index % 8)}` },
      directiveDocs: value(1),
      sessions: value(2 + (index % 5)),
      sessionsIntegrated: value(1),
      participants: {
        ...value(100 + 37 * index),
        ...(index === 3
          ? { explanation: "Tính cả lượt người dự buổi sinh hoạt chung của 03 tổ dân phố." }
          : {}),
      },
      webPosts: value(index % 4),
      facebookPosts: value(3 + (index % 3)),
      zaloGroups: value(2),
      zaloMembers: value(150 + index),
      leaflets: index % 7 === 0 ? { state: "missing" } : value(50),
    },
    origin: {
      source: `${unitId}.xlsx`,
      sha256: String(index).padStart(64, "0"),
      sheet: "Báo cáo",
      identifiedBy: "form",
    },
  };
}

/** All report but every ninth; every tenth is late. */
export const events: readonly CampaignEvent[] = (() => {
  const issued = issueCampaign(campaign, directory, { at: issuedAt, actor });
  const [opening] = issued;
  if (opening?.type !== "campaign_issued") throw new Error("the campaign was not issued");
  const accepted = opening.obligations.flatMap(({ unitId }, index): CampaignEvent[] => {
    if (index % 9 === 8) return [];
    const at = index % 10 === 9 ? "2024-11-11T09:00:00+07:00" : "2024-11-08T09:00:00+07:00";
    return [{ type: "report_accepted", at, actor, receivedAt: at, report: report(unitId, index) }];
  });
  return [...issued, ...accepted];
})();

export const status = statusOf(campaign, events, { at: reportedUntil });
export const figures = rollUp(campaign, directory, events, { at: reportedUntil, by: "group" });
