import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "./main.ts";
import { testIo } from "../test/test-io.ts";

const terminal = () =>
  testIo({ folder: mkdtempSync(join(tmpdir(), "chiendich-")), at: "2025-03-10T08:00:00+07:00" });

describe("chiendich", () => {
  it("ends with 2 and the nearest command when the command does not exist", async () => {
    const io = terminal();
    expect(await main(["chek"], io)).toBe(2);
    expect(io.complained()).toContain("check");
  });

  it("ends with 2 and says what to do outside a campaign's folder", async () => {
    const io = terminal();
    expect(await main(["check"], io)).toBe(2);
    expect(io.complained()).toContain("chiendich init");
  });

  it("ends with 1 and line and column when campaign.yaml is broken", async () => {
    const io = terminal();
    writeFileSync(join(io.folder, "campaign.yaml"), "id: [\n");
    expect(await main(["check"], io)).toBe(1);
    expect(io.complained()).toMatch(/campaign\.yaml:2:1: .* \[campaign_not_yaml\]/);
  });

  it("says the same in English when asked", async () => {
    const io = terminal();
    writeFileSync(join(io.folder, "campaign.yaml"), "id: [\n");
    await main(["check", "--lang", "en"], io);
    expect(io.complained()).toContain("campaign.yaml:2:1: ");
  });

  it("prints data and issues as JSON and nothing else", async () => {
    const io = terminal();
    writeFileSync(join(io.folder, "campaign.yaml"), "id: [\n");
    await main(["check", "--json"], io);
    expect(JSON.parse(io.said())).toMatchObject({ data: null, issues: [{ code: "campaign_not_yaml" }, {}] });
  });

  it("takes what every command takes before the command as well", async () => {
    const io = terminal();
    writeFileSync(join(io.folder, "campaign.yaml"), "id: [\n");
    const elsewhere = { ...io, folder: tmpdir() };
    expect(await main(["--folder", io.folder, "--json", "--lang", "en", "check"], elsewhere)).toBe(1);
    expect(JSON.parse(io.said())).toMatchObject({ issues: [{ code: "campaign_not_yaml" }, {}] });
  });

  it("explains itself, with an example for every command", async () => {
    const io = terminal();
    expect(await main(["check", "--help"], io)).toBe(0);
    expect(io.said()).toContain("$ chiendich check");
  });

  it("says its version", async () => {
    const io = terminal();
    expect(await main(["--version"], io)).toBe(0);
    expect(io.said()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ["statu", "Không có lệnh “statu”.\nCó phải là: status?"],
    ["check --jsn", "Không có tùy chọn “--jsn”.\nCó phải là: --json?"],
    ["check --lang fr", "Không có ngôn ngữ “fr”. Hiện có: vi, en"],
    ["diff lan-1", "Thiếu tham số “after”."],
    ["report --id", "Thiếu giá trị sau “--id <id>”."],
    ["check x", "Thừa tham số cho lệnh “check”."],
  ])("ends with 2 and a Vietnamese sentence for %j", async (line, sentence) => {
    const io = terminal();
    expect(await main(line.split(" "), io)).toBe(2);
    expect(io.complained()).toContain(sentence);
  });
});
