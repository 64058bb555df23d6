import * as z from "zod";

/** Shapes that several commands print. */

export const count = z.int().min(0);
export const instant = z.iso.datetime({ offset: true, local: false });
export const day = z.iso.date();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Below the campaign's folder, with `/`. */
export const paths = z.array(z.string()).describe("Files, relative to the campaign's folder");
export const dryRun = z.boolean().describe("True when nothing was written");

const cellPlace = z.strictObject({
  source: z.string(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
});
const pathPlace = z.strictObject({
  path: z.string(),
  source: z.string().optional(),
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
});
export const cell = cellPlace;

export const issue = z
  .strictObject({
    code: z.string().describe("See docs/issue-codes.md; a code never changes its meaning"),
    severity: z.enum(["error", "query", "warning", "info"]),
    place: z.union([cellPlace, pathPlace]),
    params: z.record(z.string(), z.unknown()).describe("What the code's sentences need"),
  })
  .meta({ id: "issue", description: "One problem in the data or the plan" });

export const recipientUnit = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    shortName: z.string().optional(),
    aliases: z.array(z.string()),
    type: z.string(),
    groups: z.array(z.string()),
    parents: z.record(z.string(), z.string()),
    codes: z.array(z.strictObject({ scheme: z.string(), code: z.string(), epoch: z.string().optional() })),
    validFrom: day.optional(),
    validTo: day.optional(),
    basis: z.string().optional(),
  })
  .meta({ id: "unit", description: "A unit of units.csv" });

export const lineageEvent = z
  .looseObject({ kind: z.string(), on: day, from: z.array(z.string()), legalBasis: z.string() })
  .meta({ id: "lineageEvent", description: "A merger, split, new name … of units" });

/** Value of a figure: numbers in decimals come as text, so that none is rounded. */
export const value = z
  .union([
    z.number(),
    z.string(),
    z.boolean(),
    z.array(z.string()),
    z.strictObject({ numerator: z.number(), denominator: z.number() }),
  ])
  .meta({ id: "value", description: "Decimal amounts are text: nothing is rounded" });

export const coverage = z
  .strictObject({
    expected: count,
    reported: count,
    nil: count,
    explained: count,
    queried: count,
    waived: count,
    notApplicable: count,
    estimated: count,
  })
  .meta({ id: "coverage", description: "How many units a figure stands on" });
