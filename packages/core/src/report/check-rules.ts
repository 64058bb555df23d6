import { issue, type Issue, type Place } from "../issue/issue.ts";
import type { ReportSchema, SchemaRule } from "../report-schema/report-schema.ts";
import type { Answer } from "./report.ts";
import { addDecimals, compareDecimals, type DecimalText } from "./value/decimal-text.ts";

type Answers = Readonly<Record<string, Answer>>;
type Repeats = Readonly<Record<string, readonly Answers[]>>;

/**
 * The rules a report breaks, each once, at the cell to look at. A rule is silent when a field it
 * needs was not answered: what is missing is told on its own. “Không phát sinh” counts as 0.
 *
 * @param placeOf where an answer stands
 * @param settled fields that already have a problem: a rule about them would say the same again
 */
export function brokenRules(
  schema: ReportSchema,
  answers: Answers,
  repeats: Repeats,
  placeOf: (field: string) => Place,
  settled: ReadonlySet<string> = new Set(),
): Issue[] {
  return schema.rules.flatMap((rule) => {
    if (fieldsOf(rule).some((field) => settled.has(field))) return [];
    const broken = check(rule, answers, repeats, placeOf);
    return broken ? [{ ...broken, severity: rule.severity } as Issue] : [];
  });
}

function fieldsOf(rule: SchemaRule): readonly string[] {
  switch (rule.kind) {
    case "atMost":
      return [rule.field, rule.limit];
    case "requiresPositive":
      return [rule.field, rule.needs];
    case "sumOf":
      return [rule.total, ...rule.parts];
    default:
      return [rule.field];
  }
}

function check(
  rule: SchemaRule,
  answers: Answers,
  repeats: Repeats,
  placeOf: (field: string) => Place,
): Issue | null {
  const { id, message } = rule;
  const broken = (field: string, found: string) =>
    issue("report_rule_broken", placeOf(field), { rule: id, field, message, found });
  const mismatch = (field: string, total: string, sum: string) =>
    issue("report_sum_mismatch", placeOf(field), { rule: id, field, message, total, sum });
  switch (rule.kind) {
    case "atMost": {
      const [value, limit] = [ordered(answers[rule.field]), ordered(answers[rule.limit])];
      if (value === null || limit === null || compare(value, limit) <= 0) return null;
      return broken(rule.field, `${value} > ${limit}`);
    }
    case "requiresPositive": {
      const value = number(answers[rule.field]);
      if (value === null || compareDecimals(value, "0") <= 0) return null;
      const needs = number(answers[rule.needs]);
      if (needs !== null && compareDecimals(needs, "0") > 0) return null;
      return answers[rule.needs]?.state === "notApplicable" ? null : broken(rule.needs, needs ?? "–");
    }
    case "sumOf": {
      const total = number(answers[rule.total]);
      const parts = rule.parts.map((part) => number(answers[part]));
      if (total === null || parts.includes(null)) return null;
      const sum = addDecimals(parts as DecimalText[]);
      return compareDecimals(total, sum) === 0 ? null : mismatch(rule.total, total, sum);
    }
    case "rowsOf": {
      const value = number(answers[rule.field]);
      const rows = repeats[rule.table];
      if (value === null || rows === undefined || compareDecimals(value, String(rows.length)) === 0)
        return null;
      return mismatch(rule.field, value, String(rows.length));
    }
    case "columnSumOf": {
      const value = number(answers[rule.field]);
      const cells = repeats[rule.table]?.map((row) => number(row[rule.column]));
      if (value === null || cells === undefined || cells.includes(null)) return null;
      const sum = addDecimals(cells as DecimalText[]);
      return compareDecimals(value, sum) === 0 ? null : mismatch(rule.field, value, sum);
    }
  }
}

/** A number as decimal text; nil is 0; `null` when there is none. */
function number(answer: Answer | undefined): DecimalText | null {
  if (answer?.state === "nil") return "0";
  if (answer?.state !== "value") return null;
  return typeof answer.value === "number" || typeof answer.value === "string" ? String(answer.value) : null;
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A number or a date. */
function ordered(answer: Answer | undefined): string | null {
  if (answer?.state === "value" && typeof answer.value === "string" && isDate(answer.value))
    return answer.value;
  return number(answer);
}

function compare(a: string, b: string): number {
  if (isDate(a) !== isDate(b)) return 0;
  return isDate(a) ? (a < b ? -1 : Number(a > b)) : compareDecimals(a, b);
}
