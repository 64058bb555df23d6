import type { Campaign } from "../campaign/campaign.ts";
import type { ReportRecord } from "../ledger/report-record.ts";

/** Ids of the fields a group is asked, those that speak about the report itself left out. */
export type AskedFields = (group: string) => readonly string[];

export function askedFields({ report }: Campaign): AskedFields {
  const known = new Map<string, readonly string[]>();
  return (group) => {
    let fields = known.get(group);
    if (!fields) {
      fields = report.fields
        .filter(({ groups, role }) => role === undefined && (groups === undefined || groups.includes(group)))
        .map(({ id }) => id);
      known.set(group, fields);
    }
    return fields;
  };
}

/**
 * How many of the asked fields are answered: with a value, zero, “không phát sinh” or “không áp
 * dụng”. When the reports are those of several merged units, a field counts when each answered it.
 */
export function answeredFields(asked: readonly string[], reports: readonly ReportRecord[]): number {
  if (reports.length === 1) return asked.filter((field) => answers(reports[0] as ReportRecord, field)).length;
  const units = [...Map.groupBy(reports, ({ report }) => report.unitId).values()];
  return asked.filter((field) => units.every((own) => own.some((record) => answers(record, field)))).length;
}

/** A nil report answers everything: there is nothing to report. */
function answers({ report }: ReportRecord, field: string): boolean {
  if (report.nil) return true;
  const answer = report.answers[field];
  return answer !== undefined && answer.state !== "missing";
}
