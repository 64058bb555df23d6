import type { ReportSchema, SchemaChange } from "../../report-schema/report-schema.ts";
import type { Answer } from "../report.ts";
import { addDecimals } from "../value/decimal-text.ts";
import type { Problem } from "../value/value-context.ts";

type Answers = Readonly<Record<string, Answer>>;

/**
 * Answers of an older version under the ids of today: renamed fields move, merged ones are added
 * up, split and retired ones stay under their old ids, because nobody knows how they would part.
 *
 * @param version the version the return was filled in by; answers of a hand-typed table may be of any
 */
export function upgradeAnswers(
  schema: ReportSchema,
  version: number,
  answers: Answers,
): { readonly answers: Answers; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let current = answers;
  for (const earlier of [...(schema.earlier ?? [])].reverse()) {
    if (earlier.version < version) continue;
    for (const change of earlier.changes) {
      current = apply(change, current);
      const problem = splitProblem(schema, change, current);
      if (problem) problems.push(problem);
    }
  }
  return { answers: current, problems };
}

function apply(change: SchemaChange, answers: Answers): Answers {
  if (change.kind === "renamed") {
    const { [change.from]: old, ...rest } = answers;
    return old ? { ...rest, [change.to]: old } : answers;
  }
  if (change.kind !== "merged" || answers[change.to]) return answers;
  const parts = change.from.flatMap(({ id }) => answers[id] ?? []);
  if (parts.length < change.from.length) return answers;
  return { ...answers, [change.to]: sumOfParts(parts) };
}

/** The sum when every part is a number; a part that is missing makes the whole missing. */
function sumOfParts(parts: readonly Answer[]): Answer {
  const [first] = parts as readonly [Answer];
  if (parts.every(({ state }) => state === first.state) && first.state !== "value") return first;
  const values = parts.map((part) => (part.state === "nil" ? 0 : part.state === "value" ? part.value : null));
  const numbers = values.filter((value) => typeof value === "number" || typeof value === "string");
  const raw = parts.map((part) => part.raw ?? "").join(" + ");
  if (numbers.length < parts.length) return { state: "missing", raw, rule: "merged-fields" };
  const sum = addDecimals(numbers.map(String));
  const value = numbers.every((one) => typeof one === "number") ? Number(sum) : sum;
  return { state: "value", value, raw, rule: "merged-fields" };
}

function splitProblem(schema: ReportSchema, change: SchemaChange, answers: Answers): Problem | null {
  if (change.kind !== "split" || answers[change.from.id]?.state !== "value") return null;
  const parts = change.to.map((id) => schema.fields.find((field) => field.id === id)?.label.vi ?? id);
  return {
    code: "report_version_split",
    params: { field: change.from.id, label: change.from.label.vi, parts },
  };
}
