/**
 * What every character of Vietnamese text is, as one lookup: a base letter with its marks, a digit, a separator.
 *
 * Reading a name letter by letter from a table is some ten times cheaper than the usual chain of
 * `normalize` and `replace`, and one pass gives the letters and the marks apart, which is how
 * names are compared: letters find, marks decide.
 */

/** Kinds of characters. Letters and digits carry a base; the rest say how strongly they separate. */
export const characterKind = {
  space: 0,
  /** `.` and other points inside abbreviations: `U.B.N.D`. */
  dot: 1,
  /** `-` and its typographic forms. */
  dash: 2,
  /** `, ; / | ( ) [ ] "` … : another part begins. */
  break: 3,
  /** `:` and `=`: what follows is data. */
  colon: 4,
  /** Joins what stands around it: `Ea H'leo`. */
  apostrophe: 5,
  /** Seen by nobody: zero-width characters, byte order marks, bidi marks. */
  invisible: 6,
  /** A tone or vowel mark on its own, as in decomposed text. */
  combining: 7,
  letter: 8,
  digit: 9,
  /** `?` and U+FFFD: a letter that some program lost. */
  lost: 10,
  /** Not in the table: may become a letter by compatibility normalisation. */
  foreign: 11,
} as const;

/** Tones, in the low three bits of a mark. */
export const tone = { none: 0, grave: 1, acute: 2, hook: 3, tilde: 4, dot: 5 } as const;
/** Vowel qualities and the bar of đ, in the bits above the tone. */
export const quality = { none: 0, circumflex: 8, breve: 16, horn: 24, bar: 32 } as const;

const combiningMarks: Readonly<Record<number, number>> = {
  0x300: tone.grave,
  0x301: tone.acute,
  0x309: tone.hook,
  0x303: tone.tilde,
  0x323: tone.dot,
  0x302: quality.circumflex,
  0x306: quality.breve,
  0x31b: quality.horn,
};

/** Letters of other scripts that look like Latin ones: typed by mistake or on purpose, printed the same. */
const lookAlikes =
  "АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw " +
  "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv αa ıi ɡg ɑa ŀl";

/** One entry: kind in bits 14 up, upper case in bit 13, suspicion in bit 12, mark in bits 6 to 11 … packed into 32 bits. */
export const kindShift = 20;
const markShift = 8;
const upperBit = 1 << 18;
export const suspectBit = 1 << 19;

/** Characters from here on are not in the table. */
export const tableSize = 0x2100;

export const kindOf = (entry: number): number => entry >>> kindShift;
/** ASCII code of the lower-case base letter or the digit; 0 for the rest. */
export const baseOf = (entry: number): number => entry & 0xff;
export const markOf = (entry: number): number => (entry >>> markShift) & 0x3f;
export const isUpper = (entry: number): boolean => (entry & upperBit) !== 0;
/** No character of Vietnamese: a sign that the text is in a legacy charset or was decoded wrongly. */
export const isSuspect = (entry: number): boolean => (entry & suspectBit) !== 0;

const entryOf = (kind: number, base = 0, mark = 0, flags = 0) =>
  (kind << kindShift) | (mark << markShift) | base | flags;

/** The letter of a code as base and marks, from its canonical decomposition; 0 when it is none. */
function letterEntry(code: number): number {
  const [first = "", ...rest] = String.fromCharCode(code).normalize("NFD");
  const lower = first.toLowerCase();
  const barred = lower === "đ";
  const base = barred ? "d" : lower;
  if (!/^[a-z]$/.test(base)) return 0;
  let mark: number = barred ? quality.bar : 0;
  let foreign = false;
  for (const character of rest) {
    const bits = combiningMarks[character.codePointAt(0) as number];
    if (bits === undefined) foreign = true;
    else mark |= bits;
  }
  // ä, ñ, ç … are letters of other languages; in Vietnamese text they betray a legacy charset.
  const flags = (lower === first ? 0 : upperBit) | (foreign ? suspectBit : 0);
  return entryOf(characterKind.letter, base.charCodeAt(0), foreign ? 0 : mark, flags);
}

function fill(table: Uint32Array, characters: string, kind: number): void {
  for (const character of characters) table[character.charCodeAt(0)] = entryOf(kind);
}

function buildTable(): Uint32Array {
  const table = new Uint32Array(tableSize).fill(entryOf(characterKind.foreign));
  for (let code = 0; code < 0x20; code += 1) table[code] = entryOf(characterKind.space);
  for (let code = 0x20; code < 0x7f; code += 1) table[code] = entryOf(characterKind.break);
  // C1 controls and Latin-1 symbols: nobody types them, wrong decoding leaves them behind.
  for (let code = 0x7f; code < 0xc0; code += 1) table[code] = entryOf(characterKind.break, 0, 0, suspectBit);
  for (let code = 0x2000; code < tableSize; code += 1) table[code] = entryOf(characterKind.break);
  for (let code = 0xc0; code < 0x2000; code += 1) {
    const entry = letterEntry(code);
    if (entry !== 0) table[code] = entry;
  }
  for (const code of [0xd0, 0x189]) table[code] = entryOf(characterKind.letter, 0x64, quality.bar, upperBit);
  table[0xf0] = entryOf(characterKind.letter, 0x64, quality.bar);
  for (const code of [0xc6, 0xd8, 0xde, 0xdf, 0xe6, 0xf8, 0xfe]) {
    // Æ Ø Þ ß æ ø þ: no decomposition, and no Vietnamese.
    table[code] = entryOf(characterKind.letter, 0x7a, 0, suspectBit);
  }
  for (const code of [0xd7, 0xf7]) table[code] = entryOf(characterKind.break, 0, 0, suspectBit);
  for (let code = 0x41; code <= 0x5a; code += 1) {
    table[code] = entryOf(characterKind.letter, code + 32, 0, upperBit);
    table[code + 32] = entryOf(characterKind.letter, code + 32);
  }
  for (let code = 0x30; code <= 0x39; code += 1) table[code] = entryOf(characterKind.digit, code);
  for (const pair of lookAlikes.split(" ")) {
    const latin = pair.charCodeAt(1);
    table[pair.charCodeAt(0)] = entryOf(characterKind.letter, latin | 32, 0, latin < 0x61 ? upperBit : 0);
  }
  for (const [code, mark] of Object.entries(combiningMarks)) {
    table[Number(code)] = entryOf(characterKind.combining, 0, mark);
  }
  // U+0340 and U+0341 are deprecated twins of the grave and the acute.
  table[0x340] = entryOf(characterKind.combining, 0, tone.grave);
  table[0x341] = entryOf(characterKind.combining, 0, tone.acute);
  fill(
    table,
    " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f&_+",
    characterKind.space,
  );
  table[0xa0] = entryOf(characterKind.space);
  fill(table, ".\u2024\u2026", characterKind.dot);
  fill(table, "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212".slice(0, 7), characterKind.dash);
  fill(table, ":=", characterKind.colon);
  fill(table, "'`\u2018\u2019\u201b\u2032", characterKind.apostrophe);
  table[0xb4] = entryOf(characterKind.apostrophe, 0, 0, suspectBit);
  table[0x2bc] = entryOf(characterKind.apostrophe);
  fill(table, "?", characterKind.lost);
  fill(
    table,
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2066\u2067\u2068\u2069",
    characterKind.invisible,
  );
  table[0xad] = entryOf(characterKind.invisible, 0, 0, suspectBit);
  return table;
}

let built: Uint32Array | undefined;

/** The table, made when first asked for; index it with a character code below {@link tableSize}. */
export function letterTable(): Uint32Array {
  return (built ??= buildTable());
}
