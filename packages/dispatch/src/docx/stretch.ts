import { deflateSync, inflateSync } from "fflate";
import { concatenated, crc32, type RawDeflate, type ZipEntry } from "./zip.ts";
import type { Piece } from "./body.ts";
import { Recent } from "./recent.ts";

/**
 * A stretch of a part's text: its bytes, or those bytes deflated so that they can stand anywhere in a
 * deflate stream: they refer to nothing before them and end on a byte.
 */
interface Stretch {
  readonly bytes: Uint8Array;
  /** Not deflated. */
  readonly size: number;
  /** CRC-32 of what comes before it and of it, from the CRC-32 of what comes before it. */
  readonly after: (crc: number) => number;
}

const encoder = new TextEncoder();
const textOf = (run: readonly Piece[]) => run.map(({ xml }) => xml).join("");

/** fflate begins a new block after some 7,000 symbols; so many bytes are one block. */
const oneBlock = 6800;
/** An empty stored block without its first bits: it ends on a byte. */
const aligned = [0, 0, 0xff, 0xff];

function openBlocks(bytes: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += oneBlock)
    blocks.push(openBlock(bytes.subarray(at, at + oneBlock)));
  return concatenated(blocks);
}

/**
 * One deflate block that is not the last of its stream and ends on a byte. Made from a whole stream by
 * clearing the bit that says “last” and adding an empty stored block. The three bits that begin it
 * are the zeros which fill up the stream's last byte, when there are three; else one more byte.
 *
 * (fflate's own sync flush, 0.8.3, writes a wrong block for one text in three.)
 */
function openBlock(bytes: Uint8Array): Uint8Array {
  const stream = deflateSync(bytes, { level: 9 });
  stream[0] = (stream[0] as number) & 0xfe;
  for (const ending of [aligned, [0, ...aligned]]) {
    const block = concatenated([stream, Uint8Array.from(ending)]);
    if (inflatesTo(bytes, concatenated([block, streamEnd]))) return block;
  }
  return stored(bytes);
}

function inflatesTo(bytes: Uint8Array, stream: Uint8Array): boolean {
  try {
    const inflated = inflateSync(stream);
    return inflated.length === bytes.length && inflated.every((byte, index) => byte === bytes[index]);
  } catch {
    return false;
  }
}

const longestStored = 0xffff;

function stored(bytes: Uint8Array): Uint8Array {
  const blocks = Math.ceil(bytes.length / longestStored);
  const deflated = new Uint8Array(bytes.length + 5 * blocks);
  for (let block = 0, at = 0; block < blocks; block += 1) {
    const part = bytes.subarray(block * longestStored, (block + 1) * longestStored);
    deflated[at + 1] = part.length & 255;
    deflated[at + 2] = part.length >> 8;
    deflated[at + 3] = ~part.length & 255;
    deflated[at + 4] = (~part.length >> 8) & 255;
    deflated.set(part, at + 5);
    at += 5 + part.length;
  }
  return deflated;
}

/** An empty last block: fixed codes, end of block. */
const streamEnd = Uint8Array.of(3, 0);

/** A run of pieces shorter than this is not worth deflating. */
const shortestDeflated = 200;

/** Runs of pieces kept in memory: as many kinds of letters as a campaign has, times the runs of each. */
const mostRuns = 1000;

/**
 * Deflates pieces into one entry, remembering the stretches that come again: keep one for a whole merge.
 * With `whole` the entry is deflated as one, and stretches are remembered as bytes with their check sum.
 */
export class StretchWriter {
  readonly #fixed = new Recent<Stretch>(mostRuns);
  readonly #whole: RawDeflate | null;

  constructor(whole: RawDeflate | null) {
    this.#whole = whole;
  }

  entry(name: string, pieces: readonly Piece[]): ZipEntry {
    const parts: Uint8Array[] = [];
    let crc = 0;
    let size = 0;
    let from = 0;
    while (from < pieces.length) {
      const isFixed = pieces[from]?.key !== null;
      let to = from + 1;
      while (to < pieces.length && (pieces[to]?.key !== null) === isFixed) to += 1;
      const stretch = this.#stretch(pieces.slice(from, to), isFixed);
      parts.push(stretch.bytes);
      crc = stretch.after(crc);
      size += stretch.size;
      from = to;
    }
    const deflated = this.#whole ? [this.#whole(concatenated(parts))] : [...parts, streamEnd];
    return { name, deflated, crc, size };
  }

  #stretch(run: readonly Piece[], isFixed: boolean): Stretch {
    if (!isFixed) return this.#once(textOf(run));
    const key = run.map((piece) => piece.key).join(" ");
    const known = this.#fixed.get(key);
    if (known) return known;
    const stretch = this.#fixedStretch(textOf(run));
    this.#fixed.set(key, stretch);
    return stretch;
  }

  /** A stretch that comes once: some hundred bytes of names are not worth the time to deflate them. */
  #once(text: string): Stretch {
    const bytes = encoder.encode(text);
    return {
      bytes: this.#whole ? bytes : stored(bytes),
      size: bytes.length,
      after: (before) => crc32(bytes, before),
    };
  }

  #fixedStretch(text: string): Stretch {
    const bytes = encoder.encode(text);
    const crc = crc32(bytes);
    const shift = crcShift(bytes.length);
    return {
      bytes: this.#whole ? bytes : text.length < shortestDeflated ? stored(bytes) : openBlocks(bytes),
      size: bytes.length,
      after: (before) => (shift(before) ^ crc) >>> 0,
    };
  }
}

/**
 * CRC-32 is linear: so many zero bytes after a text change its CRC by a matrix over GF(2) that depends
 * on their number alone. The matrix is kept as four tables of 256, one for each byte of the CRC.
 */
function crcShift(length: number): (crc: number) => number {
  let column = Array.from({ length: 32 }, (_, bit) => oneBit(bit));
  let result: readonly number[] | null = null;
  for (let rest = length * 8; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result === null ? column : result.map((vector) => times(column, vector));
    column = column.map((vector) => times(column, vector));
  }
  const matrix = result ?? Array.from({ length: 32 }, (_, bit) => (1 << bit) >>> 0);
  const tables = [0, 8, 16, 24].map((shift) =>
    Uint32Array.from({ length: 256 }, (_, byte) => times(matrix, (byte << shift) >>> 0)),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  return (crc) =>
    ((tables[0][crc & 255] as number) ^
      (tables[1][(crc >>> 8) & 255] as number) ^
      (tables[2][(crc >>> 16) & 255] as number) ^
      (tables[3][crc >>> 24] as number)) >>>
    0;
}

/** What one zero bit does to a CRC that is that single bit. */
const oneBit = (bit: number) => (bit === 0 ? 0xedb88320 : (1 << (bit - 1)) >>> 0);

/** The matrix (a column for each bit) times a vector. */
function times(matrix: readonly number[], vector: number): number {
  let sum = 0;
  for (let bit = 0, rest = vector; rest !== 0; bit += 1, rest >>>= 1) {
    if (rest & 1) sum ^= matrix[bit] as number;
  }
  return sum >>> 0;
}
