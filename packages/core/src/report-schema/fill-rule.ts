import type { Field, Label, RepeatingTable, SchemaRule } from "./report-schema.ts";
import type { RuleInput } from "./rule-input.ts";

type Labels = (id: string) => Label;

/** Gives a rule the id and the words it was written without. */
export function fillRule(
  input: RuleInput,
  fields: readonly Field[],
  repeats: readonly RepeatingTable[],
): SchemaRule {
  const labels = new Map([...repeats, ...fields].map(({ id, label }) => [id, label]));
  const columns = new Map(
    repeats.flatMap((table) => table.fields.map((one) => [`${table.id}.${one.id}`, one.label])),
  );
  const labelOf: Labels = (id) => labels.get(id) ?? columns.get(id) ?? { vi: id };
  return { ...input, id: input.id ?? idOf(input), message: input.message ?? messageOf(input, labelOf) };
}

/** What “trong đó” means: a part is at most its whole. */
export function partRules(fields: readonly Field[]): RuleInput[] {
  const known = new Set(fields.map(({ id }) => id));
  return fields.flatMap(({ id, partOf, disaggregation }) =>
    // The categories of a disaggregation have a rule of their own, that they add up.
    partOf === undefined || disaggregation || !known.has(partOf)
      ? []
      : [{ kind: "atMost" as const, severity: "error" as const, field: id, limit: partOf }],
  );
}

/** Rules, each id once; the first one written stays. */
export function uniqueRules(rules: readonly SchemaRule[]): SchemaRule[] {
  const byId = new Map<string, SchemaRule>();
  for (const rule of rules) if (!byId.has(rule.id)) byId.set(rule.id, rule);
  return [...byId.values()];
}

function idOf(rule: RuleInput): string {
  switch (rule.kind) {
    case "atMost":
      return `${rule.field}-at-most-${rule.limit}`;
    case "requiresPositive":
      return `${rule.field}-requires-${rule.needs}`;
    case "sumOf":
      return `${rule.total}-sum-of-${rule.parts.join("-")}`;
    case "rowsOf":
      return `${rule.field}-rows-of-${rule.table}`;
    case "columnSumOf":
      return `${rule.field}-sum-of-${rule.table}-${rule.column}`;
  }
}

function messageOf(rule: RuleInput, labelOf: Labels): Label {
  const vi = (id: string) => `“${labelOf(id).vi}”`;
  const en = (id: string) => `“${labelOf(id).en ?? labelOf(id).vi}”`;
  switch (rule.kind) {
    case "atMost":
      return {
        vi: `${vi(rule.field)} không được lớn hơn ${vi(rule.limit)}`,
        en: `${en(rule.field)} must not exceed ${en(rule.limit)}`,
      };
    case "requiresPositive":
      return {
        vi: `Có ${vi(rule.field)} thì ${vi(rule.needs)} phải lớn hơn 0`,
        en: `With ${en(rule.field)} there must be ${en(rule.needs)}`,
      };
    case "sumOf":
      return {
        vi: `${vi(rule.total)} phải bằng tổng của ${rule.parts.map(vi).join(", ")}`,
        en: `${en(rule.total)} must equal the sum of ${rule.parts.map(en).join(", ")}`,
      };
    case "rowsOf":
      return {
        vi: `${vi(rule.field)} phải bằng số dòng của bảng ${vi(rule.table)}`,
        en: `${en(rule.field)} must equal the number of rows of ${en(rule.table)}`,
      };
    case "columnSumOf": {
      const column = `${rule.table}.${rule.column}`;
      return {
        vi: `${vi(rule.field)} phải bằng tổng cột ${vi(column)} của bảng ${vi(rule.table)}`,
        en: `${en(rule.field)} must equal the sum of ${en(column)} in ${en(rule.table)}`,
      };
    }
  }
}
