import { foldVietnamese } from "../vietnamese/fold.ts";
import { hasSyllableShape, isVietnameseSyllable } from "../vietnamese/syllable-shape.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import type { ReadContext } from "./resolve-context.ts";
import type { ReadyDirectory } from "./resolve-directory.ts";
import { allTypes, divide, eachStart, tailOf, type Division, type HeadReading } from "./resolve-division.ts";
import { gap, hasMarks, joinToken, splitToken, tokenText, type Letters } from "./resolve-letters.ts";
import { firstName, isOnlyElsewhere, nameAgreement } from "./resolve-names.ts";
import { agreement, longestPhrase, phraseEnds } from "./resolve-phrases.ts";
import { isNumber, skipNoise } from "./resolve-noise.ts";
import { everywhere, type Scope } from "./resolve-places.ts";
import { abbreviatedWithin } from "./resolve-abbreviations.ts";
import { readHead, wholeName } from "./resolve-vocabulary.ts";
import {
  allowed,
  emptyFindings,
  findExact,
  type Candidate,
  type Findings,
  type Limits,
} from "./resolve-search.ts";

/** Nothing beside the text says where its unit lies. */
export const noLimits: Limits = { context: everywhere, group: null };

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
  let marked = false;
  eachStart(directory, letters, (start, titled) => {
    divide(directory, letters, start, reading, (division) => {
      const { from, to, mask } = division;
      if (firstName(names, letters, from, to) < 0) return false;
      if (mask === allTypes && !standsAlone(letters, division)) return false;
      const scope = tailOf(directory, letters, division);
      if (!scope) {
        if (division.typed && isOnlyElsewhere(names, letters, from, to)) findings.settled = true;
        return false;
      }
      // `Nha Trang, ngày 29` is a date line: a bare name with a remark behind it is no place.
      const remarked =
        mask === allTypes &&
        division.end < letters.tokens &&
        scope.sets.length === 0 &&
        scope.homeLevel === 0;
      // After `đ/c` or `cô`, it is a person.
      const types = titled && mask === allTypes ? wholeName : remarked ? ~placeTypes(directory) : mask;
      findExact(directory, letters, from, to, types, limits, scope, findings);
      if (mask === allTypes && findings.candidates.length > 0 && isOneSyllable(letters, division)) {
        const syllable = tokenText(letters, division.begin);
        const same = findings.candidates.filter((found) => hasOneSyllable(directory, found, syllable));
        findings.candidates.splice(0, findings.candidates.length, ...same);
      }
      if (findings.candidates.length === 0) {
        if (findings.real && division.typed) findings.settled = true;
        return false;
      }
      marked = hasMarks(letters, from, to);
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
  keepBest(findings, marked);
  return findings;
}

function placeTypes({ vocabulary: { mask } }: ReadyDirectory): number {
  return mask.commune | mask.district | mask.province;
}

/** A number or a letter alone is a row number or a list mark, unless a type says what it stands for. */
function standsAlone(letters: Letters, { begin, end, from, to }: Division): boolean {
  return to - from > 2 || end > begin + 1 || !(isNumber(letters, begin) || to - from === 1);
}

/** A bare word that is one syllable is no name of several written together: `chưa` is not Chư A. */
function isOneSyllable(letters: Letters, { begin, end, from, to }: Division): boolean {
  if (end !== begin + 1) return false;
  return isVietnameseSyllable(String.fromCharCode(...letters.codes.subarray(from, to)));
}

function hasOneSyllable({ units }: ReadyDirectory, { bearer }: Candidate, syllable: string): boolean {
  const name = foldVietnamese((units[bearer] as RecipientUnit).name);
  return name === syllable || name.endsWith(` ${syllable}`);
}

/** Candidates mark for mark push out those that lack marks, unless the name has no marks at all. */
function keepBest(findings: Findings, marked: boolean): void {
  const { candidates } = findings;
  if (!marked || candidates.length === 0) return;
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

/** The tokens where a unit can begin after the places it lies in: `Khánh Hòa - Nha Trang - phường Vĩnh Hải`. */
export function placedBefore(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  const limits = read?.limits ?? noLimits;
  const { vocabulary, places } = directory;
  for (let token = letters.tokens - 1; token > 0; token -= 1) {
    const head = readHead(vocabulary, letters, token, letters.tokens);
    const begins = head.typed && (head.mask & (vocabulary.mask.commune | vocabulary.mask.school)) !== 0;
    if (!begins && (letters.gaps[token] as number) < gap.break) continue;
    const before = places.read(letters, 0, token, { initials: true }) ?? above(directory, letters, token);
    if (!before || (before.sets.length === 0 && before.homeLevel === 0)) continue;
    const findings = emptyFindings();
    divide(directory, letters, token, "plain", (division) => {
      const { from, to, mask } = division;
      if (firstName(directory.names, letters, from, to) < 0) return false;
      const after = tailOf(directory, letters, division);
      if (!after || (mask === allTypes && !begins && !standsAlone(letters, division))) return false;
      const scope = { ...after, sets: [...before.sets, ...after.sets] };
      findExact(directory, letters, from, to, mask, limits, scope, findings);
      return findings.candidates.length > 0;
    });
    keepBest(findings, letters.marked);
    if (findings.candidates.length > 0) return findings.candidates;
  }
  return [];
}

/** Past this many units, a body above is not looked for by its words. */
const mostAbove = 700;

/** A body named before the unit that is under it: `Phòng GD&ĐT Nha Trang - TH Lộc Thọ`. */
function above(directory: ReadyDirectory, letters: Letters, token: number): Scope | null {
  if ((letters.gaps[token] as number) < gap.break) return null;
  if (directory.units.length > mostAbove) return null;
  const end = directory.places.homeTail(letters, 0, token);
  const units = abbreviatedWithin(directory, letters, 0, end > 0 ? end : token);
  return units.length === 0 ? null : { sets: [units], homeLevel: 0, commune: false };
}

/** Units of a text that ends with the body they are under: `TH Lộc Thọ thuộc Phòng GD&ĐT`. */
export function placedUnder(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  const { tokens } = letters;
  if (directory.units.length > mostAbove) return [];
  let found: Candidate[] = [];
  for (let token = 1; token < tokens && found.length === 0; token += 1) {
    const body = skipNoise(directory.vocabulary, letters, token, tokens);
    if (body === tokens || (body === token && (letters.gaps[token] as number) < gap.break)) continue;
    const end = directory.places.homeTail(letters, body, tokens);
    const units = abbreviatedWithin(directory, letters, body, end > 0 ? end : tokens);
    if (units.length === 0) continue;
    const limits = read?.limits ?? noLimits;
    const context = { ...limits.context, sets: [...limits.context.sets, units] };
    letters.tokens = token;
    letters.cutsKnown = false;
    found = exactly(directory, letters, { limits: { ...limits, context }, swapped: null }).candidates;
    letters.tokens = tokens;
    letters.cutsKnown = false;
  }
  return found;
}

/** The body of the home that all units lie in, named by its type alone: `UBND thành phố`. */
export function authorityOfHome(directory: ReadyDirectory, letters: Letters): number | null {
  const { vocabulary, types, asked, places, units } = directory;
  if (!places.hasHome || letters.tokens < 2) return null;
  const first = longestPhrase(vocabulary.types, letters, 0, letters.tokens, false);
  if (!first?.meanings.some((meaning) => meaning.class === "authority")) return null;
  const head = readHead(vocabulary, letters, 0, letters.tokens);
  const mask = head.mask & (vocabulary.mask.district | vocabulary.mask.province);
  if (!head.typed || head.next < letters.tokens || mask === 0) return null;
  const found = units.flatMap((_, unit) =>
    asked[unit] === 1 && ((types[unit] as number) & mask) !== 0 ? [unit] : [],
  );
  return found.length === 1 ? (found[0] as number) : null;
}

/** `trường`, `tiểu học`, and the name: no more words run together. */
const mostRunTogether = 3;

/** Units of a text whose words run together: `phuongvinhhai`, `truongthvinhtrung`. */
export function runTogether(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  let found: Candidate[] = [];
  eachStart(directory, letters, (start) => {
    if (!hasSyllableShape(tokenText(letters, start)))
      found = runTogetherFrom(directory, letters, read, start);
    return found.length > 0;
  });
  return found;
}

function runTogetherFrom(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
  start: number,
): Candidate[] {
  let token = start;
  let found: Candidate[] = [];
  while (token < start + mostRunTogether && token < letters.tokens) {
    const from = letters.starts[token] as number;
    const to = letters.ends[token] as number;
    // A type word and a name of two letters is the least that can run together.
    if (to - from < 4) break;
    const ends = phraseEnds(directory.vocabulary.types, letters, from, to);
    for (const end of ends) {
      splitToken(letters, token, end);
      found = exactly(directory, letters, read).candidates;
      joinToken(letters, token);
      if (found.length > 0) break;
    }
    const longest = ends[0];
    if (found.length > 0 || longest === undefined) break;
    splitToken(letters, token, longest);
    token += 1;
  }
  for (; token > start; token -= 1) joinToken(letters, token - 1);
  return found;
}
