import * as z from "zod";
import { fieldId } from "./field-id.ts";
import { labelInput } from "./label-input.ts";

const common = {
  id: z.string().min(1).optional(),
  severity: z.enum(["error", "query"]).default("error"),
  message: labelInput.optional(),
};

/** A rule across fields as people write it; its id and its words are filled in when left out. */
export const ruleInput = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("atMost"), field: fieldId, limit: fieldId }),
  z.strictObject({ ...common, kind: z.literal("requiresPositive"), field: fieldId, needs: fieldId }),
  z.strictObject({ ...common, kind: z.literal("sumOf"), total: fieldId, parts: z.array(fieldId).min(1) }),
  z.strictObject({ ...common, kind: z.literal("rowsOf"), field: fieldId, table: fieldId }),
  z.strictObject({
    ...common,
    kind: z.literal("columnSumOf"),
    field: fieldId,
    table: fieldId,
    column: fieldId,
  }),
]);

export type RuleInput = z.output<typeof ruleInput>;
