// One reader, some files, one process: `read-once.ts <reader> <file…>` prints what it took as JSON.
import { readers, Tally } from "./readers.ts";

const [name = "", ...paths] = process.argv.slice(2);
const load = readers[name];
if (!load) throw new RangeError(`no reader “${name}”; there are ${Object.keys(readers).join(", ")}`);
const read = await load();
const files =
  paths.length === 1 && paths[0]?.startsWith("@")
    ? (await import("node:fs")).readFileSync(paths[0].slice(1), "utf8").split("\n")
    : paths;

const before = process.cpuUsage();
const start = performance.now();
const contents = [];
for (const path of files) {
  const tally = new Tally();
  await read(path, tally);
  contents.push(tally.contents());
}
const ms = performance.now() - start;
const cpu = process.cpuUsage(before);
const rss = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms, cpuMs: (cpu.user + cpu.system) / 1000, rss, contents }));
