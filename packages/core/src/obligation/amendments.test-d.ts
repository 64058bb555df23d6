import type { CampaignEvent } from "../ledger/event.ts";
import type { Amendment } from "./amendments.ts";
import type { StatusCounts, StatusRow } from "./status.ts";

// What overrides something does not compile without its reason.
const at = "2024-11-08T09:00:00+07:00";
const actor = "Phòng Văn hóa và Thông tin";

export const waived: CampaignEvent = {
  type: "obligation_waived",
  at,
  actor,
  obligationId: "r1/p-an",
  reason: "ngừng hoạt động",
};

// @ts-expect-error: a waiver without a reason
export const silent: CampaignEvent = { type: "obligation_waived", at, actor, obligationId: "r1/p-an" };

// @ts-expect-error: an amendment nobody made
export const nobody: Amendment = { at, reason: "ngừng hoạt động" };

// @ts-expect-error: an extension without the document that grants it
export const ungranted: CampaignEvent = {
  type: "obligation_extended",
  at,
  actor,
  obligationId: "r1/p-an",
  reason: "bão",
  deadline: {
    quote: "chậm nhất ngày 15/11/2024",
    on: "2024-11-15",
    dayCounts: true,
    lastInstant: "2024-11-15T23:59:59.999+07:00",
    timeZone: "Asia/Ho_Chi_Minh",
    rule: { id: "noLaterThanDay", confidence: "inferred" },
  },
};

// A rate is a fraction or says that there is none: it is never taken for a number unseen.
declare const counts: StatusCounts;
// @ts-expect-error: nothing may have been expected
export const rate: number = counts.reportingRate;

declare const row: StatusRow;
// @ts-expect-error: a status is read, not changed
row.state = "onTime";
