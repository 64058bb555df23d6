import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outboxConformance } from "@chiendich/conformance";
import type { Outbox } from "@chiendich/core";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { fileOutbox, type FileOutbox } from "./file-outbox.ts";

const folder = mkdtempSync(join(tmpdir(), "chiendich-outbox-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const paths = new Map<Outbox, string>();
const opened: FileOutbox[] = [];
const open = (path: string) => {
  const outbox = fileOutbox(path);
  opened.push(outbox);
  paths.set(outbox, path);
  return outbox;
};
afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.close();
});
const newPath = () => join(folder, `outbox-${++files}`, "outbox.sqlite");

describe("fileOutbox", () => {
  outboxConformance({
    create: async () => open(newPath()),
    reopen: async (outbox) => open(paths.get(outbox) as string),
  });

  it("refuses a file that is something else, and leaves it as it was", () => {
    const path = join(folder, "thư.txt");
    writeFileSync(path, "Kính gửi các đơn vị");
    expect(() => fileOutbox(path)).toThrow(expect.objectContaining({ code: "outbox_damaged" }));
    expect(readFileSync(path, "utf8")).toBe("Kính gửi các đơn vị");
  });

  it("says that the outbox cannot be used when its folder cannot be made", () => {
    const file = join(folder, "tệp");
    writeFileSync(file, "");
    expect(() => fileOutbox(join(file, "outbox.sqlite"))).toThrow(
      expect.objectContaining({ name: "OutboxError", code: "outbox_unavailable", cause: expect.anything() }),
    );
  });
});
