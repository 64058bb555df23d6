import {
  columnIndex,
  columnName,
  type CellDescription,
  type CellStyle,
  type RowDescription,
  type SheetDescription,
} from "@chiendich/core";
import type ExcelJS from "exceljs";
import { contentText } from "../xml/tags.ts";
import type { excelStyles } from "./excel-style.ts";
import { DATE_FORMAT, plainValue } from "./excel-value.ts";

/** From this many cells on it is worth the while; forms never come near. */
const LARGE = 20_000;
/** Far below whatever a merge or a print title may touch. */
const SAMPLE_ROW = 1_048_000;

/** Whether a sheet is a large table of plain cells: links and comments are kept in other parts of the file. */
export function isLargeTable({ rows }: SheetDescription): boolean {
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  const isPlain = (cell: CellDescription | null) => cell?.link === undefined && cell?.comment === undefined;
  return cells > LARGE && rows.length < SAMPLE_ROW && rows.every((row) => row.cells.every(isPlain));
}

/**
 * The rows of a large table. exceljs makes an object of every cell, which is most of the time such a
 * table takes. So it is given one blank cell for each style instead; its numbers for the styles are
 * read off what it wrote, and the rows are written here.
 */
export class TableRows {
  private readonly rows: readonly RowDescription[];
  /** Numbers of styles in the order of their samples; for cells with the same style object, by that. */
  private readonly samples: { readonly style: CellStyle | undefined; readonly format: string }[] = [];
  private readonly known = new Map<CellStyle | undefined, Map<string, number>>();

  constructor(rows: readonly RowDescription[]) {
    this.rows = rows;
    for (const { cells } of rows) for (const cell of cells) if (cell) this.sampleOf(cell);
  }

  writeSamples(worksheet: ExcelJS.Worksheet, style: ReturnType<typeof excelStyles>): void {
    const row = worksheet.getRow(SAMPLE_ROW);
    this.samples.forEach((sample, index) => {
      row.getCell(index + 1).style = style(sample.style, sample.format);
    });
  }

  /** The sheet exceljs wrote, with the rows in the place of the samples. */
  putInto(xml: string): Buffer {
    const numbers = this.writtenNumbers(xml);
    const [before = "", after = ""] = xml.split(/<sheetData\/>|<sheetData>[^]*<\/sheetData>/);
    const pieces = [Buffer.from(`${before.replace(/<dimension [^>]*>/, "")}<sheetData>`)];
    let batch = "";
    this.rows.forEach((row, index) => {
      batch += rowXml(row, index, (cell) => numbers[this.sampleOf(cell)] ?? 0);
      if (batch.length < 1 << 20) return;
      pieces.push(Buffer.from(batch));
      batch = "";
    });
    pieces.push(Buffer.from(`${batch}</sheetData>${after}`));
    return Buffer.concat(pieces);
  }

  private sampleOf(cell: CellDescription): number {
    const isDate = typeof cell.value === "object" && cell.value !== null;
    const format = isDate && cell.style?.format === undefined ? DATE_FORMAT : "";
    let byFormat = this.known.get(cell.style);
    if (!byFormat) this.known.set(cell.style, (byFormat = new Map()));
    let sample = byFormat.get(format);
    if (sample === undefined) {
      sample = this.samples.push({ style: cell.style, format }) - 1;
      byFormat.set(format, sample);
    }
    return sample;
  }

  /** exceljs's number for each sample; 0, the plain style, for one it did not write. */
  private writtenNumbers(xml: string): number[] {
    const numbers = new Array<number>(this.samples.length).fill(0);
    for (const [, column, style] of xml.matchAll(
      new RegExp(`<c r="([A-Z]+)${SAMPLE_ROW}" s="(\\d+)"`, "g"),
    )) {
      numbers[columnIndex(column as string)] = Number(style);
    }
    return numbers;
  }
}

function rowXml(row: RowDescription, index: number, styleOf: (cell: CellDescription) => number): string {
  let cells = "";
  row.cells.forEach((cell, column) => {
    if (cell) cells += cellXml(cell, index, column, styleOf(cell));
  });
  const height = row.height === undefined ? "" : ` ht="${row.height}" customHeight="1"`;
  const hidden = row.hidden ? ' hidden="1"' : "";
  if (cells === "" && height === "" && hidden === "") return "";
  return `<row r="${index + 1}"${height}${hidden}>${cells}</row>`;
}

const names: string[] = [];

function cellXml(cell: CellDescription, row: number, column: number, style: number): string {
  const name = (names[column] ??= columnName(column));
  const open = style === 0 ? `<c r="${name}${row + 1}"` : `<c r="${name}${row + 1}" s="${style}"`;
  const value = plainValue(cell, row, column);
  if (cell.formula !== undefined) return `${open}${formulaXml(cell.formula, value)}</c>`;
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  if (typeof value === "string") {
    const space = /^\s|\s$|\s\s|\n/.test(value) ? ' xml:space="preserve"' : "";
    return `${open} t="inlineStr"><is><t${space}>${contentText(value)}</t></is></c>`;
  }
  if (typeof value === "boolean") return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
  return style === 0 ? "" : `${open}/>`;
}

function formulaXml(formula: string, value: string | number | boolean | null): string {
  const text = `<f>${contentText(formula)}</f>`;
  if (value === null) return `>${text}`;
  if (typeof value === "string") return ` t="str">${text}<v>${contentText(value)}</v>`;
  if (typeof value === "boolean") return ` t="b">${text}<v>${value ? 1 : 0}</v>`;
  return `>${text}<v>${value}</v>`;
}
