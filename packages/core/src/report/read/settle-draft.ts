import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { issue, type Issue, type Place } from "../../issue/issue.ts";
import type { IssueCode } from "../../issue/catalogue.ts";
import type { RecipientUnit } from "../../recipient-unit/recipient-unit.ts";
import type { StandardSchema } from "../../report-schema/field-validators.ts";
import type { Field, Value } from "../../report-schema/report-schema.ts";
import { brokenRules } from "../check-rules.ts";
import { isAsked } from "../form/form-sections.ts";
import type { Verdict } from "../reading.ts";
import type { Answer, Report } from "../report.ts";
import type { Draft } from "./draft.ts";
import type { IdentifiedUnit } from "./identify-unit.ts";
import { issueOf } from "./read-cell.ts";
import { addedKindOf, type ReadReturnOptions } from "./return-context.ts";
import { upgradeAnswers } from "./upgrade-answers.ts";

type Answers = Readonly<Record<string, Answer>>;

/** Queries a unit can answer with a reason: the value is known, or known to be missing. The others need another value. */
const explainable: ReadonlySet<IssueCode> = new Set<IssueCode>([
  "report_value_missing",
  "report_column_missing",
  "report_number_bound",
  "report_date_outside",
  "report_text_too_long",
  "report_nil_contradicted",
  "report_rule_broken",
  "report_sum_mismatch",
]);

/** Decides what becomes of a draft whose unit and round are known or known to be unclear. */
export async function settleDraft(
  draft: Draft,
  identified: IdentifiedUnit,
  roundId: string | null,
  source: string,
  options: ReadReturnOptions,
): Promise<Verdict> {
  const schema = options.campaign.report;
  const { unit } = identified;
  const upgraded = upgradeAnswers(schema, draft.schemaVersion, draft.answers);
  const nil = draft.nil || flagged(schema.fields, upgraded.answers);
  const answers = nil ? nilAnswers(schema.fields, upgraded.answers) : upgraded.answers;
  const placeOf = (field: string): Place => {
    const cell = answers[field]?.cell;
    return { source, sheet: draft.sheet, ...(cell !== undefined && { cell }) };
  };
  const base = { sheet: draft.sheet, ...(draft.row !== undefined && { row: draft.row }) };
  if (!nil && isEmpty(draft, schema.fields)) {
    const unitId = unit?.id;
    // What was in the report could not be read because of the table: then that is the cause.
    const causes =
      draft.shared.length > 0 ? draft.shared : [issue("report_empty", { source, sheet: draft.sheet }, {})];
    const issues = [...identified.issues, ...causes];
    return { ...base, outcome: "rejected", issues, ...(unitId !== undefined && { unitId }) };
  }
  const own = [
    ...draft.issues,
    ...upgraded.problems.map((problem) => issueOf(problem, placeOf(fieldIn(problem.params) ?? ""))),
    ...contradictions(nil, schema.fields, answers, draft, source),
    ...(unit && !nil ? missingValues(schema.fields, answers, draft, unit, placeOf) : []),
  ];
  const settled = new Set(own.map(({ params }) => fieldIn(params)).filter((id) => id !== undefined));
  const ruled = brokenRules(schema, answers, draft.repeats, placeOf, settled);
  const refused = await refusedByValidators(schema.fields, answers, options, placeOf);
  const issues = [...identified.issues, ...draft.shared, ...own, ...ruled, ...refused];
  if (!unit || roundId === null || issues.some(({ severity }) => severity === "error")) {
    return { ...base, outcome: "rejected", issues, ...(unit && { unitId: unit.id }) };
  }
  const explained = explain(answers, issues, draft.explanation);
  const report: Report = {
    id: reportId(options.sha256, draft),
    campaignId: options.campaign.id,
    roundId,
    unitId: unit.id,
    schemaVersion: draft.schemaVersion,
    submission: draft.submission,
    nil,
    dataAsOf: draft.dataAsOf,
    answers: explained.answers,
    ...(Object.keys(draft.repeats).length > 0 && { repeats: draft.repeats }),
    origin: {
      source,
      sha256: options.sha256,
      sheet: draft.sheet,
      ...(draft.row !== undefined && { row: draft.row }),
      identifiedBy: identified.by,
    },
  };
  return { ...base, outcome: explained.open ? "queried" : "accepted", report, issues };
}

/** The same bytes give the same id, wherever and whenever they are read. */
function reportId(hash: string, { sheet, row, column }: Draft): string {
  const place = JSON.stringify([hash, sheet, row ?? null, column ?? null]);
  return bytesToHex(sha256(utf8ToBytes(place))).slice(0, 32);
}

function fieldIn(params: object): string | undefined {
  const { field } = params as { readonly field?: unknown };
  return typeof field === "string" ? field : undefined;
}

