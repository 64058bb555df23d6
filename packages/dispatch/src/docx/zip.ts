/** One file of a zip, already deflated. */
export interface ZipEntry {
  readonly name: string;
  /** Raw deflate stream; stretches that are the same in many zips are shared. */
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
const dosTime = 0;
const dosDate = (1 << 5) | 1;
/** The name is UTF-8. */
const flags = 0x0800;
const deflate = 8;

const encoder = new TextEncoder();

/** The bytes of a zip with these entries, in this order. At most 65,535 entries and 4 GB, without ZIP64. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => encoder.encode(entry.name));
  const sizes = entries.map((entry) => entry.deflated.reduce((sum, part) => sum + part.length, 0));
  const namesLength = names.reduce((sum, name) => sum + name.length, 0);
  const total =
    sizes.reduce((sum, size) => sum + size, 0) + entries.length * (30 + 46) + 2 * namesLength + 22;
  if (entries.length > 0xffff || total > 0xffffffff) throw new RangeError("too much for one zip");
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets: number[] = [];
  const common = (entry: ZipEntry, index: number, position: number) => {
    view.setUint16(position, 20, true);
    view.setUint16(position + 2, flags, true);
    view.setUint16(position + 4, deflate, true);
    view.setUint16(position + 6, dosTime, true);
    view.setUint16(position + 8, dosDate, true);
    view.setUint32(position + 10, entry.crc, true);
    view.setUint32(position + 14, sizes[index] as number, true);
    view.setUint32(position + 18, entry.size, true);
    view.setUint16(position + 22, (names[index] as Uint8Array).length, true);
  };
  for (const [index, entry] of entries.entries()) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    common(entry, index, at + 4);
    bytes.set(names[index] as Uint8Array, at + 30);
    at += 30 + (names[index] as Uint8Array).length;
    for (const part of entry.deflated) {
      bytes.set(part, at);
      at += part.length;
    }
  }
  const directory = at;
  for (const [index, entry] of entries.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    common(entry, index, at + 6);
    view.setUint32(at + 42, offsets[index] as number, true);
    bytes.set(names[index] as Uint8Array, at + 46);
    at += 46 + (names[index] as Uint8Array).length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
