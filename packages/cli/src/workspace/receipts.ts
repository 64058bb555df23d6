import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { isInstant, type Instant, type ResubmissionPolicy } from "@chiendich/core";
import { MisuseError } from "../command.ts";
import { files, readText } from "./workspace.ts";

/** A file that came in, or what was read of a spreadsheet, with what shows when. */
export interface Receipt {
  readonly content: () => Promise<Uint8Array>;
  /** As people know it: relative to the folder it was found in. */
  readonly name: string;
  readonly receivedAt: Instant;
  /** `mail`, `person` … from `received.csv`; `file` when only the file's own date shows it; `sheet`. */
  readonly evidence: string;
  /** The round it is read for, where it was said when it was collected first. */
  readonly roundId?: string | undefined;
  /** What other figures of the same unit mean; they are asked about when absent. */
  readonly policy?: ResubmissionPolicy | undefined;
}

/**
 * The files of the given folders and files, in the order in which they came. `received.csv` in a
 * folder (`file,received_at,evidence`) says when each came; of the others the file's date does.
 *
 * @throws {MisuseError} for a path where nothing is
 */
export async function readReceipts(paths: readonly string[]): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => null);
    if (info === null) {
      throw new MisuseError({
        vi: `Không có tệp hoặc thư mục ${path}.`,
        en: `There is no file or folder ${path}.`,
      });
    }
    if (info.isDirectory()) receipts.push(...(await inFolder(path)));
    else
      receipts.push({
        content: () => readFile(path),
        name: relative(join(path, ".."), path),
        receivedAt: info.mtime.toISOString(),
        evidence: "file",
      });
  }
  return receipts.toSorted(
    (a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt) || (a.name < b.name ? -1 : 1),
  );
}

async function inFolder(folder: string): Promise<readonly Receipt[]> {
  const known = await knownReceipts(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && !isOurs(entry.name));
  return Promise.all(
    found.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path);
      const receipt = known.get(name.normalize("NFC"));
      const content = () => readFile(path);
      if (receipt) return { content, name, ...receipt };
      return { content, name, receivedAt: (await stat(path)).mtime.toISOString(), evidence: "file" };
    }),
  );
}

/** Office programs leave lock files beside what they have open; they are nobody's return. */
function isOurs(name: string): boolean {
  return name === "received.csv" || name.startsWith("~$") || name.startsWith(".");
}

async function knownReceipts(
  folder: string,
): Promise<ReadonlyMap<string, Pick<Receipt, "receivedAt" | "evidence">>> {
  const text = await readText(join(folder, "received.csv"));
  const lines = (text ?? "").split(/\r?\n/).slice(1);
  return new Map(
    lines.flatMap((line) => {
      const cells = line.split(",");
      const [evidence = "file", receivedAt = ""] = [cells.pop(), cells.pop()];
      const name = cells.join(",").replace(/^"|"$/g, "").normalize("NFC");
      return isInstant(receivedAt) ? [[name, { receivedAt, evidence }] as const] : [];
    }),
  );
}

/** Where `collect` looks when nothing is named. */
export function returnsFolder(folder: string): string {
  return join(folder, files.returns);
}
