import {
  baseOf,
  characterKind,
  isSuspect,
  isUpper,
  kindOf,
  kindShift,
  letterTable,
  markOf,
  suspectBit,
  tableSize,
} from "../vietnamese/letter-table.ts";

/** No unit name is longer; a longer text is a sentence, and is not read further. */
export const maxLetters = 240;

/** How strongly a token stands apart from the one before it. */
export const gap = {
  /** Within a word, where case or a digit begins something new: `XPhù Lãng`, `Phương1`. */
  inside: 0,
  space: 1,
  dot: 2,
  /** A dash without spaces around it: `VH-TT`. */
  dash: 3,
  /** A dash between spaces, a comma, a bracket, a slash. */
  break: 4,
  colon: 5,
} as const;

/**
 * A text as letters without marks (`codes`), their marks, and where tokens begin. The letters of
 * all tokens stand in one row, so that a name is a range of it however it is spaced; between two
 * numbers stands a point, so that `8-3` is not `83`.
 */
export interface Letters {
  readonly codes: Uint8Array;
  readonly marks: Uint8Array;
  /** Prefix hashes: the hash of any range in one step, see {@link hashRange}. */
  readonly hashes: Int32Array;
  length: number;
  readonly starts: Uint16Array;
  readonly ends: Uint16Array;
  readonly gaps: Uint8Array;
  tokens: number;
  /** Whether any letter carries a mark. */
  marked: boolean;
  /** Whether a character occurs that Vietnamese text does not have. */
  suspect: boolean;
  /** Whether a letter was lost (`?`, U+FFFD). */
  lost: boolean;
  /** Whether a character is outside the table. */
  foreign: boolean;
  /** Where a name may end, token by token; see `resolve-division.ts`. Filled when asked for. */
  readonly cuts: Uint8Array;
  cutsKnown: boolean;
  /** Whether text had to be cut at {@link maxLetters}. */
  tooLong: boolean;
}

export function emptyLetters(): Letters {
  return {
    codes: new Uint8Array(maxLetters + 4),
    marks: new Uint8Array(maxLetters + 4),
    hashes: new Int32Array(maxLetters + 5),
    length: 0,
    starts: new Uint16Array(maxLetters + 4),
    ends: new Uint16Array(maxLetters + 4),
    gaps: new Uint8Array(maxLetters + 4),
    cuts: new Uint8Array(maxLetters + 4),
    cutsKnown: false,
    tokens: 0,
    marked: false,
    suspect: false,
    lost: false,
    foreign: false,
    tooLong: false,
  };
}

const prime = 0x01000193;
const powers = /* @__PURE__ */ (() => {
  const table = new Int32Array(maxLetters + 5);
  table[0] = 1;
  for (let index = 1; index < table.length; index += 1)
    table[index] = Math.imul(table[index - 1] as number, prime);
  return table;
})();

/** Hash of the letters `from` to `to`; equal ranges have equal hashes, wherever they stand. */
export function hashRange(letters: Letters, from: number, to: number): number {
  const { hashes } = letters;
  return ((hashes[to] as number) - Math.imul(hashes[from] as number, powers[to - from] as number)) | 0;
}

/** Continues a hash over another range: the hash of both, one after the other. */
export function joinHash(hash: number, letters: Letters, from: number, to: number): number {
  return (Math.imul(hash, powers[to - from] as number) + hashRange(letters, from, to)) | 0;
}

const pointCode = 0x2e;
export const lostCode = 0x3f;
const q = 0x71;
const u = 0x75;
const y = 0x79;
const i = 0x69;
const zero = 0x30;
/** The tone in a mark; the rest is the shape of the vowel, or the bar. */
export const toneBits = 7;

/** 1 for the ASCII codes of vowels. */
const vowel = /* @__PURE__ */ Uint8Array.from({ length: 128 }, (_, code) =>
  "aeiouy".includes(String.fromCharCode(code)) ? 1 : 0,
);

export const isVowelCode = (code: number): boolean => vowel[code] === 1;
export const isDigitCode = (code: number): boolean => code >= 0x30 && code <= 0x39;

const closed = 0;
const openWord = 1;
const openNumber = 2;

/**
 * Reads a text into `into`, in one pass and without allocating.
 *
 * The tone is put on the first vowel of its group and a lone `y` becomes `i`, so that `Hoà` and
 * `Hòa`, `Mỹ` and `Mĩ` come out alike; leading zeros of numbers are dropped.
 */
