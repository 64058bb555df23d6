import { decodeLegacy, issue, type Issue } from "@chiendich/core";

/** A text file's characters, and what was assumed to find them. */
export interface DecodedText {
  readonly text: string;
  readonly issues: readonly Issue[];
}

/**
 * Bytes to text: by byte order mark, by what the file states, else UTF-8 when they are valid UTF-8,
 * else the old Vietnamese charset in which they make the most sense. Old programs state none; a choice
 * among those is told as an issue.
 *
 * @param stated a charset the file itself names, such as a web page's
 */
export function decodeText(bytes: Uint8Array, source: string, stated?: string): DecodedText {
  const marked = byMark(bytes);
  if (marked !== null) return { text: marked, issues: [] };
  const said = stated === undefined ? null : composed(decoded(bytes, stated, true), stated);
  const text = said ?? decoded(bytes, "utf-8", true);
  if (text !== null) return { text, issues: [] };
  const legacy = legacyText(bytes);
  return {
    text: legacy.text,
    issues: [issue("workbook_encoding_assumed", { source }, { encoding: legacy.encoding })],
  };
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, "utf-16le", false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, "utf-16be", false);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes, "utf-8", false);
  return null;
}

/** Windows-1258 writes tones as characters of their own; nobody typed them so. */
function composed(text: string | null, encoding: string): string | null {
  return text !== null && /1258/.test(encoding) ? text.normalize("NFC") : text;
}

function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/** Old charsets in the order in which they win when several make equal sense. */
function legacyText(bytes: Uint8Array): { encoding: string; text: string } {
  const western = decoded(bytes, "windows-1252", false) ?? "";
  const candidates = [
    { encoding: "windows-1258", text: composed(decoded(bytes, "windows-1258", false), "windows-1258") },
    { encoding: "TCVN3", text: decodeLegacy(western, "tcvn3") },
    { encoding: "VNI", text: decodeLegacy(western, "vni") },
    { encoding: "windows-1252", text: western },
  ];
  let best = { encoding: "windows-1252", text: western, sense: -1 };
  for (const { encoding, text } of candidates) {
    if (text === null) continue;
    const sense = vietnameseSense(text);
    if (sense > best.sense) best = { encoding, text, sense };
  }
  return best;
}

const onset = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?";
const nucleus =
  "(?:uyê|uya|uyu|iêu|yêu|oai|oay|oeo|uai|uây|uôi|ươi|ươu|uyn|iê|yê|uô|ươ|oa|oă|oe|oo|uâ|uê|uơ|uy|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|uo|ưa|ưi|ưu|[aăâeêioôơuưy])";
const coda = "(?:ch|ng|nh|[cmnpt])?";
const syllable = new RegExp(`^${onset}${nucleus}${coda}$`);

/** The share of words with marks that could be Vietnamese syllables, 0…1; in the wrong charset nearly none could. */
function vietnameseSense(text: string): number {
  let marked = 0;
  let sensible = 0;
  for (const [word] of text
    .slice(0, 100_000)
    .matchAll(/[^\s\d\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]+/gu)) {
    if (/^[\u0000-\u007f]*$/.test(word)) continue;
    marked++;
    const bare = word
      .toLocaleLowerCase("vi")
      .normalize("NFD")
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "")
      .normalize("NFC");
    if (syllable.test(bare)) sensible++;
  }
  return marked === 0 ? 0 : sensible / marked;
}
