import { issue, type Issue } from "@chiendich/core";
import type { WorkbookLimits } from "../limits.ts";
import { refuse } from "../workbook-problem.ts";
import { centralHeader, findDirectory, printable, type CentralHeader } from "./central-directory.ts";
import {
  contradictionIn,
  refuseOverlaps,
  unaccountedBytes,
  LOCAL,
  type EntrySpan,
} from "./account-for-bytes.ts";
import type { ZipEntry } from "./zip-entry.ts";

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
  const spans: EntrySpan[] = [];
  let unpacked = 0;
  let at = directory.offset;
  for (let index = 0; index < directory.count; index++) {
    const header = centralHeader(view, at, directory.end, source);
    at = header.next;
    const span = packedSpan(view, header, directory.offset, source);
    spans.push({ from: header.localOffset, to: span.to, hasDescriptor: header.hasDescriptor });
    const contradiction = contradictionIn(view, header);
    if (contradiction !== null) {
      const params = { entry: printable(header.name), why: contradiction };
      issues.push(issue("workbook_entry_contradicts", place, params));
    }
    if (header.name.endsWith("/")) continue;

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
  if (at !== directory.end) refuse("workbook_damaged", place, { part: "zip", detail: "central directory" });
  refuseOverlaps(spans, source);
  return { entries, issues: [...issues, ...unaccountedBytes(view, spans, directory, source)] };
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
