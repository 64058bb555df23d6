import type { Letters } from "./resolve-letters.ts";
import { addPhrase, phraseAt, phraseTable, type PhraseTable } from "./resolve-phrases.ts";
import type { TypeClass, Vocabulary } from "./vocabulary.ts";

/** A type word made ready: its concept is a bit, so that a set of types is one number. */
export interface TypeMeaning {
  readonly bit: number;
  readonly class: TypeClass;
}

export interface ReadyVocabulary {
  readonly types: PhraseTable<TypeMeaning>;
  readonly typesAfter: PhraseTable<TypeMeaning>;
  readonly before: PhraseTable<true>;
  readonly after: PhraseTable<true>;
  /** `năm`, `lần` …: words that make the number after them no part of a name. */
  readonly counted: PhraseTable<true>;
  readonly expansions: PhraseTable<string>;
  readonly places: Readonly<Record<string, string>>;
  /** Bits of all types of a class. */
  readonly mask: Readonly<Record<TypeClass, number>>;
  /** Long type words, for misspelled ones. */
  readonly spelled: readonly { readonly text: string; readonly meaning: TypeMeaning }[];
}

/** The bit of a unit whose name begins with no type word: its whole name is its name. */
export const wholeName = 1;

const countedWords = [
  "năm",
  "tháng",
  "ngày",
  "lần",
  "đợt",
  "quý",
  "kỳ",
  "năm học",
  "v",
  "bản",
  "ver",
  "version",
];

export function readyVocabulary(vocabulary: Vocabulary): ReadyVocabulary {
  const bits = new Map<string, number>();
  const mask: Record<TypeClass, number> = {
    authority: 0,
    commune: 0,
    district: 0,
    province: 0,
    school: 0,
    "any-school": 0,
  };
  const types = phraseTable<TypeMeaning>();
  const typesAfter = phraseTable<TypeMeaning>();
  const spelled: { text: string; meaning: TypeMeaning }[] = [];
  for (const type of vocabulary.types) {
    const bit = bits.get(type.concept) ?? 2 ** (bits.size + 1);
    if (bit > 2 ** 30) throw new RangeError("a vocabulary has at most 30 types");
    bits.set(type.concept, bit);
    mask[type.class] |= bit;
    const meaning = { bit, class: type.class };
    for (const word of type.words) addPhrase(types, word, meaning);
    for (const word of type.wordsAfter ?? []) addPhrase(typesAfter, word, meaning);
    for (const word of type.words) if (word.length >= 5) spelled.push({ text: word, meaning });
  }
  const list = (words: readonly string[]) => {
    const table = phraseTable<true>();
    for (const word of words) addPhrase(table, word, true);
    return table;
  };
  const expansions = phraseTable<string>();
  for (const [short, full] of Object.entries(vocabulary.expansions)) addPhrase(expansions, short, full);
  return {
    types,
    typesAfter,
    before: list(vocabulary.before),
    after: list(vocabulary.after),
    counted: list(countedWords),
    expansions,
    places: vocabulary.places,
    mask,
    spelled,
  };
}

/** The longest phrase that begins at a token, and the token after it. */
export interface PhraseHit<Meaning> {
  readonly meanings: readonly Meaning[];
  readonly next: number;
}

const mostTokens = 8;

export function longestPhrase<Meaning>(
  table: PhraseTable<Meaning>,
  letters: Letters,
  token: number,
  last: number,
  tolerant: boolean,
): PhraseHit<Meaning> | null {
  const from = letters.starts[token] as number;
  for (let next = Math.min(last, token + mostTokens); next > token; next -= 1) {
    const meanings = phraseAt(table, letters, from, letters.ends[next - 1] as number, tolerant);
    if (meanings) return { meanings, next };
  }
  return null;
}

/** The type words a text begins with: where the name starts, and which types it may have. */
export interface Head {
  readonly next: number;
  /** Types that the words allow; 0 when there were none. */
  readonly mask: number;
  /** Whether the words name a type themselves, not only `UBND` or `trường`. */
  readonly typed: boolean;
}

/**
 * Reads type words from a token on: `UBND phường`, `Trường TH`, `P.`. Ends after the first word that
 * names a type, for what follows is the name (`phường Hội Hợp`).
 */
export function readHead(
  vocabulary: ReadyVocabulary,
  letters: Letters,
  token: number,
  last: number,
  tolerant = false,
): Head {
  let next = token;
  let open = 0;
  while (next < last) {
    const hit = longestPhrase(vocabulary.types, letters, next, last, tolerant);
    if (!hit) break;
    let mask = 0;
    let authority = false;
    let anySchool = false;
    for (const { bit, class: kind } of hit.meanings) {
      if (kind === "authority") authority = true;
      else if (kind === "any-school") anySchool = true;
      else mask |= bit;
    }
    next = hit.next;
    if (mask !== 0) return { next, mask, typed: true };
    if (authority) open |= vocabulary.mask.commune | vocabulary.mask.district | vocabulary.mask.province;
    if (anySchool) open |= vocabulary.mask.school;
  }
  return { next, mask: open, typed: false };
}
