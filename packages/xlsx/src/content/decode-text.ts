import type { Issue } from "@chiendich/core";
import { issue } from "@chiendich/core";

/** A text file's characters, and how they were found. */
export interface DecodedText {
  readonly text: string;
  readonly issues: readonly Issue[];
}

/**
 * Bytes to text: by byte order mark, else UTF-8 when they are valid UTF-8, else the Vietnamese code
 * page in which they make the most sense. Old programs state no code page; a choice among those is
 * told as an issue.
 */
export function decodeText(bytes: Uint8Array, source: string): DecodedText {
  const marked = byMark(bytes);
  if (marked !== null) return { text: marked, issues: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), issues: [] };
  } catch {
    const { encoding, text } = legacyText(bytes);
    return { text, issues: [issue("workbook_encoding_assumed", { source }, { encoding })] };
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder("utf-8").decode(bytes);
  return null;
}

function legacyText(bytes: Uint8Array): { encoding: string; text: string } {
  return { encoding: "windows-1258", text: new TextDecoder("windows-1258").decode(bytes).normalize("NFC") };
}
