import type { Issue } from "../../issue/issue.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import type { Answer, Submission } from "../report.ts";

/** One report as it was found, before anybody asks whose it is and whether it can stand. */
export interface Draft {
  readonly sheet: string;
  /** From 0; absent when the whole sheet is one report. */
  readonly row?: number | undefined;
  /** From 0; where units stand side by side. */
  readonly column?: number | undefined;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly repeats: Readonly<Record<string, readonly Readonly<Record<string, Answer>>[]>>;
  /** The version of the schema the answers' ids belong to. */
  readonly schemaVersion: number;
  /** Fields the return had a place for; the others are missing for one cause, told once. */
  readonly offered: ReadonlySet<string>;
  /** What is wrong in this report alone. */
  readonly issues: readonly Issue[];
  /** What is wrong with the table it stands in and holds it too. */
  readonly shared: readonly Issue[];
  readonly claim: UnitClaim;
  readonly nil: boolean;
  readonly nilCell?: string | undefined;
  readonly dataAsOf: CalendarDate | null;
  readonly submission: Submission;
  /** One explanation for whatever is queried in this report; those of single fields are in their answers. */
  readonly explanation?: string | undefined;
  /** Sheet rows the report's cells stand in, to be given up in the account when it is rejected. */
  readonly rows: readonly number[];
}

/** What a return says about whose report it is, before names are resolved. */
export interface UnitClaim {
  /** A unit id from the form's own identity or from marks that travel with the row. */
  readonly unitId?: string | undefined;
  /** A name as typed, and its cell. */
  readonly name?: { readonly text: string; readonly cell: string } | undefined;
  /** A code as typed, and its cell. */
  readonly code?: { readonly text: string; readonly cell: string } | undefined;
  /** The heading the row stands under. */
  readonly group?: string | undefined;
}
