import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { fileOutbox } from "./file-outbox.ts";

const kills = process.env["CHIENDICH_SLOW"] === "short" ? 8 : 60;
const folder = mkdtempSync(join(tmpdir(), "chiendich-outbox-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sender = fileURLToPath(new URL("../../test/outbox-sender.ts", import.meta.url));

describe(`an outbox whose sender is killed ${kills} times`, () => {
  it("sends nothing twice, loses nothing, and knows what is uncertain", async () => {
    const path = join(folder, "outbox.sqlite");
    const log = join(folder, "went.txt");
    writeFileSync(log, "");
    const ids = Array.from({ length: kills * 4 }, (_, index) => `r1/T-3@2024-11-09/đơn vị ${index}`);
    const outbox = fileOutbox(path);
    await outbox.put(ids.map((id) => ({ id })));

    for (let kill = 0; kill < kills; kill += 1) {
      const death = kill % 2 === 0 ? "before" : "after";
      const deathAt = String(1 + ((kill * 7) % 4));
      const { signal } = spawnSync(process.execPath, [
        "--conditions=@chiendich/source",
        sender,
        path,
        log,
        death,
        deathAt,
      ]);
      expect(signal).toBe("SIGKILL");
    }
    const last = spawnSync(process.execPath, ["--conditions=@chiendich/source", sender, path, log]);
    expect(last.status).toBe(0);

    const went = readFileSync(log, "utf8").split("\n").slice(0, -1);
    expect(new Set(went).size).toBe(went.length);
    const entries = await outbox.entries();
    const uncertain = entries.filter(({ state }) => state === "claimed").map(({ message }) => message.id);
    expect(uncertain).toHaveLength(kills);
    // Half of the uncertain went out, half did not; everything else went out and is known to have.
    expect(uncertain.filter((id) => went.includes(id))).toHaveLength(Math.floor(kills / 2));
    expect(new Set([...went, ...uncertain])).toEqual(new Set(ids));
    outbox.close();
  });
});
