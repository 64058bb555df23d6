import { emptyLetters, isDigitCode, type Letters } from "./letters.ts";
import { longestPhrase } from "./phrases.ts";
import { readLetters } from "./read-letters.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import type { ReadyVocabulary } from "./ready-vocabulary.ts";
import { initialsOf, syllablesOf, type SpelledName, type Syllable } from "./spelled-names.ts";

const written = /* @__PURE__ */ emptyLetters();

/** A text's syllables with the short words of organisations written out. */
export function expandedSyllables(
  vocabulary: ReadyVocabulary,
  letters: Letters,
  from: number,
  to: number,
): Syllable[] {
  const syllables: Syllable[] = [];
  for (let token = from; token < to;) {
    const hit = longestPhrase(vocabulary.expansions, letters, token, to, false);
    const meaning = hit?.meanings[0];
    if (hit && meaning !== undefined) {
      readLetters(meaning, written);
      syllables.push(...syllablesOf(written, 0, written.tokens));
      token = hit.next;
    } else {
      syllables.push(...syllablesOf(letters, token, token + 1));
      token += 1;
    }
  }
  return syllables;
}

const onsets = ["ngh", "ng", "nh", "th", "tr", "ph", "kh", "ch", "gh", "gi", "qu"];

/** How far a text agrees with a name by whole words and first letters. */
export interface Agreement {
  /** Words written out, of two letters or more. */
  readonly whole: number;
  /** Syllables of which only the first letters are there. */
  readonly first: number;
  /** Whether the last word of the name is written out. */
  readonly lastWhole: boolean;
}

const initialOfVa = 1 << ("v".charCodeAt(0) & 31);

/** Compares word by word; null when they do not agree. The little word `và` may be left out. */
export function agreeByFirstLetters(
  typed: readonly Syllable[],
  name: SpelledName,
  initials = initialsOf(typed),
): Agreement | null {
  const { syllables, needed } = name;
  if ((initials & ~(name.initials | initialOfVa)) !== 0) return null;
  const step = (
    at: number,
    syllable: number,
    whole: number,
    first: number,
    lastWhole: boolean,
  ): Agreement | null => {
    if (at === typed.length) {
      for (let rest = syllable; rest < needed; rest += 1) if (syllables[rest]?.letters !== "va") return null;
      return { whole, first, lastWhole };
    }
    const word = typed[at] as Syllable;
    if (word.letters === "va" && syllables[syllable]?.letters !== "va") {
      return step(at + 1, syllable, whole, first, lastWhole);
    }
    const known = syllables[syllable];
    if (!known) return null;
    if (sameWord(word, known)) {
      const counts = word.letters.length > 1 || isDigitCode(word.letters.charCodeAt(0));
      const found = step(
        at + 1,
        syllable + 1,
        whole + (counts && word.letters.length > 1 ? 1 : 0),
        first,
        true,
      );
      if (found) return found;
    }
    if (known.letters === "va") {
      const found = step(at, syllable + 1, whole, first, lastWhole);
      if (found) return found;
    }
    for (const [end, count] of firstLetterRuns(word, syllables, syllable)) {
      const found = step(at + 1, end, whole, first + count, false);
      if (found) return found;
    }
    return null;
  };
  return step(0, 0, 0, 0, false);
}

/** Where a word can end when each of its letters begins a syllable from `from` on, with how many syllables that takes. */
function firstLetterRuns(word: Syllable, syllables: readonly Syllable[], from: number): [number, number][] {
  const ends: [number, number][] = [];
  const walk = (at: number, syllable: number, count: number) => {
    if (at === word.letters.length) {
      ends.push([syllable, count]);
      return;
    }
    const known = syllables[syllable];
    if (!known || isDigitCode(known.letters.charCodeAt(0))) return;
    if (known.letters === "va") walk(at, syllable + 1, count);
    if (known.letters.charAt(0) !== word.letters.charAt(at)) return;
    const typedMark = word.marks[at] ?? 0;
    if (typedMark !== 0 && typedMark !== known.marks[0]) return;
    for (const onset of onsets) {
      if (
        known.letters.startsWith(onset) &&
        word.letters.startsWith(onset, at) &&
        known.letters.length > onset.length
      ) {
        walk(at + onset.length, syllable + 1, count + 1);
      }
    }
    walk(at + 1, syllable + 1, count + 1);
  };
  walk(0, from, 0);
  return ends;
}

export function sameWord(typed: Syllable, known: Syllable): boolean {
  return (
    typed.letters === known.letters &&
    typed.marks.every((mark, index) => mark === 0 || mark === known.marks[index])
  );
}

/** Units whose name the tokens are, written out or shortened, whatever stands around them. */
export function abbreviatedWithin(
  { spelled, vocabulary }: Pick<ReadyDirectory, "spelled" | "vocabulary">,
  letters: Letters,
  from: number,
  to: number,
): number[] {
  const units = new Set<number>();
  for (const typed of [syllablesOf(letters, from, to), expandedSyllables(vocabulary, letters, from, to)]) {
    const initials = initialsOf(typed);
    for (const name of spelled().byLetter.get(typed[0]?.letters.charAt(0) ?? "") ?? []) {
      if (agreeByFirstLetters(typed, name, initials)) units.add(name.unit);
    }
  }
  return [...units];
}
