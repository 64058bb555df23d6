import { quality } from "../../vietnamese/letter-table.ts";
import { hashRange, isDigitCode, isVowelCode, joinHash, lostCode, type Letters } from "./letters.ts";
import { getByHash, hashIndex, setByHash, type HashIndex } from "./hash-index.ts";
import { agreement, agreementOf } from "./phrases.ts";

/**
 * Every name by its letters. A name is kept once; the units that bear it hang on it with the type
 * they bear it under. Plain number arrays: ten thousand units take a few megabytes and some ten milliseconds.
 */
export interface NameTable {
  codes: Uint8Array;
  marks: Uint8Array;
  used: number;
  readonly starts: number[];
  readonly sizes: number[];
  /** Which letters of the alphabet occur, as bits: a cheap bound on the distance of two names. */
  readonly alphabets: number[];
  /** The next name with the same hash, or -1. */
  readonly next: number[];
  readonly firstBearer: number[];
  readonly byHash: HashIndex;
  /** Names by each of their letters left out, for misspellings. */
  byDeletion: HashIndex | null;
  /** The search that last saw a name, so that none is visited twice. */
  readonly seen: number[];
  searches: number;
  /** No name from here on has a bearer. */
  borne: number;
  readonly deletionName: number[];
  readonly deletionNext: number[];
  readonly bearerUnit: number[];
  /** Type of the bearer under this name, as a bit of the type mask. */
  readonly bearerType: number[];
  readonly bearerNext: number[];
  /** 0 official, 1 another name. */
  readonly bearerAlias: number[];
}

export function nameTable(): NameTable {
  return {
    codes: new Uint8Array(1 << 14),
    marks: new Uint8Array(1 << 14),
    used: 0,
    starts: [],
    sizes: [],
    alphabets: [],
    next: [],
    firstBearer: [],
    byHash: hashIndex(),
    byDeletion: null,
    seen: [],
    searches: 0,
    borne: 0,
    deletionName: [],
    deletionNext: [],
    bearerUnit: [],
    bearerType: [],
    bearerNext: [],
    bearerAlias: [],
  };
}

/** Files the letters `from` to `to` as a name of a unit; asking twice for the same does nothing. */
export function addName(
  table: NameTable,
  letters: Letters,
  from: number,
  to: number,
  bearer: { readonly unit: number; readonly type: number; readonly alias: boolean },
): void {
  if (to <= from) return;
  const name = internName(table, letters, from, to);
  for (let at = table.firstBearer[name] as number; at >= 0; at = table.bearerNext[at] as number) {
    if (table.bearerUnit[at] === bearer.unit && table.bearerType[at] === bearer.type) return;
  }
  table.bearerUnit.push(bearer.unit);
  table.bearerType.push(bearer.type);
  table.bearerAlias.push(bearer.alias ? 1 : 0);
  table.bearerNext.push(table.firstBearer[name] as number);
  table.firstBearer[name] = table.bearerUnit.length - 1;
  if (name >= table.borne) table.borne = name + 1;
}

/** Also for names without a bearer here: names known to be real somewhere else. */
export function internName(table: NameTable, letters: Letters, from: number, to: number): number {
  const hash = hashRange(letters, from, to);
  const size = to - from;
  const first = getByHash(table.byHash, hash);
  for (let name = first; name >= 0; name = table.next[name] as number) {
    if (table.sizes[name] !== size) continue;
    if (
      agreementOf(letters, from, table.codes, table.marks, table.starts[name] as number, size) ===
      agreement.exact
    ) {
      return name;
    }
  }
  if (table.used + size > table.codes.length) grow(table, table.used + size);
  table.codes.set(letters.codes.subarray(from, to), table.used);
  table.marks.set(letters.marks.subarray(from, to), table.used);
  const name = table.starts.length;
  table.starts.push(table.used);
  table.sizes.push(size);
  table.alphabets.push(alphabetOf(letters.codes, from, to));
  table.next.push(first);
  table.firstBearer.push(-1);
  setByHash(table.byHash, hash, name);
  table.used += size;
  return name;
}

function grow(table: NameTable, wanted: number): void {
  let capacity = table.codes.length;
  while (capacity < wanted) capacity *= 2;
  const codes = new Uint8Array(capacity);
  const marks = new Uint8Array(capacity);
  codes.set(table.codes);
  marks.set(table.marks);
  table.codes = codes;
  table.marks = marks;
}

/** The first name whose letters may be these (or -1), to be followed by {@link NameTable.next}. */
export function firstName(table: NameTable, letters: Letters, from: number, to: number): number {
  return getByHash(table.byHash, hashRange(letters, from, to));
}

/** How the typed letters stand to a name: see {@link agreement}. */
export function nameAgreement(
  table: NameTable,
  name: number,
  letters: Letters,
  from: number,
  to: number,
): number {
  if (table.sizes[name] !== to - from) return agreement.different;
  const how = agreementOf(letters, from, table.codes, table.marks, table.starts[name] as number, to - from);
  // In a type word, `phương` is not phường; in a name, the marks that are there agree.
  return how === agreement.partial ? agreement.unmarked : how;
}

