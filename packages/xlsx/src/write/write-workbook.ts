import { PassThrough } from "node:stream";
import type { SheetDescription, WorkbookDescription } from "@chiendich/core";
import type ExcelJS from "exceljs";
import { defaultLimits } from "../limits.ts";
import { inflate } from "../zip/inflate.ts";
import { readZip } from "../zip/read-zip.ts";
import { writeZip } from "../zip/write-zip.ts";
import { sheetOptions, writeColumns, writeRest, writeRows } from "./excel-sheet.ts";
import { excelStyles } from "./excel-style.ts";
import { withListSources } from "./list-sources.ts";
import { internalLinks, patches, pictureTexts, type PartPatch } from "./stable-parts.ts";

/** From this many cells on the streaming writer is worth its limits; forms never come near. */
const STREAMED_CELLS = 50_000;

/** The same description gives the same file whenever it is written, so the file cannot say when. */
const WRITTEN_AT = new Date(Date.UTC(2000, 0, 1));

/**
 * Writes a workbook. The same description gives the same bytes. Text is written as text whatever it
 * begins with, so that nothing typed by somebody becomes a formula.
 *
 * @throws {RangeError} for what no workbook can hold: a bad sheet name, a number that is not finite, an impossible date
 */
export async function writeWorkbook(description: WorkbookDescription): Promise<Uint8Array> {
  checkSheetNames(description.sheets);
  const workbook = withListSources(description);
  const cells = workbook.sheets.reduce(
    (sum, { rows }) => sum + rows.reduce((count, row) => count + row.cells.length, 0),
    0,
  );
  const hasPictures = workbook.sheets.some(({ pictures }) => pictures && pictures.length > 0);
  const stored =
    cells > STREAMED_CELLS && !hasPictures ? await writeStreaming(workbook) : await writeWhole(workbook);
  return repacked(stored, patches(pictureTexts(workbook), internalLinks));
}

/** Loaded when something is written: it is large, and whoever only reads never needs it. */
async function writingLibrary(): Promise<typeof ExcelJS> {
  return (await import("exceljs")).default;
}

async function writeWhole(description: WorkbookDescription): Promise<Uint8Array> {
  const { Workbook } = await writingLibrary();
  const workbook = new Workbook();
  setProperties(workbook, description);
  const style = excelStyles();
  for (const sheet of description.sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, sheetOptions(sheet));
    writeColumns(worksheet, sheet);
    writeRows(worksheet, sheet, style, false);
    writeRest(worksheet, sheet, false);
    for (const { png, at, width, height } of sheet.pictures ?? []) {
      const id = workbook.addImage({
        buffer: Buffer.from(png) as unknown as ExcelJS.Buffer,
        extension: "png",
      });
      const position = { tl: { col: at.column, row: at.row }, ext: { width, height }, editAs: "oneCell" };
      worksheet.addImage(id, position as ExcelJS.ImagePosition);
    }
  }
  addNames(workbook.definedNames, description);
  // Stored, not deflated: it is packed again below, by code that is not JavaScript.
  const options = { zip: { compression: "STORE" } } as unknown as Partial<ExcelJS.XlsxWriteOptions>;
  return new Uint8Array(await workbook.xlsx.writeBuffer(options));
}

async function writeStreaming(description: WorkbookDescription): Promise<Uint8Array> {
  const { WorkbookWriter } = (await writingLibrary()).stream.xlsx;
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const workbook = new WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
    zip: { store: true } as never,
  });
  setProperties(workbook as unknown as ExcelJS.Workbook, description);
  const style = excelStyles();
  for (const sheet of description.sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, sheetOptions(sheet));
    writeColumns(worksheet, sheet);
    writeRows(worksheet, sheet, style, true);
    writeRest(worksheet, sheet, true);
    worksheet.commit();
  }
  const { definedNames } = workbook as unknown as { definedNames: ExcelJS.DefinedNames };
  addNames(definedNames, description);
  await workbook.commit();
  return Buffer.concat(chunks);
}

function setProperties(workbook: ExcelJS.Workbook, { title }: WorkbookDescription): void {
  workbook.title = title;
  workbook.creator = "chiendich";
  workbook.lastModifiedBy = "chiendich";
  workbook.created = WRITTEN_AT;
  workbook.modified = WRITTEN_AT;
}

function addNames(target: ExcelJS.DefinedNames, { names = {} }: WorkbookDescription): void {
  for (const [name, reference] of Object.entries(names)) target.add(reference, name);
}

/** Packs exceljs's parts anew, with fixed dates and in a fixed order. */
function repacked(stored: Uint8Array, patch: PartPatch): Uint8Array {
  const { entries } = readZip(stored, "", { ...defaultLimits, unpackedBytes: Infinity, ratio: Infinity });
  const parts = [...entries.values()].map((entry) => {
    const bytes = inflate(entry, "");
    const patched = patch(entry.name, () => bytes.toString("utf8"));
    return { name: entry.name, bytes: patched === undefined ? bytes : Buffer.from(patched) };
  });
  const first = "[Content_Types].xml";
  parts.sort((a, b) => Number(b.name === first) - Number(a.name === first) || (a.name < b.name ? -1 : 1));
  return writeZip(parts);
}

function checkSheetNames(sheets: readonly SheetDescription[]): void {
  if (sheets.length === 0) throw new RangeError("a workbook needs at least one sheet");
  const seen = new Set<string>();
  for (const { name } of sheets) {
    if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) {
      throw new RangeError(`“${name}” cannot be a sheet's name: 1 to 31 characters, none of \\ / ? * [ ] :`);
    }
    const folded = name.toLocaleLowerCase("vi");
    if (seen.has(folded)) throw new RangeError(`two sheets are called “${name}”`);
    seen.add(folded);
  }
}
