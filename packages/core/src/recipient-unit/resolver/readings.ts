import { foldVietnamese } from "../../vietnamese/fold.ts";
import { decodeLegacy, possibleCharsets } from "../../vietnamese/legacy-charset.ts";
import { isVietnameseSyllable } from "../../vietnamese/syllable-shape.ts";
import { fromTelex, fromViqr, fromVniTyping } from "../../vietnamese/typing-leftovers.ts";
import type { ReadingKind } from "./resolution.ts";
import { hashRange, isDigitCode, isVowelCode, tokenText, type Letters } from "./letters.ts";

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

/** Letters that no legacy charset shows, read as whatever it may be: the text is Unicode. */
const ofVietnamese = /[\u1ea0-\u1ef9]/;

/** Readings of a text that was not found as it stands, the likeliest first; each is cheap to rule out. */
export function* looseReadings(text: string, letters: Letters): Generator<ReadingText> {
  const digits = hasDigit(letters);
  const one = (rewritten: string | null, kind: ReadingKind): ReadingText[] =>
    rewritten === null || rewritten === text ? [] : [{ text: rewritten, kinds: [kind] }];

  if (mayBeTelex(letters)) yield* one(fromTelex(text), "telex");
  if (digits) yield* one(fromVniTyping(text), "vni-typing");
  if (digits) yield* one(plainNumbers(text), "number-words");
  if (/[¹²³]/u.test(text))
    yield* one(
      text.replace(/[¹²³]/gu, (digit) => ` ${digit.normalize("NFKC")}`),
      "number-words",
    );
  if (endsInNumeral(letters)) yield* one(romanEnding(text), "number-words");
  if (/th[aá]ng/iu.test(text)) yield* one(spokenDates(text), "number-words");
  if (/[~^+(`'?]/.test(text)) yield* one(fromViqr(text), "viqr");
  if (letters.marked && !letters.suspect && !ofVietnamese.test(text)) yield* suspectReadings(text);
  if (digits) for (const scanned of scannedLetters(text)) yield* one(scanned, "scanned");
  const scannedPairs = confusedPairs(text);
  if (scannedPairs !== null) yield { text: scannedPairs, kinds: ["scanned"] };
  const joined = withSpacesClosed(text, letters);
  if (joined !== null) yield { text: joined, kinds: ["run-together"] };
  const spelled = phForF(text);
  if (spelled !== null) yield { text: spelled, kinds: [] };
  const spelledOut = text.includes("(") ? inBrackets(text) : null;
  if (spelledOut !== null) yield { text: spelledOut, kinds: [] };
  if (hasRepeats(letters)) yield* one(withoutRepeats(text), "repeated-word");
}

const code = (letter: string) => letter.charCodeAt(0);
const [a, d, e, f, i, j, o, r, s, v, w, x, z] = [..."adefijorsvwxz"].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Letters that Vietnamese does not have, or has not there: f, j, w, z, a doubled a, e, o or d, a tone key after a vowel. */
function mayBeTelex({ codes, length, starts, ends, tokens }: Letters): boolean {
  for (let at = 0; at < length; at += 1) {
    const letter = codes[at];
    if (letter === f || letter === j || letter === w || letter === z) return true;
  }
  for (let token = 0; token < tokens; token += 1) {
    const from = starts[token] as number;
    let vowelBefore = isVowelCode(codes[from] as number);
    for (let at = from + 1; at < (ends[token] as number); at += 1) {
      const letter = codes[at] as number;
      if (vowelBefore && (letter === s || letter === r || letter === x)) return true;
      if (letter === a || letter === e || letter === o || letter === d) {
        for (let before = at - 1; before >= from; before -= 1) if (codes[before] === letter) return true;
      }
      if (isVowelCode(letter)) vowelBefore = true;
    }
  }
  return false;
}

const numeralWords = new Set(["so", "mot", "hai", "ba", "bon", "nam"]);

/** Whether one of the words may be a numeral: `II`, `hai`. */
function endsInNumeral(letters: Letters): boolean {
  const { codes, starts, ends, tokens } = letters;
  for (let token = 1; token < tokens; token += 1) {
    const from = starts[token] as number;
    const to = ends[token] as number;
    let roman = to - from <= 3;
    for (let at = from; at < to && roman; at += 1) roman = codes[at] === i || codes[at] === v;
    if (roman) return true;
    if (numeralWords.has(tokenText(letters, token))) return true;
  }
  return false;
}

/** Whether a word follows itself, or the text is twice the same. */
function hasRepeats(letters: Letters): boolean {
  const { starts, ends, tokens, length } = letters;
  for (let token = 1; token < tokens; token += 1) {
    const from = starts[token] as number;
    const before = starts[token - 1] as number;
    if (
      hashRange(letters, before, ends[token - 1] as number) ===
      hashRange(letters, from, ends[token] as number)
    ) {
      return true;
    }
    if (from * 2 === length && hashRange(letters, 0, from) === hashRange(letters, from, length)) return true;
  }
  return false;
}

function hasDigit({ codes, length }: Letters): boolean {
  for (let index = 0; index < length; index += 1) if (isDigitCode(codes[index] as number)) return true;
  return false;
}

/** `số 02` is 2; `mồng 8 tháng 3` is 8-3. */
function plainNumbers(text: string): string {
  return text
    .normalize("NFC")
    .replace(/^(\D*?)\s*(?<!\p{L})(?:(?:số|so)\s*)?(\d{1,2})\s+(\p{L}[^,(\d]*)$/iu, "$1 $3 $2")
    .replace(/(?:mồng|mong|mùng|mung|ngày|ngay)\s+(?=\d{1,2}\s*[-/]\s*\d{1,2}\s*$)/giu, "")
    .replace(/(?:^|(?<=[\s,]))(?:số|so|no|#)\s*\.?\s*(?=\d)/giu, "")
    .replace(
      /(?:(?:mồng|mong|mùng|mung|ngày|ngay)\s+)?(\d{1,2})\s+(?:tháng|thang)\s+(\d{1,2})(?!\s+(?:năm|nam))/giu,
      "$1-$2",
    );
}

const smallNumbers = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/** `ba tháng hai` is 3-2, `hai mươi tháng mười` is 20-10: dates that schools are named after, as they are said. */
function spokenDates(text: string): string | null {
  const number = `(?:hai\\s+mươi|ba\\s+mươi|${smallNumbers.join("|")})`;
  const date = new RegExp(`(${number})\\s+tháng\\s+(${number})`, "giu");
  const valueOf = (words: string): number => {
    const [first = "", second] = words.toLowerCase().split(/\s+/u);
    const value = smallNumbers.indexOf(first) + 1;
    return second === undefined ? value : value * 10;
  };
  const normal = text.normalize("NFC");
  const read = normal.replace(date, (_, day: string, month: string) => `${valueOf(day)}-${valueOf(month)}`);
  return read === normal ? null : read;
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

/** `Vĩnh Hải II`, `Vĩnh Hải số hai`: a numeral at the end of the name; `Phường I Bảo Lộc`: one after its type. */
function romanEnding(text: string): string | null {
  const normal = text.normalize("NFC");
  const roman =
    /^(.*?\S)\s+(?:số\s+)?(i{1,3}|iv|vi?)(\s*(?:[,(].*)?)$/iu.exec(normal) ??
    /^(\S+(?:\s+\S+)?)\s+(I{1,3}|IV|V)(\s+\p{Lu}.*)$/u.exec(normal);
  if (roman) return `${roman[1]} ${romanNumbers[(roman[2] as string).toLowerCase()]}${roman[3]}`;
  const word = /^(.*?\S)\s+(?:số\s+)?(một|hai|ba|bốn|năm)(\s*(?:[,(].*)?)$/iu.exec(normal);
  return word ? `${word[1]} ${wordNumbers[(word[2] as string).toLowerCase()]}${word[3]}` : null;
}

/** A word or the whole name typed twice. */
function withoutRepeats(text: string): string {
  const normal = text.normalize("NFC").trim();
  return normal
    .replace(/^(.{4,}?)[\s,;/(-]+\1\)?$/iu, "$1")
    .replace(/(?<=^|[\s.])(\p{L}{2,})(?:\s+\1)+(?=$|[\s,.)])/giu, "$1");
}

const scannedDigits: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "5": "s",
  "6": "b",
  "8": "b",
  "9": "g",
};

/** Digits that a scanner put for letters inside words: `Vĩnh Trun9`, `Nguyễn H1ền`. */
function scannedLetters(text: string): string[] {
  const inWord = /(?<=\p{L})[015689](?=\p{L})|(?<=\p{L}{2})[015689](?!\d)|(?<![\p{L}\d])[015689](?=\p{Ll})/gu;
  const letters = text.normalize("NFC").replace(inWord, (digit) => scannedDigits[digit] as string);
  if (letters === text.normalize("NFC")) return [];
  const other = text
    .normalize("NFC")
    .replace(inWord, (digit) => (digit === "1" ? "l" : (scannedDigits[digit] as string)));
  return other === letters ? [letters] : [letters, other];
}

/** Letters that a scanner takes for two others, where those two spell no syllable: `Vĩrih` is Vĩnh. */
const confused: readonly (readonly [RegExp, string])[] = [
  [/rn/giu, "m"],
  [/ri(?=[hg]|$)/giu, "n"],
  [/(?<=[pktgnc]|^)li/giu, "h"],
  [/cl/giu, "d"],
  [/ii/giu, "u"],
  [/vv/giu, "w"],
  [/q(?!u)/giu, "g"],
];

function confusedPairs(text: string): string | null {
  if (!/rn|ri|li|cl|ii|vv|q(?!u)/i.test(text)) return null;
  const normal = text.normalize("NFC");
  const read = normal.replace(/\p{L}+/gu, (typed) => {
    if (isVietnameseSyllable(foldVietnamese(typed))) return typed;
    let other = typed;
    for (const [pair, letter] of confused) {
      const before = other;
      other = before.replace(pair, letter);
      if (other !== before && isVietnameseSyllable(foldVietnamese(other))) return other;
    }
    return typed;
  });
  return read === normal ? null : read;
}

/** `p h ư ờ n g   V ĩ n h   H ả i`: letters set apart for show; wider gaps part the words. */
function withSpacesClosed(text: string, { tokens, length }: Letters): string | null {
  if (tokens < 6 || length > tokens * 1.3) return null;
  return text
    .trim()
    .replace(/[^\S ]/gu, " ")
    .replace(/ {2,}|(?<=\S) (?=\S)/gu, (gap) => (gap.length > 1 ? " " : ""));
}

/** `Đắk Đoa`, `Đăk Đoa`, `Đak Đoa`: words of the Central Highlands that decrees themselves mark in several ways. */
export function withPlainDak(text: string): string | null {
  if (!/[ăắâấ\u0301\u0302\u0306][kc]/iu.test(text)) return null;
  const normal = text.normalize("NFC");
  return normal.replace(/(?<=đ|đr|p|(?<!\p{L})[dl])[ăắâấ](?=[kc](?!\p{L}))/giu, (vowel) =>
    vowel === vowel.toUpperCase() ? "A" : "a",
  );
}

/** `Fước` is Phước: no syllable of Vietnamese begins with f. */
function phForF(text: string): string | null {
  if (!/f/i.test(text)) return null;
  const read = text.replace(/(?<!\p{L})f(?=\p{L})/giu, (typed) => (typed === "F" ? "Ph" : "ph"));
  return read === text ? null : read;
}

/** A text in which a program put question marks for letters, each of them marked as lost; null when it has none. */
export function withLostMarks(text: string): string | null {
  if (!text.includes("?") && !text.includes("\ufffd")) return null;
  // Inside a word, before one, or at the end of several: one at the very end is a question.
  if (!/\p{L}\?+\p{L}|\ufffd|\?\?\p{L}|\p{L}\?.*\p{L}\?/u.test(text)) return null;
  return text.replace(/\?+(?=\p{L})|(?<=[\p{L}?])\?+/gu, (marks) => "\ufffd".repeat(marks.length));
}

/** `PVH (phường Vĩnh Hải)`: first letters, and the words they are the first letters of. */
function inBrackets(text: string): string | null {
  const parts = /^\s*([\p{L}.]{2,8})\s*\(([^()]+)\)\s*$/u.exec(text);
  if (!parts) return null;
  const [, short = "", words = ""] = parts;
  const first = foldVietnamese(words)
    .split(/[^a-z0-9]+/)
    .map((word) => word.charAt(0))
    .join("");
  return first === foldVietnamese(short).replaceAll(".", "") ? words : null;
}
