import type { SheetDescription, WorkbookDescription } from "@chiendich/core";
import type ExcelJS from "exceljs";
import { defaultLimits } from "../limits.ts";
import { inflate } from "../zip/inflate.ts";
import { readZip } from "../zip/read-zip.ts";
import { writeZip } from "../zip/write-zip.ts";
import { sheetOptions, writeColumns, writeRest, writeRows } from "./excel-sheet.ts";
import { excelStyles } from "./excel-style.ts";
import { withListSources } from "./list-sources.ts";
import { isLargeTable, TableRows } from "./table-rows.ts";
import { internalLinks, patches, pictureTexts, type PartPatch } from "./stable-parts.ts";

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
  const tables = new Map<SheetDescription, TableRows>();
  for (const sheet of workbook.sheets) if (isLargeTable(sheet)) tables.set(sheet, new TableRows(sheet.rows));
  const stored = await writeWithLibrary(workbook, tables);
  return repacked(stored, patches(pictureTexts(workbook), internalLinks), (name) => {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    return tables.get(workbook.sheets[Number(number) - 1] as SheetDescription);
  });
}

/** Loaded when something is written: it is large, and whoever only reads never needs it. */
async function writingLibrary(): Promise<typeof ExcelJS> {
  return (await import("exceljs")).default;
}

async function writeWithLibrary(
  description: WorkbookDescription,
  tables: ReadonlyMap<SheetDescription, TableRows>,
): Promise<Uint8Array> {
  const { Workbook } = await writingLibrary();
  const workbook = new Workbook();
  setProperties(workbook, description);
  const style = excelStyles();
  for (const sheet of description.sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, sheetOptions(sheet));
    writeColumns(worksheet, sheet);
    const table = tables.get(sheet);
    if (table) table.writeSamples(worksheet, style);
    else writeRows(worksheet, sheet, style);
    writeRest(worksheet, sheet);
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
function repacked(
  stored: Uint8Array,
  patch: PartPatch,
  tableIn: (part: string) => TableRows | undefined,
): Uint8Array {
  const { entries } = readZip(stored, "", { ...defaultLimits, unpackedBytes: Infinity, ratio: Infinity });
  const parts = [...entries.values()].map((entry) => {
    const bytes = inflate(entry, "");
    const patched = patch(entry.name, () => bytes.toString("utf8"));
    const table = tableIn(entry.name);
    if (table) return { name: entry.name, bytes: table.putInto(patched ?? bytes.toString("utf8")) };
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
