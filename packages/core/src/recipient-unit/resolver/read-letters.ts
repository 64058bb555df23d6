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
} from "../../vietnamese/letter-table.ts";
import { gap, isDigitCode, lostCode, maxLetters, prime, toneBits, vowel, type Letters } from "./letters.ts";

const pointCode = 0x2e;
const q = 0x71;
const u = 0x75;
const y = 0x79;
const i = 0x69;
const zero = 0x30;

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
  let strays = false; // a tone stands on a consonant
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
      if (vowel[codes[length - 1] as number] !== 1) strays = true;
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
  settle(into, strays);
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
function settle(letters: Letters, strays: boolean): void {
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
        const stray = strays ? (marks[at] as number) & toneBits : 0;
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
