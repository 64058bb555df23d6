import { candidates } from "./candidates.ts";

/*
 * One candidate in a process of its own: a first run to warm up, then the measured one. Prints JSON.
 * Speed is by processor time, of all threads and so with the collection of garbage: what else the
 * machine does at the time changes it little.
 */

const [name = "", count = "0"] = process.argv.slice(2);
const make = candidates[name];
if (!make) throw new RangeError(`there is no candidate ${name}`);
const candidate = await make();
const letters = Number(count);
await candidate(Math.min(2000, letters));
globalThis.gc?.();
const start = process.cpuUsage();
const bytes = await candidate(letters);
const { user, system } = process.cpuUsage(start);
const seconds = (user + system) / 1e6;
console.log(
  JSON.stringify({
    perSecond: letters / seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    bytes: bytes / letters,
  }),
);
