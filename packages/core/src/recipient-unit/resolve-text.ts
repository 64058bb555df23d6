import type { ReadContext } from "./resolve-context.ts";
import type { ReadyDirectory } from "./resolve-directory.ts";
import { agreeByFirstLetters, expandedSyllables } from "./resolve-abbreviations.ts";
import { letterCost, nameDistance } from "./resolve-distance.ts";
import { gap, type Letters } from "./resolve-letters.ts";
import { firstName, nameAgreement, nearNames, shortestMisspelled } from "./resolve-names.ts";
import { agreement } from "./resolve-phrases.ts";
import { everywhere, isNumber, skipNoise, type Scope } from "./resolve-places.ts";
import {
  allowed,
  emptyFindings,
  findExact,
  type Candidate,
  type Findings,
  type Limits,
} from "./resolve-search.ts";
import { longestPhrase, readHead, wholeName, type Head } from "./resolve-vocabulary.ts";

const noLimits: Limits = { scope: everywhere, context: everywhere, group: null };
const allTypes = ~0;

/** Units whose very name the text is, marks missing or not, in any of the ways it can be divided. */
export function exactly(directory: ReadyDirectory, letters: Letters, read: ReadContext | null): Findings {
  const findings = emptyFindings();
  const limits = read?.limits ?? noLimits;
  for (let start = 0; start < letters.tokens;) {
    divide(directory, letters, start, false, (from, to, mask, tail) => {
      if (firstName(directory.names, letters, from, to) < 0) return false;
      const scope = tail();
      if (!scope) return false;
      findExact(directory, letters, from, to, mask, { ...limits, scope }, findings);
      return findings.candidates.length > 0;
    });
    if (findings.candidates.length > 0) {
      keepBest(findings, letters);
      return findings;
    }
    const next = skipLead(directory, letters, start);
    if (next <= start) break;
    start = next;
  }
  return findings;
}

/** Candidates mark for mark push out those that lack marks, unless the text has no marks at all. */
function keepBest(findings: Findings, letters: Letters): void {
  const { candidates } = findings;
  if (!letters.marked) return;
  if (candidates.some(({ distance }) => distance === 0)) {
    const exact = candidates.filter(({ distance }) => distance === 0);
    candidates.length = 0;
    candidates.push(...exact);
  } else if (findings.real) {
    // The name as typed is somebody else's: what merely lacks marks is not meant.
    findings.others.push(...candidates.map(({ bearer }) => bearer));
    candidates.length = 0;
  }
}

/**
 * Visits the ways a text can be divided from a token on: with its first words as type words and
 * without, and with the name ending at each place where something else may begin.
 * The first name that is accepted ends the search among its own ends.
 */
function divide(
  directory: ReadyDirectory,
  letters: Letters,
  start: number,
  tolerant: boolean,
  visit: (from: number, to: number, mask: number, tail: () => Scope | null, head: Head) => boolean,
): void {
  const { vocabulary } = directory;
  const last = letters.tokens;
  const head = readHead(vocabulary, letters, start, last, tolerant);
  const bare: Head = { next: start, mask: allTypes, typed: false };
  const heads = head.next > start && head.next < last ? [bare, head] : [bare];
  for (const { next, mask, typed } of heads) {
    const from = letters.starts[next] as number;
    for (let end = last; end > next; end = previousEnd(directory, letters, next, end)) {
      const to = letters.ends[end - 1] as number;
      const tail = () => (end === last ? everywhere : readTail(directory, letters, end, last, mask));
      if (visit(from, to, mask, tail, { next, mask, typed })) break;
    }
  }
}

/** The next shorter end of a name: before a break, a type of place or a word that is no part of names. */
function previousEnd(directory: ReadyDirectory, letters: Letters, begin: number, end: number): number {
  const { vocabulary } = directory;
  for (let token = end - 1; token > begin; token -= 1) {
    if ((letters.gaps[token] as number) >= gap.break) return token;
    if (skipNoise(vocabulary, letters, token, letters.tokens) > token) return token;
    const head = readHead(vocabulary, letters, token, letters.tokens);
    if (head.typed) return token;
    const scope = directory.places.read(letters, token, letters.tokens);
    if (scope) return token;
  }
  return begin;
}

function readTail(
  directory: ReadyDirectory,
  letters: Letters,
  from: number,
  to: number,
  mask: number,
): Scope | null {
  const school = (mask & directory.vocabulary.mask.school) !== 0;
  return directory.places.read(letters, from, to, { communes: school, initials: true });
}

