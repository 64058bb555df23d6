import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { parseReturnPackage, type ReturnPackage } from "@chiendich/core";
import type { Receipt } from "./receipts.ts";
import { files, readText } from "./workspace.ts";

/** A return as it was collected: its bytes lie in `.chiendich/returns/`, named by their hash. */
export type KeptReturn = Omit<Receipt, "content"> & { readonly sha256: string };

const index = "index.jsonl";

/** Of the file an office below sends instead of a workbook; see `published-data.ts`. */
export const packageExtension = ".json";

/** The kept returns, in the order in which they came; read again, they give what they gave. */
export async function keptReceipts(folder: string): Promise<readonly Receipt[]> {
  const kept = [...(await readKept(folder)).values()];
  return kept
    .map(({ sha256, ...receipt }) => ({
      ...receipt,
      content: () => readFile(pathOf(folder, sha256, receipt.name)),
    }))
    .toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt) || (a.name < b.name ? -1 : 1));
}

/** By hash; the last line about a return counts. */
export async function readKept(folder: string): Promise<ReadonlyMap<string, KeptReturn>> {
  const text = await readText(join(folder, files.contents, index));
  const lines = (text ?? "").split("\n").filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as KeptReturn).map((one) => [one.sha256, one]));
}

/** Keeps the bytes, unchanged, and how they came; what is kept so already is left alone. */
export async function keepReturn(
  folder: string,
  kept: KeptReturn,
  bytes: Uint8Array,
  known: KeptReturn | undefined,
): Promise<void> {
  const line = JSON.stringify(kept);
  if (known && JSON.stringify(known) === line) return;
  await mkdir(join(folder, files.contents), { recursive: true });
  await writeFile(pathOf(folder, kept.sha256, kept.name), bytes);
  await appendFile(join(folder, files.contents, index), `${line}\n`);
}

/** The packages of offices below that were collected, by their hash. */
export async function keptPackages(folder: string): Promise<ReadonlyMap<string, ReturnPackage>> {
  const packages = new Map<string, ReturnPackage>();
  for (const { sha256, name } of (await readKept(folder)).values()) {
    if (extname(name).toLowerCase() !== packageExtension) continue;
    const parsed = parseReturnPackage(String(await readFile(pathOf(folder, sha256, name))));
    if (parsed.success) packages.set(sha256, parsed.data);
  }
  return packages;
}

function pathOf(folder: string, sha256: string, name: string): string {
  return join(folder, files.contents, `${sha256}${extname(name).toLowerCase()}`);
}