/** Whether the letters are a name that is real, and nobody's in this directory. */
export function isOnlyElsewhere(table: NameTable, letters: Letters, from: number, to: number): boolean {
  let real = false;
  for (let name = firstName(table, letters, from, to); name >= 0; name = table.next[name] as number) {
    const how = nameAgreement(table, name, letters, from, to);
    if (how !== agreement.exact && how !== agreement.unmarked) continue;
    if (table.firstBearer[name] !== -1) return false;
    real = true;
  }
  return real;
}

/** Whether the letters are a name when each lost one may be any. */
export function fitsLost(
  table: NameTable,
  name: number,
  letters: Letters,
  from: number,
  to: number,
): boolean {
  const size = to - from;
  if (table.sizes[name] !== size) return false;
  const start = table.starts[name] as number;
  for (let at = 0; at < size; at += 1) {
    const code = letters.codes[from + at] as number;
    const mark = letters.marks[from + at] as number;
    const known = table.marks[start + at] as number;
    if (code === lostCode) {
      // Only letters that ASCII does not have are lost: vowels with marks, and đ.
      if (!isVowelCode(table.codes[start + at] as number) && known !== quality.bar) return false;
      continue;
    }
    if (code !== table.codes[start + at]) return false;
    // The tone stands on the first vowel, which may be the letter that is lost; the vowel mark stays.
    if (mark !== known && mark >>> 3 !== known >>> 3) return false;
  }
  return true;
}

export function alphabetOf(codes: Uint8Array, from: number, to: number): number {
  let bits = 0;
  for (let index = from; index < to; index += 1) bits |= 1 << ((codes[index] as number) & 31);
  return bits;
}

/** Shorter names are too close to too many others for a misspelling to mean one of them. */
export const shortestMisspelled = 4;

const hashPrime = 0x01000193;

/** Hash of a range without the letter at `left`. */
function hashWithout(codes: Uint8Array, from: number, to: number, left: number): number {
  let hash = 0;
  for (let index = from; index < to; index += 1) {
    if (index !== left) hash = (Math.imul(hash, hashPrime) + (codes[index] as number)) | 0;
  }
  return hash;
}

/**
 * Files every name under itself, and under itself with one letter left out: one look finds all that
 * a text, whole or without one letter, may be a misspelling of. Made when the first one is looked for.
 */
function deletions(table: NameTable): HashIndex {
  const index = hashIndex();
  const file = (hash: number, name: number) => {
    table.deletionName.push(name);
    table.deletionNext.push(getByHash(index, hash));
    setByHash(index, hash, table.deletionName.length - 1);
  };
  for (let name = 0; name < table.starts.length; name += 1) {
    const start = table.starts[name] as number;
    const end = start + (table.sizes[name] as number);
    if (end - start > 64 || table.firstBearer[name] === -1) continue;
    file(hashWithout(table.codes, start, end, -1), name);
    if (end - start < shortestMisspelled) continue;
    for (let left = start; left < end; left += 1) {
      if (!isDigitCode(table.codes[left] as number)) file(hashWithout(table.codes, start, end, left), name);
    }
  }
  return index;
}

/** Calls `visit` for every name that may be one edit away from the letters, and for some that are farther. */
export function nearNames(
  table: NameTable,
  letters: Letters,
  from: number,
  to: number,
  visit: (name: number) => void,
): void {
  const byDeletion = (table.byDeletion ??= deletions(table));
  const search = (table.searches += 1);
  const alphabet = alphabetOf(letters.codes, from, to);
  const follow = (hash: number) => {
    for (let at = getByHash(byDeletion, hash); at >= 0; at = table.deletionNext[at] as number) {
      const name = table.deletionName[at] as number;
      if (table.seen[name] === search) continue;
      table.seen[name] = search;
      // One edit changes at most one letter into another.
      if (!moreThanTwoBits(alphabet ^ (table.alphabets[name] as number))) visit(name);
    }
  };
  follow(hashRange(letters, from, to));
  for (let left = from; left < to; left += 1) {
    follow(joinHash(hashRange(letters, from, left), letters, left + 1, to));
  }
}

/** Calls `visit` for every name of a unit whose letters differ from the typed ones by a few. */
export function similarNames(
  table: NameTable,
  letters: Letters,
  from: number,
  to: number,
  visit: (name: number) => void,
): void {
  const alphabet = alphabetOf(letters.codes, from, to);
  for (let name = 0; name < table.borne; name += 1) {
    const differing = alphabet ^ (table.alphabets[name] as number);
    const rest = differing & (differing - 1);
    // Two edits change at most two letters into others.
    if (!moreThanTwoBits(rest & (rest - 1)) && table.firstBearer[name] !== -1) visit(name);
  }
}

function moreThanTwoBits(bits: number): boolean {
  const rest = bits & (bits - 1);
  return (rest & (rest - 1)) !== 0;
}
