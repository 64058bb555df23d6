import type { CampaignEvent } from "./event.ts";

const common = { at: "2024-11-08T09:00:00+07:00", actor: "Văn phòng" };

export const waived: CampaignEvent = {
  type: "obligation_waived",
  ...common,
  obligationId: "r1/p-an",
  reason: "sáp nhập",
};

// @ts-expect-error: a waiver without a reason
export const silent: CampaignEvent = { type: "obligation_waived", ...common, obligationId: "r1/p-an" };

// @ts-expect-error: a correction without a reason
export const corrected: CampaignEvent = {
  type: "value_corrected",
  ...common,
  reportId: "one",
  field: "people",
  answer: { state: "value", value: 3 },
};

// @ts-expect-error: nobody did it
export const nobody: CampaignEvent = { type: "report_approved", at: common.at, reportId: "one" };
