import type { CampaignEvent } from "./event.ts";
import { reportRecords, type AsOf, type ReportRecord } from "./report-record.ts";

/**
 * The reports that count at an instant, in order of round, unit and receipt: after supersession,
 * returns, corrections, explanations and decisions on names. One per unit and round, and beside it
 * the additions to it.
 */
export function acceptedReports(events: readonly CampaignEvent[], asOf: AsOf): readonly ReportRecord[] {
  return reportRecords(events, asOf).filter(({ fate }) => fate === "standing");
}
