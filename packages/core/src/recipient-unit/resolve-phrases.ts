import { emptyLetters, hashRange, readLetters, type Letters } from "./resolve-letters.ts";

/** A phrase of the vocabulary with what it means. */
interface Phrase<Meaning> {
  readonly codes: Uint8Array;
  readonly marks: Uint8Array;
  meanings: Meaning[];
}

/** Phrases by their letters, found at any token of a text; spaces and points inside do not matter. */
export interface PhraseTable<Meaning> {
  readonly byHash: Map<number, Phrase<Meaning>[]>;
  /** Longest phrase, in letters: where a search can stop. */
  longest: number;
}

export function phraseTable<Meaning>(): PhraseTable<Meaning> {
  return { byHash: new Map(), longest: 0 };
}

const scratch = /* @__PURE__ */ emptyLetters();

export function addPhrase<Meaning>(table: PhraseTable<Meaning>, text: string, meaning: Meaning): void {
  const letters = readLetters(text, scratch);
  if (letters.length === 0) return;
  const hash = hashRange(letters, 0, letters.length);
  const list = table.byHash.get(hash) ?? [];
  table.byHash.set(hash, list);
  const codes = letters.codes.slice(0, letters.length);
  const marks = letters.marks.slice(0, letters.length);
  const same = list.find((phrase) => sameBytes(phrase.codes, codes) && sameBytes(phrase.marks, marks));
  if (same) same.meanings.push(meaning);
  else list.push({ codes, marks, meanings: [meaning] });
  table.longest = Math.max(table.longest, codes.length);
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** How the marks of typed letters stand to those of a known name; the letters are the same. */
export const agreement = {
  different: -1,
  /** Mark for mark. */
  exact: 0,
  /** The typed text leaves marks out and sets none of its own. */
  unmarked: 1,
  /** A mark stands where the name has another or none. */
  conflict: 2,
} as const;

/** Compares the letters from `from` on with a known name; the caller knows that the lengths are equal. */
export function agreementOf(
  letters: Letters,
  from: number,
  codes: Uint8Array,
  marks: Uint8Array,
  at: number,
  size: number,
): number {
  let result: number = agreement.exact;
  for (let index = 0; index < size; index += 1) {
    if (letters.codes[from + index] !== codes[at + index]) return agreement.different;
    const typed = letters.marks[from + index] as number;
    if (typed === marks[at + index]) continue;
    if (typed !== 0) result = agreement.conflict;
    else if (result === agreement.exact) result = agreement.unmarked;
  }
  return result;
}

/**
 * What the letters from `from` to `to` mean as a phrase.
 *
 * @param tolerant also when marks are wrong (`phừơng`): for later readings
 */
export function phraseAt<Meaning>(
  table: PhraseTable<Meaning>,
  letters: Letters,
  from: number,
  to: number,
  tolerant: boolean,
): readonly Meaning[] | null {
  if (to - from > table.longest) return null;
  const list = table.byHash.get(hashRange(letters, from, to));
  if (!list) return null;
  let found: Meaning[] | null = null;
  for (const phrase of list) {
    if (phrase.codes.length !== to - from) continue;
    const how = agreementOf(letters, from, phrase.codes, phrase.marks, 0, to - from);
    if (how === agreement.exact) return phrase.meanings;
    if (how === agreement.unmarked || (how === agreement.conflict && tolerant)) {
      found = found ? [...found, ...phrase.meanings] : phrase.meanings;
    }
  }
  return found;
}
