import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Sheet } from "../../sheet/sheet.ts";
import type { SheetDescription } from "../../sheet/sheet-sink.ts";
import { rawText } from "../value/clean-text.ts";

/** What a form says about itself in a sheet nobody sees: it survives renaming, mailing and copying. */
export interface FormIdentity {
  readonly campaignId: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly schemaId: string;
  readonly schemaVersion: number;
  /** Tells two forms of the same unit and round apart; blank when the office does not use one. */
  readonly nonce: string;
}

/** The office's secret and a nonce of its choosing, when it signs its forms. */
export interface FormSignature {
  /** Kept by the office, at least 16 characters; never written into a form. */
  readonly key: string;
  readonly nonce: string;
}

export const identitySheetName = "_chiendich";
const format = "chiendich/1";
const order = ["campaignId", "roundId", "unitId", "schemaId", "schemaVersion", "nonce"] as const;

/** The sheet that carries the identity and its seal. */
export function identitySheet(identity: FormIdentity, key: string | undefined): SheetDescription {
  const rows = [
    ["format", format],
    ...order.map((name) => [name, String(identity[name])]),
    ["seal", seal(identity, key)],
  ];
  return {
    name: identitySheetName,
    visibility: "veryHidden",
    rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value, style: { format: "@" } })) })),
    protection: {},
  };
}

export type IdentityCheck =
  | { readonly status: "genuine" | "unchecked"; readonly identity: FormIdentity }
  | { readonly status: "tampered" }
  /** No form of ours. */
  | { readonly status: "none" };

/**
 * Reads the identity back. With the key a form must carry its HMAC; without it the plain digest
 * shows a slip of the hand, and a signed form stays `unchecked`.
 */
export function checkIdentity(sheets: readonly Sheet[], key: string | undefined): IdentityCheck {
  const sheet = sheets.find(({ name }) => name === identitySheetName);
  if (!sheet) return { status: "none" };
  const entries = new Map(sheet.rows.map(({ cells }) => [rawText(cells[0]), rawText(cells[1])]));
  if (entries.get("format") !== format) return { status: "tampered" };
  const text = (name: (typeof order)[number]) => entries.get(name) ?? "";
  const identity: FormIdentity = {
    campaignId: text("campaignId"),
    roundId: text("roundId"),
    unitId: text("unitId"),
    schemaId: text("schemaId"),
    schemaVersion: Number(text("schemaVersion")),
    nonce: text("nonce"),
  };
  const found = entries.get("seal") ?? "";
  if (found === seal(identity, key)) return { status: "genuine", identity };
  if (key === undefined && found.startsWith("hmac-sha256:")) return { status: "unchecked", identity };
  return { status: "tampered" };
}

function seal(identity: FormIdentity, key: string | undefined): string {
  // JSON of the values keeps them apart: no two identities share a text.
  const message = utf8ToBytes(JSON.stringify([format, ...order.map((name) => identity[name])]));
  return key === undefined
    ? `sha256:${bytesToHex(sha256(message))}`
    : `hmac-sha256:${bytesToHex(hmac(sha256, utf8ToBytes(key), message))}`;
}
