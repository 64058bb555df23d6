import { deflateRawSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { mergeIntoOne, renderDispatch, campaignDispatch } from "@chiendich/dispatch";
import { libreOfficeEngine, typstEngine } from "@chiendich/dispatch/node";
import { campaign, document, recipients, varying } from "./letter.ts";

/*
 * One document of 1,000 letters, beside the deflating of as much text; and PDF by Typst beside
 * LibreOffice, which gets the letters as one document of as many, its fastest way.
 * `node other.ts [letters] [pdf letters] [rounds]`
 */

const [letters = 1000, pdfLetters = 100, rounds = 3] = process.argv.slice(2).map(Number);

async function seconds(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const oneDocument: number[] = [];
const beside: number[] = [];
const megabytesOfXml = Buffer.from(
  "<w:p><w:r><w:t>Kính gửi: Trường Tiểu học</w:t></w:r></w:p>".repeat(330 * letters),
);
for (let round = 0; round < rounds; round += 1) {
  oneDocument.push(await seconds(() => mergeIntoOne(document, recipients(letters))));
  beside.push(await seconds(() => deflateRawSync(megabytesOfXml, { level: 6 })));
}
console.log(
  `one document of ${letters} letters: ${median(oneDocument).toFixed(2)} s; ` +
    `deflating ${(megabytesOfXml.length / 1e6).toFixed(0)} MB of like text: ${median(beside).toFixed(2)} s`,
);

const require = createRequire(import.meta.url);
const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];
const fonts = faces.map((face) =>
  readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)),
);
const typst = await typstEngine({ fonts });
const office = libreOfficeEngine({ timeout: 600_000 });
const ratios: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const byTypst = await seconds(async () => {
    for (let index = 0; index < pdfLetters; index += 1) {
      const unit = {
        id: "a",
        name: varying(index).name,
        aliases: [],
        type: "th",
        groups: [],
        parents: {},
        codes: [],
      };
      const letter = campaignDispatch(campaign, { unit, reportLinks: { "ket-qua": varying(index).link } });
      await renderDispatch(letter, { format: "pdf", engine: typst });
    }
  });
  const docx = await mergeIntoOne(document, recipients(pdfLetters));
  const byOffice = await seconds(() => (office.input === "docx" ? office.toPdf(docx) : null));
  ratios.push(byOffice / byTypst);
  console.log(
    `  Typst ${(pdfLetters / byTypst).toFixed(1)}/s, LibreOffice ${(pdfLetters / byOffice).toFixed(1)}/s`,
  );
}
console.log(
  `PDF: Typst is ${median(ratios).toFixed(1)} times LibreOffice, which writes ${pdfLetters} letters as one`,
);
