// Reads and writes the same workbooks with us and with our peers, in turns, each in a process of its
// own, and prints ratios:
//
//   pnpm --filter @chiendich/bench workbooks [--sizes 10000,100000,500000] [--files 1000] [--rounds 3] [--write 100000]
//
// What is measured is what is published, so build first; `--source` measures the sources instead,
// whose types Node must strip on loading. A size of 0 files, or `--write 0`, leaves that part out. Every reader must give exact counts and sums.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { folderOfForms, tableFile, type BenchFile, type Contents } from "./make-files.ts";
import { readers } from "./readers.ts";
import { writers } from "./writers.ts";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,500000" },
    files: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
    source: { type: "boolean", default: false },
    write: { type: "string", default: "100000" },
    readers: { type: "string", default: Object.keys(readers).join("|") },
  },
});
const rounds = Number(options.rounds);
const folder = `${tmpdir()}/chiendich-bench-workbooks`;
mkdirSync(folder, { recursive: true });

interface Took {
  readonly ms: number;
  readonly cpuMs: number;
  readonly rss: number;
  readonly contents?: readonly Contents[];
}

for (const size of options.sizes.split(",").map(Number).filter(Boolean)) {
  await compareReading(`${size.toLocaleString("en")} rows`, [
    await tableFile(`${folder}/table-${size}.xlsx`, size),
  ]);
}
if (Number(options.files) > 0) {
  const forms = await folderOfForms(`${folder}/forms-${options.files}`, Number(options.files));
  await compareReading(`${options.files} forms`, forms);
}
if (Number(options.write) > 0)
  compare(`writing ${options.write} rows`, Object.keys(writers), (name) =>
    run("write-once", [name, options.write]),
  );

async function compareReading(title: string, files: readonly BenchFile[]): Promise<void> {
  const list = `${folder}/list.txt`;
  writeFileSync(list, files.map(({ path }) => path).join("\n"));
  const names = options.readers
    .split("|")
    .filter((name) => files.length === 1 || !name.includes("streaming"));
  compare(title, names, (name) => {
    const took = run("read-once", [name, `@${list}`]);
    files.forEach(({ contents, path }, index) => {
      const found = took.contents?.[index];
      if (!found || !isExact(found, contents)) {
        throw new Error(
          `${name} read ${path} wrongly: ${JSON.stringify(found)} instead of ${JSON.stringify(contents)}`,
        );
      }
    });
    return took;
  });
}

function isExact(found: Contents, wanted: Contents): boolean {
  const { sum, ...counts } = wanted;
  const sameCounts = Object.entries(counts).every(([key, value]) => found[key as keyof Contents] === value);
  // Sums of fractions depend on their order in the last digits only.
  return sameCounts && Math.abs(found.sum - sum) <= Math.abs(sum) * 1e-12;
}

/** Rounds in turns, so that what else the machine does falls on all alike; ratios within a round, medians over rounds. */
function compare(title: string, names: readonly string[], measure: (name: string) => Took): void {
  const taken = new Map<string, Took[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) taken.get(name)?.push(measure(name));
  }
  const [base = ""] = names;
  const baseTimes = taken.get(base) ?? [];
  console.log(`\n${title}, ${rounds} rounds, ratios to ${base}`);
  console.log("| | wall | cpu | ms | peak RSS MB |\n| --- | --- | --- | --- | --- |");
  for (const name of names) {
    const times = taken.get(name) ?? [];
    const ratio = (key: "ms" | "cpuMs") =>
      median(times.map((time, index) => time[key] / (baseTimes[index]?.[key] ?? NaN)));
    const row = [
      name,
      ratio("ms").toFixed(3),
      ratio("cpuMs").toFixed(3),
      median(times.map(({ ms }) => ms)).toFixed(0),
      median(times.map(({ rss }) => rss)).toFixed(0),
    ];
    console.log(`| ${row.join(" | ")} |`);
  }
}

function run(script: string, args: readonly string[]): Took {
  const file = fileURLToPath(new URL(`./${script}.ts`, import.meta.url));
  const flags = [
    ...(options.source ? ["--conditions=@chiendich/source"] : []),
    "--max-old-space-size=12000",
    file,
    ...args,
  ];
  return JSON.parse(execFileSync(process.execPath, flags, { encoding: "utf8", maxBuffer: 1 << 28 })) as Took;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
