import { issue, type Issue, type Place } from "../../issue/issue.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import { printAddress } from "../../sheet/cell-address.ts";
import type { Answer } from "../report.ts";
import { ratioAnswer } from "../value/read-ratio.ts";
import { readAnswer } from "../value/read-answer.ts";
import { isFilled, rawText } from "../value/clean-text.ts";
import type { Problem, ReadAnswer, ValueContext } from "../value/value-context.ts";
import type { Grid } from "./grid.ts";

/** Where a field's answer stands; a ratio has two places when it is asked in two. */
export interface AnswerPlace {
  readonly row: number;
  readonly column: number;
}

export interface AnswerPlaces {
  readonly field: Field;
  readonly value?: AnswerPlace | undefined;
  readonly numerator?: AnswerPlace | undefined;
  readonly denominator?: AnswerPlace | undefined;
}

/** Puts a problem at its place. */
export function issueOf(problem: Problem, place: Place): Issue {
  return issue(problem.code, place, problem.params as never);
}

/** The answer in the field's place or places, and what is wrong with it. */
export function readCell(
  grid: Grid,
  source: string,
  places: AnswerPlaces,
  context: ValueContext,
): { readonly answer: Answer; readonly issues: readonly Issue[] } {
  const { field, value, numerator, denominator } = places;
  if (
    field.kind === "ratio" &&
    numerator &&
    denominator &&
    !(value && isFilled(grid.cell(value.row, value.column)))
  ) {
    return readParts(grid, source, field, numerator, denominator, context);
  }
  if (!value) return { answer: { state: "missing" }, issues: [] };
  const read = readAnswer(grid.cell(value.row, value.column), field, context);
  return placed(read, grid, source, value);
}

function placed(read: ReadAnswer, grid: Grid, source: string, at: AnswerPlace) {
  const cell = printAddress(at);
  const place = { source, sheet: grid.sheet.name, cell };
  return {
    answer: { ...read.answer, cell },
    issues: read.problem ? [issueOf(read.problem, place)] : [],
  };
}

function readParts(
  grid: Grid,
  source: string,
  field: Extract<Field, { readonly kind: "ratio" }>,
  numerator: AnswerPlace,
  denominator: AnswerPlace,
  context: ValueContext,
) {
  // A kind that builds on a ratio knows the whole of it, not its parts.
  const counting = { ...context, addedKind: undefined };
  const part = (at: AnswerPlace) =>
    readAnswer(grid.cell(at.row, at.column), { ...field, kind: "count" }, counting);
  const top = part(numerator);
  const bottom = part(denominator);
  const raw = [numerator, denominator].map((at) => rawText(grid.cell(at.row, at.column))).join("/");
  const wrong = top.problem
    ? ([top, numerator] as const)
    : bottom.problem
      ? ([bottom, denominator] as const)
      : null;
  if (wrong) return placed(wrong[0], grid, source, wrong[1]);
  if (top.answer.state === "value" && bottom.answer.state === "value") {
    const read = ratioAnswer(top.answer.value as number, bottom.answer.value as number, raw, null, field);
    return placed(read, grid, source, numerator);
  }
  // Both left blank, or both “không phát sinh”: the ratio is that too. One of the two alone is no ratio.
  if (top.answer.state === bottom.answer.state) return placed(top, grid, source, numerator);
  const problem: Problem = {
    code: "report_ratio_incomplete",
    params: { field: field.id, label: field.label, found: raw },
  };
  return placed({ answer: { state: "missing", raw }, problem }, grid, source, numerator);
}
