import { crc32 } from "../docx/zip.ts";
import type { MergedLetter } from "./letter-recipient.ts";

const encoder = new TextEncoder();
const dosDate = (1 << 5) | 1;

/**
 * Letters as one zip, piece by piece as they are written: memory holds one letter and the list of
 * names. Letters are stored as they are, for a .docx is deflated already.
 *
 * @throws {RangeError} beyond what a plain zip holds: 65,535 letters or 4 GB
 */
export async function* zipLetters(
  letters: AsyncIterable<Pick<MergedLetter, "fileName" | "bytes">>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for await (const { fileName, bytes } of letters) {
    const name = encoder.encode(fileName);
    const facts = entryFacts(bytes, name.length);
    const local = new Uint8Array(30 + name.length);
    new DataView(local.buffer).setUint32(0, 0x04034b50, true);
    local.set(facts, 4);
    local.set(name, 30);
    directory.push(centralEntry(facts, name, offset));
    offset += local.length + bytes.length;
    if (directory.length > 0xffff || offset > 0xfff00000) throw new RangeError("too much for one zip");
    yield local;
    yield bytes;
  }
  yield* directory;
  yield directoryEnd(directory, offset);
}

/** The 26 bytes that both headers of an entry have: stored, UTF-8 name, 1 January 1980. */
function entryFacts(bytes: Uint8Array, nameLength: number): Uint8Array {
  const facts = new Uint8Array(26);
  const view = new DataView(facts.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, 0x0800, true);
  view.setUint16(8, dosDate, true);
  view.setUint32(10, crc32(bytes), true);
  view.setUint32(14, bytes.length, true);
  view.setUint32(18, bytes.length, true);
  view.setUint16(22, nameLength, true);
  return facts;
}

function centralEntry(facts: Uint8Array, name: Uint8Array, offset: number): Uint8Array {
  const entry = new Uint8Array(46 + name.length);
  const view = new DataView(entry.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  entry.set(facts, 6);
  view.setUint32(42, offset, true);
  entry.set(name, 46);
  return entry;
}

function directoryEnd(directory: readonly Uint8Array[], offset: number): Uint8Array {
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, directory.length, true);
  view.setUint16(10, directory.length, true);
  view.setUint32(
    12,
    directory.reduce((sum, entry) => sum + entry.length, 0),
    true,
  );
  view.setUint32(16, offset, true);
  return end;
}
