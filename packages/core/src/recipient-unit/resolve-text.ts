import { hasSyllableShape } from "../vietnamese/syllable-shape.ts";
import { agreeByFirstLetters, expandedSyllables, syllablesOf } from "./resolve-abbreviations.ts";
import type { ReadContext } from "./resolve-context.ts";
import type { ReadyDirectory } from "./resolve-directory.ts";
import { letterCost, nameDistance, tooFar, wrongMark } from "./resolve-distance.ts";
import {
  allTypes,
  divide,
  eachStart,
  previousEnd,
  tailOf,
  type Division,
  type HeadReading,
} from "./resolve-division.ts";
import { lostCode, type Letters } from "./resolve-letters.ts";
import { firstName, nameAgreement, nearNames, shortestMisspelled } from "./resolve-names.ts";
import { agreement, longestPhrase } from "./resolve-phrases.ts";
import { everywhere, isNumber, type Scope } from "./resolve-places.ts";
import {
  allowed,
  emptyFindings,
  findExact,
  presentUnits,
  type Candidate,
  type Findings,
  type Limits,
} from "./resolve-search.ts";
import { readHead, wholeName } from "./resolve-vocabulary.ts";

const noLimits: Limits = { context: everywhere, group: null };

/** Units whose very name the text is, marks missing or not, in any of the ways it can be divided. */
export function exactly(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
  reading: HeadReading = "plain",
): Findings {
  const findings = emptyFindings();
  const limits = read?.limits ?? noLimits;
  const { names } = directory;
  eachStart(directory, letters, (start) => {
    divide(directory, letters, start, reading, (division) => {
      const { from, to, mask } = division;
      if (firstName(names, letters, from, to) < 0) return false;
      // A number alone is a row number unless a type says what it numbers.
      if (mask === allTypes && division.end === division.begin + 1 && isNumber(letters, division.begin))
        return false;
      const scope = tailOf(directory, letters, division);
      if (!scope) return false;
      findExact(directory, letters, from, to, mask, limits, scope, findings);
      if (findings.candidates.length === 0) return false;
      // Without a type, a name that others bear with a number may mean any of them.
      if (!division.typed) {
        for (const bearer of stemBearers(directory, letters, division, limits, scope)) {
          findings.candidates.push({ bearer, name: -1, alias: false, distance: 0 });
        }
      }
      return true;
    });
    return findings.candidates.length > 0;
  });
  keepBest(findings, letters);
  return findings;
}

/** A number or a letter alone is a row number or a list mark, unless a type says what it stands for. */
function standsAlone(letters: Letters, { begin, end, from, to }: Division): boolean {
  return to - from > 2 || end > begin + 1 || !(isNumber(letters, begin) || to - from === 1);
}

/** Candidates mark for mark push out those that lack marks, unless the text has no marks at all. */
function keepBest(findings: Findings, letters: Letters): void {
  const { candidates } = findings;
  if (!letters.marked || candidates.length === 0) return;
  const exact = candidates.filter(({ distance }) => distance === 0);
  if (exact.length > 0) {
    if (exact.length < candidates.length) candidates.splice(0, candidates.length, ...exact);
  } else if (findings.real) {
    // The name as typed is somebody else's: what merely lacks marks is not meant.
    findings.others.push(...candidates.map(({ bearer }) => bearer));
    candidates.length = 0;
  }
}

/** Units whose name goes on with a number where the text has none: which of them, nobody can say. */
export function numbered(directory: ReadyDirectory, letters: Letters, read: ReadContext | null): number[] {
  const limits = read?.limits ?? noLimits;
  const found: number[] = [];
  eachStart(directory, letters, (start) => {
    divide(directory, letters, start, "plain", (division) => {
      if (firstName(directory.stems, letters, division.from, division.to) < 0) return false;
      const scope = tailOf(directory, letters, division);
      if (scope) found.push(...stemBearers(directory, letters, division, limits, scope));
      return found.length > 0;
    });
    return found.length > 0;
  });
  return found;
}

