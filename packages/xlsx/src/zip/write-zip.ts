import { crc32, deflateRawSync } from "node:zlib";
import type { ZipEntry } from "./zip-entry.ts";

/** A part to be packed: its bytes, or an entry of another zip file taken over as it is packed there. */
export type ZipPart = { readonly name: string; readonly bytes: Uint8Array } | ZipEntry;

/** 1 January 1980, the earliest a zip file can say: the same parts give the same bytes at any time. */
const DATE = 0x0021;
const UTF8_NAME = 0x0800;
const VERSION = 20;

/** Packs parts in the order given. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry = "bytes" in part ? packed(part.name, part.bytes) : part;
    const name = Buffer.from(entry.name, "utf8");
    const header = commonHeader(entry, name);
    const local = Buffer.concat([signature(0x04034b50), header, name]);
    const directory = Buffer.alloc(14);
    directory.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([signature(0x02014b50), Buffer.from([VERSION, 0]), header, directory, name]));
    pieces.push(local, Buffer.from(entry.packed.buffer, entry.packed.byteOffset, entry.packed.length));
    offset += local.length + entry.packed.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...pieces, directory, endRecord(parts.length, directory.length, offset)]);
}

function packed(name: string, bytes: Uint8Array): ZipEntry {
  const deflated = deflateRawSync(bytes, { level: 6 });
  const smaller = deflated.length < bytes.length;
  return {
    name,
    method: smaller ? 8 : 0,
    crc: crc32(bytes),
    packed: smaller ? deflated : bytes,
    packedSize: smaller ? deflated.length : bytes.length,
    size: bytes.length,
  };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** What the local header and the central directory say alike, from the version needed to the extra length. */
function commonHeader(entry: ZipEntry, name: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(name.length === entry.name.length ? 0 : UTF8_NAME, 2);
  header.writeUInt16LE(entry.method, 4);
  header.writeUInt16LE(0, 6);
  header.writeUInt16LE(DATE, 8);
  header.writeUInt32LE(entry.crc, 10);
  header.writeUInt32LE(entry.packedSize, 14);
  header.writeUInt32LE(entry.size, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
