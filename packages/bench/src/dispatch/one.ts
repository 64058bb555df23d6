import { candidates } from "./candidates.ts";

/* One candidate in a process of its own: a first run to warm up, then the measured one. Prints JSON. */

const [name = "", count = "0"] = process.argv.slice(2);
const make = candidates[name];
if (!make) throw new RangeError(`there is no candidate ${name}`);
const candidate = await make();
const letters = Number(count);
await candidate(Math.min(200, letters));
globalThis.gc?.();
const start = process.hrtime.bigint();
const bytes = await candidate(letters);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log(
  JSON.stringify({
    perSecond: letters / seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    bytes: bytes / letters,
  }),
);
