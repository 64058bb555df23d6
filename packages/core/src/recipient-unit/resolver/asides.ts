import type { ReadyDirectory } from "./ready-directory.ts";
import { tokenText, type Letters } from "./letters.ts";
import { readLetters } from "./read-letters.ts";
import { firstName } from "./names.ts";
import { isNumber } from "./noise.ts";
import { longestPhrase } from "./phrases.ts";

/** Family names that few places and schools are called after; `Hồ`, `Hoàng`, `Dương` are in the names of districts. */
const families = new Set(
  "nguyen tran le pham huynh vo vu dang bui do phan ngo dinh truong luong trinh".split(" "),
);
const fewestWords = 3;
const mostWords = 6;

/**
 * A text without what is said beside the unit: persons (`Nguyễn Văn A - UBND phường X`, `xã Y, đ/c Trần Thị B`)
 * and remarks in small letters at the end (`UBND xã Z (mất điện cả buổi sáng)`).
 *
 * A part that may be a unit, a place, another body or a number stays, for it may change who is meant; null when
 * there is nothing to leave out.
 */
export function withoutAsides(directory: ReadyDirectory, text: string, letters: Letters): string | null {
  if (!/[,;|()[\]{}\n]|\s[-–]\s/u.test(text)) return null;
  const plain = withoutRemark(directory, text.normalize("NFC"), letters);
  return withoutPersons(directory, plain ?? text, letters) ?? plain;
}

function withoutPersons(directory: ReadyDirectory, text: string, letters: Letters): string | null {
  const parts = text.split(/\s+[-–]\s+|[,;|()[\]\n]+/u).filter((part) => part.trim() !== "");
  if (parts.length < 2) return null;
  const rest = parts.filter((part) => !isPerson(directory, part, letters));
  return rest.length > 0 && rest.length < parts.length ? rest.join(", ") : null;
}

function isPerson(directory: ReadyDirectory, part: string, letters: Letters): boolean {
  readLetters(part, letters);
  const { tokens } = letters;
  let start = 0;
  for (let next = afterTitle(0); next > start && next < tokens; next = afterTitle(start)) start = next;
  const words = tokens - start;
  if (words > mostWords || words < (start > 0 ? 1 : fewestWords)) return false;
  if (!families.has(tokenText(letters, start))) return false;
  // A unit or a place that is called after a person, or has one's family name, stays.
  if (firstName(directory.names, letters, letters.starts[start] as number, letters.length) >= 0) return false;
  return !isNumber(letters, tokens - 1) && directory.places.read(letters, start, tokens) === null;

  function afterTitle(token: number): number {
    return longestPhrase(directory.vocabulary.titles, letters, token, tokens, false)?.next ?? token;
  }
}

/** A remark begins with a small letter, in a text that has capitals where names begin. */
const remark = /^(.*\p{Lu}.*?)\s*(?:[([{]|\s[-–]\s)\s*(\p{Ll}[^()[\]{}]*?)\s*[)\]}]?\s*$/u;

function withoutRemark(directory: ReadyDirectory, text: string, letters: Letters): string | null {
  const [, rest, aside] = remark.exec(text) ?? [];
  if (rest === undefined || aside === undefined || !/\s/u.test(aside) || /\p{Lu}/u.test(aside)) return null;
  return saysNothing(directory, readLetters(aside, letters), 0) ? rest : null;
}

/** Whether no word from a token on may say which unit is meant: a type, a body, a place or a number. */
function saysNothing({ vocabulary, places }: ReadyDirectory, letters: Letters, start: number): boolean {
  const { tokens } = letters;
  for (let token = start; token < tokens; token += 1) {
    if (isNumber(letters, token) || places.begins(letters, token, tokens)) return false;
    const type = longestPhrase(vocabulary.types, letters, token, tokens, false);
    // A single letter is a type only before a name, and the last word may be any.
    if (type && (letters.ends[type.next - 1] as number) - (letters.starts[token] as number) > 1) return false;
    if (longestPhrase(vocabulary.bodies, letters, token, tokens, false)) return false;
  }
  return true;
}
