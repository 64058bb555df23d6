import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { hashOfBytes, LedgerError, type ReturnStore } from "@chiendich/core";
import { asLedgerError } from "./sqlite-error.ts";

/**
 * Returns as files of a folder, named by the hash of their bytes: `ab/abcdef…`. A file is put in its
 * place in one step and flushed to disk before that, so a killed process leaves whole files only.
 */
export function fileReturnStore(folder: string): ReturnStore {
  const folderOf = (hash: string) => join(folder, hash.slice(0, 2));
  const guard = async <T>(work: () => T): Promise<T> => {
    try {
      return work();
    } catch (error) {
      throw asLedgerError(error, folder);
    }
  };
  return {
    put: (bytes) =>
      guard(() => {
        const hash = hashOfBytes(bytes);
        const path = join(folderOf(hash), hash);
        if (!existsSync(path)) writeWhole(folderOf(hash), path, bytes);
        return hash;
      }),
    get: (hash) =>
      guard(() => {
        const path = join(folderOf(hash), hash);
        // A name that is no hash could lead out of the folder.
        if (!/^[0-9a-f]{64}$/.test(hash) || !existsSync(path)) return null;
        const bytes = new Uint8Array(readFileSync(path));
        if (hashOfBytes(bytes) === hash) return bytes;
        throw new LedgerError("ledger_damaged", `${path} is not what was put there`);
      }),
    list: () =>
      guard(() => {
        if (!existsSync(folder)) return [];
        const names = readdirSync(folder, { recursive: true, withFileTypes: true });
        return names.flatMap(({ name }) => (/^[0-9a-f]{64}$/.test(name) ? [name] : [])).sort();
      }),
  };
}

function writeWhole(folder: string, path: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const writing = `${path}.${randomUUID()}.new`;
  try {
    const file = openSync(writing, "wx", 0o444);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(writing, path);
    flushFolder(folder);
  } finally {
    rmSync(writing, { force: true });
  }
}

/** Without it the file's name may be lost in a power cut although its bytes are there. */
function flushFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } catch {
    // Some systems cannot flush a folder; there the rename is all there is.
  } finally {
    closeSync(handle);
  }
}
