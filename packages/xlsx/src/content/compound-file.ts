/** What a compound file (the container of Office before 2007, and of encrypted Office files) holds. */
export type CompoundKind = "xls" | "encrypted" | "document" | "presentation" | "unknown";

const FREE = 0xfffffffa;
const DIRECTORY_ENTRY = 128;
/** Sectors followed before giving up: a chain that runs in a circle has no end. */
const LONGEST_CHAIN = 100_000;

interface DirectoryEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

export function compoundKind(bytes: Uint8Array): CompoundKind {
  const entries = directory(bytes);
  const named = (...names: string[]) => entries.find(({ name }) => names.includes(name));
  if (named("EncryptedPackage", "EncryptionInfo")) return "encrypted";
  const workbook = named("Workbook", "Book");
  if (workbook) return isEncryptedBiff(bytes, workbook) ? "encrypted" : "xls";
  if (named("WordDocument")) return "document";
  if (named("PowerPoint Document")) return "presentation";
  return "unknown";
}

function directory(bytes: Uint8Array): DirectoryEntry[] {
  if (bytes.length < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 16);
  const offset = (sector: number) => (sector + 1) * sectorSize;
  const entries: DirectoryEntry[] = [];
  let sector = view.getUint32(48, true);
  for (let count = 0; sector < FREE && count < LONGEST_CHAIN; count++) {
    const from = offset(sector);
    if (from + sectorSize > bytes.length) break;
    for (let at = from; at < from + sectorSize; at += DIRECTORY_ENTRY) {
      const length = view.getUint16(at + 64, true);
      if (length < 2 || length > 64) continue;
      const name = new TextDecoder("utf-16le").decode(bytes.subarray(at, at + length - 2));
      entries.push({ name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
    }
    sector = nextSector(view, sector, sectorSize);
  }
  return entries;
}

/** Follows the allocation table; files of a few megabytes keep all of it in the header's list. */
function nextSector(view: DataView, sector: number, sectorSize: number): number {
  const perSector = sectorSize / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return FREE;
  const at = (view.getUint32(76 + table * 4, true) + 1) * sectorSize + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : FREE;
}

/** A workbook with a password to open has a FILEPASS record right behind its first one. */
function isEncryptedBiff(bytes: Uint8Array, { start, size }: DirectoryEntry): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Streams under 4096 bytes lie elsewhere; no workbook is that small.
  if (size < 4096) return false;
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 16);
  let at = (start + 1) * sectorSize;
  const end = Math.min(at + sectorSize, bytes.length - 4);
  while (at < end) {
    if (view.getUint16(at, true) === 0x2f) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}
