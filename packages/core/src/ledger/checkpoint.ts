import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod";
import type { Instant } from "../time/instant.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { LedgerHead } from "./ledger.ts";

/** Signs with a key that core never sees; Ed25519 wherever we provide one. */
export interface Signer {
  /** Names the public key for whoever verifies. */
  readonly keyId: string;
  /** The signature of exactly these bytes, in the key's own format. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Whether the signature over the bytes is that key's; `false` for a key it does not know. */
export type Verifier = (keyId: string, bytes: Uint8Array, signature: Uint8Array) => Promise<boolean>;

/**
 * The state of a ledger, signed: kept elsewhere (a mail, a printout, the level above) it proves later,
 * offline, that nothing up to that position was changed or cut off.
 */
export interface Checkpoint {
  readonly ledgerId: string;
  readonly position: number;
  readonly hash: string;
  readonly at: Instant;
  readonly keyId: string;
  /** Hex. */
  readonly signature: string;
}

/** A checkpoint as it comes back from a file. */
export const checkpointInput = z.strictObject({
  ledgerId: z.string(),
  position: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  keyId: z.string(),
  signature: z.string().regex(/^([0-9a-f]{2})+$/),
}) satisfies z.ZodType<Checkpoint>;

/**
 * A signed statement that the ledger had this head at this instant: whoever rewrites the ledger
 * afterwards can no longer match it.
 */
export async function signCheckpoint(
  ledgerId: string,
  { position, hash }: Pick<LedgerHead, "position" | "hash">,
  { at, signer }: { readonly at: Instant; readonly signer: Signer },
): Promise<Checkpoint> {
  const unsigned = { ledgerId, position, hash, at, keyId: signer.keyId };
  const signature = await signer.sign(signedBytes("checkpoint", unsigned));
  return { ...unsigned, signature: bytesToHex(signature) };
}

/** Whether the checkpoint's signature is right; what it says about a ledger, `verifyLedger` compares. */
export async function isSignedBy(
  { signature, ...unsigned }: Checkpoint,
  verifier: Verifier,
): Promise<boolean> {
  return verifier(unsigned.keyId, signedBytes("checkpoint", unsigned), hexToBytes(signature));
}

/** What is signed: the canonical JSON, with what it is for, so that no signature serves another purpose. */
export function signedBytes(purpose: string, value: unknown): Uint8Array {
  return utf8ToBytes(`chiendich-${purpose}-1\n${canonicalJson(value)}`);
}
