import type { DefinedReportSchema, ReportValues } from "../report-schema/define-report-schema.ts";
import type { Report } from "./report.ts";

/**
 * The values of a report, typed by a schema defined in code. `null` where the unit gave none:
 * blank, “không phát sinh” and “không áp dụng” are told apart by `report.answers` only.
 */
export function reportValues<Input>(
  schema: DefinedReportSchema<Input>,
  report: Pick<Report, "answers">,
): ReportValues<DefinedReportSchema<Input>> {
  const values = schema.fields.map(({ id }) => {
    const answer = report.answers[id];
    return [id, answer?.state === "value" ? answer.value : null] as const;
  });
  // What was read by the schema has its kinds: the reader made the values, field by field.
  return Object.fromEntries(values) as ReportValues<DefinedReportSchema<Input>>;
}
