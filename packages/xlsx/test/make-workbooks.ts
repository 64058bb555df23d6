// Makes the files under `workbooks/`, what reading them gives, and their README:
//
//   node --conditions=@chiendich/source packages/xlsx/test/make-workbooks.ts
//
// A file another program made is kept as it is. Look at the difference before you commit: every line
// of a .json is a promise.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { openWorkbook } from "../src/index.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { printReading } from "./reading.ts";

const folder = new URL("./workbooks/", import.meta.url);
const lines = [
  "# Workbooks that show something",
  "",
  "Each file is named after what it shows and has a `.json` beside it: what reading it must give. They",
  "are made by `make-workbooks.ts` from `catalogue/`; where a program is named, that program made the file.",
];
for (const { title, fixtures } of catalogue) {
  lines.push("", `## ${title}`, "", "| file | why | made with |", "| --- | --- | --- |");
  for (const { file, why, make, madeWith } of fixtures) {
    const url = new URL(file, folder);
    if (make) writeFileSync(url, await make());
    if (!existsSync(url)) throw new Error(`${file} is made by ${madeWith ?? "hand"} and is not there`);
    const reading = await printReading(await openWorkbook(readFileSync(url), { name: file }));
    await writeFormatted(`${file}.json`, JSON.stringify(reading, null, 2));
    lines.push(`| ${file} | ${why.replaceAll("|", "\\|")} | ${madeWith ?? "by hand"} |`);
  }
}
await writeFormatted("README.md", lines.join("\n"));

/** As the rest of the project is formatted, so that making the files again changes nothing. */
async function writeFormatted(name: string, text: string): Promise<void> {
  const filepath = fileURLToPath(new URL(name, folder));
  const options = await resolveConfig(filepath);
  writeFileSync(filepath, await format(text, { ...options, filepath }));
}
