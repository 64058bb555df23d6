import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "./run-command.ts";

const at = "2026-04-02T08:00:00+07:00";
const folders = { province: "", ministry: "" };
const run = (level: keyof typeof folders, line: string) =>
  runCommand(
    line.split(" ").map((word) => word.replaceAll("_", " ")),
    { folder: folders[level], at },
  );
const path = (level: keyof typeof folders, ...names: string[]) => join(folders[level], ...names);

/** A campaign of Khánh Hòa, or of the ministry that asks Khánh Hòa, over the same report. */
async function start(level: keyof typeof folders, edit: (yaml: string) => string): Promise<void> {
  folders[level] = mkdtempSync(join(tmpdir(), `chiendich-${level}-`));
  const flags =
    "--within tỉnh_Khánh_Hòa --title Chiến_dịch_làm_sạch_biển --office Văn_phòng --notation VP --place Khánh_Hòa " +
    "--date 2026-03-02 --from 2026-03-05 --to 2026-03-31 --deadline chậm_nhất_ngày_03/4/2026";
  expect((await run(level, `init ${flags}`)).complained).toBe("");
  const plan = path(level, "campaign.yaml");
  writeFileSync(plan, edit(readFileSync(plan, "utf8")));
}

const asUnit = (yaml: string) => yaml.replace("unitId: null", "unitId: ubnd-tinh-khanh-hoa");

/** The file's own date shows when it came; the tests' clock stands at another day than the machine's. */
const came = (file: string) => utimesSync(file, new Date(at), new Date(at));

beforeAll(async () => {
  await start("province", asUnit);
  await start("ministry", (yaml) => yaml);
  // The ministry asks the provinces, and this one alone.
  const units = path("ministry", "units.csv");
  const [head = "", province = ""] = readFileSync(units, "utf8").split("\n");
  writeFileSync(units, `${head}\n${province.replace(",ubnd_tinh,,", ',ubnd_tinh,"UBND phường, xã",')}\n`);
  await run("province", "dispatch");
  await run("ministry", "dispatch");
  mkdirSync(path("province", "returns"), { recursive: true });
  mkdirSync(path("ministry", "returns"), { recursive: true });
  writeFileSync(
    path("province", "returns", "nha-trang.csv"),
    "STT;Đơn vị;Số liệu tính đến ngày;Số hội nghị/buổi tuyên truyền trực tiếp;Số lượt người tham dự\n1;P. Nha Trang;30/3/2026;4;1.234\n",
  );
  came(path("province", "returns", "nha-trang.csv"));
  await run("province", "collect");
  await run("province", "report");
});

describe("the figures of one level as a return for the level above", () => {
  const sent = () => path("ministry", "returns", "khanh-hoa.json");

  it("are collected like any return, and say that nobody could check the signature", async () => {
    copyFileSync(path("province", "out", "bao-cao", "lan-1", "goi-so-lieu.json"), sent());
    came(sent());
    const { complained } = await run("ministry", "collect --dry-run");
    expect(complained).toContain("package_signature_unchecked");
  });

  it("are believed when signed with the key of that very unit", async () => {
    const [key = ""] = readdirSync(path("province", ".chiendich", "keys")).filter((name) =>
      name.includes("public"),
    );
    mkdirSync(path("ministry", "keys"));
    copyFileSync(
      path("province", ".chiendich", "keys", key),
      path("ministry", "keys", "ubnd-tinh-khanh-hoa.public.pem"),
    );
    const { complained } = await run("ministry", "collect");
    expect(complained).not.toContain("package_signature");
    const { said } = await run("ministry", "explain participants");
    // Down to the cell of the level below.
    expect(said).toMatch(/^1\.234 \(1\/1 đơn vị\)\n[^]*khanh-hoa\.json[^]*nha-trang\.csv.*ô E2/);
  });

  it("are still explained when some other file was no package at all", async () => {
    const broken = path("ministry", "returns", "hong.json");
    writeFileSync(broken, "{");
    came(broken);
    expect((await run("ministry", "collect")).complained).toContain("package_not_readable");
    expect((await run("ministry", "explain participants")).said).toMatch(/^1\.234 /);
  });

  it("are refused when somebody changed a figure on the way", async () => {
    writeFileSync(sent(), readFileSync(sent(), "utf8").replaceAll("1234", "9999"));
    came(sent());
    const { complained } = await run("ministry", "collect");
    expect(complained).toContain("package_signature_invalid");
    expect((await run("ministry", "explain participants")).said).toMatch(/^1\.234 /);
  });
});
