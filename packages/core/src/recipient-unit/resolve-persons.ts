import type { ReadyDirectory } from "./resolve-directory.ts";
import { readLetters, tokenText, type Letters } from "./resolve-letters.ts";
import { firstName } from "./resolve-names.ts";
import { longestPhrase } from "./resolve-phrases.ts";

/** Family names that few places and schools are called after; `Hồ`, `Hoàng`, `Dương` are in the names of districts. */
const families = new Set(
  "nguyen tran le pham huynh vo vu dang bui do phan ngo dinh truong luong trinh".split(" "),
);
const fewestWords = 3;
const mostWords = 6;

/**
 * A text without the parts that are a person's name: `Nguyễn Văn A - UBND phường X`, `xã Y, đ/c Trần Thị B`.
 * A part that is anybody's unit or place, or holds a type word, stays; null when there is no person.
 */
export function withoutPersons(directory: ReadyDirectory, text: string, letters: Letters): string | null {
  const parts = text.split(/\s+[-–]\s+|[,;|()[\]\n]+/u).filter((part) => part.trim() !== "");
  if (parts.length < 2) return null;
  const rest = parts.filter((part) => !isPerson(directory, part, letters));
  return rest.length > 0 && rest.length < parts.length ? rest.join(", ") : null;
}

function isPerson({ names, places, vocabulary }: ReadyDirectory, part: string, letters: Letters): boolean {
  readLetters(part, letters);
  const { tokens } = letters;
  let start = 0;
  for (let title = titleAt(0); title > start && title < tokens; title = titleAt(start)) start = title;
  const words = tokens - start;
  if (words > mostWords || words < (start > 0 ? 1 : fewestWords)) return false;
  if (/\d/.test(part) || places.read(letters, start, tokens)) return false;
  if (firstName(names, letters, letters.starts[start] as number, letters.length) >= 0) return false;
  for (let token = start; token < tokens - 1; token += 1) {
    if (longestPhrase(vocabulary.types, letters, token, tokens, false)) return false;
  }
  if (longestPhrase(vocabulary.bodies, letters, start, tokens, false)) return false;
  return families.has(tokenText(letters, start));

  function titleAt(token: number): number {
    return longestPhrase(vocabulary.titles, letters, token, tokens, false)?.next ?? token;
  }
}
