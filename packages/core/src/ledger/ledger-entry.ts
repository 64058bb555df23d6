import type { Instant } from "../time/instant.ts";
import { canonicalJson } from "./canonical-json.ts";
import { hashOf, sha256Hex, type Sha256Hex } from "./content-hash.ts";
import type { CampaignEvent } from "./event.ts";

/** One event as the ledger keeps it. */
export interface LedgerEntry {
  /** From 1, without gaps. */
  readonly position: number;
  /** When it was written down, by the clock of the machine that did; never before the entry before. */
  readonly recordedAt: Instant;
  /** After a redaction without the text that was removed. */
  readonly event: CampaignEvent;
  /**
   * Random text hashed with the content, so that nobody can try phone numbers until the hash fits;
   * `null` once the event was redacted.
   */
  readonly salt: string | null;
  /** Of salt and event as they were written. It stays when the event is redacted. */
  readonly contentHash: string;
  /** Of position, time, content hash and the hash before: changing anything changes all that follow. */
  readonly hash: string;
}

/** What an entry is chained to. */
export interface ChainLink {
  readonly position: number;
  readonly hash: string;
}

/** What the first entry is chained to. */
export function genesis(ledgerId: string): ChainLink {
  return { position: 0, hash: hashOf({ format: "chiendich-ledger-1", ledgerId }) };
}

/**
 * The hash of an event's content with its salt, hex. Without the salt nobody can guess a deleted
 * content from its hash.
 */
export function contentHashOf(event: CampaignEvent, salt: string): string {
  return contentHashOfText(canonicalJson(event), salt);
}

/** Of an event that is canonical JSON already: making that text is most of the work of an append. */
export function contentHashOfText(eventText: string, salt: string, sha256: Sha256Hex = sha256Hex): string {
  return sha256(`{"event":${eventText},"salt":${JSON.stringify(salt)}}`);
}

/** The hash that ties an entry to the one before it: SHA-256 of the canonical JSON of both, hex. */
export function chainHashOf(
  previous: ChainLink,
  { position, recordedAt, contentHash }: Pick<LedgerEntry, "position" | "recordedAt" | "contentHash">,
  sha256: Sha256Hex = sha256Hex,
): string {
  const hashed = { contentHash, position, previous: previous.hash, recordedAt };
  // The keys stand in their canonical order, so that plain JSON is the canonical one.
  return sha256(JSON.stringify(hashed));
}
