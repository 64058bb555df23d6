import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import * as z from "zod";
import type { Campaign } from "../campaign/campaign.ts";
import { signedBytes, type Signer, type Verifier } from "../ledger/checkpoint.ts";
import { hashOf } from "../ledger/content-hash.ts";
import { findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { coverageInput, figureInput } from "./figure-input.ts";
import type { PublishedRollUp } from "./publish.ts";

/**
 * What one level sends to the next instead of a spreadsheet (gói số liệu): the totals of a published
 * roll-up with coverage and lineage, signed. The level above reads it like any return, and explains
 * its own figures down to the cells of this one. No personal data: roll-ups have none.
 *
 * The schema is the documentation; `returnPackageJsonSchema` gives it to programs in other languages.
 */
export const returnPackageInput = z.strictObject({
  format: z.literal("chiendich-return-package"),
  version: z.literal(1),
  /** The unit that sends it, as the directory of the level above knows it. */
  unitId: z.string().min(1),
  campaignId: z.string(),
  title: z.string(),
  schema: z.strictObject({ id: z.string(), version: z.int().min(1) }),
  /** The published roll-up it is taken from. */
  rollUp: z.strictObject({ id: z.string(), sha256: z.string(), at: z.string() }),
  /** How many of the units below have reported. */
  coverage: coverageInput,
  /** Totals by field: `total.participants`. */
  figures: z.array(figureInput),
  /** The units the leaves speak of, for names. */
  units: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Over all the above; null when the office has no key. */
  signature: z
    .strictObject({ keyId: z.string(), signature: z.string().regex(/^([0-9a-f]{2})+$/) })
    .nullable(),
});

/**
 * The figures of one level with all they rest on, as a file for the level above;
 * `docs/return-package.schema.json` describes it.
 */
export type ReturnPackage = Readonly<z.infer<typeof returnPackageInput>>;

/** A package as it came in a file, or what is wrong with it; a text that is no JSON is no package. */
export function parseReturnPackage(text: string): z.ZodSafeParseResult<ReturnPackage> {
  return returnPackageInput.safeParse(parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The package's format as JSON Schema (draft 2020-12). */
export function returnPackageJsonSchema(): object {
  return z.toJSONSchema(returnPackageInput);
}

/** The package of a published roll-up, for the level above. Written with `canonicalJson` it is the same bytes every time. */
export async function makeReturnPackage(
  campaign: Campaign,
  directory: UnitDirectory,
  published: PublishedRollUp,
  { unitId, signer }: { readonly unitId: string; readonly signer?: Signer | undefined },
): Promise<ReturnPackage> {
  const { rollUp } = published;
  const figures = Object.values(rollUp.total);
  const unitIds = [...new Set(figures.flatMap(({ leaves }) => leaves.map((leaf) => leaf.unitId)))].sort();
  const content = {
    format: "chiendich-return-package",
    version: 1,
    unitId,
    campaignId: campaign.id,
    title: campaign.title,
    schema: { id: campaign.report.id, version: rollUp.schemaVersion },
    rollUp: { id: published.id, sha256: published.sha256, at: rollUp.at },
    coverage: rollUp.coverage,
    figures,
    units: unitIds.map((id) => ({ id, name: findUnit(directory, id)?.name ?? id })),
  } as const;
  // What is signed is what will be read back.
  const plain = returnPackageInput.parse(JSON.parse(JSON.stringify({ ...content, signature: null })));
  if (!signer) return plain;
  const signature = bytesToHex(await signer.sign(signedBytes("return-package", unsigned(plain))));
  return { ...plain, signature: { keyId: signer.keyId, signature } };
}

/** Whether the package is signed by a key the verifier knows; `false` when it is not signed. */
export async function isPackageSigned(one: ReturnPackage, verifier: Verifier): Promise<boolean> {
  if (one.signature === null) return false;
  const { keyId, signature } = one.signature;
  return verifier(keyId, signedBytes("return-package", unsigned(one)), hexToBytes(signature));
}

/** Tells packages apart whatever their signature. */
export function packageHash(one: ReturnPackage): string {
  return hashOf(unsigned(one));
}

function unsigned({ signature: _, ...content }: ReturnPackage) {
  return content;
}
