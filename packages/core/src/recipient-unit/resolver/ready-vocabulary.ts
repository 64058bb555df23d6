import { letterCost, nameDistance } from "./distance.ts";
import { emptyLetters, type Letters } from "./letters.ts";
import { readLetters } from "./read-letters.ts";
import { addName, fitsLost, nameTable, nearNames, shortestMisspelled, type NameTable } from "./names.ts";
import { addPhrase, longestPhrase, phraseTable, type PhraseTable } from "./phrases.ts";
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
  readonly titles: PhraseTable<true>;
  readonly mottos: PhraseTable<true>;
  readonly after: PhraseTable<true>;
  /** `năm`, `lần` …: words that make the number after them no part of a name. */
  readonly counted: PhraseTable<true>;
  readonly expansions: PhraseTable<string>;
  readonly places: Readonly<Record<string, string>>;
  /** Bits of all types of a class. */
  readonly mask: Readonly<Record<TypeClass, number>>;
  readonly bodies: PhraseTable<true>;
  /** Long type words as names, for misspelled ones: the bearer of a name is a number in `spelledMeanings`. */
  readonly spelled: NameTable;
  readonly spelledMeanings: readonly TypeMeaning[];
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
  "niên học",
  "nh",
  "hk",
  "học kỳ",
  "khối",
  "lớp",
  "tuần",
  "t",
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
  const spelled = nameTable();
  const spelledMeanings: TypeMeaning[] = [];
  const letters = emptyLetters();
  for (const type of vocabulary.types) {
    const bit = bits.get(type.concept) ?? 2 ** (bits.size + 1);
    if (bit > 2 ** 30) throw new RangeError("a vocabulary has at most 30 types");
    bits.set(type.concept, bit);
    mask[type.class] |= bit;
    const meaning = { bit, class: type.class };
    for (const word of type.words) addPhrase(types, word, meaning);
    for (const word of type.wordsAfter ?? []) addPhrase(typesAfter, word, meaning);
    spelledMeanings.push(meaning);
    for (const word of type.words) {
      readLetters(word, letters);
      if (letters.length < shortestMisspelled) continue;
      const unit = spelledMeanings.length - 1;
      addName(spelled, letters, 0, letters.length, { unit, type: bit, alias: false });
    }
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
    titles: list(vocabulary.titles ?? []),
    mottos: list(vocabulary.mottos ?? []),
    after: list(vocabulary.after),
    counted: list(countedWords),
    expansions,
    places: vocabulary.places,
    mask,
    bodies: list(vocabulary.bodies),
    spelled,
    spelledMeanings,
  };
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
    if (authority) open |= openMask(vocabulary, "authority");
    if (anySchool) open |= openMask(vocabulary, "any-school");
  }
  return { next, mask: open, typed: false };
}

/**
 * Type words with one wrong letter: `Tểu học`, `UNBD phường`, `Trương THCS`. Empty when the text begins
 * as the name of another body does: `Phòng` is no misspelled `Phường`.
 */
export function misspelledHeads(
  vocabulary: ReadyVocabulary,
  letters: Letters,
  token: number,
  last: number,
): readonly Head[] {
  const heads = new Map<number, Head>();
  const add = (next: number, mask: number, typed: boolean) => {
    if (next >= last) return;
    const known = heads.get(next);
    heads.set(
      next,
      known ? { next, mask: known.mask | mask, typed: known.typed || typed } : { next, mask, typed },
    );
  };
  const spell = (begin: number, again: boolean) => {
    if (longestPhrase(vocabulary.bodies, letters, begin, last, false)) return;
    const from = letters.starts[begin] as number;
    for (let next = begin + 1; next < last && next <= begin + 6; next += 1) {
      const to = letters.ends[next - 1] as number;
      if (to - from < shortestMisspelled) continue;
      nearNames(vocabulary.spelled, letters, from, to, (name) => {
        if (nameDistance(vocabulary.spelled, name, letters, from, to, letterCost, true) > letterCost) return;
        const { spelled } = vocabulary;
        for (let at = spelled.firstBearer[name] as number; at >= 0; at = spelled.bearerNext[at] as number) {
          const { bit, class: kind } = vocabulary.spelledMeanings[
            spelled.bearerUnit[at] as number
          ] as TypeMeaning;
          if (kind !== "authority" && kind !== "any-school") add(next, bit, true);
          else {
            const rest = readHead(vocabulary, letters, next, last);
            if (rest.typed) add(rest.next, rest.mask, true);
            else add(next, openMask(vocabulary, kind), false);
          }
        }
      });
    }
    if (again) return;
    // `Trường Tểu học`: the word after one that is right.
    const hit = longestPhrase(vocabulary.types, letters, begin, last, true);
    if (hit && hit.meanings.every(({ class: kind }) => kind === "authority" || kind === "any-school")) {
      if (hit.next < last) spell(hit.next, true);
    }
  };
  spell(token, false);
  const tolerant = readHead(vocabulary, letters, token, last, true);
  if (tolerant.next > token && !longestPhrase(vocabulary.bodies, letters, token, last, false)) {
    add(tolerant.next, tolerant.mask, tolerant.typed);
  }
  return [...heads.values()];
}

/** Type words with lost letters: `Ph??ng`, `Tr??ng Ti?u h?c`. */
export function lostHeads(
  vocabulary: ReadyVocabulary,
  letters: Letters,
  token: number,
  last: number,
): readonly Head[] {
  const { spelled, spelledMeanings } = vocabulary;
  const found: Head[] = [];
  const walk = (begin: number, open: number) => {
    const from = letters.starts[begin] as number;
    for (let next = begin + 1; next < last && next <= begin + 6; next += 1) {
      const to = letters.ends[next - 1] as number;
      for (let name = 0; name < spelled.starts.length; name += 1) {
        if (!fitsLost(spelled, name, letters, from, to)) continue;
        for (let at = spelled.firstBearer[name] as number; at >= 0; at = spelled.bearerNext[at] as number) {
          const { bit, class: kind } = spelledMeanings[spelled.bearerUnit[at] as number] as TypeMeaning;
          if (kind !== "authority" && kind !== "any-school") found.push({ next, mask: bit, typed: true });
          else if (open === 0) {
            found.push({ next, mask: openMask(vocabulary, kind), typed: false });
            walk(next, 1);
          }
        }
      }
    }
    const plain = readHead(vocabulary, letters, begin, last);
    if (plain.next > begin && plain.next < last) {
      found.push(plain);
      if (!plain.typed && open === 0) walk(plain.next, 1);
    }
  };
  walk(token, 0);
  return found;
}

/** The types that a word leaves open: any place for `UBND`, any school for `trường`. */
function openMask(vocabulary: ReadyVocabulary, kind: TypeClass): number {
  const { mask } = vocabulary;
  return kind === "authority" ? mask.commune | mask.district | mask.province : mask.school;
}
