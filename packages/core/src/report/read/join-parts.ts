import { issue, type Issue } from "../../issue/issue.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";
import type { Answer } from "../report.ts";
import type { Draft } from "./draft.ts";
import type { ReadReturnOptions } from "./return-context.ts";

/** Drafts after joining, and what was told of their tables and still holds. */
export interface JoinedParts {
  readonly drafts: readonly Draft[];
  readonly issues: readonly Issue[];
}

/**
 * Makes one report of the rows that a unit has in several tables of a sheet, when each table asks
 * other fields. Rows that answer a field twice are two reports, and which of them counts is not
 * decided here.
 */
export function joinParts(
  drafts: readonly Draft[],
  issues: readonly Issue[],
  options: ReadReturnOptions,
): JoinedParts {
  const tables = new Set(drafts.map(({ offered }) => offered));
  if (tables.size < 2) return { drafts, issues };
  const settled = new Set<Issue>();
  const places = new Map<Draft, number>();
  for (const parts of Map.groupBy([...drafts.entries()], ([, draft]) => unitOf(draft, options)).values()) {
    const [[place]] = parts as [[number, Draft]];
    const rows = parts.map(([, draft]) => draft);
    if (rows.length > 1 && areParts(rows)) places.set(join(rows, settled), place);
    else for (const [at, draft] of parts) places.set(draft, at);
  }
  const joined = [...places].sort(([, a], [, b]) => a - b).map(([draft]) => draft);
  const held = new Set(joined.flatMap(({ shared }) => shared));
  return { drafts: joined, issues: issues.filter((one) => !settled.has(one) || held.has(one)) };
}

function unitOf({ claim, row, column }: Draft, { resolver }: ReadReturnOptions): string {
  const { unitId, name, code, group } = claim;
  if (unitId !== undefined) return unitId;
  if (!name) return code ? `code ${code.text}` : `nobody ${row} ${column}`;
  const found = resolver.resolve(name.text, group === undefined ? {} : { group });
  return found.status === "matched" ? found.unit.id : `name ${foldVietnamese(name.text)}`;
}

/** Every part is of another table, is sent in the same way, and answers what no other does. */
function areParts(parts: readonly Draft[]): boolean {
  if (new Set(parts.map(({ offered }) => offered)).size < parts.length) return false;
  if (new Set(parts.map(({ submission }) => submission)).size > 1) return false;
  const answered = parts.flatMap(({ answers }) =>
    Object.entries(answers).flatMap(([id, answer]) => (isAnswered(answer) ? [id] : [])),
  );
  return new Set(answered).size === answered.length;
}

function isAnswered({ state, raw }: Answer): boolean {
  return state !== "missing" || raw !== undefined;
}

function join(parts: readonly Draft[], settled: Set<Issue>): Draft {
  const [first] = parts as [Draft];
  const offered = new Set(parts.flatMap((part) => [...part.offered]));
  const answers: Record<string, Answer> = {};
  for (const part of parts) {
    for (const [id, answer] of Object.entries(part.answers)) {
      if (answers[id] === undefined || isAnswered(answer)) answers[id] = answer;
    }
  }
  const explanations = parts.flatMap(({ explanation }) => explanation ?? []);
  return {
    ...first,
    answers,
    offered,
    issues: parts.flatMap(({ issues }) => issues),
    shared: [...new Set(parts.flatMap(({ shared }) => shared))].flatMap((one) =>
      stillMissing(one, offered, settled),
    ),
    nil: parts.some(({ nil }) => nil),
    dataAsOf: parts.find(({ dataAsOf }) => dataAsOf !== null)?.dataAsOf ?? null,
    ...(explanations.length > 0 && { explanation: explanations.join("\n") }),
    rows: parts.flatMap(({ rows }) => rows),
  };
}

/** Fields one table lacks are not missing where another has them. */
function stillMissing(one: Issue, offered: ReadonlySet<string>, settled: Set<Issue>): readonly Issue[] {
  if (one.code !== "report_column_missing") return [one];
  const kept = one.params.fields.flatMap((id, index) =>
    offered.has(id) ? [] : [{ id, label: one.params.labels[index] as string }],
  );
  if (kept.length === one.params.fields.length) return [one];
  settled.add(one);
  if (kept.length === 0) return [];
  const params = { fields: kept.map(({ id }) => id), labels: kept.map(({ label }) => label) };
  return [issue("report_column_missing", one.place, params)];
}
