import { isValueOf } from "../report-schema/is-value-of.ts";
import type { ReportSchema, Value } from "../report-schema/report-schema.ts";
import type { Answer, Report } from "../report/report.ts";
import type { Instant } from "../time/instant.ts";
import type { CampaignEvent, EventOf } from "./event.ts";

/** What a field is to say instead: a value, or that there is none and why. */
export type CorrectedAnswer =
  | { readonly state: "value"; readonly value: Value }
  | { readonly state: "missing" | "nil" | "notApplicable" };

/** Who corrects, when and why. */
export interface CorrectReportOptions {
  readonly schema: ReportSchema;
  readonly at: Instant;
  readonly actor: string;
  /** Who asked for it and on what ground; it is printed wherever the figure is explained. */
  readonly reason: string;
}

/**
 * Corrections by a person, one event for each field. The report as it was read, and the file it was
 * read from, stay as they are.
 *
 * @throws {TypeError} without a reason
 * @throws {RangeError} for a field the schema does not have, or a value its kind cannot hold
 */
export function correctReport(
  report: Pick<Report, "id">,
  corrections: Readonly<Record<string, CorrectedAnswer>>,
  { schema, at, actor, reason }: CorrectReportOptions,
): EventOf<"value_corrected">[] {
  if (reason.trim() === "") throw new TypeError("a correction needs a reason");
  return Object.entries(corrections).map(([id, answer]) => {
    const field = schema.fields.find((one) => one.id === id);
    if (!field) throw new RangeError(`the schema has no field ${id}`);
    if (answer.state === "value" && !isValueOf(field, answer.value)) {
      throw new RangeError(`${id} cannot be ${JSON.stringify(answer.value)}: it is a ${field.kind}`);
    }
    return { type: "value_corrected", at, actor, reportId: report.id, field: id, answer, reason };
  });
}

/** One correction as an auditor reads it: what stood, what stands now, who changed it, when and why. */
export interface Correction {
  readonly reportId: string;
  readonly unitId: string;
  readonly roundId: string;
  readonly field: string;
  /** As it was before this correction: earlier corrections are in it. */
  readonly before: Answer;
  readonly after: Answer;
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
}

/** Every correction in the order it was made. */
export function correctionsOf(events: readonly CampaignEvent[]): readonly Correction[] {
  const reports = new Map<string, Report>();
  const current = new Map<string, Answer>();
  const corrections: Correction[] = [];
  for (const event of events) {
    if (event.type === "report_accepted" || event.type === "report_queried") {
      reports.set(event.report.id, event.report);
      for (const field of Object.keys(event.report.answers)) current.delete(`${event.report.id}/${field}`);
    }
    if (event.type !== "value_corrected") continue;
    const { reportId, field, answer: after, at, actor, reason } = event;
    const report = reports.get(reportId);
    if (!report) continue;
    const key = `${reportId}/${field}`;
    const before = current.get(key) ?? report.answers[field] ?? { state: "missing" };
    const { unitId, roundId } = report;
    corrections.push({ reportId, unitId, roundId, field, before, after, at, actor, reason });
    current.set(key, after);
  }
  return corrections;
}
