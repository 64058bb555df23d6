import { deflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { mergeIntoOne } from "@chiendich/dispatch";
import { document, recipients } from "./letter.ts";
import { median } from "./median.ts";

/*
 * One document of so many letters, beside the deflating of its text, in processor time. `node one-document.ts [letters] [rounds]`
 */

const [letters = 1000, rounds = 5] = process.argv.slice(2).map(Number);

async function seconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const written = unzipSync(await mergeIntoOne(document, recipients(letters)));
const text = written["word/document.xml"] as Uint8Array;
const ours: number[] = [];
const floor: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  ours.push(await seconds(() => mergeIntoOne(document, recipients(letters))));
  floor.push(await seconds(() => deflateRawSync(text, { level: 6 })));
}
console.log(
  `one document of ${letters} letters: ${median(ours).toFixed(2)} s; ` +
    `deflating its ${(text.length / 1e6).toFixed(0)} MB of text: ${median(floor).toFixed(2)} s`,
);
