// Opens every file of the reader's catalogue, and some too large to keep, each in a process of its
// own, and prints what took longest and most memory:
//
//   pnpm --filter @chiendich/bench workbooks-hostile
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { crc32, deflateRawSync } from "node:zlib";

const catalogue = fileURLToPath(new URL("../../../xlsx/test/workbooks/", import.meta.url));
const folder = `${tmpdir()}/chiendich-bench-hostile`;
mkdirSync(folder, { recursive: true });

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Too large for the catalogue: what only size makes hostile. */
const large: Readonly<Record<string, () => string>> = {
  "a-million-blank-formatted-rows": () =>
    Array.from({ length: 1_000_000 }, (_, row) => `<row r="${row + 1}" s="1" customFormat="1"/>`).join(""),
  "a-million-rows-of-blank-formatted-cells": () =>
    Array.from(
      { length: 1_000_000 },
      (_, row) =>
        `<row r="${row + 1}"><c r="A${row + 1}" s="1"/><c r="B${row + 1}" s="1"/><c r="C${row + 1}" s="1"/></row>`,
    ).join(""),
  "a-hundred-thousand-cells-out-at-XFD": () =>
    Array.from(
      { length: 100_000 },
      (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
    ).join(""),
  "a-row-of-every-column": () =>
    Array.from(
      { length: 200 },
      (_, row) => `<row r="${row + 1}">${"<c><v>1</v></c>".repeat(16_384)}</row>`,
    ).join(""),
  "two-hundred-texts-of-the-longest-length": () =>
    Array.from(
      { length: 200 },
      (_, row) =>
        `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>${String.fromCharCode(97 + (row % 26)).repeat(32_767)}</t></is></c></row>`,
    ).join(""),
  "as-many-numbers-as-the-limit-allows": () =>
    Array.from(
      { length: 100_000 },
      (_, row) => `<row r="${row + 1}">${"<c><v>1</v></c>".repeat(20)}</row>`,
    ).join(""),
  "more-numbers-than-the-limit-allows": () =>
    Array.from(
      { length: 100_000 },
      (_, row) => `<row r="${row + 1}">${"<c><v>1</v></c>".repeat(60)}</row>`,
    ).join(""),
  "three-hundred-thousand-shared-formulas": () =>
    Array.from(
      { length: 300_000 },
      (_, row) =>
        `<row r="${row + 1}"><c r="A${row + 1}"><f t="shared" si="0"${row === 0 ? ' ref="A1:A300000"' : ""}>${row === 0 ? "B1+C1" : ""}</f><v>1</v></c></row>`,
    ).join(""),
};
for (const [name, rows] of Object.entries(large)) writeFileSync(`${folder}/${name}.xlsx`, workbook(rows()));

const files = [
  ...readdirSync(catalogue)
    .filter((name) => !/\.json$|^README|^\./.test(name))
    .map((name) => catalogue + name),
  ...Object.keys(large).map((name) => `${folder}/${name}.xlsx`),
];
const taken = files.map((path) => {
  const script = fileURLToPath(new URL("./open-once.ts", import.meta.url));
  const printed = execFileSync(process.execPath, [script, path], {
    encoding: "utf8",
  });
  return {
    name: path.split("/").at(-1),
    ...(JSON.parse(printed) as { ms: number; rss: number; outcome: string }),
  };
});
console.log("| file | ms | peak RSS MB | outcome |\n| --- | --- | --- | --- |");
for (const { name, ms, rss, outcome } of taken.sort((a, b) => b.ms - a.ms).slice(0, 12)) {
  console.log(`| ${name} | ${ms.toFixed(0)} | ${rss.toFixed(0)} | ${outcome} |`);
}
console.log(
  `\n${taken.length} files; at most ${Math.max(...taken.map(({ ms }) => ms)).toFixed(0)} ms and ${Math.max(...taken.map(({ rss }) => rss)).toFixed(0)} MB`,
);

function workbook(rows: string): Buffer {
  return zip({
    "_rels/.rels": `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  });
}

function zip(parts: Readonly<Record<string, string>>): Buffer {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, tail, Buffer.from(name));
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, Buffer.from(name), packed]);
    pieces.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(central.length / 4, 8);
  end.writeUInt16LE(central.length / 4, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, directory, end]);
}
