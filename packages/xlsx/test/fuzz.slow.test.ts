import { readFileSync } from "node:fs";
import type { Parsed, SheetSource } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../src/index.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { damaged, noise, random, readAll } from "./fuzz.ts";
import { printReading } from "./reading.ts";

const runs = process.env["CHIENDICH_SLOW"] === "full" ? 100_000 : 3_000;
const seed = Number(process.env["CHIENDICH_SEED"] ?? 1);
type Opened = Parsed<SheetSource>;
const files = catalogue
  .flatMap(({ fixtures }) => fixtures)
  .map(({ file }) => readFileSync(new URL(`./workbooks/${file}`, import.meta.url)))
  .filter((bytes) => bytes.length > 0 && bytes.length < 20_000);

describe("a file damaged at random", () => {
  it(`never crashes or hangs, in ${runs} runs, and is refused with a reason or read`, async () => {
    const next = random(seed);
    for (let run = 0; run < runs; run++) {
      const bytes = damaged(files[run % files.length] as Uint8Array, next);
      const { value, issues } = await readAll(bytes);
      if (value === null) expect(issues, `run ${run}`).toHaveLength(1);
    }
  });
  it(`is never read as another workbook without a word, in ${runs} runs`, async () => {
    // In a zip file every byte of a part is under a checksum: what can be read is what was written.
    const next = random(seed + 1);
    const packed = files.filter((bytes) => bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004");
    const readings = await Promise.all(packed.map(readingOf));
    for (let run = 0; run < runs; run++) {
      const at = run % packed.length;
      const whole = readings[at];
      if (!whole?.sheets) continue;
      const opened = await openWorkbook(damaged(packed[at] as Uint8Array, next), { name: "a" });
      const silent = opened.value !== null && codesOf(opened) === whole.codes;
      if (silent) expect((await printReading(opened)).sheets, `run ${run}`).toEqual(whole.sheets);
    }
  });
});

const codesOf = ({ issues }: Opened) => issues.map(({ code }) => code).join(" ");

async function readingOf(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes, { name: "a" });
  return { codes: codesOf(opened), sheets: opened.value && (await printReading(opened)).sheets };
}

it(`noise is never taken for a workbook without a word, in ${runs} runs`, async () => {
  const next = random(seed + 2);
  for (let run = 0; run < runs; run++) {
    const bytes = noise(next);
    const { issues, cells } = await readAll(bytes);
    // A few bytes may happen to be a word.
    if (cells > 0 && bytes.length > 200) expect(issues.length, `run ${run}`).toBeGreaterThan(0);
  }
});
