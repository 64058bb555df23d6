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
  /** Where a name may end, token by token; see `division.ts`. Filled when asked for. */
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

export const prime = 0x01000193;
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

export const lostCode = 0x3f;
/** The tone in a mark; the rest is the shape of the vowel, or the bar. */
export const toneBits = 7;

/** 1 for the ASCII codes of vowels. */
export const vowel = /* @__PURE__ */ Uint8Array.from({ length: 128 }, (_, code) =>
  "aeiouy".includes(String.fromCharCode(code)) ? 1 : 0,
);

export const isVowelCode = (code: number): boolean => vowel[code] === 1;
export const isDigitCode = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a range itself bears marks: those of a type word say nothing about the name. */
export function hasMarks({ marks }: Letters, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (marks[at] !== 0) return true;
  return false;
}

/** The letters of a token, without marks. */
export function tokenText(letters: Letters, token: number): string {
  return textOf(letters, letters.starts[token] as number, letters.ends[token] as number);
}

/** The letters of a range, without marks. */
export function textOf({ codes }: Letters, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at += 1) text += String.fromCharCode(codes[at] as number);
  return text;
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
