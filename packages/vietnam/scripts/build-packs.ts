/**
 * Makes `data/` from the lists in a folder: `node scripts/build-packs.ts <folder>`. The files, what
 * they are and the bytes they must have are in `sources.ts`; everything is checked against
 * everything else before a line is written.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import Papa from "papaparse";
import { packDigest, packIds, packSha256, packText } from "../src/units/pack-text.ts";
import { printUnits, type Region, type UnitLine } from "../src/units/region.ts";
import {
  corrections,
  mergersFromThePress,
  resolutionsOf2025,
  resolutionsOfLists,
  sourceFiles,
} from "./sources.ts";

const folder = process.argv[2];
if (!folder) throw new Error("usage: node scripts/build-packs.ts <folder with the source files>");

const listDays = ["2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01", "2025-03-01"];
const types = [
  "Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Phường", "Quận", "Huyện", "Tỉnh", "Xã",
]; // prettier-ignore

type List = ReadonlyMap<string, UnitLine>;
type Row = Readonly<Record<string, string>>;

function source(file: string): string {
  const bytes = readFileSync(`${folder}/${file}`);
  const expected = sourceFiles.find((one) => one.file === file)?.sha256;
  const actual = bytesToHex(sha256(bytes));
  if (actual !== expected) throw new Error(`${file} is not the file the packs are made of: ${actual}`);
  return bytes.toString("utf8");
}

function rows(file: string): readonly Row[] {
  return Papa.parse<Row>(source(file), { header: true, skipEmptyLines: true }).data;
}

function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`the sources disagree: ${what}`);
}

const clean = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();
const fold = (text: string) => clean(text).toLocaleLowerCase("vi");

/** `Thị Trấn  Thổ Tang` → type `Thị trấn`, name `Thổ Tang`. */
function unitLine(code: string, fullName: string, parent: string): UnitLine {
  const full = clean(fullName);
  const type = types.find((one) => fold(full).startsWith(`${fold(one)} `));
  if (!type) throw new Error(`no type in “${full}”`);
  const name = full.slice(type.length + 1);
  check(!name.includes(","), `a comma in “${full}”`);
  return { code, type, name, parent };
}

function listOf(file: string): List {
  const lines = rows(file).map((row) => unitLine(row["code"]!, row["full_name"]!, row["parent_code"]!));
  return new Map(lines.map((line) => [line.code, line]));
}

interface Link {
  readonly old: string;
  readonly oldName: string;
  readonly oldProvince: string;
  readonly new: string;
  readonly newProvince: string;
  /** `full` or `partial`. */
  readonly kind: string;
}

interface Level3 {
  readonly level3_id?: string;
  readonly name: string;
}
interface Level2 {
  readonly level2_id: string;
  readonly name: string;
  readonly level3s: readonly Level3[];
}
interface Level1 {
  readonly level1_id: string;
  readonly name: string;
  readonly level2s: readonly Level2[];
}

function treeOf(day: string): List {
  const json = JSON.parse(source(`gso-${day}.json`)) as readonly Level1[] | { data: readonly Level1[] };
  const list = new Map<string, UnitLine>();
  const add = (code: string, name: string, parent: string) => list.set(code, unitLine(code, name, parent));
  for (const one of "data" in json ? json.data : json) {
    add(one.level1_id, one.name, "");
    for (const two of one.level2s) {
      add(two.level2_id, two.name, one.level1_id);
      for (const three of two.level3s) if (three.level3_id) add(three.level3_id, three.name, two.level2_id);
    }
  }
  return list;
}

function same(a: UnitLine, b: UnitLine): boolean {
  // Lists differ in capitals (`NT`, `Thị Trấn`) where nothing changed.
  return a.type === b.type && fold(a.name) === fold(b.name) && a.parent === b.parent;
}

