import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { checkpointInput, type Checkpoint, type PublishedRollUp } from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import { checkpointFile } from "./published-data.ts";
import { files, readText } from "./workspace.ts";

/** A roll-up that was published under that name, as `report` wrote it. @throws {MisuseError} naming those there are */
export async function readPublished(folder: string, id: string): Promise<PublishedRollUp> {
  const text = await readText(join(folder, files.out, "bao-cao", id, "roll-up.json"));
  if (text !== null) return JSON.parse(text) as PublishedRollUp;
  const known = await listPublished(folder);
  throw new MisuseError({
    vi: `Không có bản tổng hợp “${id}”. Hiện có: ${known.join(", ") || "chưa có bản nào"}`,
    en: `There is no roll-up “${id}”. There are: ${known.join(", ") || "none"}`,
  });
}

/**
 * The signed states of the ledger beside the published roll-ups, and one kept elsewhere.
 *
 * @throws {MisuseError} for a file that is none
 */
export async function readCheckpoints(
  folder: string,
  elsewhere: string | null,
): Promise<readonly Checkpoint[]> {
  const paths = (await listPublished(folder)).map((id) =>
    join(folder, files.out, "bao-cao", id, checkpointFile),
  );
  const found: Checkpoint[] = [];
  for (const path of elsewhere === null ? paths : [...paths, elsewhere]) {
    const text = await readText(path);
    // Roll-ups of before there were checkpoints have none.
    if (text === null && path !== elsewhere) continue;
    const parsed = checkpointInput.safeParse(parseJson(text ?? ""));
    if (!parsed.success) {
      throw new MisuseError({
        vi: `Tệp ${path} không có hoặc không phải là mốc sổ ghi`,
        en: `${path} does not exist or is no checkpoint of a ledger`,
      });
    }
    found.push(parsed.data);
  }
  return found;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names of the published roll-ups, in order. */
export async function listPublished(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(join(folder, files.out, "bao-cao"))).toSorted();
  } catch {
    return [];
  }
}
