import { issue, type Issue } from "@chiendich/core";
import type { WorkbookLimits } from "../limits.ts";
import { refuse } from "../workbook-problem.ts";
import type { ZipEntry } from "./zip-entry.ts";

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;

export interface ZipArchive {
  /** By name, in the order of the central directory. Folders and unsafe names are left out. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly issues: readonly Issue[];
}

/**
 * Reads a zip file's central directory; entries are inflated later, one by one. Everything the
 * directory states is checked against the file before anybody relies on it.
 *
 * @throws {WorkbookProblem} for a file that is cut short, contradicts itself, is encrypted or too large
 */
export function readZip(bytes: Uint8Array, source: string, limits: WorkbookLimits): ZipArchive {
  const place = { source };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view, source);
  if (directory.count > limits.entries) {
    refuse("workbook_too_large", place, { limit: "entries", allowed: limits.entries });
  }

  const entries = new Map<string, ZipEntry>();
  const issues: Issue[] = [];
  const spans: { from: number; to: number }[] = [];
  let unpacked = 0;
  let at = directory.offset;
  for (let index = 0; index < directory.count; index++) {
    const header = centralHeader(view, at, directory.end, source);
    at = header.next;
    if (header.name.endsWith("/")) continue;
    const span = packedSpan(view, header, directory.offset, source);
    spans.push({ from: header.localOffset, to: span.to });

    unpacked += header.size;
    const ratio = header.packedSize === 0 ? header.size : header.size / header.packedSize;
    if (unpacked > limits.unpackedBytes) {
      refuse("workbook_too_large", place, { limit: "unpackedBytes", allowed: limits.unpackedBytes });
    }
    if (header.size > limits.ratioFromBytes && ratio > limits.ratio) {
      refuse("workbook_too_large", place, { limit: "ratio", allowed: limits.ratio });
    }

    const name = safeName(header.name);
    if (name === null) {
      issues.push(issue("workbook_entry_ignored", place, { entry: printable(header.name), why: "path" }));
      continue;
    }
    if (entries.has(name)) {
      issues.push(issue("workbook_entry_ignored", place, { entry: name, why: "duplicate" }));
    }
    const { method, crc, packedSize, size } = header;
    entries.set(name, { name, method, crc, packedSize, size, packed: bytes.subarray(span.from, span.to) });
  }
  refuseOverlaps(spans, source);
  return { entries, issues };
}

interface Directory {
  readonly offset: number;
  readonly end: number;
  readonly count: number;
}

function findDirectory(view: DataView, source: string): Directory {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    // A comment may hold the signature too; the real record's comment ends with the file.
    if (at + END_SIZE + view.getUint16(at + 20, true) > view.byteLength) continue;
    const found = findDirectory64(view, at) ?? {
      offset: view.getUint32(at + 16, true),
      end: view.getUint32(at + 16, true) + view.getUint32(at + 12, true),
      count: view.getUint16(at + 10, true),
    };
    if (found.end > at) refuse("workbook_truncated", { source }, {});
    return found;
  }
  return refuse("workbook_truncated", { source }, {});
}

function findDirectory64(view: DataView, endAt: number): Directory | null {
  const locator = endAt - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64) return null;
  const offset = Number(view.getBigUint64(at + 48, true));
  return {
    offset,
    end: offset + Number(view.getBigUint64(at + 40, true)),
    count: Number(view.getBigUint64(at + 32, true)),
  };
}

interface CentralHeader {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly localOffset: number;
  readonly next: number;
}

function centralHeader(view: DataView, at: number, end: number, source: string): CentralHeader {
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
  return { name, method, crc: view.getUint32(at + 16, true), packedSize, size, localOffset, next };
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

function packedSpan(view: DataView, header: CentralHeader, directoryAt: number, source: string) {
  const at = header.localOffset;
  if (at + 30 > directoryAt || view.getUint32(at, true) !== LOCAL) {
    refuse("workbook_damaged", { source }, { part: printable(header.name), detail: "local header" });
  }
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const to = from + header.packedSize;
  if (to > directoryAt) refuse("workbook_sizes_contradict", { source }, { part: printable(header.name) });
  return { from, to };
}

/** Entries that share bytes are how a small file unpacks to petabytes; no program writes them. */
function refuseOverlaps(spans: { from: number; to: number }[], source: string): void {
  spans.sort((a, b) => a.from - b.from);
  for (let index = 1; index < spans.length; index++) {
    if ((spans[index]?.from ?? 0) < (spans[index - 1]?.to ?? 0)) {
      refuse("workbook_damaged", { source }, { part: "zip", detail: "overlapping entries" });
    }
  }
}

// `fatal: false`: a name in an old code page is only compared and printed, and must not stop reading.
const utf8 = new TextDecoder("utf-8", { fatal: false });

function decodeName(view: DataView, at: number, length: number): string {
  return utf8.decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
}

/**
 * The part's name as the package knows it, or `null` when it points outside of it. Nothing is ever
 * written to disk under these names; refusing them keeps what we hand on free of traps. Some Windows
 * programs write backslashes, and exceljs a leading slash: both are ordinary names.
 */
function safeName(raw: string): string | null {
  const name = raw.replaceAll("\\", "/").replace(/^\//, "");
  if (/^\/|^[A-Za-z]:|\0/.test(name)) return null;
  return name.split("/").some((step) => step === ".." || step === ".") ? null : name;
}

function printable(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f]/g, "?").slice(0, 200);
}
