import { refuse } from "../workbook-problem.ts";

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const DESCRIPTOR = 8;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;

export interface Directory {
  readonly offset: number;
  readonly end: number;
  readonly count: number;
  /** The records that close the file: from the first of them, to behind the last. */
  readonly closing: { readonly from: number; readonly to: number };
}

/** Where the central directory is, by the record at the end of the file. @throws {WorkbookProblem} when there is none */
export function findDirectory(view: DataView, source: string): Directory {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    // A comment may hold the signature too; the real record's comment ends with the file.
    const to = at + END_SIZE + view.getUint16(at + 20, true);
    if (to > view.byteLength) continue;
    const found = findDirectory64(view, at, to) ?? {
      offset: view.getUint32(at + 16, true),
      end: view.getUint32(at + 16, true) + view.getUint32(at + 12, true),
      count: view.getUint16(at + 10, true),
      closing: { from: at, to },
    };
    if (found.end > at) refuse("workbook_truncated", { source }, {});
    return found;
  }
  return refuse("workbook_truncated", { source }, {});
}

function findDirectory64(view: DataView, endAt: number, to: number): Directory | null {
  const locator = endAt - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64) return null;
  const offset = Number(view.getBigUint64(at + 48, true));
  return {
    offset,
    end: offset + Number(view.getBigUint64(at + 40, true)),
    count: Number(view.getBigUint64(at + 32, true)),
    closing: { from: at, to },
  };
}

export interface CentralHeader {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly localOffset: number;
  /** Its sizes may stand behind its bytes instead of before them. */
  readonly hasDescriptor: boolean;
  /** Where its name stands, to be compared with the local header's. */
  readonly nameAt: number;
  readonly nameLength: number;
  readonly next: number;
}

/** One entry of the directory. @throws {WorkbookProblem} when it is damaged, encrypted or packed in a way nobody knows */
export function centralHeader(view: DataView, at: number, end: number, source: string): CentralHeader {
  const damaged = (detail: string) => refuse("workbook_damaged", { source }, { part: "zip", detail });
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) damaged("central directory");
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > end) damaged("central directory");
  const flags = view.getUint16(at + 8, true);
  if (flags & 1) refuse("workbook_encrypted", { source }, {});
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) return damaged(`compression ${method}`);

  const name = decodeName(view, at + 46, nameLength);
  let size = view.getUint32(at + 24, true);
  let packedSize = view.getUint32(at + 20, true);
  let localOffset = view.getUint32(at + 42, true);
  for (const take of zip64Values(view, at + 46 + nameLength, extraLength)) {
    if (size === 0xffffffff) size = take;
    else if (packedSize === 0xffffffff) packedSize = take;
    else if (localOffset === 0xffffffff) localOffset = take;
  }
  return {
    name,
    method,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    localOffset,
    hasDescriptor: (flags & DESCRIPTOR) !== 0,
    nameAt: at + 46,
    nameLength,
    next,
  };
}

/** The 64-bit values that stand in for fields of 0xffffffff, in the order of those fields. */
function* zip64Values(view: DataView, from: number, length: number): Generator<number> {
  for (let at = from; at + 4 <= from + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      const to = Math.min(at + 4 + size, from + length);
      for (let value = at + 4; value + 8 <= to; value += 8) yield Number(view.getBigUint64(value, true));
    }
    at += 4 + size;
  }
}

// `fatal: false`: a name in an old code page is only compared and printed, and must not stop reading.
const utf8 = new TextDecoder("utf-8", { fatal: false });

function decodeName(view: DataView, at: number, length: number): string {
  return utf8.decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
}

export function printable(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f]/g, "?").slice(0, 200);
}