function provinceOf(list: List, code: string): string {
  const line = list.get(code);
  if (!line) throw new Error(`no unit ${code}`);
  return line.parent === "" ? code : provinceOf(list, line.parent);
}

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const before = listOf("vn-units-2024-10.csv");
const after = listOf("vn-units-2025-07.csv");
const lists = listDays.map((day) => ({ day, list: treeOf(day) }));
const march = lists.at(-1)!.list;
const sourceLinks: readonly Link[] = rows("vn-mergers-2025.csv").map((row) => ({
  old: row["old_code"]!,
  oldName: row["old_name"]!,
  oldProvince: row["old_province_code"]!,
  new: row["new_code"]!,
  newProvince: row["new_province_code"]!,
  kind: row["kind"]!,
}));
const links = corrected(sourceLinks);

// The sources against each other.
const count = (list: List, digits: number) =>
  [...list.keys()].filter((code) => code.length === digits).length;
check(
  count(before, 2) === 63 && count(before, 3) === 704 && count(before, 5) === 10_542,
  "counts of 10/2024",
);
check(count(after, 2) === 34 && count(after, 5) === 3_321, "counts of 07/2025");
const retired = new Set(rows("vn-codes-retired-2024-11_2025-03.csv").map((row) => row["code"]!));
const left = [...before.keys()].filter((code) => code.length === 5 && !march.has(code));
check(
  retired.size === 510 && left.length === 510 && left.every((code) => retired.has(code)),
  "retired codes",
);
for (const [old, own] of Map.groupBy(sourceLinks, (link) => link.old)) {
  check(
    own.every(({ kind }) => kind === (own.length === 1 ? "full" : "partial")),
    `full or partial: ${old}`,
  );
}
const linked = new Set(links.map((link) => link.old));
for (const { old, oldName, oldProvince, new: code, newProvince } of links) {
  const was = march.get(old);
  check(fold(oldName) === fold(`${was?.type} ${was?.name}`), `the name of ${old}`);
  check(provinceOf(march, old) === oldProvince, `${old} in ${oldProvince}`);
  check(after.get(code)?.parent === newProvince, `${code} in ${newProvince}`);
}
check(
  [...march.keys()].every((code) => code.length < 5 || linked.has(code)),
  "every commune of 03/2025 is linked",
);
check(
  [...after.keys()].every((code) => code.length < 5 || links.some((link) => link.new === code)),
  "predecessors",
);

/** The source's links without those it has wrong. */
function corrected(read: readonly Link[]): readonly Link[] {
  return read.flatMap((link) => {
    const correction = corrections.find(({ old, wrong }) => old === link.old && wrong === link.new);
    if (!correction) return [link];
    const { right } = correction;
    if (right !== undefined) return [{ ...link, new: right, newProvince: provinceOf(after, right) }];
    check(
      read.some(
        (other) =>
          other.old === link.old &&
          corrections.every(({ old, wrong }) => old !== other.old || wrong !== other.new),
      ),
      `${link.old} goes somewhere else`,
    );
    return [];
  });
}

/** Each province of 2024 went into one of 2025 as a whole. */
const regionOf = new Map<string, string>();
for (const { oldProvince, newProvince } of links) {
  check((regionOf.get(oldProvince) ?? newProvince) === newProvince, `${oldProvince} went into one province`);
  regionOf.set(oldProvince, newProvince);
}

function changesOf(old: readonly string[]): string {
  let previous: List = before;
  return lists
    .flatMap(({ day, list }) => {
      const earlier = previous;
      previous = list;
      const codes = new Set([...earlier.keys(), ...list.keys()]);
      return [...codes].sort().flatMap((code) => {
        const [was, is] = [earlier.get(code), list.get(code)];
        if (was && is && same(was, is)) return [];
        const province = provinceOf(is ? list : earlier, code);
        if (!old.includes(province)) return [];
        const head = [day, resolutionsOfLists[day]?.[province] ?? "", code];
        return [(is ? [...head, is.type, is.name, is.parent] : head).join(",")];
      });
    })
    .join("\n");
}

