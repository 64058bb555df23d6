/** Deflates bytes into a raw stream, without the head and tail of zlib. */
export type RawDeflate = (bytes: Uint8Array) => Uint8Array;

/** One file of a zip. */
export interface ZipEntry {
  readonly name: string;
  /** Raw deflate stream in parts; parts that are the same in many zips are shared. */
  readonly deflated: readonly Uint8Array[];
  readonly crc: number;
  /** Before deflating. */
  readonly size: number;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array, start = 0): number {
  let crc = ~start;
  for (let index = 0; index < bytes.length; index += 1) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[index] as number)) & 255] as number);
  }
  return ~crc >>> 0;
}

/** 1 January 1980, midnight: the zip format's earliest time, so that equal contents give equal bytes. */
const dosDate = (1 << 5) | 1;
/** The name is UTF-8. */
const flags = 0x0800;
const factsLength = 26;
const encoder = new TextEncoder();

/** What both headers of a file in a zip say about it. */
interface Facts {
  readonly name: Uint8Array;
  /** The 26 bytes that are the same in both. */
  readonly bytes: Uint8Array;
}

/** Facts of a file. @param method `deflated`, or `stored` when its bytes stand as they are */
export function fileFacts(of: {
  readonly name: string;
  readonly method: "stored" | "deflated";
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}): Facts {
  const name = encoder.encode(of.name);
  const bytes = new Uint8Array(factsLength);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, flags, true);
  view.setUint16(4, of.method === "deflated" ? 8 : 0, true);
  view.setUint16(8, dosDate, true);
  view.setUint32(10, of.crc, true);
  view.setUint32(14, of.packedSize, true);
  view.setUint32(18, of.size, true);
  view.setUint16(22, name.length, true);
  return { name, bytes };
}

/** What stands before a file's bytes. */
export function localHeader({ name, bytes }: Facts): Uint8Array {
  const header = new Uint8Array(4 + factsLength + name.length);
  header.set([0x50, 0x4b, 3, 4]);
  header.set(bytes, 4);
  header.set(name, 4 + factsLength);
  return header;
}

/** A file's line in the list at the end of a zip. @param offset of its local header */
export function directoryLine({ name, bytes }: Facts, offset: number): Uint8Array {
  const line = new Uint8Array(46 + name.length);
  line.set([0x50, 0x4b, 1, 2, 20]);
  line.set(bytes, 6);
  new DataView(line.buffer).setUint32(42, offset, true);
  line.set(name, 46);
  return line;
}

/** The last bytes of a zip. @param offset of the directory */
export function directoryEnd(of: {
  readonly count: number;
  readonly length: number;
  readonly offset: number;
}): Uint8Array {
  if (of.count > 0xffff || of.offset + of.length > 0xfff00000) throw new RangeError("too much for one zip");
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, of.count, true);
  view.setUint16(10, of.count, true);
  view.setUint32(12, of.length, true);
  view.setUint32(16, of.offset, true);
  return end;
}

/** Files at the start of a zip, and their lines for its end. */
export interface ZipStart {
  readonly count: number;
  readonly files: Uint8Array;
  readonly directory: Uint8Array;
}

/** Files put together once that begin many zips. */
export function zipStart(entries: readonly ZipEntry[], offset = 0): ZipStart {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = offset;
  for (const { deflated, ...entry } of entries) {
    const packedSize = totalLength(deflated);
    const facts = fileFacts({ ...entry, method: "deflated", packedSize });
    const header = localHeader(facts);
    files.push(header, ...deflated);
    directory.push(directoryLine(facts, at));
    at += header.length + packedSize;
  }
  return { count: entries.length, files: concatenated(files), directory: concatenated(directory) };
}

const nothing: ZipStart = { count: 0, files: new Uint8Array(0), directory: new Uint8Array(0) };

/**
 * The bytes of a zip with these entries, in this order, after those of `start`.
 *
 * @throws {RangeError} beyond what a plain zip holds: 65,535 entries or 4 GB
 */
export function zip(entries: readonly ZipEntry[], start: ZipStart = nothing): Uint8Array {
  const rest = zipStart(entries, start.files.length);
  const offset = start.files.length + rest.files.length;
  const length = start.directory.length + rest.directory.length;
  const end = directoryEnd({ count: start.count + rest.count, length, offset });
  return concatenated([start.files, rest.files, start.directory, rest.directory, end]);
}

const totalLength = (parts: readonly Uint8Array[]) => parts.reduce((sum, part) => sum + part.length, 0);

/** Bytes one after the other. */
export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(totalLength(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
