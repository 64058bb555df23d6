import type { DisaggregationInput } from "./disaggregation-input.ts";
import type { Field, FieldKind, ReportSchema, SchemaRule } from "./report-schema.ts";

export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface Written {
  readonly dimensions: readonly {
    readonly id: string;
    readonly categories: readonly { readonly id: string }[];
  }[];
  readonly disaggregations: readonly DisaggregationInput[];
}

/** What no single entry can know: ids used twice, references to nothing, aggregators that cannot work. */
export function checkReportSchema(schema: ReportSchema, written: Written): SchemaProblem[] {
  const tables = schema.repeats ?? [];
  return [
    ...duplicates(["fields"], [...schema.fields, ...tables]),
    ...tables.flatMap((table, index) => duplicates(["repeats", index, "fields"], table.fields)),
    ...duplicates(["dimensions"], written.dimensions),
    ...written.dimensions.flatMap((one, index) =>
      duplicates(["dimensions", index, "categories"], one.categories),
    ),
    ...duplicates(["rules"], schema.rules),
    ...schema.fields.flatMap((field, index) => fieldProblems(field, ["fields", index], schema.fields)),
    ...tables.flatMap((table, at) =>
      table.fields.flatMap((field, index) =>
        fieldProblems(field, ["repeats", at, "fields", index], table.fields),
      ),
    ),
    ...schema.rules.flatMap((rule, index) => ruleProblems(rule, index, schema)),
    ...disaggregationProblems(schema, written),
    ...versionProblems(schema),
  ];
}

function duplicates(
  path: SchemaProblem["path"],
  entries: readonly { readonly id: string }[],
): SchemaProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    const again = seen.has(id);
    seen.add(id);
    return again ? [{ path: [...path, index, "id"], message: `mã “${id}” được dùng hai lần` }] : [];
  });
}

const kindOfRole = { dataFrom: "date", dataAsOf: "date", nilReport: "flag", reportingUnit: "unit" } as const;

const summable: ReadonlySet<FieldKind["kind"]> = new Set(["count", "amount"]);
const ordered: ReadonlySet<FieldKind["kind"]> = new Set(["count", "amount", "date"]);

function fieldProblems(field: Field, path: SchemaProblem["path"], all: readonly Field[]): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const say = (key: string, message: string) => problems.push({ path: [...path, key], message });
  if (field.partOf !== undefined) {
    const whole = all.find(({ id }) => id === field.partOf);
    if (!whole) say("partOf", unknown(field.partOf));
    else if (whole.kind !== field.kind) say("partOf", `“${field.partOf}” khác loại với “${field.id}”`);
    else if (loops(field, all)) say("partOf", `“${field.id}” là một phần của chính nó`);
  }
  if (field.aggregator === "sum" && !summable.has(field.kind)) say("aggregator", cannot(field, "sum"));
  if ((field.aggregator === "min" || field.aggregator === "max") && !ordered.has(field.kind)) {
    say("aggregator", cannot(field, field.aggregator));
  }
  if ((field.aggregator === "ratio") !== (field.kind === "ratio") && field.aggregator !== "none") {
    if (field.aggregator === "ratio" || field.kind === "ratio")
      say("aggregator", cannot(field, field.aggregator));
  }
  if (field.personal && field.aggregator !== "none") {
    say("aggregator", "dữ liệu cá nhân không được tổng hợp; dùng “none”");
  }
  if (field.role !== undefined && field.kind !== kindOfRole[field.role]) {
    say("role", `vai trò “${field.role}” không hợp với loại “${field.kind}”`);
  }
  if (field.kind === "choice") problems.push(...duplicates([...path, "options"], field.options));
  return problems;
}

const unknown = (id: string) => `không có chỉ tiêu “${id}”`;
const cannot = (field: Field, aggregator: string) =>
  `loại “${field.kind}” không tổng hợp được bằng “${aggregator}”`;

function loops(field: Field, all: readonly Field[]): boolean {
  const seen = new Set([field.id]);
  for (let next = field.partOf; next !== undefined; next = all.find(({ id }) => id === next)?.partOf) {
    if (seen.has(next)) return true;
    seen.add(next);
  }
  return false;
}

function ruleProblems(rule: SchemaRule, index: number, schema: ReportSchema): SchemaProblem[] {
  const path = ["rules", index];
  const table = "table" in rule ? schema.repeats?.find(({ id }) => id === rule.table) : undefined;
  if ("table" in rule && !table)
    return [{ path: [...path, "table"], message: `không có bảng “${rule.table}”` }];
  const problems: SchemaProblem[] = [];
  const need = (key: string, id: string, fields: readonly Field[], kinds: ReadonlySet<FieldKind["kind"]>) => {
    const field = fields.find((one) => one.id === id);
    if (!field) problems.push({ path: [...path, key], message: unknown(id) });
    else if (!kinds.has(field.kind)) {
      problems.push({
        path: [...path, key],
        message: `“${id}” thuộc loại “${field.kind}”, không so sánh được`,
      });
    }
  };
  const fields = schema.fields;
  switch (rule.kind) {
    case "atMost":
      need("field", rule.field, fields, ordered);
      need("limit", rule.limit, fields, ordered);
      break;
    case "requiresPositive":
      need("field", rule.field, fields, summable);
      need("needs", rule.needs, fields, summable);
      break;
    case "sumOf":
      need("total", rule.total, fields, summable);
      for (const part of rule.parts) need("parts", part, fields, summable);
      break;
    case "rowsOf":
      need("field", rule.field, fields, summable);
      break;
    case "columnSumOf":
      need("field", rule.field, fields, summable);
      need("column", rule.column, table?.fields ?? [], summable);
  }
  return problems;
}

function disaggregationProblems(schema: ReportSchema, written: Written): SchemaProblem[] {
  const dimensions = new Set(written.dimensions.map(({ id }) => id));
  return written.disaggregations.flatMap(({ field, by }, index) => {
    const path = ["disaggregations", index];
    const known = schema.fields.find(({ id }) => id === field);
    const problems: SchemaProblem[] = by
      .flat()
      .filter((id) => !dimensions.has(id))
      .map((id) => ({ path: [...path, "by"], message: `không có phân tổ “${id}”` }));
    if (!known) problems.push({ path: [...path, "field"], message: unknown(field) });
    else if (!summable.has(known.kind)) {
      problems.push({ path: [...path, "field"], message: `loại “${known.kind}” không phân tổ được` });
    }
    return problems;
  });
}

function versionProblems(schema: ReportSchema): SchemaProblem[] {
  return (schema.earlier ?? []).flatMap(({ version }, index) =>
    version === schema.version - 1 - index
      ? []
      : [
          {
            path: ["earlier", index, "version"],
            message: `các phiên bản trước phải liền nhau, mới nhất đứng đầu: cần phiên bản ${schema.version - 1 - index}`,
          },
        ],
  );
}
