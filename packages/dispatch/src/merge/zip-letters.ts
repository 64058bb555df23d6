import { crc32, directoryEnd, directoryLine, fileFacts, localHeader } from "../docx/zip.ts";
import type { MergedLetter } from "./letter-recipient.ts";

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
    const size = bytes.length;
    const facts = fileFacts({ name: fileName, method: "stored", crc: crc32(bytes), size, packedSize: size });
    const header = localHeader(facts);
    directory.push(directoryLine(facts, offset));
    offset += header.length + size;
    // Refused here, not after the last of too many letters.
    directoryEnd({ count: directory.length, length: 0, offset });
    yield header;
    yield bytes;
  }
  yield* directory;
  const length = directory.reduce((sum, line) => sum + line.length, 0);
  yield directoryEnd({ count: directory.length, length, offset });
}
