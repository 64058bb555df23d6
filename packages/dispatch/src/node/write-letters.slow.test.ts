import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/* Kills real processes in the middle of a merge, again and again, and lets them start anew. */

const kills = process.env.CHIENDICH_SLOW === "full" ? 40 : 6;
const source = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

const program = `
import { mergeDispatches } from ${source("../merge/merge-dispatches.ts")};
import { campaignDispatch } from ${source("../letters/campaign-dispatch.ts")};
import { campaignRecipients } from ${source("../letters/campaign-letters.ts")};
import { campaign, directory } from ${source("../../test/nha-trang.ts")};
import { writeLetters } from ${source("./write-letters.ts")};
await writeLetters(process.argv[2], mergeDispatches(campaignDispatch(campaign), campaignRecipients(campaign, directory.units)));
`;

async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = (await readdir(folder))
    .toSorted()
    .map(async (name): Promise<[string, string]> => [
      name,
      (await readFile(join(folder, name))).toString("base64"),
    ]);
  return Object.fromEntries(await Promise.all(entries));
}

it("a merge that is killed at any point and run again leaves the files of one clean run", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chiendich-kill-"));
  const script = join(folder, "merge.mjs");
  await writeFile(script, program);
  // In the package's own folder, so that the program finds what it imports.
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const start = (target: string) =>
    spawn(process.execPath, ["--conditions=@chiendich/source", script, target], { cwd, stdio: "inherit" });
  const ended = (child: ReturnType<typeof start>) =>
    new Promise<number | null>((done) => child.on("exit", done));

  const clean = join(folder, "clean");
  expect(await ended(start(clean))).toBe(0);
  const all = await contents(clean);
  const total = Object.keys(all).length;

  const killed = join(folder, "killed");
  for (let kill = 1; kill <= kills; kill += 1) {
    const child = start(killed);
    const enough = Math.floor((total * kill) / (kills + 1));
    const watch = setInterval(() => {
      readdir(killed).then(
        (names) => names.length >= enough && child.kill("SIGKILL"),
        () => undefined,
      );
    }, 1);
    await ended(child);
    clearInterval(watch);
    expect((await readdir(killed)).length).toBeLessThan(total);
  }
  expect(await ended(start(killed))).toBe(0);
  expect(await contents(killed)).toEqual(all);
  await rm(folder, { recursive: true });
});
