// One writer, one table, one process: `write-once.ts <writer> <rows>` prints what it took as JSON.
import { writers } from "./writers.ts";

const [name = "", rows = "100000"] = process.argv.slice(2);
const load = writers[name];
if (!load) throw new RangeError(`no writer “${name}”; there are ${Object.keys(writers).join(", ")}`);
const write = await load(Number(rows));

const before = process.cpuUsage();
const start = performance.now();
const bytes = await write();
const ms = performance.now() - start;
const cpu = process.cpuUsage(before);
const rss = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms, cpuMs: (cpu.user + cpu.system) / 1000, rss, bytes: bytes.length }));
