/**
 * Numbers (0 or more) by 32-bit hash, in two typed arrays. Most questions a resolver asks are about
 * ranges of letters that are nobody's name, and here such a miss costs one look at one cell.
 */
export interface HashIndex {
  keys: Int32Array;
  /** -1 where a cell is empty. */
  values: Int32Array;
  used: number;
}

/** A power of two; kept at most half full. */
const firstCells = 256;

export function hashIndex(): HashIndex {
  return { keys: new Int32Array(firstCells), values: new Int32Array(firstCells).fill(-1), used: 0 };
}

/** The cell of a hash, or the empty one where it would stand. */
function cellOf(keys: Int32Array, values: Int32Array, hash: number): number {
  const mask = keys.length - 1;
  // Hashes of texts that differ in their last letter are neighbours; multiplying spreads them.
  const spread = Math.imul(hash, 0x9e3779b1);
  let cell = (spread ^ (spread >>> 15)) & mask;
  while (values[cell] !== -1 && keys[cell] !== hash) cell = (cell + 1) & mask;
  return cell;
}

/** The number of a hash, or -1. */
export function getByHash({ keys, values }: HashIndex, hash: number): number {
  return values[cellOf(keys, values, hash)] as number;
}

/** Gives a hash a number; the one it had before is forgotten. */
export function setByHash(index: HashIndex, hash: number, value: number): void {
  if (index.used * 2 >= index.keys.length) grow(index);
  const cell = cellOf(index.keys, index.values, hash);
  if (index.values[cell] === -1) index.used += 1;
  index.keys[cell] = hash;
  index.values[cell] = value;
}

function grow(index: HashIndex): void {
  const keys = new Int32Array(index.keys.length * 2);
  const values = new Int32Array(keys.length).fill(-1);
  for (let at = 0; at < index.keys.length; at += 1) {
    if (index.values[at] === -1) continue;
    const cell = cellOf(keys, values, index.keys[at] as number);
    keys[cell] = index.keys[at] as number;
    values[cell] = index.values[at] as number;
  }
  index.keys = keys;
  index.values = values;
}
