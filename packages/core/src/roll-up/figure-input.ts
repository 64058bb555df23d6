import * as z from "zod";
import type { Coverage, Figure, Leaf } from "./figure.ts";

/** Figures as they come back from a file. */

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const value = z.union([
  z.number(),
  z.string(),
  z.boolean(),
  z.array(z.string()),
  z.strictObject({ numerator: z.number(), denominator: z.number() }),
]);

export const aggregatorInput = z.enum([
  "sum",
  "min",
  "max",
  "latest",
  "count",
  "union",
  "list",
  "ratio",
  "none",
]);

export const coverageInput = z.strictObject({
  expected: count,
  reported: count,
  nil: count,
  explained: count,
  queried: count,
  waived: count,
  notApplicable: count,
  estimated: count,
}) satisfies z.ZodType<Coverage>;

const leafInput = z.strictObject({
  unitId: z.string(),
  reportId: z.string(),
  value,
  nil: z.boolean(),
  parted: z
    .strictObject({
      given: value,
      share: z.number(),
      rules: z.array(z.enum(["declared", "equal", "weights"])),
    })
    .optional(),
  dataAsOf: date.nullable(),
  receivedAt: z.string(),
  source: z.string(),
  sha256,
  sheet: z.string(),
  cell: z.string().nullable(),
  decisions: z.array(z.string()),
}) satisfies z.ZodType<Leaf>;

export const figureInput = z.strictObject({
  id: z.string(),
  field: z.string(),
  aggregator: aggregatorInput,
  value: value.nullable(),
  estimated: z.boolean(),
  coverage: coverageInput,
  dataAsOf: z.strictObject({ earliest: date, latest: date }).nullable(),
  leaves: z.array(leafInput),
}) satisfies z.ZodType<Figure>;
