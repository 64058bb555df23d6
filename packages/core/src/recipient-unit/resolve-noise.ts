import { gap, type Letters } from "./resolve-letters.ts";
import { longestPhrase } from "./resolve-phrases.ts";
import type { ReadyVocabulary } from "./resolve-vocabulary.ts";

/** The token after words that say nothing about the place: `(cũ)`, `lần 2`, `: 0`, `năm 2024`. */
export function skipNoise(vocabulary: ReadyVocabulary, letters: Letters, token: number, to: number): number {
  if (letters.gaps[token] === gap.colon && isNumber(letters, token)) return numbersEnd(letters, token, to);
  if (isNumber(letters, token) && (letters.gaps[token] as number) >= gap.break) {
    const end = numbersEnd(letters, token, to);
    const digits = (letters.ends[end - 1] as number) - (letters.starts[token] as number);
    // A telephone number or a date; a number of a name has one or two digits.
    if (digits >= 7) return end;
  }
  const counted = longestPhrase(vocabulary.counted, letters, token, to, false);
  if (counted && counted.next < to) {
    const next = isRoman(letters, counted.next) ? counted.next + 1 : counted.next;
    if (next < to && isNumber(letters, next)) return numbersEnd(letters, next, to);
    if (next > counted.next) return next;
  }
  const hit = longestPhrase(vocabulary.after, letters, token, to, false);
  return hit ? hit.next : token;
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
