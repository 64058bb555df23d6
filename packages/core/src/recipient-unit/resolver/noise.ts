import { gap, type Letters } from "./letters.ts";
import { isExactPhrase, longestPhrase } from "./phrases.ts";
import type { ReadyVocabulary } from "./ready-vocabulary.ts";

/** A word of so few letters is many words when its marks are gone. */
const shortWord = 3;

/** The token after words that say nothing about the place: `(cũ)`, `lần 2`, `: 0`, `năm 2024`. */
export function skipNoise(vocabulary: ReadyVocabulary, letters: Letters, token: number, to: number): number {
  // `X: 12 người`: what follows is data.
  if (letters.gaps[token] === gap.colon && isNumber(letters, token)) return to;
  if (isNumber(letters, token)) {
    const end = numbersEnd(letters, token, to);
    const digits = (letters.ends[end - 1] as number) - (letters.starts[token] as number);
    // A telephone number or a date; a number of a name has one or two digits.
    if (digits >= 6) return end;
    // A year; `29/10`
    if (end === token + 1 && digits === 4) return end;
    if (end === token + 2 && digits > 3 && (letters.gaps[token + 1] as number) >= gap.break) return end;
  }
  const counted = countedEnd(vocabulary, letters, token, to);
  if (counted > token) return counted;
  const hit = longestPhrase(vocabulary.after, letters, token, to, false);
  if (!hit) return token;
  // `An Bình A` and `Xuân Du` hold no `ạ` and `đủ`: where marks are written, a short word without them is another.
  const size = (letters.ends[hit.next - 1] as number) - (letters.starts[token] as number);
  const doubtful = size === 1 || (letters.marked && size <= shortWord);
  if (doubtful && !isExactPhrase(vocabulary.after, letters, token, hit.next)) return token;
  // `theo CV 2242`, `bổ sung biểu 3`
  return hit.next < to && isNumber(letters, hit.next) ? numbersEnd(letters, hit.next, to) : hit.next;
}

/** The token after a counting word and its number: `tháng 10`, `quý IV`; `token` when there are none. */
export function countedEnd(vocabulary: ReadyVocabulary, letters: Letters, token: number, to: number): number {
  const counted = longestPhrase(vocabulary.counted, letters, token, to, false);
  if (!counted || counted.next >= to) return token;
  const next = isRoman(letters, counted.next) ? counted.next + 1 : counted.next;
  if (next < to && isNumber(letters, next)) return numbersEnd(letters, next, to);
  return next > counted.next ? next : token;
}

function isRoman(letters: Letters, token: number): boolean {
  for (let at = letters.starts[token] as number; at < (letters.ends[token] as number); at += 1) {
    if (letters.codes[at] !== 0x69 && letters.codes[at] !== 0x76) return false;
  }
  return true;
}

export function isNumber(letters: Letters, token: number): boolean {
  const code = letters.codes[letters.starts[token] as number] as number;
  return code >= 0x30 && code <= 0x39;
}

function numbersEnd(letters: Letters, token: number, to: number): number {
  let end = token;
  while (end < to && isNumber(letters, end)) end += 1;
  return end;
}
