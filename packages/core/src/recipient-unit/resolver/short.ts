import { hasSyllableShape } from "../../vietnamese/syllable-shape.ts";
import { agreeByFirstLetters, expandedSyllables, sameWord } from "./abbreviations.ts";
import { initialsOf, syllablesOf, type SpelledName, type Syllable } from "./spelled-names.ts";
import type { ReadContext } from "./context.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { allTypes, eachStart, previousEnd, tailOf } from "./division.ts";
import { noLimits } from "./exact.ts";
import { tokenText, type Letters } from "./letters.ts";
import { longestPhrase } from "./phrases.ts";
import { isNumber } from "./noise.ts";
import { everywhere } from "./places.ts";
import { allowed, type Candidate } from "./search.ts";
import { readHead, wholeName } from "./ready-vocabulary.ts";

/** So many words of an organisation's name are a name, the first among them or not. */
const leastWordsFromFirst = 3;
const leastWords = 4;

/**
 * Organisations of whose name the text leaves words out: `Ban Quản lý dự án`, `Công ty Môi trường đô thị`,
 * `Văn hóa và Thông tin`.
 */
export function withoutWords(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  if (directory.units.length > mostUnits || letters.tokens < leastWordsFromFirst) return [];
  const limits = read?.limits ?? noLimits;
  const found: Candidate[] = [];
  eachStart(directory, letters, (start) => {
    // `2242/VHTT` is a document.
    if (start > 0 && isNumber(letters, start - 1)) return false;
    for (let end = letters.tokens; end > start; end = previousEnd(directory, letters, start, end)) {
      const scope = tailOf(directory, letters, {
        begin: start,
        end,
        from: 0,
        to: 0,
        mask: allTypes,
        typed: false,
      });
      if (!scope) continue;
      const typed = expandedSyllables(directory.vocabulary, letters, start, end);
      if (typed.length < leastWordsFromFirst) break;
      const initials = initialsOf(typed);
      for (const name of directory.spelled().organisations) {
        if ((initials & ~name.initials) !== 0) continue;
        if (!leavesWordsOut(typed, name) || !allowed(directory, name.unit, name.type, limits, scope))
          continue;
        found.push({ bearer: name.unit, name: -1, alias: name.alias, distance: 0 });
      }
      if (found.length > 0) return true;
    }
    return false;
  });
  return found;
}

function leavesWordsOut(typed: readonly Syllable[], { syllables, needed, isBody }: SpelledName): boolean {
  let at = 0;
  for (const one of typed) {
    for (; at < needed && !sameWord(one, syllables[at] as Syllable); at += 1) {
      // `Ban Quản lý Vĩnh Hải` is not that of the market (chợ) Vĩnh Hải.
      if (one !== typed[0] && isBody[at]) return false;
    }
    if (at === needed) return false;
    at += 1;
  }
  const fromFirst = sameWord(typed[0] as Syllable, syllables[0] as Syllable);
  return typed.length >= (fromFirst ? leastWordsFromFirst : leastWords);
}

/** Under a heading, the last words of an organisation's name: `Phụ nữ` among the associations. */
export function partOfName(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  const limits = read?.limits;
  if (!limits?.group || letters.tokens < 2) return [];
  const typed = syllablesOf(letters, 0, letters.tokens);
  const found: Candidate[] = [];
  for (const name of directory.spelled().organisations) {
    if (!allowed(directory, name.unit, name.type, limits, everywhere)) continue;
    const tail = {
      ...name,
      syllables: name.syllables.slice(name.needed - typed.length, name.needed),
      needed: typed.length,
    };
    if (agreeByFirstLetters(typed, tail))
      found.push({ bearer: name.unit, name: -1, alias: name.alias, distance: 0 });
  }
  return found;
}

/** Past this many units, first letters fit too many names to be looked at. */
const mostUnits = 700;
/** So many first letters alone name an organisation; fewer are a heading or an accident. */
const leastFirstLetters = 4;

/** Under a type word, so many first letters are a name: `THCS LTK`. Two may be anybody's. */
const leastInitials = 3;

/** Units whose words the text shortens to their first letters: `TH P.Tân 1`, `Hội NCT`, `P. TN&MT`. */
export function abbreviated(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  if (directory.units.length > mostUnits) return [];
  const limits = read?.limits ?? noLimits;
  const found: Candidate[] = [];
  const compare = (begin: number, end: number, expand: boolean) => {
    const typed = expand
      ? expandedSyllables(directory.vocabulary, letters, begin, end)
      : syllablesOf(letters, begin, end);
    const scope = tailOf(directory, letters, { begin, end, from: 0, to: 0, mask: allTypes, typed: false });
    if (!scope) return;
    const initials = initialsOf(typed);
    for (const name of directory.spelled().byLetter.get(typed[0]?.letters.charAt(0) ?? "") ?? []) {
      const agreed = agreeByFirstLetters(typed, name, initials);
      if (!agreed || !allowed(directory, name.unit, name.type, limits, scope)) continue;
      const enough =
        name.type === wholeName
          ? agreed.whole > 0 || agreed.first >= leastFirstLetters
          : agreed.whole > 0 && (agreed.lastWhole || agreed.first >= leastInitials);
      if (enough) found.push({ bearer: name.unit, name: -1, alias: name.alias, distance: 0 });
    }
  };
  eachStart(directory, letters, (start) => {
    const expandable = hasExpansion(directory, letters, start);
    if (!expandable && !hasShortWords(directory, letters, start)) return false;
    for (let end = letters.tokens; end > start; end = previousEnd(directory, letters, start, end)) {
      compare(start, end, false);
      if (found.length === 0 && expandable) compare(start, end, true);
      if (found.length > 0) return true;
    }
    return false;
  });
  return found;
}

/** Whether a text has words that may be first letters of others. */
function hasShortWords({ vocabulary }: ReadyDirectory, letters: Letters, start: number): boolean {
  const { tokens, starts, ends } = letters;
  const head = readHead(vocabulary, letters, start, tokens);
  // `P.` may be first letters itself; longer type words are not.
  if (head.next === start + 1 && (ends[start] as number) - (starts[start] as number) === 1) return true;
  for (let token = head.next; token < tokens; token += 1) {
    if (isNumber(letters, token)) continue;
    const word = tokenText(letters, token);
    // A longer word with vowels that is no syllable is a slip, or runs together.
    if (word.length <= 4 ? !hasSyllableShape(word) : !/[aeiouy]/.test(word)) return true;
  }
  return false;
}

/** Whether a text has short words of organisations. */
function hasExpansion({ vocabulary }: ReadyDirectory, letters: Letters, start: number): boolean {
  for (let token = start; token < letters.tokens; token += 1) {
    if (longestPhrase(vocabulary.expansions, letters, token, letters.tokens, false)) return true;
  }
  return false;
}
