import { decodeLegacy, possibleCharsets } from "../vietnamese/legacy-charset.ts";
import { fromTelex, fromViqr, fromVniTyping } from "../vietnamese/typing-leftovers.ts";
import type { ReadingKind } from "./resolution.ts";
import { isDigitCode, type Letters } from "./resolve-letters.ts";

/** A text rewritten, and how. */
export interface ReadingText {
  readonly text: string;
  readonly kinds: readonly ReadingKind[];
}

/** Readings of a text with characters that Vietnamese does not have: tried before the text as it stands. */
export function* suspectReadings(text: string): Generator<ReadingText> {
  for (const charset of possibleCharsets(text)) {
    const decoded = decodeLegacy(text, charset);
    if (decoded !== null) yield { text: decoded, kinds: [charset] };
  }
}

/** Readings of a text that was not found as it stands, the likeliest first; each is cheap to rule out. */
export function* looseReadings(text: string, letters: Letters): Generator<ReadingText> {
  const telex = fromTelex(text);
  if (telex !== null) yield { text: telex, kinds: ["telex"] };
  if (letters.tokens > 0 && hasDigit(letters)) {
    const typed = fromVniTyping(text);
    if (typed !== null) yield { text: typed, kinds: ["vni-typing"] };
    const numbers = plainNumbers(text);
    if (numbers !== text) yield { text: numbers, kinds: ["number-words"] };
  }
  const roman = romanEnding(text);
  if (roman !== null) yield { text: roman, kinds: ["number-words"] };
  if (/[~^+(`'?]/.test(text)) {
    const viqr = fromViqr(text);
    if (viqr !== null) yield { text: viqr, kinds: ["viqr"] };
  }
  if (letters.marked && !letters.suspect) {
    for (const reading of suspectReadings(text)) yield reading;
  }
  const once = withoutRepeats(text);
  if (once !== text) yield { text: once, kinds: ["repeated-word"] };
}

function hasDigit({ codes, length }: Letters): boolean {
  for (let index = 0; index < length; index += 1) if (isDigitCode(codes[index] as number)) return true;
  return false;
}

/** `số 02` is 2; `mồng 8 tháng 3` is 8-3. */
function plainNumbers(text: string): string {
  return text
    .normalize("NFC")
    .replace(/(?:^|(?<=[\s,]))(?:số|so|no|#)\s*\.?\s*(?=\d)/giu, "")
    .replace(
      /(?:(?:mồng|mong|mùng|mung|ngày|ngay)\s+)?(\d{1,2})\s+(?:tháng|thang)\s+(\d{1,2})(?!\s+(?:năm|nam))/giu,
      "$1-$2",
    );
}

const romanNumbers: Readonly<Record<string, string>> = {
  i: "1",
  ii: "2",
  iii: "3",
  iv: "4",
  v: "5",
  vi: "6",
};
const wordNumbers: Readonly<Record<string, string>> = { một: "1", hai: "2", ba: "3", bốn: "4", năm: "5" };

/** `Vĩnh Hải II`, `Vĩnh Hải số hai`: a numeral at the end of the name. */
function romanEnding(text: string): string | null {
  const roman = /^(.*\S)\s+(i{1,3}|iv|vi?)(\s*(?:[,(].*)?)$/iu.exec(text);
  if (roman) return `${roman[1]} ${romanNumbers[(roman[2] as string).toLowerCase()]}${roman[3]}`;
  const word = /^(.*\S)\s+số\s+(một|hai|ba|bốn|năm)(\s*(?:[,(].*)?)$/iu.exec(text.normalize("NFC"));
  return word ? `${word[1]} ${wordNumbers[(word[2] as string).toLowerCase()]}${word[3]}` : null;
}

/** A word or the whole name typed twice. */
function withoutRepeats(text: string): string {
  const normal = text.normalize("NFC").trim();
  return normal
    .replace(/^(.{4,}?)[\s,;/-]+\1$/iu, "$1")
    .replace(/(?<=^|[\s.])(\p{L}{2,})(?:\s+\1)+(?=$|[\s,.)])/giu, "$1");
}
