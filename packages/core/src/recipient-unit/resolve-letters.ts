import {
  baseOf,
  characterKind,
  isSuspect,
  isUpper,
  kindOf,
  letterTable,
  markOf,
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
const toneBits = 7;

function isVowel(code: number): boolean {
  return code === 0x61 || code === 0x65 || code === i || code === 0x6f || code === u || code === y;
}

export const isDigitCode = (code: number): boolean => code >= 0x30 && code <= 0x39;

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
  let open = false; // inside a token
  let digits = false; // the open token is a number
  let vowelStart = -1; // where the current group of vowels began
  let upperRun = 0; // capitals at the end of the open token
  let marked = false;
  let spaceBeforeDash = false;
  into.suspect = into.lost = into.foreign = into.tooLong = false;

  const closeVowels = () => {
    if (vowelStart < 0) return;
    const size = length - vowelStart;
    if (size === 1 && codes[vowelStart] === y) codes[vowelStart] = i;
    else if (
      size === 2 &&
      codes[vowelStart] === u &&
      codes[vowelStart + 1] === y &&
      codes[vowelStart - 1] === q
    ) {
      codes[vowelStart + 1] = i;
    }
    vowelStart = -1;
  };
  const close = () => {
    closeVowels();
    if (open) ends[tokens - 1] = length;
    open = false;
    upperRun = 0;
  };
  const begin = (number: boolean) => {
    if (number && tokens > 0 && length > 0 && isDigitCode(codes[length - 1] as number)) {
      codes[length] = pointCode;
      marks[length] = 0;
      length += 1;
    }
    starts[tokens] = length;
    gaps[tokens] = strength;
    tokens += 1;
    open = true;
    digits = number;
    strength = gap.inside;
  };

  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const entry = code < tableSize ? (table[code] as number) : characterKind.foreign << 20;
    if (isSuspect(entry)) into.suspect = true;
    const kind =
      code === 0xfffd ? characterKind.lost : code === 0xfeff ? characterKind.invisible : kindOf(entry);
    if (length >= maxLetters - 2 || tokens >= maxLetters - 2) {
      into.tooLong = true;
      break;
    }
    if (kind === characterKind.letter) {
      const upper = isUpper(entry);
      if (open && digits) close();
      if (!open) begin(false);
      else if (upper && upperRun === 0) {
        // vĩnhHải
        ends[tokens - 1] = length;
        upperRun = 0;
        begin(false);
      } else if (!upper && upperRun > 1) {
        // XPhù: the last capital belongs to what follows.
        ends[tokens - 1] = length - 1;
        begin(false);
        starts[tokens - 1] = length - 1;
      }
      const base = baseOf(entry);
      const mark = markOf(entry);
      if (mark !== 0) marked = true;
      codes[length] = base;
      if (isVowel(base)) {
        if (vowelStart < 0) vowelStart = length;
        marks[length] = mark & ~toneBits;
        if ((mark & toneBits) !== 0) {
          marks[vowelStart] = ((marks[vowelStart] as number) & ~toneBits) | (mark & toneBits);
        }
      } else {
        closeVowels();
        marks[length] = mark;
      }
      length += 1;
      upperRun = upper ? upperRun + 1 : 0;
    } else if (kind === characterKind.combining) {
      if (!open || digits) continue;
      const mark = markOf(entry);
      marked = true;
      if ((mark & toneBits) !== 0) {
        const at = vowelStart >= 0 ? vowelStart : length - 1;
        marks[at] = ((marks[at] as number) & ~toneBits) | mark;
      } else marks[length - 1] = (marks[length - 1] as number) | mark;
    } else if (kind === characterKind.digit) {
      if (open && !digits) close();
      if (!open) begin(true);
      const start = starts[tokens - 1] as number;
      if (length === start + 1 && codes[start] === 0x30) length = start; // 01 is 1
      codes[length] = code;
      marks[length] = 0;
      length += 1;
    } else if (kind === characterKind.invisible || kind === characterKind.apostrophe) {
      continue;
    } else if (kind === characterKind.lost) {
      // A question mark inside a word is a letter some program lost; elsewhere it is punctuation.
      const next = text.charCodeAt(index + 1);
      const nextKind = next < tableSize ? kindOf(table[next] as number) : -1;
      const inWord = nextKind === characterKind.letter || next === 0xfffd || next === 0x3f || code === 0xfffd;
      if (open && !digits && inWord) {
        closeVowels();
        codes[length] = lostCode;
        marks[length] = 0;
        length += 1;
        into.lost = true;
        upperRun = 0;
      } else {
        close();
        if (strength < gap.space) strength = gap.space;
      }
    } else if (kind === characterKind.foreign) {
      into.foreign = true;
      close();
      if (strength < gap.break) strength = gap.break;
    } else {
      const wasOpen = open;
      close();
      if (kind === characterKind.space) {
        if (strength === gap.dash) strength = gap.break;
        spaceBeforeDash = true;
        if (strength < gap.space) strength = gap.space;
        continue;
      }
      const wanted =
        kind === characterKind.dot
          ? gap.dot
          : kind === characterKind.dash
            ? !wasOpen && spaceBeforeDash
              ? gap.break
              : gap.dash
            : kind === characterKind.colon
              ? gap.colon
              : gap.break;
      if (strength < wanted) strength = wanted;
      spaceBeforeDash = false;
      continue;
    }
    spaceBeforeDash = false;
  }
  close();
  into.length = length;
  into.tokens = tokens;
  into.marked = marked;
  hashAll(into);
  return into;
}

function hashAll(letters: Letters): void {
  const { codes, hashes, length } = letters;
  let hash = 0;
  hashes[0] = 0;
  for (let index = 0; index < length; index += 1) {
    hash = (Math.imul(hash, prime) + (codes[index] as number)) | 0;
    hashes[index + 1] = hash;
  }
}
