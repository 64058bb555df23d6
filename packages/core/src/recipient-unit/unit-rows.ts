import { issue, type CellPlace, type Issue } from "../issue/issue.ts";
import type { Cell } from "../sheet/cell.ts";
import { printAddress } from "../sheet/cell-address.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { foldVietnamese } from "../vietnamese/fold.ts";
import { cleanText } from "./csv-table.ts";
import { readUnitRow, type UnitCell, type UnitStatement } from "./read-unit-row.ts";
import { unitColumn, unitHeading, type UnitColumn } from "./unit-columns.ts";

/** What one row of an office's list says of a unit, and where. */
export interface UnitRow {
  readonly statement: UnitStatement & { readonly name: string };
  readonly place: CellPlace;
}

/** The rows of an office's list, and the columns it has. */
export interface UnitRows {
  readonly columns: readonly UnitColumn[];
  readonly rows: readonly UnitRow[];
  readonly issues: readonly Issue[];
}

/** Rows in which headings are looked for: a list may have a title, an office and a date above it. */
const headingRows = 30;

interface Heading {
  readonly index: number;
  /** By column from 0; a hole is a column of no list of units. */
  readonly columns: ReadonlyMap<number, UnitColumn>;
}

/**
 * Reads a sheet in which an office keeps its units: the headings wherever they stand in the first
 * 30 rows, then a row per unit. Rows that number the columns, head a group or add up are told as
 * left out; every other row without a name is an issue.
 */
export function readUnitRows(sheet: Sheet, source: string): UnitRows {
  const place = (row: number, column: number): CellPlace => ({
    source,
    sheet: sheet.name,
    cell: printAddress({ row, column }),
  });
  const heading = findHeading(sheet);
  if (!heading) {
    const issues = [issue("unit_sheet_without_names", { source, sheet: sheet.name }, { sheet: sheet.name })];
    return { columns: [], rows: [], issues };
  }
  const issues: Issue[] = unknownHeadings(sheet, heading, place);
  const rows = sheet.rows
    .filter(({ index }) => index > heading.index)
    .flatMap((row): readonly UnitRow[] => {
      const texts = row.cells.map(cellText);
      if (texts.every((text) => text === "" || isColumnNumber(text))) return [];
      const cells = [...heading.columns].map(([column, is]): UnitCell => {
        return { column: is, text: texts[column] ?? "", place: place(row.index, column) };
      });
      const nameCell = cells.find(({ column }) => column.kind === "name") as UnitCell;
      if (isGroupOrTotal(texts, heading)) {
        issues.push(issue("unit_import_row_left_out", nameCell.place, { text: texts.find(Boolean) ?? "" }));
        return [];
      }
      const read = readUnitRow(cells.filter(({ column, text }) => column.kind !== "type" || text !== ""));
      issues.push(...read.issues);
      const { name } = read.statement;
      if (name === undefined) {
        issues.push(issue("unit_value_missing", nameCell.place, { column: "name" }));
        return [];
      }
      return [{ statement: { ...read.statement, name }, place: nameCell.place as CellPlace }];
    });
  return { columns: [...heading.columns.values()], rows, issues };
}

/** The row with the most headings of a list of units, a name among them; the first of several. */
function findHeading(sheet: Sheet): Heading | null {
  const candidates = sheet.rows
    .filter(({ index }) => index < headingRows)
    .map(({ index, cells }) => {
      const columns = new Map<number, UnitColumn>();
      const seen = new Set<string>();
      cells.forEach((cell, at) => {
        const column = cell?.type === "text" ? unitColumn(cell.value) : null;
        if (!column || seen.has(unitHeading(column))) return;
        seen.add(unitHeading(column));
        columns.set(at, column);
      });
      return { index, columns };
    })
    .filter(({ columns }) => [...columns.values()].some(({ kind }) => kind === "name"));
  return candidates.reduce<Heading | null>(
    (best, one) => (best && best.columns.size >= one.columns.size ? best : one),
    null,
  );
}

const rowNumberHeadings = new Set(["stt", "tt", "so tt", "so thu tu"]);

function unknownHeadings(
  sheet: Sheet,
  heading: Heading,
  place: (row: number, column: number) => CellPlace,
): Issue[] {
  const row = sheet.rows.find(({ index }) => index === heading.index);
  return (row?.cells ?? []).flatMap((cell, at) => {
    const text = cellText(cell);
    if (text === "" || heading.columns.has(at) || rowNumberHeadings.has(foldVietnamese(text))) return [];
    return [issue("unit_column_unknown", place(heading.index, at), { column: text })];
  });
}

/** `(1)`, `2`, `(3)` under the headings of an official table. */
function isColumnNumber(text: string): boolean {
  return /^\(?\d{1,2}\)?$/.test(text);
}

/** `II`, `A.`, `IV)` before the heading of a group. */
const groupMark = /^[IVXLC]+[.)]?$|^[A-Z][.)]?$/;

/** A row that adds up, that says nothing of a unit, or whose only texts are a mark beside the list and a name. */
function isGroupOrTotal(texts: readonly string[], { columns }: Heading): boolean {
  const filled = texts.flatMap((text, column) =>
    text === "" ? [] : [{ text, kind: columns.get(column)?.kind }],
  );
  const [first] = filled;
  if (!first || /^(tong cong|tong so|cong)\b/.test(foldVietnamese(first.text))) return true;
  if (filled.every(({ kind }) => kind === undefined)) return true;
  return first.kind === undefined && groupMark.test(first.text) && filled.length <= 2;
}

/** What a person reads in the cell: digits with the zeros its format shows, text cleaned. */
function cellText(cell: Cell | undefined): string {
  if (!cell || cell.type === "empty") return "";
  if (cell.type !== "number") return cleanText(String(cell.value));
  const digits = /^0+$/.exec(cell.format ?? "")?.[0].length ?? 0;
  return String(cell.value).padStart(digits, "0");
}
