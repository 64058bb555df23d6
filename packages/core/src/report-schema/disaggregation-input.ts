import * as z from "zod";
import { fieldId } from "./field-id.ts";
import { labelInput } from "./label-input.ts";
import type { Field } from "./report-schema.ts";
import type { RuleInput } from "./rule-input.ts";

/** A way to divide a figure (phân tổ): by sex, by age, by channel. */
export const dimensionInput = z.strictObject({
  id: fieldId,
  label: labelInput,
  categories: z.array(z.strictObject({ id: fieldId, label: labelInput })).min(2),
});

/** Which field is divided by which dimensions; two in one entry are crossed. */
export const disaggregationInput = z.strictObject({
  field: fieldId,
  by: z.array(z.union([fieldId, z.array(fieldId).min(2)])).min(1),
});

type Dimension = z.output<typeof dimensionInput>;
type Category = Dimension["categories"][number];
export type DisaggregationInput = z.output<typeof disaggregationInput>;

/**
 * One field for each category, standing right after the field it divides, and a rule that they add
 * up to it. A schema read back from its own output already has them and gets none twice.
 */
export function expandDisaggregations(
  fields: readonly Field[],
  dimensions: readonly Dimension[],
  wanted: readonly DisaggregationInput[],
): { fields: Field[]; rules: RuleInput[] } {
  const byId = new Map(dimensions.map((one) => [one.id, one]));
  const rules: RuleInput[] = [];
  const expanded = fields.flatMap((field) => {
    const entries = wanted.filter((one) => one.field === field.id).flatMap(({ by }) => by);
    const parts = entries.map((entry) =>
      partsOf(
        field,
        [entry].flat().map((id) => byId.get(id)),
      ),
    );
    for (const part of parts) {
      if (part.length > 0) {
        rules.push({ kind: "sumOf", severity: "error", total: field.id, parts: part.map(({ id }) => id) });
      }
    }
    return [field, ...parts.flat()];
  });
  return { fields: expanded, rules };
}

function partsOf(field: Field, dimensions: readonly (Dimension | undefined)[]): Field[] {
  const known = dimensions.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < dimensions.length) return [];
  const crossed = known.reduce<Category[][]>(
    (rows, { categories }) => rows.flatMap((row) => categories.map((category) => [...row, category])),
    [[]],
  );
  // The role and the headings belong to the whole, not to its parts.
  const { role: _role, disaggregation: _division, ...common } = field;
  return crossed.map((categories) => ({
    ...common,
    id: field.id + categories.map(({ id }) => id.charAt(0).toUpperCase() + id.slice(1)).join(""),
    label: {
      vi: `${field.label.vi}: ${categories.map(({ label }) => label.vi).join(", ")}`,
      ...(field.label.en && {
        en: `${field.label.en}: ${categories.map(({ label }) => label.en ?? label.vi).join(", ")}`,
      }),
    },
    aliases: [],
    partOf: field.id,
    disaggregation: {
      of: field.id,
      dimension: known.map(({ id }) => id).join("×"),
      category: categories.map(({ id }) => id).join("×"),
    },
  }));
}
