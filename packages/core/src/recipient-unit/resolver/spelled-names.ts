import type { RecipientUnit } from "../recipient-unit.ts";
import { emptyLetters, tokenText, type Letters } from "./letters.ts";
import { longestPhrase } from "./phrases.ts";
import type { PlaceTable } from "./places.ts";
import { readLetters } from "./read-letters.ts";
import { wholeName, type ReadyVocabulary } from "./ready-vocabulary.ts";

/** A syllable, number or abbreviation: its letters, and its marks letter by letter. */
export interface Syllable {
  readonly letters: string;
  readonly marks: readonly number[];
}

/** A name as syllables, to be compared with first letters. */
export interface SpelledName {
  readonly unit: number;
  readonly type: number;
  readonly alias: boolean;
  readonly syllables: readonly Syllable[];
  /** The syllables from here on say where, and may be left out. */
  readonly needed: number;
  /** The letters its syllables begin with, as bits: what has others is no abbreviation of it. */
  readonly initials: number;
  /** For each syllable, whether it is a word for a body (`chợ`), which tells names apart. */
  readonly isBody: readonly boolean[];
}

export interface SpelledNames {
  /** By the letter they begin with. */
  readonly byLetter: ReadonlyMap<string, readonly SpelledName[]>;
  /** Of units without a type. */
  readonly organisations: readonly SpelledName[];
}

export function spelledNames(
  units: readonly RecipientUnit[],
  types: Int32Array,
  places: PlaceTable,
  vocabulary: ReadyVocabulary,
): SpelledNames {
  const byLetter = new Map<string, SpelledName[]>();
  const organisations: SpelledName[] = [];
  const letters = emptyLetters();
  units.forEach((unit, number) => {
    const texts = [unit.name, ...(unit.shortName ? [unit.shortName] : []), ...unit.aliases];
    texts.forEach((text, index) => {
      readLetters(text, letters);
      const tail = types[number] === wholeName ? places.homeTail(letters, 0, letters.tokens) : 0;
      const syllables = syllablesOf(letters, 0, letters.tokens);
      const needed = tail > 0 ? tail : syllables.length;
      const isBody = syllables.map(
        (_, token) => longestPhrase(vocabulary.bodies, letters, token, token + 1, false) !== null,
      );
      const add = (from: number) => {
        const spelled = {
          unit: number,
          type: types[number] as number,
          alias: index > 0,
          syllables: syllables.slice(from),
          needed: needed - from,
          initials: initialsOf(syllables.slice(from)),
          isBody: isBody.slice(from),
        };
        if (spelled.type === wholeName && from === 0) organisations.push(spelled);
        const letter = spelled.syllables[0]?.letters.charAt(0) ?? "";
        const list = byLetter.get(letter);
        if (list) list.push(spelled);
        else byLetter.set(letter, [spelled]);
      };
      add(0);
      // `UBND phường X` is also written from its type on.
      for (let from = 0; ;) {
        const head = longestPhrase(vocabulary.types, letters, from, letters.tokens, false);
        if (!head || head.meanings.some(({ class: kind }) => kind !== "authority" && kind !== "any-school"))
          break;
        from = head.next;
        if (from >= letters.tokens) break;
        add(from);
      }
    });
  });
  return { byLetter, organisations };
}

/** The first letters of words, as bits. */
export function initialsOf(words: readonly Syllable[]): number {
  return words.reduce((bits, { letters }) => bits | (1 << (letters.charCodeAt(0) & 31)), 0);
}

export function syllablesOf(letters: Letters, from: number, to: number): Syllable[] {
  const syllables: Syllable[] = [];
  for (let token = from; token < to; token += 1) {
    syllables.push({
      letters: tokenText(letters, token),
      marks: [...letters.marks.subarray(letters.starts[token], letters.ends[token])],
    });
  }
  return syllables;
}
