import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../src/index.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { damaged, noise, random, readAll } from "./fuzz.ts";
import { printReading } from "./reading.ts";

const runs = process.env["CHIENDICH_SLOW"] === "full" ? 100_000 : 3_000;
const files = catalogue
  .flatMap(({ fixtures }) => fixtures)
  .map(({ file }) => readFileSync(new URL(`./workbooks/${file}`, import.meta.url)))
  .filter((bytes) => bytes.length > 0 && bytes.length < 20_000);

describe("a file damaged at random", () => {
  it(`never crashes or hangs, in ${runs} runs, and is refused with a reason or read`, async () => {
    const next = random(1);
    for (let run = 0; run < runs; run++) {
      const bytes = damaged(files[run % files.length] as Uint8Array, next);
      const { value, issues } = await readAll(bytes);
      if (value === null) expect(issues, `run ${run}`).toHaveLength(1);
    }
  });
  it(`is never read as another workbook without a word, in ${runs / 2} runs`, async () => {
    // In a zip file every byte of a part is under a checksum: what can be read is what was written.
    const next = random(2);
    const bytes = readFileSync(new URL("./workbooks/saved-by-exceljs.xlsx", import.meta.url));
    const { sheets } = await printReading(await openWorkbook(bytes, { name: "a" }));
    for (let run = 0; run < runs / 2; run++) {
      const opened = await openWorkbook(damaged(bytes, next), { name: "a" });
      const silent = opened.value !== null && opened.issues.length === 0;
      if (silent) expect((await printReading(opened)).sheets, `run ${run}`).toEqual(sheets);
    }
  });
});

it(`noise is never taken for a workbook without a word, in ${runs} runs`, async () => {
  const next = random(3);
  for (let run = 0; run < runs; run++) {
    const bytes = noise(next);
    const { issues, cells } = await readAll(bytes);
    // A few bytes may happen to be a word.
    if (cells > 0 && bytes.length > 200) expect(issues.length, `run ${run}`).toBeGreaterThan(0);
  }
});
