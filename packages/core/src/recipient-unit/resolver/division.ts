import { hasSyllableShape } from "../../vietnamese/syllable-shape.ts";
import { longestPhrase } from "./phrases.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { gap, hasMarks, tokenText, type Letters } from "./letters.ts";
import { countedEnd, isNumber, skipNoise } from "./noise.ts";
import { everywhere, type Scope } from "./places.ts";
import { lostHeads, misspelledHeads, readHead, type Head } from "./ready-vocabulary.ts";

export const allTypes = ~0;

/** One way to divide a text: type words before `begin`, a name to `end`, and what follows. */
export interface Division {
  /** The name, as tokens. */
  readonly begin: number;
  readonly end: number;
  /** The name, as letters. */
  readonly from: number;
  readonly to: number;
  /** Types the words before (or after) it allow; all of them when there are none. */
  readonly mask: number;
  readonly typed: boolean;
}

/**
 * - `plain`: type words as they should be
 * - `misspelled`: type words with a wrong letter, and nothing else
 * - `after`: type words behind the name, as in English
 * - `lost`: type words with lost letters, and nothing else
 * - `tolerant`: type words as they should be or with wrong marks
 */
export type HeadReading = "plain" | "misspelled" | "after" | "lost" | "tolerant";

/**
 * Visits the ways a text can be divided from a token on: with its first words as type words and
 * without, and with the name ending at each place where something else may begin.
 *
 * @param visit returns true to leave the shorter names with the same beginning out
 */
export function divide(
  directory: ReadyDirectory,
  letters: Letters,
  start: number,
  reading: HeadReading,
  visit: (division: Division) => boolean,
): void {
  const heads = headsOf(directory, letters, start, reading);
  const last = letters.tokens;
  // A name that reaches to the end of the text needs no look at where it may end.
  let found = false;
  for (const head of heads) if (visitName(directory, letters, head, last, reading, visit)) found = true;
  if (found) return;
  const typed = heads.some((head) => head.typed);
  for (const head of heads) {
    for (let end = last; ;) {
      end = previousEnd(directory, letters, head.next, end);
      if (end <= head.next) break;
      // Words that name a type are seldom a part of the name; where they are, it ends at a comma.
      if (typed && !head.typed && (letters.gaps[end] as number) < gap.break) continue;
      if (visitName(directory, letters, head, end, reading, visit)) break;
    }
  }
}

function visitName(
  directory: ReadyDirectory,
  letters: Letters,
  head: Head,
  end: number,
  reading: HeadReading,
  visit: (division: Division) => boolean,
): boolean {
  const { next: begin, mask, typed } = head;
  if (reading === "after") return visitTypeAfter(directory, letters, begin, end, mask, visit);
  const from = letters.starts[begin] as number;
  const to = letters.ends[end - 1] as number;
  return visit({ begin, end, from, to, mask, typed });
}

function headsOf(
  directory: ReadyDirectory,
  letters: Letters,
  start: number,
  reading: HeadReading,
): readonly Head[] {
  const { vocabulary } = directory;
  const last = letters.tokens;
  if (reading === "lost") return lostHeads(vocabulary, letters, start, last);
  if (reading === "misspelled") return misspelledHeads(vocabulary, letters, start, last);
  const bare: Head = { next: start, mask: allTypes, typed: false };
  const head = readHead(vocabulary, letters, start, last, reading === "tolerant");
  if (head.next === start || head.next === last) return [bare];
  if (reading !== "tolerant" || !head.typed) return [bare, head];
  // In `TH Gạch Hùng` and `Trường Mầm non Gạch Hùng`, the type is no part of a misspelled name; `Phương Sàii` may be one.
  const from = letters.starts[start] as number;
  const to = letters.ends[start] as number;
  const plainly = readHead(vocabulary, letters, start, last).typed && hasMarks(letters, from, to);
  const oneWord = head.next === start + 1 && !plainly && hasSyllableShape(tokenText(letters, start));
  return oneWord ? [bare, head] : [head];
}