function stemBearers(
  directory: ReadyDirectory,
  letters: Letters,
  division: Division,
  limits: Limits,
  scope: Scope,
): number[] {
  const { stems } = directory;
  const { from, to, mask } = division;
  const found: number[] = [];
  for (let stem = firstName(stems, letters, from, to); stem >= 0; stem = stems.next[stem] as number) {
    const how = nameAgreement(stems, stem, letters, from, to);
    if (how !== agreement.exact && how !== agreement.unmarked) continue;
    for (let at = stems.firstBearer[stem] as number; at >= 0; at = stems.bearerNext[at] as number) {
      const unit = stems.bearerUnit[at] as number;
      const type = stems.bearerType[at] as number;
      if ((type & mask) !== 0 && allowed(directory, unit, type, limits, scope)) found.push(unit);
    }
  }
  return found;
}

/** Letters may differ by one; in a longer name, where less can be mistaken, marks besides. */
function misspellingLimit(size: number): number {
  return letterCost + (size <= 5 ? 1 : size <= 7 ? wrongMark : wrongMark + 1);
}

/** Without a type and a place, shorter words are headings and remarks that happen to be near a name. */
const shortestBareMisspelled = 7;

/** The one unit whose name is strictly nearest, when the text is nobody's name. */
export function misspelled(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
  asOf: string | undefined,
): Findings {
  const findings = emptyFindings();
  const limits = read?.limits ?? noLimits;
  const best = new Map<number, Candidate>();
  eachStart(directory, letters, (start) => {
    divide(directory, letters, start, "tolerant", (division) => {
      const { from, to, mask } = division;
      const open = !division.typed && division.end === letters.tokens && !read;
      if (to - from < (open ? shortestBareMisspelled : shortestMisspelled)) return false;
      const scope = tailOf(directory, letters, division);
      if (scope) nearest(directory, letters, from, to, mask, limits, scope, best);
      return false;
    });
    return best.size > 0;
  });
  strictlyNearest(directory, best, asOf, findings);
  return findings;
}

/** How much farther the second must be. */
const margin = 2;

function strictlyNearest(
  directory: ReadyDirectory,
  best: ReadonlyMap<number, Candidate>,
  asOf: string | undefined,
  findings: Findings,
): void {
  const all = [...best.values()];
  const smallest = Math.min(...all.map(({ distance }) => distance));
  const first = all.filter(({ distance }) => distance === smallest);
  const close = all.filter(({ distance }) => distance < smallest + margin);
  const view = directory.at(asOf);
  const meant = presentUnits(directory, view, first);
  // Others of the very same name are no rivals in spelling: whose name it is was settled just now.
  const names = new Set(first.map(({ name }) => name));
  const rivals = close
    .filter(({ name }) => !names.has(name))
    .flatMap(({ bearer }) => view.successors(bearer));
  if (meant.size === 1 && rivals.every((unit) => meant.has(unit))) findings.candidates.push(...first);
  else findings.others.push(...all.map(({ bearer }) => bearer));
}

function nearest(
  directory: ReadyDirectory,
  letters: Letters,
  from: number,
  to: number,
  mask: number,
  limits: Limits,
  scope: Scope,
  best: Map<number, Candidate>,
): void {
  const { names } = directory;
  if (isReal(directory, letters, from, to)) return;
  const limit = misspellingLimit(to - from);
  nearNames(names, letters, from, to, (name) => {
    const distance = nameDistance(names, name, letters, from, to, limit, !letters.marked);
    if (distance === tooFar || distance > limit) return;
    for (let at = names.firstBearer[name] as number; at >= 0; at = names.bearerNext[at] as number) {
      const unit = names.bearerUnit[at] as number;
      const type = names.bearerType[at] as number;
      if ((type & mask) === 0 || !allowed(directory, unit, type, limits, scope)) continue;
      const known = best.get(unit);
      if (known && known.distance <= distance) continue;
      best.set(unit, { bearer: unit, name, alias: names.bearerAlias[at] === 1, distance });
    }
  });
}

