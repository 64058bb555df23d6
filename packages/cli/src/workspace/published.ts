import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { PublishedRollUp } from "@chiendich/core";
import { MisuseError } from "../command.ts";
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

/** Names of the published roll-ups, in order. */
export async function listPublished(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(join(folder, files.out, "bao-cao"))).toSorted();
  } catch {
    return [];
  }
}