/** The token after a number or words that stand before a unit: `53)`, `STT 3:`, `Báo cáo của`. */
function skipLead(directory: ReadyDirectory, letters: Letters, start: number): number {
  const { vocabulary } = directory;
  const last = letters.tokens;
  if (start + 1 >= last) return start;
  if (isNumber(letters, start)) {
    let next = start + 1;
    while (next < last - 1 && isNumber(letters, next)) next += 1;
    return next;
  }
  const hit = longestPhrase(vocabulary.before, letters, start, last, false);
  if (hit && hit.next < last) return hit.next;
  const size = (letters.ends[start] as number) - (letters.starts[start] as number);
  // a) … and I. … stand before a list entry.
  const pointed =
    (letters.gaps[start + 1] as number) === gap.dot || (letters.gaps[start + 1] as number) >= gap.break;
  if (pointed && size <= 4 && isListMark(letters, start)) return start + 1;
  return start;
}

/** A single letter or a small Roman numeral. */
function isListMark(letters: Letters, token: number): boolean {
  const from = letters.starts[token] as number;
  const to = letters.ends[token] as number;
  if (to - from === 1) return true;
  for (let at = from; at < to; at += 1) {
    const code = letters.codes[at];
    if (code !== 0x69 && code !== 0x76 && code !== 0x78) return false;
  }
  return true;
}

/** The one unit whose name is strictly nearest, when the text is nobody's name. */
export function misspelled(directory: ReadyDirectory, letters: Letters, read: ReadContext | null): Findings {
  const findings = emptyFindings();
  const limits = read?.limits ?? noLimits;
  const best = new Map<number, Candidate>();
  for (let start = 0; start < letters.tokens;) {
    divide(directory, letters, start, true, (from, to, mask, tail) => {
      if (to - from < shortestMisspelled) return false;
      const scope = tail();
      if (!scope) return false;
      nearest(directory, letters, from, to, mask, { ...limits, scope }, best);
      return false;
    });
    if (best.size > 0) break;
    const next = skipLead(directory, letters, start);
    if (next <= start) break;
    start = next;
  }
  const order = [...best.values()].sort((left, right) => left.distance - right.distance);
  const [first, second] = order;
  if (!first) return findings;
  if (second && second.distance - first.distance < 2 && second.bearer !== first.bearer) {
    findings.others.push(...order.map(({ bearer }) => bearer));
    return findings;
  }
  findings.candidates.push(first);
  return findings;
}

function nearest(
  directory: ReadyDirectory,
  letters: Letters,
  from: number,
  to: number,
  mask: number,
  limits: Limits,
  best: Map<number, Candidate>,
): void {
  const { names } = directory;
  if (isReal(directory, letters, from, to)) return;
  const limit = letterCost + 2;
  nearNames(names, letters, from, to, (name) => {
    const distance = nameDistance(names, name, letters, from, to, limit);
    if (distance > limit) return;
    for (let at = names.firstBearer[name] as number; at >= 0; at = names.bearerNext[at] as number) {
      const unit = names.bearerUnit[at] as number;
      const type = names.bearerType[at] as number;
      if ((type & mask) === 0 || !allowed(directory, unit, type, limits)) continue;
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

/** Past this many units in reach, first letters fit too many names to be looked at. */
const mostInReach = 700;
/** So many first letters alone name an organisation; fewer are a heading or an accident. */
const leastFirstLetters = 4;

/** Units whose words the text shortens to their first letters: `TH P.Tân 1`, `Hội NCT`, `P. TN&MT`. */
export function abbreviated(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  if (directory.units.length > mostInReach) return [];
  const { vocabulary } = directory;
  const limits = read?.limits ?? noLimits;
  const found: Candidate[] = [];
  for (let start = 0; start < letters.tokens;) {
    for (
      let end = letters.tokens;
      end > start && found.length === 0;
      end = previousEnd(directory, letters, start, end)
    ) {
      const scope =
        end === letters.tokens ? everywhere : readTail(directory, letters, end, letters.tokens, allTypes);
      if (!scope) continue;
      const typed = expandedSyllables(vocabulary, letters, start, end);
      const names = directory.spelled().get(typed[0]?.letters.charAt(0) ?? "") ?? [];
      for (const name of names) {
        const agreed = agreeByFirstLetters(typed, name);
        if (!agreed || !allowed(directory, name.unit, name.type, { ...limits, scope })) continue;
        const enough =
          name.type === wholeName
            ? agreed.whole > 0 || agreed.first >= leastFirstLetters
            : agreed.whole > 0 && agreed.lastWhole;
        if (enough) found.push({ bearer: name.unit, name: -1, alias: name.alias, distance: 0 });
      }
    }
    if (found.length > 0) return found;
    const next = skipLead(directory, letters, start);
    if (next <= start) break;
    start = next;
  }
  return found;
}
