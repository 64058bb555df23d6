import { isVietnameseSyllable } from "../../vietnamese/syllable-shape.ts";
import type { ReadContext } from "./context.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { letterCost, mayBeOneSound, nameDistance, wrongMark, wrongTone } from "./distance.ts";
import { isNumber } from "./noise.ts";
import { divide, eachStart, tailOf, type Division } from "./division.ts";
import { noLimits } from "./exact.ts";
import { hasMarks, isVowelCode, textOf, type Letters } from "./letters.ts";
import {
  firstName,
  nameAgreement,
  nearNames,
  shortestMisspelled,
  similarNames,
  type NameTable,
} from "./names.ts";
import { agreement, longestPhrase } from "./phrases.ts";
import type { RecipientUnit } from "../recipient-unit.ts";
import type { Scope } from "./places.ts";
import {
  allowed,
  emptyFindings,
  presentUnits,
  type Candidate,
  type Findings,
  type Limits,
} from "./search.ts";

/**
 * How far a misspelling may be from its name. Letters that spell no Vietnamese syllable are a slip:
 * one letter and, in a longer name, marks besides. Letters that do may be another name: one letter
 * or marks, not both.
 */
function misspellingLimit(size: number, slip: boolean): number {
  if (!slip) return letterCost;
  return letterCost + (size <= 5 ? 1 : size <= 7 ? wrongTone : wrongMark);
}

/** Without a type and a place, only a slip in a name of some length is taken for it: headings and remarks are near to some name too. */
const shortestBareMisspelled = 7;
/** With a type, two slips may be meant from so many letters on. */
const shortestMisspelledTwice = 9;
/** With a place but no type. */
const shortestPlacedMisspelled = 5;
/** In a larger directory, something must say where a name that may be another one is looked for. */
const smallDirectory = 1000;

/**
 * Whether a word that has letters from `first` to `last` spells no syllable: of a whole text, or only where it
 * differs from a name, so that `BQL` makes no slip of another word.
 */
function hasSlip(
  letters: Letters,
  { begin, end, from }: Division,
  first = 0,
  last = letters.length,
): boolean {
  const { starts, ends } = letters;
  for (let token = begin; token < end; token += 1) {
    const start = Math.max(from, starts[token] as number);
    const stop = ends[token] as number;
    if (stop < first || start > last || isNumber(letters, token)) continue;
    if (!isVietnameseSyllable(textOf(letters, start, stop))) return true;
  }
  return false;
}

/** Where the typed letters differ from those of a name: from the first to the last. */
function differingRange(
  { codes, starts, sizes }: NameTable,
  name: number,
  letters: Letters,
  division: Division,
): readonly [number, number] {
  const start = starts[name] as number;
  let end = start + (sizes[name] as number);
  let { from: first, to: last } = division;
  for (let at = start; first < last && at < end && letters.codes[first] === codes[at]; at += 1) first += 1;
  const agreed = start + first - division.from;
  while (last > first && end > agreed && letters.codes[last - 1] === codes[end - 1]) {
    last -= 1;
    end -= 1;
  }
  return [first, last];
}

/** A syllable of so few letters, two of them wrong, is another syllable. */
const shortSyllable = 4;

/** Whether a range lies in one short syllable. */
function isInShortSyllable(
  { starts, ends }: Letters,
  { begin, end }: Division,
  [first, last]: readonly [number, number],
): boolean {
  for (let token = begin; token < end; token += 1) {
    const from = starts[token] as number;
    const to = ends[token] as number;
    if (from <= first && last <= to && to - from <= shortSyllable) return true;
  }
  return false;
}

/**
 * Whether a syllable of one letter at the end of the text or of the name has no equal in the other: it tells names
 * apart, and nobody leaves it out by a slip. `Vĩnh Phước B` is not Vĩnh Phước, `Xã Mường` not Mường É.
 */
function differsInLastLetter(
  { names, units }: ReadyDirectory,
  name: number,
  unit: number,
  letters: Letters,
  { begin, end, from, to }: Division,
): boolean {
  const single =
    end > begin + 1 && (letters.ends[end - 1] as number) - (letters.starts[end - 1] as number) === 1;
  const start = names.starts[name] as number;
  const size = names.sizes[name] as number;
  const typed = to - from;
  if (single && names.codes[start + size - 1] !== letters.codes[to - 1]) return true;
  // One is the other with a letter more at its end: a syllable of its own?
  if (Math.abs(size - typed) !== 1) return false;
  for (let at = Math.min(size, typed) - 1; at >= 0; at -= 1)
    if (names.codes[start + at] !== letters.codes[from + at]) return false;
  return typed > size ? single : /\s\p{L}$/u.test((units[unit] as RecipientUnit).name.normalize("NFC"));
}

/** The one unit whose name is strictly nearest, when the text is nobody's name. */
export function misspelled(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
  asOf: string | undefined,
): Findings {
  const findings = emptyFindings();
  let best = nearestUnits(directory, letters, read, "one slip");
  // Whoever is one slip away is meant before all that are two; and to look for these takes longer.
  if (![...best.values()].some(isWithinLimit)) {
    const farther = nearestUnits(directory, letters, read, "two slips");
    if (farther.size > 0) best = farther;
  }
  strictlyNearest(directory, best, asOf, findings);
  return findings;
}

const isWithinLimit = ({ distance, limit }: Candidate): boolean => distance <= (limit ?? 0);

