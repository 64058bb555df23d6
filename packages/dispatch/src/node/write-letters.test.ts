import { mkdtemp, readdir, readFile, rm, utimes, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { campaignRecipients } from "../letters/campaign-letters.ts";
import { mergeDispatches } from "../merge/merge-dispatches.ts";
import { campaign, directory } from "../../test/nha-trang.ts";
import { writeLetters } from "./write-letters.ts";

const units = directory.units.slice(40, 52);
const letters = (signal?: AbortSignal) =>
  mergeDispatches(campaignDispatch(campaign), campaignRecipients(campaign, units), { signal });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chiendich-letters-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function contents(): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => [
        name,
        (await readFile(join(folder, name))).toString("base64"),
      ]),
    ),
  );
}

describe("letters as files", () => {
  it("are one for each unit", async () => {
    const { files, written } = await writeLetters(folder, letters());
    expect(written).toBe(units.length);
    expect((await readdir(folder)).toSorted()).toEqual(files.toSorted());
  });

  it("are exactly those of a clean run when a stopped run is run again", async () => {
    await writeLetters(folder, letters());
    const clean = await contents();
    await rm(folder, { recursive: true });
    const controller = new AbortController();
    const stopping = (async function* () {
      let count = 0;
      for await (const letter of letters(controller.signal)) {
        yield letter;
        count += 1;
        if (count === 5) controller.abort();
      }
    })();
    await expect(writeLetters(folder, stopping)).rejects.toThrow();
    // What a killed process leaves behind: a file begun beside its place.
    await writeFile(join(folder, ".unfinished-x.docx"), "PK");
    const { written } = await writeLetters(folder, letters());
    expect(written).toBe(units.length - 5);
    expect(await contents()).toEqual(clean);
  });

  it("are written anew when they are not the same any more", async () => {
    const { files } = await writeLetters(folder, letters());
    await writeFile(join(folder, files[3] as string), "cut off");
    expect((await writeLetters(folder, letters())).written).toBe(1);
  });

  it("that are there and the same are left alone", async () => {
    const { files } = await writeLetters(folder, letters());
    const path = join(folder, files[0] as string);
    await utimes(path, 1000, 1000);
    expect((await writeLetters(folder, letters())).written).toBe(0);
    expect((await stat(path)).mtimeMs).toBe(1_000_000);
  });
});
