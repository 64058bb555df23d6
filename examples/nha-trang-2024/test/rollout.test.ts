import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { campaignDispatch, renderDispatch } from "@chiendich/dispatch";
import { main } from "../src/main.ts";
import { readPlan } from "../src/plan.ts";
import { actor, moments, rollout, type Rollout } from "../src/rollout.ts";
import { throughSheets } from "../src/through-sheets.ts";

const example = new URL("../", import.meta.url);
const temporary: string[] = [];
const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "nha-trang-"));
  temporary.push(folder);
  return folder;
};
afterAll(() => temporary.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const urlOf = (folder: string) => pathToFileURL(`${folder}/`);

describe("the rollout of công văn 2242/VHTT", () => {
  let result: Rollout;
  let out: string;
  beforeAll(async () => {
    out = temporaryFolder();
    result = await rollout(example, urlOf(out));
  }, 60_000);

  it("writes the same bytes as were written before, file by file", () => {
    const expected = readFileSync(new URL("expected/SHA256SUMS", example), "utf8");
    expect(readFileSync(join(out, "SHA256SUMS"), "utf8").split("\n")).toEqual(expected.split("\n"));
  });

  it("finds by itself what is dangerous in the plan", () => {
    expect(result.plan.findings.map(({ code }) => code)).toEqual([
      "dispatched_after_campaign_start",
      "units_change_during_campaign",
      "units_change_during_campaign",
      "units_change_during_campaign",
      "material_link_placeholder",
      "due_before_campaign_ends",
      "deadline_excludes_its_day",
      "data_closing_not_stated",
      "report_link_open",
    ]);
  });

  it("asks 194 units, 27 wards and communes among them, and 22 of those after the mergers", () => {
    expect(result.obligations).toBe(194);
    const wards = result.statuses.map(({ byGroup }) => byGroup["UBND phường, xã"]?.expected);
    expect(wards).toEqual([22, 22, 22]);
    const last = result.statuses.at(-1);
    expect(last?.transfers).toHaveLength(6);
    expect(last?.transfers.every(({ reason }) => reason.includes("1196/NQ-UBTVQH15"))).toBe(true);
  });

  it("accounts for every row and every cell of every return", () => {
    const { rows, accepted, queried, rejected, superseded, cells, mapped, ignored } = result.account;
    expect(accepted + queried + rejected + superseded).toBe(rows);
    expect(mapped + ignored).toBe(cells);
    expect(result.account.files).toBe(89);
  });

  it("adds up to the same figure on the wards of any day", () => {
    expect(result.bases.map(({ units }) => units)).toEqual([27, 22, 4]);
    expect(new Set(result.bases.map(({ sum }) => sum)).size).toBe(1);
    expect(new Set(result.bases.map(({ total }) => total)).size).toBe(1);
  });

  it("names what changed after the deadline: one late report, and nothing else", () => {
    const [change] = result.changes.filter(({ field }) => field === "participants");
    expect(change?.causes).toMatchObject([{ unitId: "tt-vhtt-tt", kind: "reportArrived", late: true }]);
    expect(Number(change?.after) - Number(change?.before)).toBe(Number(change?.causes[0]?.effect));
  });

  it("takes a form filled in under a ward's name of before the merger without a question", () => {
    const old = result.reports.filter(({ report }) => report.unitId === "ubnd-phuong-phuoc-tan");
    expect(old).toHaveLength(1);
    expect(
      result.figures.total["participants"]?.leaves.some(({ unitId }) => unitId === "ubnd-phuong-phuoc-tan"),
    ).toBe(true);
  });

  it("ends with the same figures when the units type into one shared Google Sheet", async () => {
    const { plan, issued, reports, figures } = result;
    const again = await throughSheets(plan, issued, reports, { at: moments.reported, actor });
    const sums = (of: typeof figures) =>
      Object.values(of.total).flatMap(({ id, aggregator, value }) =>
        aggregator === "sum" ? [[id, value]] : [],
      );
    expect(sums(again.figures)).toEqual(sums(figures));
    expect(again.requests).toEqual({ create: 4, read: 2 });
  });

  it("keeps the leaves of every figure equal to it", () => {
    for (const [id, { value, leaves, aggregator }] of Object.entries(result.figures.total)) {
      if (aggregator !== "sum") continue;
      expect(
        leaves.reduce((sum, leaf) => sum + Number(leaf.value), 0),
        id,
      ).toBe(value);
    }
  });
});

describe("the dispatch", () => {
  it("says what the letter says, word for word and in its order", async () => {
    const { campaign } = await readPlan(example);
    const html = renderDispatch(campaignDispatch(campaign), { format: "html" });
    const written = wordsOf(
      html.replace(/<style[\s\S]*?<\/style>|<head[\s\S]*?<\/head>/g, " ").replace(/<[^>]+>/g, " "),
    );
    const letter = wordsOf(
      readFileSync(new URL("letter/2242-VHTT.txt", example), "utf8").replace(/\*\*|[<>]/g, " "),
    );
    let at = 0;
    for (const word of letter) {
      const found = written.indexOf(word, at);
      expect(
        found,
        `“${word}” after “${written.slice(Math.max(0, at - 6), at).join(" ")}”`,
      ).toBeGreaterThanOrEqual(0);
      at = found + 1;
    }
    // What the page adds is the letterhead, which the published text leaves out, and the address under the QR.
    expect(written.length - letter.length).toBeLessThan(40);
  });

  /** The words without their punctuation; the letterhead's two columns may come in either order. */
  function wordsOf(text: string): string[] {
    const plain = text
      .replace(/&#x3D;|&#61;/g, "=")
      .replace(/&amp;/g, "&")
      .replace(/&[a-z]+;|&#\d+;/g, " ")
      .normalize("NFC");
    const from = plain.indexOf("V/v");
    return plain
      .slice(from)
      .split(/[\s,.;:“”"]+/u)
      .filter((word) => /[\p{L}\p{N}]/u.test(word));
  }
});

describe("bad input", () => {
  /** A copy of the example's inputs with something broken. */
  function broken(change: (folder: string) => void): string {
    const folder = temporaryFolder();
    for (const name of ["campaign.yaml", "units.csv", "lineage.csv"])
      cpSync(new URL(name, example), join(folder, name));
    cpSync(new URL("returns", example), join(folder, "returns"), { recursive: true });
    change(folder);
    return folder;
  }
  const edit = (name: string, from: string, to: string) => (folder: string) => {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };
  async function run(folder: string) {
    const lines: string[] = [];
    const out = temporaryFolder();
    const code = await main(urlOf(folder), urlOf(join(out, "out")), {
      log: () => {},
      error: (line) => lines.push(line),
      clock: () => 0,
    });
    return { code, said: lines.join("\n"), out: join(out, "out") };
  }

  it.each([
    ["broken YAML", edit("campaign.yaml", "dispatch:", "dispatch: ["), /campaign\.yaml:\d+:\d+/],
    [
      "a missing list of units",
      (folder: string) => rmSync(join(folder, "units.csv")),
      /units\.csv: thiếu tệp/,
    ],
    ["a unit nobody knows", edit("campaign.yaml", "unitId: phong-vhtt", "unitId: phong-vh"), /phong-vh/],
  ])("%s ends with exit code 1 and says where", async (_, change, sentence) => {
    const { code, said } = await run(broken(change));
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it("a corrupted workbook ends with exit code 1, and everything else is still done", async () => {
    const file = "bieu-mau-phong-kinh-te.xlsx";
    const folder = broken((copy) => {
      const bytes = readFileSync(join(copy, "returns", file));
      writeFileSync(join(copy, "returns", file), bytes.subarray(0, bytes.length / 2));
    });
    const { code, said, out } = await run(folder);
    expect(code).toBe(1);
    expect(said).toContain(file);
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining(["bao-cao.docx", "tong-hop.xlsx", "roll-up.json"]),
    );
  });
});
