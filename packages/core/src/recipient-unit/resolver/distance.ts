import { isDigitCode, type Letters } from "./letters.ts";
import type { NameTable } from "./names.ts";

/** What one wrong letter costs. */
export const letterCost = 4;
/** A tone that is wrong or missing. */
export const wrongTone = 2;
/** A vowel mark that is wrong or missing: it makes another vowel. */
export const wrongMark = 3;
/** More than any distance looked for. */
export const tooFar = 99;

const width = 72;
const rows = /* @__PURE__ */ [0, 1, 2].map(() => new Int16Array(width));

const tones = 7;

function markCost(typed: number, known: number): number {
  if (typed === known) return 0;
  const tone = typed & tones;
  const knownTone = known & tones;
  const quality = typed & ~tones;
  const knownQuality = known & ~tones;
  return (tone === knownTone ? 0 : wrongTone) + (quality === knownQuality ? 0 : wrongMark);
}

/**
 * How far typed letters are from a name: insertions, deletions, replacements, swaps of
 * neighbours, and `ch` for `tr` (one sound in the north), {@link letterCost} each, and the cost of wrong and missing marks.
 *
 * Numbers are no spelling: when the digits differ, the names are {@link tooFar} apart.
 *
 * @param plain compare letters only: the text has no marks, or they do not matter
 * @param limit the distance from which on the exact value does not matter
 */
export function nameDistance(
  table: NameTable,
  name: number,
  letters: Letters,
  from: number,
  to: number,
  limit: number,
  plain: boolean,
): number {
  const start = table.starts[name] as number;
  const size = table.sizes[name] as number;
  const typed = to - from;
  if (Math.abs(size - typed) * letterCost > limit || size >= width || typed >= width) return tooFar;
  if (!sameDigits(table.codes, start, size, letters.codes, from, typed)) return tooFar;
  let [before, above, row] = rows as [Int16Array, Int16Array, Int16Array];
  // So far from the diagonal, insertions or deletions alone cost more than the limit.
  const band = Math.floor(limit / letterCost);
  for (let j = 0; j <= Math.min(size, band + 1); j += 1) above[j] = j * letterCost;
  for (let i = 1; i <= typed; i += 1) {
    const first = Math.max(1, i - band);
    const last = Math.min(size, i + band);
    row[first - 1] = first === 1 ? i * letterCost : tooFar;
    let smallest: number = row[first - 1] as number;
    const code = letters.codes[from + i - 1] as number;
    const mark = letters.marks[from + i - 1] as number;
    for (let j = first; j <= last; j += 1) {
      const known = table.codes[start + j - 1] as number;
      const knownMark = table.marks[start + j - 1] as number;
      let cost =
        code === known
          ? (above[j - 1] as number) + (plain ? 0 : markCost(mark, knownMark))
          : (above[j - 1] as number) + letterCost;
      cost = Math.min(cost, (above[j] as number) + letterCost, (row[j - 1] as number) + letterCost);
      if (i > 1 && j > 1) {
        const previous = letters.codes[from + i - 2] as number;
        const knownPrevious = table.codes[start + j - 2] as number;
        if (code !== known && code === knownPrevious && previous === known) {
          // A swap moves the marks with the letters, or leaves them behind: either is one slip.
          cost = Math.min(cost, (before[j - 2] as number) + letterCost);
        } else if (isOneSound(previous, code, knownPrevious, known)) {
          cost = Math.min(cost, (before[j - 2] as number) + letterCost);
        }
      }
      row[j] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (last < size) row[last + 1] = tooFar;
    if (smallest > limit) return tooFar;
    [before, above, row] = [above, row, before];
  }
  return above[size] as number;
}

const [c, h, t, r] = [0x63, 0x68, 0x74, 0x72];

function isOneSound(previous: number, code: number, knownPrevious: number, known: number): boolean {
  return previous === c && code === h
    ? knownPrevious === t && known === r
    : previous === t && code === r && knownPrevious === c && known === h;
}

/** Whether a text has `ch` or `tr`. */
export function mayBeOneSound({ codes }: Letters, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    if (codes[at] === h ? codes[at - 1] === c : codes[at] === r && codes[at - 1] === t) return true;
  }
  return false;
}

function sameDigits(
  known: Uint8Array,
  start: number,
  size: number,
  typed: Uint8Array,
  from: number,
  length: number,
): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    while (i < size && !isNumberCode(known[start + i] as number)) i += 1;
    while (j < length && !isNumberCode(typed[from + j] as number)) j += 1;
    if (i === size || j === length) return i === size && j === length;
    if (known[start + i] !== typed[from + j]) return false;
    i += 1;
    j += 1;
  }
}

const isNumberCode = (code: number) => isDigitCode(code) || code === 0x2e;
