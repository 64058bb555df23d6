import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "@chiendich/cli";
import { beforeAll, describe, expect, it } from "vitest";
import { fillForm, type Answers } from "./fill-form.ts";

const example = fileURLToPath(new URL("../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hue-2026-"));
for (const name of ["campaign.yaml", "units.csv"]) copyFileSync(join(example, name), join(folder, name));

/** Runs one command line in the copy of the example, at a moment. */
const run = (line: string, at = "2026-03-02T09:00:00+07:00") => runCommand(line.split(" "), { folder, at });
const json = async (line: string, at?: string) => JSON.parse((await run(`${line} --json`, at)).said);

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const phuXuan = "ubnd-phuong-phu-xuan";
const kimLong = "ubnd-phuong-kim-long";
const vyDa = "ubnd-phuong-vy-da";

interface Return {
  readonly round: "giua-ky" | "tong-ket";
  readonly unit: string;
  readonly name: string;
  readonly receivedAt: string;
  readonly answers: Answers;
}

/**
 * What came back, under the names people gave the files. The interim round is due before 17:00 on
 * 26 March and has one day of grace: Kim Long uses it, Vỹ Dạ is too late even so.
 */
const returns: readonly Return[] = [
  {
    round: "giua-ky",
    unit: phuXuan,
    name: "bc dai giua ky.xlsx",
    receivedAt: "2026-03-25T10:00:00+07:00",
    answers: {
      "@dataAsOf": day("2026-03-24"),
      households: 1200,
      animals: 2000,
      dogs: 1500,
      "vaccinated.numerator": 1500,
      "vaccinated.denominator": 2000,
      doses: 1500.1,
      sites: 12,
      difficulty: "Thiếu vắc xin",
    },
  },
  {
    round: "giua-ky",
    unit: kimLong,
    name: "Kim Long (gui bo sung).xlsx",
    receivedAt: "2026-03-27T09:30:00+07:00",
    answers: {
      "@dataAsOf": day("2026-03-24"),
      households: 800,
      animals: 1000,
      "vaccinated.numerator": 300,
      "vaccinated.denominator": 1000,
      doses: 300.2,
      difficulty: "Thiếu nhân lực",
    },
  },
  {
    round: "giua-ky",
    unit: vyDa,
    name: "vy da muon.xlsx",
    receivedAt: "2026-03-28T14:00:00+07:00",
    answers: {
      "@dataAsOf": day("2026-03-24"),
      households: 10,
      animals: 20,
      difficulty: "Thiếu vắc xin",
    },
  },
  {
    round: "tong-ket",
    unit: phuXuan,
    name: "tong ket phu xuan.xlsx",
    receivedAt: "2026-04-15T23:00:00+07:00",
    answers: {
      "@dataAsOf": day("2026-04-10"),
      households: 1210,
      animals: 2050,
      "vaccinated.numerator": 1950,
      "vaccinated.denominator": 2050,
      doses: 1950.7,
      difficulty: "Người dân chưa hợp tác",
    },
  },
  {
    round: "tong-ket",
    unit: vyDa,
    name: "Vỹ Dạ.xlsx",
    receivedAt: "2026-04-14T08:00:00+07:00",
    answers: {
      "@dataAsOf": day("2026-04-10"),
      households: 0,
      animals: 30,
      "vaccinated.numerator": 10,
      "vaccinated.denominator": 30,
    },
  },
];

beforeAll(async () => {
  await run("dispatch");
  await run("form");
  mkdirSync(join(folder, "returns"));
  for (const { round, unit, name, answers } of returns) {
    const form = join(folder, "out", "bieu-mau", round, `${unit}.xlsx`);
    await fillForm(form, join(folder, "returns", name), answers);
  }
  const lines = returns.map(({ name, receivedAt }) => `${name},${receivedAt},mail\n`);
  writeFileSync(join(folder, "returns", "received.csv"), `file,received_at,evidence\n${lines.join("")}`);
});

