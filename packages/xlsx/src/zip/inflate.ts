import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { refuse } from "../workbook-problem.ts";
import type { ZipEntry } from "./zip-entry.ts";

/** Large enough that a chunk holds some hundred rows, small enough to stay in the processor's cache. */
const CHUNK = 256 * 1024;

/**
 * The entry's bytes, at most as many as it states.
 *
 * @throws {WorkbookProblem} when size or checksum are not what the file states
 */
export function inflate(entry: ZipEntry, source: string): Buffer {
  const bytes = entry.method === 0 ? Buffer.from(entry.packed) : inflateDeflated(entry, source);
  if (bytes.length !== entry.size) refuse("workbook_sizes_contradict", { source }, { part: entry.name });
  if (crc32(bytes) !== entry.crc) refuse("workbook_checksum_wrong", { source }, { part: entry.name });
  return bytes;
}

function inflateDeflated(entry: ZipEntry, source: string): Buffer {
  if (entry.size === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(entry.packed, {
      // One byte more than stated, so that an entry which lies is told from one that is exact.
      maxOutputLength: entry.size + 1,
      // In one piece: what was stated has been found sane by now, and joining pieces would need it twice.
      chunkSize: Math.max(64, entry.size + 1),
    });
  } catch (error) {
    return refuseInflating(error, entry, source);
  }
}

/**
 * The entry's bytes chunk by chunk; leaving the loop early frees what inflating holds.
 *
 * @throws {WorkbookProblem} as {@link inflate}, at the chunk where it shows
 */
export async function* inflateChunks(entry: ZipEntry, source: string): AsyncGenerator<Buffer> {
  if (entry.method === 0) {
    yield inflate(entry, source);
    return;
  }
  const stream = createInflateRaw({ chunkSize: CHUNK, readableHighWaterMark: 2 * CHUNK } as object);
  let length = 0;
  let crc = 0;
  try {
    stream.end(entry.packed);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > entry.size) refuse("workbook_sizes_contradict", { source }, { part: entry.name });
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    refuseInflating(error, entry, source);
  } finally {
    stream.destroy();
  }
  if (length !== entry.size) refuse("workbook_sizes_contradict", { source }, { part: entry.name });
  if (crc !== entry.crc) refuse("workbook_checksum_wrong", { source }, { part: entry.name });
}

function refuseInflating(error: unknown, entry: ZipEntry, source: string): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ERR_BUFFER_TOO_LARGE") refuse("workbook_sizes_contradict", { source }, { part: entry.name });
  if (code.startsWith("Z_")) refuse("workbook_damaged", { source }, { part: entry.name, detail: code });
  throw error;
}
