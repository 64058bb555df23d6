import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { files } from "./workspace.ts";

/** A file to be written below `out/`. Planned first, so that a dry run can show it. */
export interface PlannedFile {
  /** Relative to `out/`, with `/`. */
  readonly path: string;
  /** Made only when it is written. */
  readonly content: () => Promise<string | Uint8Array> | string | Uint8Array;
}

/** Writes the files, or in a dry run only names them. @returns their paths, relative to the folder */
export async function writeOutput(
  folder: string,
  planned: readonly PlannedFile[],
  { dryRun, onFile }: { readonly dryRun: boolean; readonly onFile?: (done: number) => void },
): Promise<readonly string[]> {
  for (const [index, { path, content }] of planned.entries()) {
    if (dryRun) continue;
    const file = join(folder, files.out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await content());
    onFile?.(index + 1);
  }
  return planned.map(({ path }) => `${files.out}/${path}`);
}