function mergersOf(region: string): string {
  if (region !== "56") return "";
  const successors = new Map<string, string[]>();
  const continuing = new Set<string>();
  for (const row of rows("nha-trang-mergers-2024-11.csv")) {
    const [from, to] = [row["predecessor_code"]!, row["successor_code"]!];
    successors.set(to, [...(successors.get(to) ?? []), from]);
    if (row["relation"] === "continues") continuing.add(to);
  }
  for (const { from, to } of mergersFromThePress) successors.set(to, [...from]);
  return [...successors]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([to, from]) =>
      ["2024-11-01", "1196", continuing.has(to) ? "absorbed" : "merged", from.sort().join("+"), to].join(","),
    )
    .join("\n");
}

const data = new URL("../data/", import.meta.url);
rmSync(data, { recursive: true, force: true });
mkdirSync(new URL("regions/", data), { recursive: true });
const notice = "// Made by scripts/build-packs.ts from the lists named in SOURCES.md. Not edited by hand.\n";
const regions = new Map<string, Region>();
for (const code of [...new Set(regionOf.values())].sort()) {
  const old = [...regionOf].filter(([, region]) => region === code).map(([province]) => province);
  const region: Region = {
    before: printUnits(
      [...before.values()].filter((line) => old.includes(provinceOf(before, line.code))).sort(byCode),
    ),
    changes: changesOf(old),
    mergers: mergersOf(code),
    after: printUnits(
      [...after.values()].filter((line) => provinceOf(after, line.code) === code).sort(byCode),
    ),
    links: links
      .filter(({ newProvince }) => newProvince === code)
      .map((link) => `${link.old},${link.new}`)
      .sort()
      .join("\n"),
  };
  regions.set(code, region);
  const texts = Object.entries(region).map(([key, text]) => `  ${key}: \`${text}\`,\n`);
  writeFileSync(
    new URL(`regions/${code}.ts`, data),
    `${notice}import type { Region } from "../../src/units/region.ts";\n\nexport const region: Region = {\n${texts.join("")}};\n`,
  );
}

const loaders = [...regions.keys()]
  .map((code) => `  "${code}": async () => (await import("./regions/${code}.ts")).region,\n`)
  .join("");
writeFileSync(
  new URL("regions.ts", data),
  `${notice}import type { Region } from "../src/units/region.ts";\n\n/** Each province of today in a module of its own, loaded when it is asked for. */\nexport const loadRegion: Readonly<Record<string, () => Promise<Region>>> = {\n${loaders}};\n`,
);

const provinces = [...regions].map(([code, region]) => ({
  code,
  name: `${after.get(code)!.type} ${after.get(code)!.name}`,
  resolution: resolutionsOf2025[code],
  old: [...regionOf]
    .filter(([, now]) => now === code)
    .map(([province]) => ({
      code: province,
      name: `${before.get(province)!.type} ${before.get(province)!.name}`,
    }))
    .sort(byCode),
  sha256: Object.fromEntries(
    packIds.filter((id) => packText(id, region) !== "").map((id) => [id, packDigest(id, region)]),
  ) as Record<string, string>,
}));
const packDigests = Object.fromEntries(
  packIds.map((id) => [
    id,
    packSha256(
      Object.fromEntries(
        provinces.flatMap(({ code, sha256 }) => (sha256[id] === undefined ? [] : [[code, sha256[id]]])),
      ),
    ),
  ]),
);
writeFileSync(
  new URL("manifest.ts", data),
  `${notice}\n/** The provinces from 2025-07-01, what each was before, and the digest of its part of every pack. */\nexport const provinces = ${JSON.stringify(provinces, null, 2)} as const;\n\n/** SHA-256 of each pack as a whole. */\nexport const packDigests = ${JSON.stringify(packDigests, null, 2)} as const;\n\n/** The files the packs were made of. */\nexport const sourceFiles = ${JSON.stringify(sourceFiles, null, 2)} as const;\n`,
);
console.log(`${regions.size} regions, ${links.length} links, ${retired.size} retired codes`);