function nearestUnits(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
  reach: Reach,
): ReadonlyMap<number, Candidate> {
  const limits = read?.limits ?? noLimits;
  const best = new Map<number, Candidate>();
  eachStart(directory, letters, (start, titled) => {
    divide(directory, letters, start, "tolerant", (division) => {
      const { from, to } = division;
      if (titled && !division.typed) return false;
      if (to - from < shortestMisspelled) return false;
      if (isTypeWord(directory, letters, division)) return false;
      const scope = tailOf(directory, letters, division);
      if (!scope) return false;
      const slip = hasSlip(letters, division);
      if (!slip && !division.typed && !hasMarks(letters, from, to)) return false;
      const placed = scope.sets.length > 0 || limits.context.sets.length > 0;
      if (!slip && !placed && directory.units.length > smallDirectory) return false;
      const shortest = placed || read ? shortestPlacedMisspelled : shortestBareMisspelled;
      if (!division.typed && to - from < shortest) return false;
      if (reach === "one slip" || mayBeTwoSlips(letters, division, slip))
        nearest(directory, letters, division, limits, scope, slip, reach, best);
      return false;
    });
    return best.size > 0;
  });
  return best;
}

/** How far a search goes: one slip, or two in a long name that is none for certain, and `ch` for `tr`. */
type Reach = "one slip" | "two slips";

function mayBeTwoSlips(letters: Letters, division: Division, slip: boolean): boolean {
  const { typed, from, to } = division;
  return typed && (isLongSlip(letters, division, slip) || mayBeOneSound(letters, from, to));
}

function isLongSlip(letters: Letters, { from, to, end }: Division, slip: boolean): boolean {
  // What Vietnamese does not have, in letters or signs, is another charset and no slip.
  if (letters.suspect || letters.foreign) return false;
  return slip && to - from >= shortestMisspelledTwice && !isNumeral(letters, end - 1);
}

const none: ReadonlyMap<number, Candidate> = new Map();

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
  // A wrong tone is nearer than a wrong letter, but `Canh Hiện` may be Canh Hiệp as well as Canh Hiển.
  const apart = smallest > letterCost + wrongMark ? letterCost : margin;
  const close = all.filter(({ distance }) => distance < smallest + apart || distance <= letterCost);
  const view = directory.at(asOf);
  const meant = first.some(isWithinLimit) ? presentUnits(directory, view, first) : none;
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
  division: Division,
  limits: Limits,
  scope: Scope,
  slip: boolean,
  reach: Reach,
  best: Map<number, Candidate>,
): void {
  const { names } = directory;
  const { from, to, mask } = division;
  if (isReal(directory, letters, from, to)) return;
  const marked = hasMarks(letters, from, to);
  const twice = reach === "two slips" && isLongSlip(letters, division, slip);
  const farthest = twice
    ? 2 * letterCost + wrongMark + letterCost
    : misspellingLimit(to - from, slip) + wrongTone + margin;
  const search = reach === "one slip" ? nearNames : similarNames;
  search(names, letters, from, to, (name) => {
    const distance = nameDistance(names, name, letters, from, to, farthest, !marked);
    if (distance > farthest) return;
    const range = differingRange(names, name, letters, division);
    const slipped = slip && hasSlip(letters, division, ...range);
    // With a vowel that is missing or too much, the tone it bore is too.
    const limit =
      twice && slipped && !isInShortSyllable(letters, division, range)
        ? 2 * letterCost + wrongMark
        : misspellingLimit(to - from, slipped) +
          (!slipped && vowelMore(names, name, letters, from, to) ? wrongTone : 0);
    for (let at = names.firstBearer[name] as number; at >= 0; at = names.bearerNext[at] as number) {
      const unit = names.bearerUnit[at] as number;
      const type = names.bearerType[at] as number;
      if ((type & mask) === 0 || !allowed(directory, unit, type, limits, scope)) continue;
      if (differsInLastLetter(directory, name, unit, letters, division)) continue;
      const known = best.get(unit);
      if (known && known.distance <= distance) continue;
      best.set(unit, { bearer: unit, name, alias: names.bearerAlias[at] === 1, distance, limit });
    }
  });
}

/** `Vạn Thạnh II`: a numeral is no slip. */
function isNumeral({ codes, starts, ends }: Letters, token: number): boolean {
  const [i, v] = [0x69, 0x76];
  for (let at = starts[token] as number; at < (ends[token] as number); at += 1)
    if (codes[at] !== i && codes[at] !== v) return false;
  return true;
}

/** Whether one is the other with a vowel more. */
function vowelMore(
  { codes, starts, sizes }: NameTable,
  name: number,
  letters: Letters,
  from: number,
  to: number,
): boolean {
  const size = sizes[name] as number;
  if (Math.abs(size - (to - from)) !== 1) return false;
  let difference = 0;
  for (let at = 0; at < size; at += 1) difference += codes[(starts[name] as number) + at] as number;
  for (let at = from; at < to; at += 1) difference -= letters.codes[at] as number;
  return isVowelCode(Math.abs(difference));
}

/** Whether the supposed name is type words: `Xã, phường`, `Trường TH`. */
function isTypeWord({ vocabulary }: ReadyDirectory, letters: Letters, { begin, end }: Division): boolean {
  for (let token = begin; ;) {
    const hit = longestPhrase(vocabulary.types, letters, token, end, true);
    if (!hit) return false;
    if (hit.next === end) return true;
    token = hit.next;
  }
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
