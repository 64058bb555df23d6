import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  campaignDispatch,
  mergeDispatches,
  renderDispatch,
  type DispatchDocument,
} from "@chiendich/dispatch";
import { typstEngine } from "@chiendich/dispatch/node";
import { campaign, document, recipients } from "./letter.ts";
import { median } from "./median.ts";

/*
 * One PDF for each letter: Typst from the data, beside one LibreOffice process that converts letters
 * already written as .docx. `node pdf.ts [letters] [rounds]`
 */

const [letters = 200, rounds = 3] = process.argv.slice(2).map(Number);

const require = createRequire(import.meta.url);
const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];
const fonts = faces.map((face) =>
  readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)),
);
const engine = await typstEngine({ fonts });

async function seconds(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const { pictures, template, title } = campaignDispatch(campaign);
async function byTypst(): Promise<void> {
  for (const { data } of recipients(letters)) {
    const letter: DispatchDocument = { template, title, pictures, data: { ...document.data, ...data } };
    await renderDispatch(letter, { format: "pdf", engine });
  }
}

async function byLibreOffice(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "chiendich-bench-"));
  try {
    const files: string[] = [];
    for await (const { bytes } of mergeDispatches(document, recipients(letters))) {
      files.push(join(folder, `${files.length}.docx`));
      writeFileSync(files.at(-1) as string, bytes);
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    return await seconds(() =>
      execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files], {
        stdio: "ignore",
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ratios: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const typst = await seconds(byTypst);
  const office = await byLibreOffice();
  ratios.push(office / typst);
  console.log(`  Typst ${(letters / typst).toFixed(1)}/s, LibreOffice ${(letters / office).toFixed(1)}/s`);
}
console.log(`PDF of ${letters} letters: Typst is ${median(ratios).toFixed(1)} times LibreOffice`);
