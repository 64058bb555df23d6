// Opens one file and reads every sheet of it, as a return is read: prints time, memory and outcome as JSON.
import { readFileSync } from "node:fs";
import { SheetSourceError } from "@chiendich/core";
import { openWorkbook } from "@chiendich/xlsx";

const [path = ""] = process.argv.slice(2);
const bytes = readFileSync(path);
const start = performance.now();
const { value, issues } = await openWorkbook(bytes, { name: path.split("/").at(-1) ?? path });
const codes = issues.map(({ code }) => code);
for (const { name } of (await value?.listSheets()) ?? []) {
  try {
    codes.push(...((await value?.readSheet(name))?.issues ?? []).map(({ code }) => code));
  } catch (error) {
    if (!(error instanceof SheetSourceError)) throw error;
    codes.push(error.issue?.code as (typeof codes)[number]);
  }
}
const ms = performance.now() - start;
const outcome = [...new Set(codes)].join(", ") || "read";
console.log(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS / 1024, outcome }));
