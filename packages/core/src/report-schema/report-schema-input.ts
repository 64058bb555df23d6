import * as z from "zod";
import { checkReportSchema } from "./check-report-schema.ts";
import { dimensionInput, disaggregationInput, expandDisaggregations } from "./disaggregation-input.ts";
import { fieldId } from "./field-id.ts";
import { fieldInput } from "./field-input.ts";
import { fillRule, partRules, uniqueRules } from "./fill-rule.ts";
import { labelInput } from "./label-input.ts";
import type { Field, NumberStyle, ReportSchema } from "./report-schema.ts";
import { ruleInput } from "./rule-input.ts";
import { earlierInput } from "./schema-change-input.ts";

const repeatingTableInput = z.strictObject({
  id: fieldId,
  label: labelInput,
  aliases: z.array(z.string().trim().min(1).normalize("NFC")).default([]),
  fields: z.array(fieldInput).min(1),
  formRows: z.int().min(1).max(500).default(10),
});

const parts = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, "mã biểu mẫu chỉ gồm chữ không dấu, số và gạch nối"),
  version: z.int().min(1).default(1),
  title: labelInput,
  fields: z.array(fieldInput).min(1, "biểu mẫu phải có ít nhất một chỉ tiêu"),
  rules: z.array(ruleInput).default([]),
  /** How people in this campaign write numbers, for the fields that do not say. */
  numberStyle: z.enum(["vi", "en"]).optional(),
  dimensions: z.array(dimensionInput).default([]),
  disaggregations: z.array(disaggregationInput).default([]),
  repeats: z.array(repeatingTableInput).default([]),
  earlier: z.array(earlierInput).default([]),
});

function styled(field: Field, style: NumberStyle | undefined): Field {
  const numeric = field.kind === "count" || field.kind === "amount" || field.kind === "ratio";
  return style && numeric && !field.numberStyle ? { ...field, numberStyle: style } : field;
}

/**
 * A report schema as people write it in YAML, read into a `ReportSchema` with every default filled
 * in. Reading its own output gives the same again. What is wrong comes all at once, each with the
 * path of the entry, in Vietnamese.
 */
export const reportSchemaInput = parts.transform((input, context): ReportSchema => {
  const style = input.numberStyle;
  const divided = expandDisaggregations(input.fields, input.dimensions, input.disaggregations);
  const fields = divided.fields.map((field) => styled(field, style));
  const repeats = input.repeats.map((table) => ({
    ...table,
    fields: table.fields.map((field) => styled(field, style)),
  }));
  const rules = [...input.rules, ...divided.rules, ...partRules(fields)];
  const schema: ReportSchema = {
    id: input.id,
    version: input.version,
    title: input.title,
    fields,
    rules: uniqueRules(rules.map((rule) => fillRule(rule, fields, repeats))),
    ...(repeats.length > 0 && { repeats }),
    ...(input.earlier.length > 0 && { earlier: input.earlier }),
  };
  for (const { path, message } of checkReportSchema(schema, input)) {
    context.issues.push({ code: "custom", message, path: [...path], input });
  }
  return schema;
});

/** What `defineReportSchema` and a campaign's YAML take. */
export type ReportSchemaInput = z.input<typeof reportSchemaInput>;
