import { issue, type Issue } from "@chiendich/core";
import { refuse } from "../workbook-problem.ts";
import { printable, type CentralHeader, type Directory } from "./central-directory.ts";

/** The signature of the header before an entry's bytes. */
export const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const DESCRIPTOR = 8;
/** Signature, checksum and two sizes of eight bytes: the longest a descriptor can be. */
const LONGEST_DESCRIPTOR = 24;
/** In place of a size that stands in 64 bits elsewhere. */
const ELSEWHERE = 0xffffffff;

/** The bytes of one entry, from its local header to behind its data. */
export interface EntrySpan {
  readonly from: number;
  readonly to: number;
  /** Checksum and sizes may follow the data. */
  readonly hasDescriptor: boolean;
}

/**
 * A zip file says twice what an entry is called and how large it is. Where the two differ one of them
 * was damaged, or made to show different programs different files.
 */
export function contradictionIn(view: DataView, header: CentralHeader): "name" | "size" | null {
  const at = header.localOffset;
  const nameLength = view.getUint16(at + 26, true);
  if (nameLength !== header.nameLength) return "name";
  for (let index = 0; index < nameLength; index++) {
    if (view.getUint8(at + LOCAL_SIZE + index) !== view.getUint8(header.nameAt + index)) return "name";
  }
  if (view.getUint16(at + 8, true) !== header.method) return "size";
  if (view.getUint16(at + 6, true) & DESCRIPTOR) return null;
  const differs = (offset: number, stated: number) => {
    const local = view.getUint32(at + offset, true);
    return local !== stated && local !== ELSEWHERE;
  };
  return differs(14, header.crc) || differs(18, header.packedSize) || differs(22, header.size)
    ? "size"
    : null;
}

/** Entries that share bytes are how a small file unpacks to petabytes; no program writes them. */
export function refuseOverlaps(spans: EntrySpan[], source: string): void {
  spans.sort((a, b) => a.from - b.from);
  for (let index = 1; index < spans.length; index++) {
    if ((spans[index]?.from ?? 0) < (spans[index - 1]?.to ?? 0)) {
      refuse("workbook_damaged", { source }, { part: "zip", detail: "overlapping entries" });
    }
  }
}

/**
 * What of the file belongs to no entry: bytes between them, before the first, around the directory.
 * Where an entry begins in them, the directory has lost it.
 *
 * @param spans in order
 */
export function unaccountedBytes(
  view: DataView,
  spans: readonly EntrySpan[],
  { offset, end, closing }: Directory,
  source: string,
): Issue[] {
  const place = { source };
  const issues: Issue[] = [];
  let bytes = 0;
  const between = (from: number, to: number, allowed = 0) => {
    if (to - from <= allowed) return;
    const unlisted = entryIn(view, from, to);
    if (unlisted === null) bytes += to - from;
    else issues.push(issue("workbook_entry_contradicts", place, { entry: unlisted, why: "unlisted" }));
  };
  let at = 0;
  let allowed = 0;
  for (const span of spans) {
    between(at, span.from, allowed);
    at = span.to;
    allowed = span.hasDescriptor ? LONGEST_DESCRIPTOR : 0;
  }
  between(at, offset, allowed);
  between(end, closing.from);
  between(closing.to, view.byteLength);
  if (bytes > 0) issues.push(issue("workbook_bytes_unaccounted", place, { bytes }));
  return issues;
}

/** The name of an entry that begins in these bytes. */
function entryIn(view: DataView, from: number, to: number): string | null {
  const bytes = Buffer.from(view.buffer, view.byteOffset + from, to - from);
  const at = bytes.indexOf("PK\u0003\u0004", 0, "latin1");
  if (at < 0) return null;
  const nameLength = at + LOCAL_SIZE <= bytes.length ? bytes.readUInt16LE(at + 26) : 0;
  return printable(bytes.toString("utf8", at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength)) || "?";
}