/** `Vinh Hai Ward`: the type words that end the name, taken off it. */
function visitTypeAfter(
  directory: ReadyDirectory,
  letters: Letters,
  begin: number,
  end: number,
  mask: number,
  visit: (division: Division) => boolean,
): boolean {
  const from = letters.starts[begin] as number;
  for (let token = Math.max(begin + 1, end - 5); token < end; token += 1) {
    const named = typesBehind(directory, letters, token, end);
    if (named === 0) continue;
    const division = {
      begin,
      end: token,
      from,
      to: letters.ends[token - 1] as number,
      mask: named & mask,
      typed: true,
    };
    if (visit({ ...division, end })) return true;
  }
  return false;
}

/** The types that the tokens from one to the end name, as in English, or after a comma: `Phương Sơn, Trường Mầm non`. */
function typesBehind({ vocabulary }: ReadyDirectory, letters: Letters, token: number, end: number): number {
  const hit = longestPhrase(vocabulary.typesAfter, letters, token, end, false);
  if (hit?.next === end) return hit.meanings.reduce((bits, { bit }) => bits | bit, 0);
  if (!mayBeTypeBehind(letters, token)) return 0;
  const head = readHead(vocabulary, letters, token, end);
  return head.next === end && head.typed ? head.mask : 0;
}

/** A type word stands behind a name after a break, a single letter in brackets, or as an abbreviation: `Yersin THCS`. */
function mayBeTypeBehind(letters: Letters, token: number): boolean {
  const strength = letters.gaps[token] as number;
  const size = (letters.ends[token] as number) - (letters.starts[token] as number);
  if (size === 1) return strength >= gap.break;
  return strength >= gap.dash || !hasSyllableShape(tokenText(letters, token));
}

/** The next shorter end of a name: before a break, a type of place, a place, or words that are no part of names. */
export function previousEnd(directory: ReadyDirectory, letters: Letters, begin: number, end: number): number {
  if (!letters.cutsKnown) findCuts(directory, letters);
  let token = end - 1;
  while (token > begin && letters.cuts[token] === 0) token -= 1;
  return token;
}

function findCuts({ vocabulary, places }: ReadyDirectory, letters: Letters): void {
  const { tokens, cuts, gaps } = letters;
  for (let token = 1; token < tokens; token += 1) {
    const cut =
      (gaps[token] as number) >= gap.break ||
      longestPhrase(vocabulary.types, letters, token, tokens, false) !== null ||
      skipNoise(vocabulary, letters, token, tokens) > token ||
      places.begins(letters, token, tokens);
    cuts[token] = cut ? 1 : 0;
  }
  letters.cutsKnown = true;
}

/** What stands after the name of a division, as places; null when it is something else. */
export function tailOf(directory: ReadyDirectory, letters: Letters, division: Division): Scope | null {
  if (division.end === letters.tokens) return everywhere;
  const { school } = directory.vocabulary.mask;
  const communes = division.mask !== allTypes && (division.mask & ~school) === 0;
  const scope = directory.places.read(letters, division.end, letters.tokens, { communes, initials: true });
  // `Công an tỉnh X` is the province's; `P. QLĐT, tỉnh X` says where it lies.
  const apart = scope?.homeLevel === 1 && (letters.gaps[division.end] as number) >= gap.break;
  return apart ? { ...scope, homeLevel: 0 } : scope;
}

/** The token after a number or words that stand before a unit: `53)`, `STT 3:`, `Báo cáo của`; `start` when there are none. */
export function skipLead(directory: ReadyDirectory, letters: Letters, start: number): number {
  const last = letters.tokens;
  if (start + 1 >= last) return start;
  const { vocabulary } = directory;
  if (isNumber(letters, start)) {
    let next = start + 1;
    while (next < last - 1 && isNumber(letters, next)) next += 1;
    return documentNumberEnd(directory, letters, next);
  }
  const counted = countedEnd(vocabulary, letters, start, last);
  const isPart = counted > start && longestPhrase(vocabulary.bodies, letters, start, last, false) !== null;
  if (counted > start && counted < last && !isPart) return counted;
  const hit = longestPhrase(vocabulary.before, letters, start, last, false);
  if (hit && hit.next < last) return hit.next;
  const size = (letters.ends[start] as number) - (letters.starts[start] as number);
  // a) … and I. … stand before a list entry.
  const strength = letters.gaps[start + 1] as number;
  if (size > 4 || !isListMark(letters, start)) return start;
  // `P.` and `X.` say what follows is a phường or a xã.
  const typed = size === 1 && longestPhrase(vocabulary.types, letters, start, start + 1, false) !== null;
  return strength >= gap.break || (strength === gap.dot && !typed) ? start + 1 : start;
}

