import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseNameDecisions, printNameDecisions, type NameDecision, type Parsed } from "@chiendich/core";
import { files, readText } from "./workspace.ts";

/** What people decided about names; none when there is no `decisions.csv` yet. */
export async function readDecisions(folder: string): Promise<Parsed<readonly NameDecision[]>> {
  const text = await readText(join(folder, files.decisions));
  return text === null ? { value: [], issues: [] } : parseNameDecisions(text, { source: files.decisions });
}

export async function writeDecisions(folder: string, decisions: readonly NameDecision[]): Promise<void> {
  await writeFile(join(folder, files.decisions), printNameDecisions(decisions));
}

/** Whether people decided that the text is no unit; as with units, the last decision on it counts. */
export function isNoUnit(text: string, decisions: readonly NameDecision[]): boolean {
  return decisions.findLast((decision) => plain(decision.text) === plain(text))?.unit === "";
}

const plain = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