/** Whether the letters are a real name, of a unit here or elsewhere. */
function isReal(directory: ReadyDirectory, letters: Letters, from: number, to: number): boolean {
  const { names } = directory;
  for (let name = firstName(names, letters, from, to); name >= 0; name = names.next[name] as number) {
    const how = nameAgreement(names, name, letters, from, to);
    if (how === agreement.exact || how === agreement.unmarked) return true;
  }
  return false;
}

/** Units whose name the text is when each letter that some program lost may be any letter. */
export function withLostLetters(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  const { names } = directory;
  const limits = read?.limits ?? noLimits;
  const found: Candidate[] = [];
  eachStart(directory, letters, (start) => {
    for (const reading of ["plain", "misspelled"] as const) {
      divide(directory, letters, start, reading, ({ from, to, mask, ...rest }) => {
        const scope = tailOf(directory, letters, { from, to, mask, ...rest });
        if (!scope || knownLetters(letters, from, to) < shortestMisspelled) return false;
        for (let name = 0; name < names.starts.length; name += 1) {
          if (!fits(directory, name, letters, from, to)) continue;
          for (let at = names.firstBearer[name] as number; at >= 0; at = names.bearerNext[at] as number) {
            const bearer = names.bearerUnit[at] as number;
            const type = names.bearerType[at] as number;
            if ((type & mask) === 0 || !allowed(directory, bearer, type, limits, scope)) continue;
            found.push({ bearer, name, alias: names.bearerAlias[at] === 1, distance: 0 });
          }
        }
        return found.length > 0;
      });
      if (found.length > 0) break;
    }
    return found.length > 0;
  });
  return found;
}

function knownLetters(letters: Letters, from: number, to: number): number {
  let known = 0;
  for (let at = from; at < to; at += 1) if (letters.codes[at] !== lostCode) known += 1;
  return known;
}

function fits({ names }: ReadyDirectory, name: number, letters: Letters, from: number, to: number): boolean {
  const size = to - from;
  if (names.sizes[name] !== size) return false;
  const start = names.starts[name] as number;
  for (let at = 0; at < size; at += 1) {
    const code = letters.codes[from + at] as number;
    if (code === lostCode) continue;
    if (code !== names.codes[start + at]) return false;
    const mark = letters.marks[from + at] as number;
    // The tone stands on the first vowel, which may be the letter that is lost.
    if (
      mark !== 0 &&
      mark !== names.marks[start + at] &&
      (mark & ~7) !== ((names.marks[start + at] as number) & ~7)
    ) {
      return false;
    }
  }
  return true;
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
  for (const names of directory.spelled().values()) {
    for (const name of names) {
      if (name.type !== wholeName || !allowed(directory, name.unit, name.type, limits, everywhere)) continue;
      const tail = {
        ...name,
        syllables: name.syllables.slice(name.needed - typed.length, name.needed),
        needed: typed.length,
      };
      if (agreeByFirstLetters(typed, tail))
        found.push({ bearer: name.unit, name: -1, alias: name.alias, distance: 0 });
    }
  }
  return found;
}

/** Past this many units, first letters fit too many names to be looked at. */
const mostUnits = 700;
/** So many first letters alone name an organisation; fewer are a heading or an accident. */
const leastFirstLetters = 4;

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
    for (const name of directory.spelled().get(typed[0]?.letters.charAt(0) ?? "") ?? []) {
      const agreed = agreeByFirstLetters(typed, name);
      if (!agreed || !allowed(directory, name.unit, name.type, limits, scope)) continue;
      const enough =
        name.type === wholeName
          ? agreed.whole > 0 || agreed.first >= leastFirstLetters
          : agreed.whole > 0 && agreed.lastWhole;
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
    const from = starts[token] as number;
    const to = ends[token] as number;
    if (!hasSyllableShape(String.fromCharCode(...letters.codes.subarray(from, to)))) return true;
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