/** The token after the letters of a document's number: `45/BC-UBND`; `token` when it is none. */
function documentNumberEnd({ vocabulary }: ReadyDirectory, letters: Letters, token: number): number {
  const { gaps, tokens } = letters;
  if ((gaps[token] as number) < gap.break || token + 2 >= tokens || gaps[token + 1] !== gap.dash)
    return token;
  if (hasSyllableShape(tokenText(letters, token))) return token;
  if (longestPhrase(vocabulary.types, letters, token, tokens, false)) return token;
  let end = token + 1;
  while (end < tokens - 1 && gaps[end] === gap.dash) end += 1;
  return end;
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

/**
 * Calls `visit` for each token a unit may begin at: the first, and those after leading words.
 *
 * @param visit is also told whether a person stands before, so that a bare name may be a person's
 */
export function eachStart(
  directory: ReadyDirectory,
  letters: Letters,
  visit: (start: number, titled: boolean) => boolean,
): boolean {
  let titled = false;
  for (let start = 0; start < letters.tokens;) {
    if (visit(start, titled)) return true;
    let next = skipLead(directory, letters, start);
    const title = longestPhrase(directory.vocabulary.titles, letters, start, letters.tokens, false);
    if (title && title.next < letters.tokens && title.next >= next) {
      next = title.next;
      titled = true;
    }
    if (next > start) {
      start = next;
      continue;
    }
    // `Báo cáo tuyên truyền của phường X`: after what it is, the words of what it is about.
    if (start === 0 || longestPhrase(directory.vocabulary.bodies, letters, 0, letters.tokens, false))
      return false;
    const head = nextHead(directory, letters, start);
    return head > 0 && visit(head, titled);
  }
  return false;
}

/** So many words tell at most what a report is about. */
const mostAbout = 10;

/** The token of the first commune or school after a lead, when no other body, place or number stands before it; 0 when there is none. */
function nextHead({ vocabulary, places }: ReadyDirectory, letters: Letters, start: number): number {
  const units = vocabulary.mask.commune | vocabulary.mask.school;
  const last = Math.min(letters.tokens - 1, start + mostAbout);
  for (let token = start; token < last; token += 1) {
    if (longestPhrase(vocabulary.bodies, letters, token, letters.tokens, false)) return 0;
    const head = readHead(vocabulary, letters, token, letters.tokens);
    if (head.next > token) return token > start && head.typed && (head.mask & units) !== 0 ? token : 0;
    // First letters may be those of a body: `BC ĐTN phường X`.
    if (places.begins(letters, token, letters.tokens) || !hasSyllableShape(tokenText(letters, token)))
      return 0;
  }
  return 0;
}

/** Whether a type word stands where it can end a name: only then is a text read so. */
export function hasTypeAfter({ vocabulary }: ReadyDirectory, letters: Letters): boolean {
  for (let token = 1; token < letters.tokens; token += 1) {
    if (longestPhrase(vocabulary.typesAfter, letters, token, letters.tokens, false)) return true;
    const type = longestPhrase(vocabulary.types, letters, token, letters.tokens, false);
    if (type && mayBeTypeBehind(letters, token)) return true;
  }
  return false;
}

/** Whether the text begins with type words that are as they should be. */
export function hasPlainType({ vocabulary }: ReadyDirectory, letters: Letters): boolean {
  return readHead(vocabulary, letters, 0, letters.tokens).typed;
}

/** Whether the text names another body of a commune: `Tổ dân phố 3 phường X`, `Hội Nông dân xã X`. */
export function isBodyOfCommune({ vocabulary, places }: ReadyDirectory, letters: Letters): boolean {
  const body = longestPhrase(vocabulary.bodies, letters, 0, letters.tokens, false);
  // `Nha Trang - phường X` begins with a place, not with a nhà.
  if (!body || places.begins(letters, 0, letters.tokens)) return false;
  for (let token = body.next; token < letters.tokens; token += 1) {
    const type = longestPhrase(vocabulary.types, letters, token, letters.tokens, false);
    if (!type?.meanings.some((meaning) => meaning.class === "commune")) continue;
    if ((letters.ends[type.next - 1] as number) - (letters.starts[token] as number) > 1) return true;
  }
  return false;
}
