import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { verifyLedger, type CampaignEvent } from "@chiendich/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLedger } from "../src/index.ts";

const at = "2024-11-08T09:00:00+07:00";
const clock = { now: () => at };
const decided = (reason: string): CampaignEvent => ({
  type: "name_decided",
  at,
  actor: "Văn phòng",
  text: "P. Vĩnh Hải",
  unitId: "p-vinh-hai",
  reason,
});
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chiendich-ledger-"));
  path = join(folder, "ledger");
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});
const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
const code = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return "nothing went wrong";
};
/** A ledger with that many entries, closed. */
async function written(entries: number): Promise<void> {
  const ledger = openLedger(path, clock);
  await ledger.append(Array.from({ length: entries }, (_, index) => decided(`lý do ${index}`)));
  await ledger.close();
}

describe("a file that is no ledger", () => {
  it.each([
    ["text", Buffer.from("chiendich")],
    ["a workbook", Buffer.from("PK\u0003\u0004 and so on, long enough to be one")],
  ])("is named as such and not touched: %s", (_, bytes) => {
    writeFileSync(path, bytes);
    expect(code(() => openLedger(path, clock))).toBe("ledger_foreign");
    expect(readFileSync(path)).toEqual(bytes);
  });

  it("is named as such and not touched: another program's database", () => {
    const other = new DatabaseSync(path);
    other.exec("CREATE TABLE notes (text TEXT)");
    other.close();
    const before = hash(path);
    expect(code(() => openLedger(path, clock))).toBe("ledger_foreign");
    expect(hash(path)).toBe(before);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it("is named as such: a folder", () => {
    mkdirSync(path);
    expect(code(() => openLedger(path, clock))).toBe("ledger_foreign");
  });
});

describe("a damaged ledger", () => {
  it.each([0, 1000, 4096, 20_000])(
    "is named as such and not touched when cut off after %i bytes",
    async (length) => {
      await written(200);
      truncateSync(path, length);
      const before = hash(path);
      expect(code(() => openLedger(path, clock))).toBe("ledger_damaged");
      expect(hash(path)).toBe(before);
    },
  );

  it("is found by verifying, at the entry, when somebody edits it with another program", async () => {
    await written(9);
    const other = new DatabaseSync(path);
    other.exec("DROP TRIGGER entry_is_only_redacted");
    other.exec("UPDATE entry SET event = replace(event, 'p-vinh-hai', 'p-vinh-hoa') WHERE position = 5");
    other.close();
    const ledger = openLedger(path, clock);
    expect(await verifyLedger(ledger)).toMatchObject({
      brokenAt: 5,
      issues: [{ code: "ledger_content_changed" }],
    });
    await ledger.close();
  });

  it.each([
    "UPDATE entry SET event = '{}' WHERE position = 1",
    "UPDATE entry SET hash = 'x', salt = NULL",
    "UPDATE entry SET recorded_at = 'x', salt = NULL",
    "DELETE FROM entry WHERE position = 9",
    "INSERT INTO entry VALUES (11, 'x', 'x', 'x', '{}', 'x')",
    "UPDATE ledger SET id = 'x'",
  ])("is not made by a slip in another program: %s", async (sql) => {
    await written(9);
    const other = new DatabaseSync(path);
    expect(() => other.exec(sql)).toThrow(/append-only|no gaps/);
    other.close();
  });
});

describe("two writers", () => {
  it("the second is told that the ledger is locked when the first does not finish in time", async () => {
    await written(1);
    const ledger = openLedger(path, { ...clock, busyTimeoutMs: 20 });
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    await expect(ledger.append([decided("x")])).rejects.toMatchObject({
      name: "LedgerError",
      code: "ledger_locked",
    });
    expect(await ledger.read()).toHaveLength(1);
    other.exec("ROLLBACK");
    other.close();
    expect(await ledger.append([decided("x")])).toMatchObject({ position: 2 });
    await ledger.close();
  });
});

describe("no right or no room to write", () => {
  const script = new URL("./append.ts", import.meta.url).pathname;
  /** Appends in a process of its own, with less power than this one, and tells what came of it. */
  const run = (limits: string, entries: number, who: { readonly uid?: number } = {}) => {
    const command = `${limits} exec "$0" --conditions=@chiendich/source "$@"`;
    const args = ["-c", command, process.execPath, script, path, String(entries)];
    const { stdout, stderr } = spawnSync("sh", args, { encoding: "utf8", ...who });
    return stdout.trim().split("\n").at(-1) || stderr;
  };
  // Rights do not bind the superuser, under whom containers run tests; somebody else they do.
  const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {};

  it("a read-only folder is a clear error", () => {
    chmodSync(folder, 0o555);
    expect(run("", 1, nobody)).toBe("ledger_read_only");
    expect(existsSync(path)).toBe(false);
  });

  it("a read-only file is a clear error, and the file is not touched", async () => {
    await written(2);
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    const before = hash(path);
    expect(run("", 1, nobody)).toBe("ledger_read_only");
    expect(hash(path)).toBe(before);
  });

  it("a full disk is a clear error that loses nothing acknowledged and damages nothing", async () => {
    await written(20);
    // A limit on the size of files: what a process meets when there is no room, without filling a disk.
    const outcome = run("ulimit -f 256; trap '' XFSZ;", 4000);
    expect(outcome).toMatch(/^ledger_full after \d+$/);
    const acknowledged = Number(outcome.split(" ").at(-1));
    const ledger = openLedger(path, clock);
    expect(await ledger.read()).toHaveLength(20 + acknowledged);
    expect((await verifyLedger(ledger)).brokenAt).toBeNull();
    expect(await ledger.append([decided("có chỗ lại")])).toMatchObject({ position: 21 + acknowledged });
    await ledger.close();
  });
});

describe("redaction", () => {
  it("takes the text off the disk, not only out of the table", async () => {
    const ledger = openLedger(path, clock);
    await ledger.append([decided("trước"), decided("gọi số 0900 000 000 của bà Tâm"), decided("sau")]);
    await ledger.redact({ position: 2, paths: [["reason"]], reason: "dữ liệu cá nhân", actor: "Văn phòng" });
    await ledger.append([decided("sau nữa")]);
    for (const suffix of ["", "-wal", "-shm"]) {
      if (existsSync(path + suffix)) expect(readFileSync(path + suffix).includes("0900 000 000")).toBe(false);
    }
    expect((await verifyLedger(ledger)).brokenAt).toBeNull();
    await ledger.close();
  });

  it("by hand, without an event that says so, is found by verifying", async () => {
    await written(3);
    const other = new DatabaseSync(path);
    other.exec("UPDATE entry SET event = replace(event, 'lý do 1', 'khác'), salt = NULL WHERE position = 2");
    other.close();
    const ledger = openLedger(path, clock);
    expect((await verifyLedger(ledger)).brokenAt).toBe(2);
    await ledger.close();
  });
});