describe("the campaign of Huế, by the command line alone", () => {
  it("is a plan without errors, of 40 communes and the city", async () => {
    const { code, complained } = await run("check");
    expect(code).toBe(0);
    expect(complained).toBe(
      "campaign.yaml:9:3, dispatch.number: công văn chưa có số (…/UBND-NN) [dispatch_not_numbered]\n",
    );
    expect((await json("check")).data).toMatchObject({ campaign: "hue-benh-dai-2026", units: 41 });
  });

  it("asks each commune for two reports, and not the city that issued it", async () => {
    for (const round of ["giua-ky", "tong-ket"]) {
      const forms = readdirSync(join(folder, "out", "bieu-mau", round));
      expect(forms).toHaveLength(40);
      expect(forms).not.toContain("ubnd-tp-hue.xlsx");
    }
  });

  it("knows each return by the identity of its form, whatever its file is called", async () => {
    const { data, issues } = await json("collect", "2026-04-16T08:00:00+07:00");
    const verdicts = data.files.map((file: { file: string; verdicts: { outcome: string }[] }) => [
      file.file,
      file.verdicts.map(({ outcome }) => outcome),
    ]);
    expect(verdicts).toEqual([
      ["bc dai giua ky.xlsx", ["accepted"]],
      ["Kim Long (gui bo sung).xlsx", ["accepted"]],
      ["vy da muon.xlsx", ["accepted"]],
      ["Vỹ Dạ.xlsx", ["queried"]],
      ["tong ket phu xuan.xlsx", ["accepted"]],
    ]);
    expect(issues).toMatchObject([{ code: "report_rule_broken", severity: "query" }]);
  });

  it.each([
    // The deadline has passed, its day of grace has not.
    ["giua-ky", "2026-03-26T17:00:00+07:00", { received: 1, onTime: 1, byState: { awaited: 39 } }],
    ["giua-ky", "2026-03-28T08:00:00+07:00", { received: 2, onTime: 2, byState: { missing: 38 } }],
    ["giua-ky", "2026-03-29T08:00:00+07:00", { received: 3, onTime: 2, byState: { late: 1, missing: 37 } }],
    // The one that is held by a query has not been received yet.
    ["tong-ket", "2026-04-16T07:00:00+07:00", { received: 1, onTime: 1, byState: { missing: 38 } }],
  ])("knows who answered in round %s at %s", async (round, at, expected) => {
    const now = "2026-04-16T09:00:00+07:00";
    const { data } = await json(`status --round ${round} --as-of ${at} --known-today`, now);
    expect(data.total).toMatchObject({ expected: 40, ...expected });
  });

  it.each([
    [
      "giua-ky",
      {
        households: 2010,
        animals: 3020,
        vaccinated: { numerator: 1800, denominator: 3000 },
        doses: "1800.3",
        difficulty: 3,
      },
    ],
    [
      "tong-ket",
      {
        households: 1210,
        animals: 2050,
        vaccinated: { numerator: 1950, denominator: 2050 },
        doses: "1950.7",
        difficulty: 1,
      },
    ],
  ])("adds round %s up by itself: ratios of sums, exact decimals, answers counted", async (round, values) => {
    await run(`report --round ${round} --id ${round}`, "2026-04-16T10:00:00+07:00");
    const text = readFileSync(join(folder, "out", "bao-cao", round, "roll-up.json"), "utf8");
    const { total } = (JSON.parse(text) as { rollUp: { total: Record<string, { value: unknown }> } }).rollUp;
    expect(Object.fromEntries(Object.keys(values).map((id) => [id, total[id]?.value]))).toEqual(values);
  });

  it("leads from a figure of one round to its cells, and to none of the other's", async () => {
    const { said } = await run("explain doses --round giua-ky", "2026-04-16T11:00:00+07:00");
    expect(said).toMatch(
      /^1\.800,3 \(2\/40 đơn vị\)\n {2}UBND phường Phú Xuân: 1\.500,1\n {4}bc dai giua ky\.xlsx, trang “Biểu mẫu”, ô E22, SHA-256/,
    );
    expect(said).toContain("UBND phường Kim Long: 300,2");
    expect(said).not.toContain("tong ket phu xuan.xlsx");
  });

  it("counts on the dashboard each answer of a choice by itself", async () => {
    await run("dashboard", "2026-04-16T12:00:00+07:00");
    const page = readFileSync(join(folder, "out", "tong-quan.html"), "utf8");
    // Over both rounds each unit counts once, by its latest answer: Phú Xuân no longer lacks vaccine.
    expect(page.match(/(?<=<div>)(Thiếu|Người|Không)[^<]*/g)).toEqual([
      "Thiếu vắc xin: 1",
      "Thiếu nhân lực: 1",
      "Người dân chưa hợp tác: 1",
      "Không có: 0",
    ]);
  });

  it("leaves figures that can be verified afterwards", async () => {
    const { data } = await json("verify", "2026-04-17T08:00:00+07:00");
    expect(data).toMatchObject({ intact: true, published: [{ id: "giua-ky" }, { id: "tong-ket" }] });
  });

  it("counts a report that was held once somebody has explained it", async () => {
    const at = "2026-04-17T09:00:00+07:00";
    const words = `amend ${vyDa} --round tong-ket --explained --who VT --why hộ-nuôi-tập-trung`;
    expect((await run(words, at)).code).toBe(0);
    expect((await json("status --round tong-ket", at)).data.total).toMatchObject({ received: 2, onTime: 2 });
  });
});
