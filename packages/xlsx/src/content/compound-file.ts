/** What a compound file (the container of Office before 2007, and of encrypted Office files) holds. */
export type CompoundKind = "xls" | "encrypted" | "document" | "presentation" | "unknown";

const FREE = 0xfffffffa;
const ENTRY_SIZE = 128;
/** Sectors followed before giving up: a chain that runs in a circle has no end. */
const LONGEST_CHAIN = 100_000;
/** Streams smaller than this lie in pieces of 64 bytes inside the root entry's stream. */
const SMALL_STREAM = 4096;
const SMALL_SECTOR = 64;
/** How far into a workbook its encryption shows: behind its first record. */
const HEAD = 64;
const FILEPASS = 0x2f;

interface DirectoryEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

export function compoundKind(bytes: Uint8Array): CompoundKind {
  if (bytes.length < 512) return "unknown";
  const file = new CompoundFile(bytes);
  const entries = file.directory();
  const named = (...names: string[]) => entries.find(({ name }) => names.includes(name));
  if (named("EncryptedPackage", "EncryptionInfo")) return "encrypted";
  const workbook = named("Workbook", "Book");
  if (workbook) return isEncrypted(file.head(workbook, entries[0])) ? "encrypted" : "xls";
  if (named("WordDocument")) return "document";
  if (named("PowerPoint Document")) return "presentation";
  return "unknown";
}

/** A workbook with a password to open has a FILEPASS record right behind its first one. */
function isEncrypted(head: DataView): boolean {
  for (let at = 0; at + 4 <= head.byteLength; at += 4 + head.getUint16(at + 2, true)) {
    if (head.getUint16(at, true) === FILEPASS) return true;
  }
  return false;
}

/** As much of a compound file as tells what it is. */
class CompoundFile {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly sectorSize: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.sectorSize = 1 << Math.min(this.view.getUint16(30, true), 16);
  }

  directory(): DirectoryEntry[] {
    const { bytes, view, sectorSize } = this;
    const entries: DirectoryEntry[] = [];
    let sector = view.getUint32(48, true);
    for (let count = 0; sector < FREE && count < LONGEST_CHAIN; count++) {
      const from = this.offset(sector);
      if (from + sectorSize > bytes.length) break;
      for (let at = from; at + ENTRY_SIZE <= from + sectorSize; at += ENTRY_SIZE) {
        const length = view.getUint16(at + 64, true);
        if (length < 2 || length > 64) continue;
        const name = new TextDecoder("utf-16le").decode(bytes.subarray(at, at + length - 2));
        entries.push({ name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
      }
      sector = this.next(sector);
    }
    return entries;
  }

  /** The first bytes of a stream. */
  head({ start, size }: DirectoryEntry, root: DirectoryEntry | undefined): DataView {
    let at = this.offset(start);
    if (size < SMALL_STREAM && root) {
      let sector = root.start;
      const within = start * SMALL_SECTOR;
      for (let skip = Math.floor(within / this.sectorSize); skip > 0 && sector < FREE; skip--)
        sector = this.next(sector);
      at = this.offset(sector) + (within % this.sectorSize);
    }
    const from = Math.min(at, this.bytes.length);
    const to = Math.min(from + HEAD, this.bytes.length);
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + from, to - from);
  }

  private offset(sector: number): number {
    return (sector + 1) * this.sectorSize;
  }

  /** Follows the allocation table; files of a few megabytes keep all of it in the header's list. */
  private next(sector: number): number {
    const perSector = this.sectorSize / 4;
    const table = Math.floor(sector / perSector);
    if (table >= 109) return FREE;
    const at = this.offset(this.view.getUint32(76 + table * 4, true)) + (sector % perSector) * 4;
    return at + 4 <= this.view.byteLength ? this.view.getUint32(at, true) : FREE;
  }
}
