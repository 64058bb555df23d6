import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.ts";
import type { CampaignEvent } from "./event.ts";

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hex digits. */
export type Sha256Hex = (text: string) => string;

/** In plain JavaScript, for wherever core runs; an adapter may know a faster way to the same digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of a plain value's canonical JSON, hex: equal for equal data, whatever the order of keys. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/**
 * A name for an event that does not depend on where it stands in a ledger: 16 hex digits of the
 * hash of all but its reason. The reason stays out because it is the free text that may have to be
 * redacted, and a figure's lineage must still find the event afterwards.
 */
export function eventId(event: CampaignEvent): string {
  const { reason: _, ...rest } = event as CampaignEvent & { reason?: string };
  return hashOf(rest).slice(0, 16);
}