export function readLetters(text: string, into: Letters): Letters {
  const table = letterTable();
  const { codes, marks, starts, ends, gaps } = into;
  let length = 0;
  let tokens = 0;
  let strength: number = gap.break; // before the next token
  let open = closed;
  let upperRun = 0; // capitals at the end of the open word
  let marked = false;
  let suspect = false;
  let spaceBefore = false; // a space stands before the next separator
  into.lost = into.foreign = into.tooLong = into.cutsKnown = false;

  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const entry = code < tableSize ? (table[code] as number) : entryBeyond(code);
    if (isSuspect(entry)) suspect = true;
    const kind = kindOf(entry);
    if (length >= maxLetters - 2) {
      into.tooLong = true;
      break;
    }
    if (kind === characterKind.letter) {
      const upper = isUpper(entry);
      if (open === openNumber) {
        ends[tokens - 1] = length;
        open = closed;
      } else if (open === openWord) {
        if (upper && upperRun === 0) {
          // vĩnhHải
          ends[tokens - 1] = length;
          open = closed;
        } else if (!upper && upperRun > 1) {
          // XPhù: the last capital belongs to what follows.
          ends[tokens - 1] = length - 1;
          starts[tokens] = length - 1;
          gaps[tokens] = gap.inside;
          tokens += 1;
        }
      }
      if (open === closed) {
        starts[tokens] = length;
        gaps[tokens] = strength;
        tokens += 1;
        open = openWord;
        strength = gap.inside;
        upperRun = 0;
      }
      const mark = markOf(entry);
      if (mark !== 0) marked = true;
      codes[length] = baseOf(entry);
      marks[length] = mark;
      length += 1;
      upperRun = upper ? upperRun + 1 : 0;
      spaceBefore = false;
    } else if (kind === characterKind.space) {
      if (open !== closed) ends[tokens - 1] = length;
      open = closed;
      if (strength === gap.dash) strength = gap.break;
      else if (strength < gap.space) strength = gap.space;
      spaceBefore = true;
    } else if (kind === characterKind.digit) {
      if (open === openWord) {
        ends[tokens - 1] = length;
        open = closed;
      }
      if (open === closed) {
        if (length > 0 && isDigitCode(codes[length - 1] as number)) {
          codes[length] = pointCode;
          marks[length] = 0;
          length += 1;
        }
        starts[tokens] = length;
        gaps[tokens] = strength;
        tokens += 1;
        open = openNumber;
        strength = gap.inside;
      } else if (codes[length - 1] === zero && starts[tokens - 1] === length - 1) length -= 1; // 01 is 1
      codes[length] = code;
      marks[length] = 0;
      length += 1;
      spaceBefore = false;
    } else if (kind === characterKind.combining) {
      if (open !== openWord) continue;
      const mark = markOf(entry);
      marked = true;
      marks[length - 1] = (marks[length - 1] as number) | mark;
    } else if (kind === characterKind.lost) {
      // A question mark inside a word is a letter some program lost; elsewhere it is punctuation.
      if (open !== openNumber && (open === openWord || code === 0xfffd) && wordGoesOn(text, index, table)) {
        if (open === closed) {
          starts[tokens] = length;
          gaps[tokens] = strength;
          tokens += 1;
          open = openWord;
          strength = gap.inside;
        }
        codes[length] = lostCode;
        marks[length] = 0;
        length += 1;
        into.lost = true;
        upperRun = 0;
      } else {
        if (open !== closed) ends[tokens - 1] = length;
        open = closed;
        if (strength < gap.space) strength = gap.space;
      }
    } else if (kind !== characterKind.invisible && kind !== characterKind.apostrophe) {
      const dashed = kind === characterKind.dash && (open !== closed || !spaceBefore);
      if (open !== closed) ends[tokens - 1] = length;
      open = closed;
      if (kind === characterKind.foreign) into.foreign = true;
      const wanted =
        kind === characterKind.dot
          ? gap.dot
          : kind === characterKind.colon
            ? gap.colon
            : dashed
              ? gap.dash
              : gap.break;
      if (strength < wanted) strength = wanted;
      spaceBefore = false;
    }
  }
  if (open !== closed) ends[tokens - 1] = length;
  into.length = length;
  into.tokens = tokens;
  into.marked = marked;
  into.suspect = suspect;
  settle(into);
  return into;
}