function flagged(fields: readonly Field[], answers: Answers): boolean {
  return fields.some(
    ({ id, role }) => role === "nilReport" && answers[id]?.state === "value" && answers[id].value === true,
  );
}

/** A report without a single answer; what it says about itself is no answer. */
function isEmpty(draft: Draft, fields: readonly Field[]): boolean {
  const own = new Set(fields.filter(({ role }) => role !== undefined).map(({ id }) => id));
  const answered = Object.entries(draft.answers).some(
    ([id, answer]) => !own.has(id) && (answer.state !== "missing" || (answer.raw ?? "").trim() !== ""),
  );
  return !answered && Object.values(draft.repeats).every((rows) => rows.length === 0);
}

/** A nil report says “không phát sinh” of every figure it leaves blank. */
function nilAnswers(fields: readonly Field[], answers: Answers): Answers {
  const entries = fields
    .filter(({ role, personal, kind }) => role === undefined && !personal && kind !== "text")
    .filter(
      ({ id }) =>
        answers[id] === undefined || (answers[id].state === "missing" && answers[id].raw === undefined),
    )
    .map(({ id }) => [id, { ...answers[id], state: "nil", rule: "nil-report" } as Answer] as const);
  return { ...answers, ...Object.fromEntries(entries) };
}

function contradictions(
  nil: boolean,
  fields: readonly Field[],
  answers: Answers,
  draft: Draft,
  source: string,
): Issue[] {
  if (!nil) return [];
  const positive = fields.filter(({ id, role, personal, kind }) => {
    const answer = answers[id];
    if (role !== undefined || personal || kind === "text" || kind === "code") return false;
    return answer?.state === "value" && answer.value !== 0 && answer.value !== "0" && answer.value !== false;
  });
  if (positive.length === 0) return [];
  const place = { source, sheet: draft.sheet, ...(draft.nilCell !== undefined && { cell: draft.nilCell }) };
  return [issue("report_nil_contradicted", place, { fields: positive.map(({ label }) => label.vi) })];
}

function missingValues(
  fields: readonly Field[],
  answers: Answers,
  draft: Draft,
  unit: RecipientUnit,
  placeOf: (field: string) => Place,
): Issue[] {
  const faulty = new Set(draft.issues.map(({ params }) => fieldIn(params)));
  return (
    fields
      .filter((field) => field.required && isAsked(field, unit))
      // Whose report it is, and whether it is a nil one, is settled before; a title may have said its date.
      .filter(
        ({ role }) =>
          role === undefined || role === "dataFrom" || (role === "dataAsOf" && draft.dataAsOf === null),
      )
      .filter(({ id }) => draft.offered.has(id) && !faulty.has(id))
      .filter(({ id }) => (answers[id]?.state ?? "missing") === "missing")
      .map(({ id, label }) => issue("report_value_missing", placeOf(id), { field: id, label }))
  );
}

async function refusedByValidators(
  fields: readonly Field[],
  answers: Answers,
  options: ReadReturnOptions,
  placeOf: (field: string) => Place,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const field of fields) {
    const { id, label } = field;
    const answer = answers[id];
    if (answer?.state !== "value") continue;
    for (const validator of validatorsOf(field, options)) {
      const result = await validator["~standard"].validate(copyOf(answer.value));
      const message = result.issues?.map((one) => one.message).join("; ");
      if (message === undefined) continue;
      const found = answer.raw ?? JSON.stringify(answer.value);
      issues.push(issue("report_validator_refused", placeOf(id), { field: id, label, found, message }));
    }
  }
  return issues;
}

/** The validator of the field's kind, then the field's own. */
function validatorsOf(field: Field, options: ReadReturnOptions): readonly StandardSchema[] {
  const { validators = {} } = options;
  const own = Object.hasOwn(validators, field.id) ? validators[field.id] : undefined;
  return [addedKindOf(field, options)?.validator, own].filter((one) => one !== undefined);
}

function copyOf(value: Value): unknown {
  if (Array.isArray(value)) return [...value];
  return typeof value === "object" ? { ...value } : value;
}

/** Which queries are answered by the unit's own words; they stay on the record, and the words on the answers. */
function explain(
  answers: Answers,
  issues: readonly Issue[],
  whole: string | undefined,
): { answers: Answers; open: boolean } {
  let open = false;
  const explained: Record<string, Answer> = { ...answers };
  for (const { code, severity, params } of issues) {
    if (severity !== "query") continue;
    const field = fieldIn(params);
    const answer = field === undefined ? undefined : explained[field];
    const words = answer?.explanation ?? whole;
    if (words === undefined || !explainable.has(code)) open = true;
    else if (field !== undefined && answer) explained[field] = { ...answer, explanation: words };
  }
  return { answers: explained, open };
}
