import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** A folder that is written anew in each run, with the hash of every file. */
export interface Output {
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** `sha256  path` lines in path order, as `sha256sum --check` reads them. */
  readonly hashes: () => string;
  readonly count: () => number;
}

/** @param folder ends with `/`; whatever was in it is removed */
export async function outputFolder(folder: URL): Promise<Output> {
  const hashes = new Map<string, string>();
  await rm(folder, { recursive: true, force: true });
  return {
    write: async (path, content) => {
      const file = fileURLToPath(new URL(path, folder));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      hashes.set(path, createHash("sha256").update(content).digest("hex"));
    },
    hashes: () =>
      [...hashes]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, hash]) => `${hash}  ${path}\n`)
        .join(""),
    count: () => hashes.size,
  };
}
