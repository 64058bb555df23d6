import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { MergedLetter } from "../merge/letter-recipient.ts";

/** What came of writing letters into a folder. */
export interface WrittenLetters {
  /** Every file of the merge, in the recipients' order. */
  readonly files: readonly string[];
  /** Of them, those that were not there yet, or not the same. */
  readonly written: number;
}

/** Half-written files have this in front of their name, and nothing else has. */
const unfinished = ".unfinished-";

/**
 * Writes letters as files. A run that was killed at any point and is run again leaves exactly the
 * files of one clean run: a file is written beside its place and then moved there, what is there and
 * the same is left alone, and half-written files are removed. Other files of the folder stay.
 *
 * Failures of the disk are thrown as Node throws them.
 */
export async function writeLetters(
  folder: string,
  letters: AsyncIterable<Pick<MergedLetter, "fileName" | "bytes">>,
): Promise<WrittenLetters> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.startsWith(unfinished)) await rm(join(folder, name));
  }
  const files: string[] = [];
  let written = 0;
  for await (const { fileName, bytes } of letters) {
    const target = join(folder, fileName);
    if (!(await holds(target, bytes))) {
      const beside = join(folder, unfinished + fileName);
      const file = await open(beside, "w");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, target);
      written += 1;
    }
    files.push(fileName);
  }
  return { files, written };
}

async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return (await readFile(path)).equals(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