/** Characters outside the table: the replacement character, the byte order mark, the trade mark sign that is a misread 0x99. */
function entryBeyond(code: number): number {
  if (code === 0xfffd) return characterKind.lost << kindShift;
  if (code === 0xfeff) return characterKind.invisible << kindShift;
  if (code === 0x2122) return (characterKind.break << kindShift) | suspectBit;
  return characterKind.foreign << kindShift;
}

function wordGoesOn(text: string, at: number, table: Uint32Array): boolean {
  if (text.charCodeAt(at) === 0xfffd) return true;
  const next = text.charCodeAt(at + 1);
  if (next === 0xfffd || next === 0x3f) return true;
  return next < tableSize && kindOf(table[next] as number) === characterKind.letter;
}

/** Moves tones to the first vowel of their group, writes a lone `y` as `i`, and hashes. */
function settle(letters: Letters): void {
  const { codes, marks, starts, ends, gaps, hashes, tokens } = letters;
  for (let token = 0; token < tokens; token += 1) {
    const from = starts[token] as number;
    const to = ends[token] as number;
    // A capital inside a word ends a token, not a group of vowels.
    let first =
      token > 0 && gaps[token] === gap.inside && from > 0 && vowel[codes[from - 1] as number] === 1
        ? from - 1
        : -1;
    while (first > 0 && vowel[codes[first - 1] as number] === 1 && first > (starts[token - 1] as number))
      first -= 1;
    let bearer = first;
    for (let at = from; at < to; at += 1) {
      if (vowel[codes[at] as number] !== 1) {
        if (first >= 0) settleVowels(codes, first, at);
        first = -1;
        const stray = (marks[at] as number) & toneBits;
        if (stray !== 0 && bearer >= 0) {
          // A tone typed after the last letter: `Thanh̀`.
          marks[at] = (marks[at] as number) & ~toneBits;
          marks[bearer] = ((marks[bearer] as number) & ~toneBits) | stray;
        }
        continue;
      }
      if (first < 0) bearer = first = at;
      else {
        const tone = (marks[at] as number) & toneBits;
        if (tone !== 0) {
          marks[at] = (marks[at] as number) & ~toneBits;
          marks[first] = ((marks[first] as number) & ~toneBits) | tone;
        }
      }
    }
    if (first >= 0) settleVowels(codes, first, to);
  }
  let hash = 0;
  hashes[0] = 0;
  for (let index = 0; index < letters.length; index += 1) {
    hash = (Math.imul(hash, prime) + (codes[index] as number)) | 0;
    hashes[index + 1] = hash;
  }
}

function settleVowels(codes: Uint8Array, from: number, to: number): void {
  if (to - from === 1) {
    if (codes[from] === y) codes[from] = i;
  } else if (to - from === 2 && codes[from] === u && codes[from + 1] === y && codes[from - 1] === q)
    codes[from + 1] = i;
}

/** Whether a range itself bears marks: those of a type word say nothing about the name. */
export function hasMarks({ marks }: Letters, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (marks[at] !== 0) return true;
  return false;
}

/** The letters of a token, without marks. */
export function tokenText({ codes, starts, ends }: Letters, token: number): string {
  return String.fromCharCode(...codes.subarray(starts[token], ends[token]));
}

/** Makes two tokens of one, where the letter `at` begins the second. */
export function splitToken(letters: Letters, token: number, at: number): void {
  const { starts, ends, gaps } = letters;
  starts.copyWithin(token + 1, token, letters.tokens);
  ends.copyWithin(token + 1, token, letters.tokens);
  gaps.copyWithin(token + 1, token, letters.tokens);
  letters.tokens += 1;
  ends[token] = at;
  starts[token + 1] = at;
  gaps[token + 1] = gap.inside;
  letters.cutsKnown = false;
}

/** Undoes {@link splitToken}. */
export function joinToken(letters: Letters, token: number): void {
  const { starts, ends, gaps } = letters;
  const start = starts[token] as number;
  const strength = gaps[token] as number;
  starts.copyWithin(token, token + 1, letters.tokens);
  ends.copyWithin(token, token + 1, letters.tokens);
  gaps.copyWithin(token, token + 1, letters.tokens);
  letters.tokens -= 1;
  starts[token] = start;
  gaps[token] = strength;
  letters.cutsKnown = false;
}
