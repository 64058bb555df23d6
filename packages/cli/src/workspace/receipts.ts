import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { instantAt, type Instant, type ResubmissionPolicy } from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import { typedInstant } from "./command-context.ts";
import { typedDate } from "./typed-date.ts";
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
 * @throws {MisuseError} for a path where nothing is, and a moment in `received.csv` that is none
 */
export async function readReceipts(
  paths: readonly string[],
  { timeZone }: { readonly timeZone: string },
): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => null);
    if (info === null) {
      throw new MisuseError({
        vi: `Không có tệp hoặc thư mục ${path}.`,
        en: `There is no file or folder ${path}.`,
      });
    }
    if (info.isDirectory()) receipts.push(...(await inFolder(path, timeZone)));
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

async function inFolder(folder: string, timeZone: string): Promise<readonly Receipt[]> {
  const known = await knownReceipts(folder, timeZone);
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
  timeZone: string,
): Promise<ReadonlyMap<string, Pick<Receipt, "receivedAt" | "evidence">>> {
  const text = await readText(join(folder, "received.csv"));
  const [heading = "", ...lines] = (text ?? "").split(/\r?\n/);
  // Excel of a Vietnamese machine saves a CSV with semicolons.
  const separator = heading.includes(";") ? ";" : ",";
  return new Map(
    lines.flatMap((line, index) => {
      if (line.replaceAll(separator, "").trim() === "") return [];
      const cells = line.split(separator).map((cell) => cell.trim());
      const [evidence = "", moment = ""] = [cells.pop(), cells.pop()];
      const name = cells.join(separator).replace(/^"|"$/g, "").normalize("NFC");
      const receivedAt = momentOf(moment, timeZone);
      if (receivedAt !== null) return [[name, { receivedAt, evidence: evidence || "file" }] as const];
      throw new MisuseError({
        vi: `received.csv, dòng ${index + 2}: thời điểm nhận “${moment}” không đúng dạng 17/6/2026 09:00, 2026-06-17 (hết ngày) hoặc 2026-06-17T09:00+07:00`,
        en: `received.csv, line ${index + 2}: the moment “${moment}” is not of the form 17/6/2026 09:00, 2026-06-17 (its end) or 2026-06-17T09:00+07:00`,
      });
    }),
  );
}

/** As `typedInstant`, and as a spreadsheet program writes it: `17/6/2026 09:00`. */
function momentOf(text: string, timeZone: string): Instant | null {
  const [, day = "", hour, minute] = /^(\S+) (\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text) ?? [];
  if (hour === undefined) return typedInstant(text, timeZone);
  const date = typedDate(day);
  if (date === null || Number(hour) > 23 || Number(minute) > 59) return null;
  return instantAt(date, { hour: Number(hour), minute: Number(minute) }, timeZone);
}

/** Where `collect` looks when nothing is named. */
export function returnsFolder(folder: string): string {
  return join(folder, files.returns);
}
