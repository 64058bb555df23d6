import * as z from "zod";
import { fieldId } from "./field-id.ts";
import { fieldInput } from "./field-input.ts";
import { labelInput } from "./label-input.ts";

/** What changed from one version to the next, as people write it. */
export const earlierInput = z.strictObject({
  version: z.int().min(1),
  changes: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("renamed"), from: fieldId, to: fieldId, label: labelInput }),
        z.strictObject({ kind: z.literal("split"), from: fieldInput, to: z.array(fieldId).min(2) }),
        z.strictObject({ kind: z.literal("merged"), from: z.array(fieldInput).min(2), to: fieldId }),
        z.strictObject({ kind: z.literal("retired"), field: fieldInput }),
        z.strictObject({ kind: z.literal("added"), field: fieldId }),
      ]),
    )
    .min(1),
});
