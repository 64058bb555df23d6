import {
  findUnit,
  type Campaign,
  type CampaignEvent,
  type Report,
  type UnitDirectory,
} from "@chiendich/core";

/** What a unit says about a figure that was questioned; it travels upward with the figure. */
export interface Explanation {
  readonly unit: string;
  readonly field: string;
  readonly reason: string;
}

/** Explanations given after a query and those that came with the report, in the ledger's order. */
export function explanationsOf(
  campaign: Campaign,
  directory: UnitDirectory,
  events: readonly CampaignEvent[],
): readonly Explanation[] {
  const reports = new Map<string, Report>();
  const superseded = new Set<string>();
  const found = new Map<string, Explanation>();
  const add = (report: Report, field: string, reason: string) => {
    const label = campaign.report.fields.find(({ id }) => id === field)?.label.vi ?? field;
    const unit = findUnit(directory, report.unitId);
    found.set(`${report.id}/${field}`, {
      unit: unit?.shortName ?? unit?.name ?? report.unitId,
      field: label,
      reason: reason.trim().replace(/[.;]$/, ""),
    });
  };
  for (const event of events) {
    if (event.type === "report_accepted" || event.type === "report_queried") {
      reports.set(event.report.id, event.report);
      for (const [field, answer] of Object.entries(event.report.answers)) {
        if (answer.explanation !== undefined) add(event.report, field, answer.explanation);
      }
    } else if (event.type === "query_explained") {
      const report = reports.get(event.reportId);
      if (report) add(report, event.field, event.reason);
    } else if (event.type === "report_superseded") superseded.add(event.reportId);
  }
  return [...found].filter(([key]) => !superseded.has(key.split("/")[0] as string)).map(([, each]) => each);
}
