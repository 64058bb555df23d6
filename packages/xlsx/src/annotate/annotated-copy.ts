import type {
  CellDescription,
  Cell,
  RowDescription,
  Sheet,
  SheetDescription,
  SheetSource,
  WorkbookDescription,
} from "@chiendich/core";
import { writeWorkbook } from "../write/write-workbook.ts";
import { highlight, type Annotation } from "./annotation.ts";

/**
 * A workbook with the same cells, coloured and commented, for a return whose file cannot hold either:
 * a text with separators, a web page, an old workbook.
 */
export async function annotatedCopy(
  source: SheetSource,
  annotations: ReadonlyMap<string, readonly Annotation[]>,
): Promise<Uint8Array> {
  const sheets: SheetDescription[] = [];
  for (const { name } of await source.listSheets()) {
    sheets.push(sheetCopy(await source.readSheet(name), annotations.get(name) ?? []));
  }
  const workbook: WorkbookDescription = { title: source.name, sheets: withUsableNames(sheets) };
  return writeWorkbook(workbook);
}

function sheetCopy(sheet: Sheet, annotations: readonly Annotation[]): SheetDescription {
  const rows: { cells: (CellDescription | null)[]; hidden?: boolean }[] = [];
  const rowAt = (index: number) => {
    while (rows.length <= index) rows.push({ cells: [] });
    return rows[index] as (typeof rows)[number];
  };
  for (const { index, hidden, cells } of sheet.rows) {
    const row = rowAt(index);
    if (hidden) row.hidden = true;
    row.cells = Array.from(cells, (cell) => (cell ? cellCopy(cell) : null));
  }
  for (const { at, text, severity } of annotations) {
    const { cells } = rowAt(at.row);
    while (cells.length <= at.column) cells.push(null);
    const before = cells[at.column] ?? { value: null };
    const style = severity === null ? before.style : { ...before.style, fill: highlight[severity] };
    const comment = before.comment === undefined ? text : `${before.comment}\n\n${text}`;
    cells[at.column] = { ...before, comment, ...(style ? { style } : {}) };
  }
  const { name, visibility, merges } = sheet;
  return { name, visibility, merges, rows: rows satisfies RowDescription[] };
}

function cellCopy(cell: Cell): CellDescription {
  const { type, format, link, comment } = cell;
  const extras = {
    ...(format === undefined ? {} : { style: { format } }),
    ...(link === undefined ? {} : { link }),
    ...(comment === undefined ? {} : { comment }),
  };
  if (type === "date") return { value: { date: cell.value }, ...extras };
  return { value: cell.value, ...extras };
}

/** A file's name may be no sheet's name. */
function withUsableNames(sheets: readonly SheetDescription[]): SheetDescription[] {
  return sheets.map((sheet, index) => {
    const name = sheet.name
      .replace(/[\\/?*[\]:]/g, "_")
      .replace(/^'|'$/g, "")
      .slice(0, 31);
    return { ...sheet, name: name === "" ? `${index + 1}` : name };
  });
}
