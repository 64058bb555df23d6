/**
 * Undoes the `_x000D_` escapes in which workbooks keep characters that XML cannot hold. A text that
 * really reads `_x000D_` is kept as `_x005F_x000D_`.
 */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

// XML allows tab, line feed and carriage return; a carriage return would come back as a line feed.

const unwritable =
  /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The inverse of {@link unescapeText}: any JavaScript string as text that XML can hold. */
export function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      unwritable,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

/**
 * Characters that change a text without being seen: controls, marks that reverse reading order,
 * zero-width characters, half a surrogate pair, and U+FFFD where letters were lost. The soft hyphen
 * is not among them: it is the letter `ư` in TCVN3.
 */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** One look over a text tells of nearly all that nothing is hidden in them: letters of Vietnamese end below U+1FFF. */
const unusual = /[^\t\n\r -~\u00a0-\u1fff]/;
const allHidden = new RegExp(hidden.source, "g");

/** `U+200B, U+202E`, each once; `null` when there are none. */
export function hiddenCharacters(text: string): string | null {
  if (!unusual.test(text) || !hidden.test(text)) return null;
  const found = new Set(text.match(allHidden));
  return [...found]
    .map((character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`)
    .sort()
    .join(", ");
}

/**
 * Whether a text would run as a formula if somebody typed it into a cell. A label such as
 * `- Trẻ em`, a phone number with `+` and a lone `-` are ordinary answers.
 */
export function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  // `@` is the last of the characters it may begin with; letters and most digits come later.
  if (first > 0x40 || (first >= 0x30 && first <= 0x39)) return false;
  return /^[\t\r\n ]*(?:=\s*\S|@[A-Za-z_]+\s*\(|[+-]\s*[=+\-@A-Za-z][^\s]*[(!|])/.test(text);
}

/** What somebody should know of a text; both `null` for nearly all. */
export interface TextNotes {
  readonly hidden: string | null;
  readonly formulaLike: boolean;
  readonly tooLong: boolean;
}

export const LONGEST_TEXT = 32_767;

export function notesOn(text: string): TextNotes | null {
  const found = hiddenCharacters(text);
  const formulaLike = looksLikeFormula(text);
  const tooLong = text.length > LONGEST_TEXT;
  return found === null && !formulaLike && !tooLong ? null : { hidden: found, formulaLike, tooLong };
}
