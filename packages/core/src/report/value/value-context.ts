import type { IssueCode, IssueParams } from "../../issue/catalogue.ts";
import type { AddedFieldKind } from "../../report-schema/added-field-kind.ts";
import type { Field, NumberStyle } from "../../report-schema/report-schema.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import type { Answer } from "../report.ts";
import type { ValueRule } from "./value-rule.ts";

/** What reading a cell needs to know beyond the cell and its field. */
export interface ValueContext {
  /** How numbers are written in this column, where the schema says so or other cells show it. */
  readonly style: NumberStyle | undefined;
  /** Days on which the campaign's dates can fall, both included: tells a day from a month. */
  readonly window: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly dateEpoch: 1900 | 1904;
  /** The id of the unit a text names, when it is certain. */
  readonly unitIdOf: (text: string) => string | null;
  /** How the field's own kind reads, where somebody added one. */
  readonly addedKind?: AddedFieldKind | undefined;
}

/** An issue without its place, which the caller knows. */
export type Problem = {
  [Code in IssueCode]: { readonly code: Code; readonly params: IssueParams<Code> };
}[IssueCode];

export interface ReadAnswer {
  /** Without its cell, which the caller knows. */
  readonly answer: Answer;
  readonly problem: Problem | null;
}

/** What the unit gave, when it could not be taken as a value: nothing is guessed. */
export function refused(raw: string, problem: Problem): ReadAnswer {
  return { answer: { state: "missing", raw }, problem };
}

/** The params every issue about a field carries. */
export function about(field: Field, found: string) {
  return { field: field.id, label: field.label, found };
}

/** Rules in the order they were applied, as one id: `approximate+thousands-vi`. */
export function ruleOf(
  ...rules: (ValueRule | null | undefined | false | "" | 0)[]
): { readonly rule: string } | object {
  const applied = rules.filter(Boolean);
  return applied.length > 0 ? { rule: applied.join("+") } : {};
}
