import { emptyLetters, toneBits, type Letters } from "./letters.ts";
import { readLetters } from "./read-letters.ts";

/** A phrase of the vocabulary with what it means. */
interface Phrase<Meaning> {
  readonly codes: Uint8Array;
  readonly marks: Uint8Array;
  meanings: readonly Meaning[];
}

/**
 * Phrases by their letters, found at any token of a text; spaces and points inside do not matter.
 * A tree of letters: most tokens leave it at their second letter.
 */
export interface PhraseTable<Meaning> {
  /** Child of node `n` for a letter at `n * branches + letter`; 0 for none. */
  next: Int16Array;
  nodes: number;
  /** Phrases that end at a node: the same letters with different marks. */
  readonly ending: Map<number, Phrase<Meaning>[]>;
  /** 1 for a node where a phrase ends. */
  ends: Uint8Array;
}

/** Letters, digits, and one for everything else. */
const branches = 37;

function branchOf(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 0x61 : code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : 36;
}

export function phraseTable<Meaning>(): PhraseTable<Meaning> {
  return { next: new Int16Array(branches * 64), nodes: 1, ending: new Map(), ends: new Uint8Array(64) };
}

const scratch = /* @__PURE__ */ emptyLetters();

export function addPhrase<Meaning>(table: PhraseTable<Meaning>, text: string, meaning: Meaning): void {
  const letters = readLetters(text, scratch);
  if (letters.length === 0) return;
  let node = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const slot = node * branches + branchOf(letters.codes[at] as number);
    node = table.next[slot] as number;
    if (node === 0) node = addNode(table, slot);
  }
  const list = table.ending.get(node) ?? [];
  table.ending.set(node, list);
  table.ends[node] = 1;
  const codes = letters.codes.slice(0, letters.length);
  const marks = letters.marks.slice(0, letters.length);
  const same = list.find((phrase) => sameBytes(phrase.marks, marks));
  if (same) same.meanings = [...same.meanings, meaning];
  else list.push({ codes, marks, meanings: [meaning] });
}

function addNode<Meaning>(table: PhraseTable<Meaning>, slot: number): number {
  const node = table.nodes;
  if (node === table.ends.length) {
    const next = new Int16Array(table.next.length * 2);
    next.set(table.next);
    table.next = next;
    const ends = new Uint8Array(table.ends.length * 2);
    ends.set(table.ends);
    table.ends = ends;
  }
  table.next[slot] = node;
  table.nodes += 1;
  return node;
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** How the marks of typed letters stand to those of a known name; the letters are the same. */
export const agreement = {
  different: -1,
  /** Mark for mark. */
  exact: 0,
  /** The typed text leaves marks out, of some letters or all, and sets none of its own. */
  unmarked: 1,
  /** A letter has some of its marks: the tone without the shape, or the shape without the tone. */
  partial: 2,
  /** A mark stands where the name has another or none. */
  conflict: 3,
} as const;

/** Whether marks are some of a letter's marks: the tone without the shape, the shape without the tone, or none. */
function isPartOf(typed: number, known: number): boolean {
  const typedTone = typed & toneBits;
  const typedShape = typed & ~toneBits;
  return (
    (typedTone === 0 || typedTone === (known & toneBits)) &&
    (typedShape === 0 || typedShape === (known & ~toneBits))
  );
}

/** Compares the letters from `from` on with a known name; the caller knows that the lengths are equal. */
export function agreementOf(
  letters: Letters,
  from: number,
  codes: Uint8Array,
  marks: Uint8Array,
  at: number,
  size: number,
): number {
  let result: number = agreement.exact;
  for (let index = 0; index < size; index += 1) {
    if (letters.codes[from + index] !== codes[at + index]) return agreement.different;
    const typed = letters.marks[from + index] as number;
    if (typed === marks[at + index]) continue;
    const how =
      typed === 0
        ? agreement.unmarked
        : isPartOf(typed, marks[at + index] as number)
          ? agreement.partial
          : agreement.conflict;
    if (how > result) result = how;
  }
  return result;
}

/** A phrase found in a text, and the token after it. */
export interface PhraseHit<Meaning> {
  readonly meanings: readonly Meaning[];
  readonly next: number;
}

/**
 * The longest phrase that begins at a token and ends with one.
 *
 * @param tolerant also when marks are wrong (`phừơng`): for later readings
 */
export function longestPhrase<Meaning>(
  table: PhraseTable<Meaning>,
  letters: Letters,
  token: number,
  last: number,
  tolerant: boolean,
): PhraseHit<Meaning> | null {
  const { codes, starts, ends } = letters;
  const from = starts[token] as number;
  let found: PhraseHit<Meaning> | null = null;
  let node = 0;
  let at = from;
  for (let end = token; end < last; end += 1) {
    const to = ends[end] as number;
    for (; at < to; at += 1) {
      node = table.next[node * branches + branchOf(codes[at] as number)] as number;
      if (node === 0) return found;
    }
    if (table.ends[node] === 0) continue;
    const meanings = meaningsAt(table, node, letters, from, tolerant);
    if (meanings) found = { meanings, next: end + 1 };
  }
  return found;
}

/** Whether the tokens are a phrase mark for mark. */
export function isExactPhrase<Meaning>(
  table: PhraseTable<Meaning>,
  letters: Letters,
  token: number,
  next: number,
): boolean {
  const from = letters.starts[token] as number;
  const to = letters.ends[next - 1] as number;
  let node = 0;
  for (let at = from; at < to; at += 1)
    node = table.next[node * branches + branchOf(letters.codes[at] as number)] as number;
  const phrases = table.ending.get(node) ?? [];
  return phrases.some(
    ({ codes, marks }) => agreementOf(letters, from, codes, marks, 0, codes.length) === agreement.exact,
  );
}

function meaningsAt<Meaning>(
  table: PhraseTable<Meaning>,
  node: number,
  letters: Letters,
  from: number,
  tolerant: boolean,
): readonly Meaning[] | null {
  let found: readonly Meaning[] | null = null;
  for (const { codes, marks, meanings } of table.ending.get(node) as Phrase<Meaning>[]) {
    const how = agreementOf(letters, from, codes, marks, 0, codes.length);
    if (how === agreement.exact) return meanings;
    if (how === agreement.unmarked || (how > agreement.unmarked && tolerant)) {
      found = found ? [...found, ...meanings] : meanings;
    }
  }
  return found;
}

/** Where phrases that begin at a letter end inside a word, the longest first. */
export function phraseEnds<Meaning>(
  table: PhraseTable<Meaning>,
  letters: Letters,
  from: number,
  to: number,
): number[] {
  const ends: number[] = [];
  let node = 0;
  for (let at = from; at < to - 1; at += 1) {
    node = table.next[node * branches + branchOf(letters.codes[at] as number)] as number;
    if (node === 0) break;
    if (table.ends[node] === 1) ends.unshift(at + 1);
  }
  return ends;
}
