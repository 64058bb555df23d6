import type { Value } from "../report-schema/report-schema.ts";
import type { CalendarDate } from "../time/calendar-date.ts";

/**
 * What a unit answered for one field. Four different things that must not be mixed up:
 * a value (zero among them), nothing at all, “không phát sinh”, “không áp dụng”.
 */
export type Answer =
  | ({ readonly state: "value"; readonly value: Value } & AnswerOrigin)
  | ({ readonly state: "missing" | "nil" | "notApplicable" } & AnswerOrigin);

/** Where an answer comes from, and how it was read. */
export interface AnswerOrigin {
  /** A1 address in the report's sheet; absent when the return has no cell for it. */
  readonly cell?: string | undefined;
  /** What the cell held, as text, before it was read. */
  readonly raw?: string | undefined;
  /** Id of the normalising rule that gave the value; absent when the cell needed none. */
  readonly rule?: string | undefined;
  /** The unit's explanation of a query about this answer; it travels with the figure. */
  readonly explanation?: string | undefined;
}

/** How a return stands to what the unit sent before. */
export type Submission = "normal" | "correction" | "addition" | "replacement";

/** One unit's answer in one round, read from a return. Immutable: corrections are events beside it. */
export interface Report {
  /** Made from the return's hash, its sheet and row: the same bytes give the same id. */
  readonly id: string;
  readonly campaignId: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly schemaVersion: number;
  readonly submission: Submission;
  /** “Báo cáo không phát sinh”: a report that says there is nothing to report. */
  readonly nil: boolean;
  /** The date the figures stand at (thời điểm chốt số liệu). */
  readonly dataAsOf: CalendarDate | null;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Repeating rows by table id, such as events held. */
  readonly repeats?: Readonly<Record<string, readonly Readonly<Record<string, Answer>>[]>> | undefined;
  readonly origin: ReportOrigin;
}

/** Where a report was read. */
export interface ReportOrigin {
  /** The return's file name or spreadsheet title. */
  readonly source: string;
  /** SHA-256 of the return's bytes, hex. */
  readonly sha256: string;
  readonly sheet: string;
  /** From 0; absent when the whole sheet is one report. */
  readonly row?: number | undefined;
  /** How the unit was found: the form's own identity, a name, the file name, a person's decision. */
  readonly identifiedBy: "form" | "name" | "fileName" | "decision";
}
