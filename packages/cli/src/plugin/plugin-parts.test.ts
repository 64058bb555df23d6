import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { khanhHoa } from "../../test/khanh-hoa.ts";

const { folder, json } = await khanhHoa();

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

const plan = join(folder, "campaign.yaml");
writeFileSync(join(folder, "dinh-dang.mjs"), plugin);
writeFileSync(plan, `${readFileSync(plan, "utf8")}\nplugins: [./dinh-dang.mjs]\n`);

const written = ({ files }: { readonly files: readonly string[] }, extension: string) => {
  const [name] = files.filter((one) => one.endsWith(extension));
  return readFileSync(join(folder, name ?? `no file ${extension}`), "utf8");
};

describe("what a plugin provides is used by the commands", () => {
  it("dispatch writes the letter in its format", async () => {
    const { data } = await json(["dispatch"]);
    expect(written(data, ".txt")).toContain("Chiến dịch làm sạch biển năm 2026");
  });

  it("collect reads returns in its format", async () => {
    mkdirSync(join(folder, "returns"), { recursive: true });
    const rows = [
      ["Đơn vị", "Số liệu tính đến ngày", "Số hội nghị/buổi tuyên truyền trực tiếp", "Số lượt người tham dự"],
      ["P. Nha Trang", "27/3/2026", 4, 640],
    ];
    writeFileSync(join(folder, "returns", "bieu mau.phieu"), JSON.stringify({ name: "Báo cáo", rows }));
    const came = "file,received_at,evidence\nbieu mau.phieu,2026-03-28T08:00:00+07:00,mail\n";
    writeFileSync(join(folder, "returns", "received.csv"), came);
    const { data } = await json(["collect"], { at: "2026-03-28T09:00:00+07:00" });
    expect(data.files[0].verdicts).toMatchObject([{ outcome: "accepted" }]);
  });

  it("report writes the consolidated workbook in its format", async () => {
    const { data } = await json(["report"], { at: "2026-03-29T09:00:00+07:00" });
    expect(written(data, ".tsv")).toContain("640");
  });
});
