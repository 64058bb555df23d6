import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./median.ts";

/*
 * Letters per second of processor time of each candidate, each in a process of its own, as ratios within one round;
 * the median over the rounds. `node run.ts [letters] [peer letters] [rounds]`.
 *
 * Peers write fewer letters: their speed does not depend on the number, and ten thousand would take
 * them an hour.
 */

interface Measured {
  readonly perSecond: number;
  readonly megabytes: number;
  readonly bytes: number;
}

const [letters = 10_000, peerLetters = 200, rounds = 3] = process.argv.slice(2).map(Number);
const one = fileURLToPath(new URL("one.ts", import.meta.url));
const fast = ["floor", "ours, zlib 6", "ours, segments"];
const slow = ["docxtemplater", "easy-template-x", "docx-templates", "docx"];

function measure(name: string): Measured {
  const count = String(fast.includes(name) ? letters : peerLetters);
  const flags = ["--expose-gc", "--conditions=@chiendich/source"];
  return JSON.parse(
    execFileSync(process.execPath, [...flags, one, name, count], { encoding: "utf8" }),
  ) as Measured;
}

const ratios = new Map<string, number[]>();
const add = (what: string, ratio: number) => ratios.set(what, [...(ratios.get(what) ?? []), ratio]);

for (let round = 1; round <= rounds; round += 1) {
  const results = new Map([...fast, ...slow].map((name) => [name, measure(name)]));
  const rate = (name: string) => results.get(name)?.perSecond ?? NaN;
  console.log(`round ${round} of ${rounds}`);
  for (const [name, { perSecond, megabytes, bytes }] of results) {
    console.log(
      `  ${name.padEnd(16)} ${perSecond.toFixed(0).padStart(6)}/s ${megabytes.toFixed(0).padStart(5)} MB ${(bytes / 1024).toFixed(1).padStart(6)} KB a letter`,
    );
  }
  add("ours, zlib 6 / floor", rate("ours, zlib 6") / rate("floor"));
  add("ours, segments / floor", rate("ours, segments") / rate("floor"));
  for (const peer of slow) add(`ours, segments / ${peer}`, rate("ours, segments") / rate(peer));
  for (const peer of slow) add(`ours, zlib 6 / ${peer}`, rate("ours, zlib 6") / rate(peer));
}
console.log(`median of ${rounds} rounds, ${letters} letters (peers ${peerLetters})`);
for (const [what, values] of ratios) console.log(`  ${what.padEnd(36)} ${median(values).toFixed(2)}`);
