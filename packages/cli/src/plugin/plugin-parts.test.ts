import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "parts-"));
const run = (words: readonly string[], at = "2026-03-02T09:00:00+07:00") => runCommand(words, { folder, at });

/** A form service's export as a source, the letter as plain words, the consolidated workbook with tabs. */
const plugin = `
const cells = (row) => row.map((value) => value === null ? undefined : { type: typeof value === "number" ? "number" : "text", value });
const sheetOf = ({ name, rows }) => ({
  name, visibility: "visible", merges: [], hiddenColumns: [], rows: rows.map((row, index) => ({ index, cells: cells(row) })),
});
const openJson = async (bytes, { name }) => {
  const sheet = sheetOf(JSON.parse(new TextDecoder().decode(bytes)));
  return {
    issues: [],
    value: {
      name,
      capabilities: { formulas: false, merges: false, hidden: false, comments: false, fonts: false },
      listSheets: async () => [{ name: sheet.name, visibility: "visible" }],
      readSheet: async () => sheet,
      async *streamRows() { yield* sheet.rows; },
      readNames: async () => ({}),
    },
  };
};
const words = (value) => value === null || value === undefined ? "" : String(value.date ?? value);
export default {
  name: "dinh-dang",
  apiVersion: 1,
  provides: {
    sources: { ".phieu": openJson },
    renderers: { ".txt": ({ blocks }) => blocks.map((block) => (block.content ?? []).map(({ text }) => text ?? "").join("")).join("\\n") },
    sinks: { ".tsv": ({ sheets: [first] }) => first.rows.map((row) => row.cells.map((cell) => words(cell?.value)).join("\\t")).join("\\n") },
  },
};
`;

beforeAll(async () => {
  const flags = {
    within: "thành phố Huế",
    title: "Tuần lễ hồng hiến máu năm 2026",
    office: "Ủy ban nhân dân thành phố Huế",
    notation: "UBND-YT",
    place: "Huế",
    date: "2026-03-02",
    from: "2026-03-05",
    to: "2026-03-27",
    deadline: "chậm nhất ngày 01/4/2026",
  };
  await run(["init", ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])]);
  const path = join(folder, "campaign.yaml");
  writeFileSync(join(folder, "dinh-dang.mjs"), plugin);
  writeFileSync(path, `${readFileSync(path, "utf8")}\nplugins: [./dinh-dang.mjs]\n`);
});

const written = (said: string, extension: string) => {
  const { files } = JSON.parse(said).data as { files: readonly string[] };
  const [name] = files.filter((one) => one.endsWith(extension));
  return readFileSync(join(folder, name ?? `no file ${extension}`), "utf8");
};

describe("what a plugin provides is used by the commands", () => {
  it("dispatch writes the letter in its format", async () => {
    const { said } = await run(["dispatch", "--json"]);
    expect(written(said, ".txt")).toContain("Tuần lễ hồng hiến máu năm 2026");
  });

  it("collect reads returns in its format", async () => {
    mkdirSync(join(folder, "returns"), { recursive: true });
    const rows = [
      ["Đơn vị", "Số liệu tính đến ngày", "Số hội nghị/buổi tuyên truyền trực tiếp", "Số lượt người tham dự"],
      ["P. Vỹ Dạ", "27/3/2026", 4, 640],
    ];
    writeFileSync(join(folder, "returns", "bieu mau.phieu"), JSON.stringify({ name: "Báo cáo", rows }));
    const came = "file,received_at,evidence\nbieu mau.phieu,2026-03-28T08:00:00+07:00,mail\n";
    writeFileSync(join(folder, "returns", "received.csv"), came);
    const { said } = await run(["collect", "--json"], "2026-03-28T09:00:00+07:00");
    expect(JSON.parse(said).data.files[0].verdicts).toMatchObject([{ outcome: "accepted" }]);
  });

  it("report writes the consolidated workbook in its format", async () => {
    const { said } = await run(["report", "--json"], "2026-03-29T09:00:00+07:00");
    expect(written(said, ".tsv")).toContain("640");
  });
});
