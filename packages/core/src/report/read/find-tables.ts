import type { Field, RepeatingTable } from "../../report-schema/report-schema.ts";
import type { Grid } from "./grid.ts";
import type { SpecialColumn } from "./heading-words.ts";
import {
  headingMatcher,
  type HeadingMatch,
  type HeadingMatcher,
  type HeadingTarget,
} from "./match-heading.ts";

/** A table whose rows are units, or the repeating rows of one report. */
export interface RowTable {
  readonly kind: "rows";
  /** `null` for the main table; a repeating table otherwise. */
  readonly repeat: RepeatingTable | null;
  readonly headingRows: readonly number[];
  readonly columns: readonly TableColumn[];
  /** Grid rows below the headings, up to the next table. */
  readonly rows: readonly number[];
}

/** A table whose rows are fields, and one of whose columns holds the answers. */
export interface FieldTable {
  readonly kind: "fields";
  readonly headingRows: readonly number[];
  readonly labelColumn: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly number[];
}

export interface TableColumn {
  readonly column: number;
  /** As it stands over the column, the headings above it first. */
  readonly heading: string;
  readonly headingCell: { readonly row: number; readonly column: number };
  readonly match: HeadingMatch;
}

export type FoundTable = RowTable | FieldTable;

export interface TableFinder {
  readonly main: HeadingMatcher;
  readonly repeats: readonly { readonly table: RepeatingTable; readonly matcher: HeadingMatcher }[];
}

export function tableFinder(fields: readonly Field[], repeats: readonly RepeatingTable[]): TableFinder {
  return {
    main: headingMatcher(fields),
    repeats: repeats.map((table) => ({ table, matcher: headingMatcher(table.fields) })),
  };
}

/** The tables of a sheet from top to bottom, and side by side from left to right. */
export function findTables(grid: Grid, finder: TableFinder): readonly FoundTable[] {
  const bands = headingBands(grid, finder);
  const starts = bands.map(({ rows }) => rows[0] as number);
  const tables = bands.flatMap((band, index) => {
    const from = (band.rows.at(-1) as number) + 1;
    const to = starts[index + 1] ?? Infinity;
    const rows = grid.rows.filter((row) => row >= from && row < to);
    return splitSideBySide(grid, band).map((part) => toTable(part, rows));
  });
  if (tables.length > 0) return tables;
  const bare = tableWithoutHeadings(grid, finder);
  return bare ? [bare] : [];
}

interface Band {
  readonly rows: readonly number[];
  readonly columns: readonly TableColumn[];
  readonly repeat: RepeatingTable | null;
}

/** A sheet with more headings than this is not filled in by people; the rest is read under the last of them. */
const mostTables = 200;

/** Headings stand in the first rows that name at least two columns we know, one of them a field, a unit or a value. */
function headingBands(grid: Grid, finder: TableFinder): readonly Band[] {
  const bands: Band[] = [];
  let position = 0;
  while (position < grid.rows.length && bands.length < mostTables) {
    const row = grid.rows[position] as number;
    const band = mayHoldHeadings(grid, finder, row) ? bandAt(grid, finder, position) : null;
    if (band) {
      bands.push(band);
      position += band.rows.length;
    } else position += 1;
  }
  return bands;
}

/** A row of data costs one look: a heading row holds no number beside the column numbers. */
function mayHoldHeadings(grid: Grid, finder: TableFinder, row: number): boolean {
  const filled = grid.filled(row);
  if (filled.some((column) => grid.cell(row, column)?.type !== "text")) return false;
  let known = 0;
  for (const column of filled) {
    const text = grid.text(row, column);
    if (finder.main.knows(text) || finder.repeats.some(({ matcher }) => matcher.knows(text))) known += 1;
  }
  return known >= 1 && filled.length >= 1;
}

const highest = 4;

function bandAt(grid: Grid, finder: TableFinder, position: number): Band | null {
  let best: (Band & { score: number }) | null = null;
  for (let height = 1; height <= highest; height += 1) {
    const rows = grid.rows.slice(position, position + height);
    if (rows.length < height || !isHeadingBlock(grid, rows)) break;
    for (const candidate of candidatesFor(grid, finder, rows)) {
      const score = scoreOf(candidate.columns);
      if (score > (best?.score ?? 0)) best = { ...candidate, score };
    }
  }
  return best && isTable(best) ? best : null;
}

/** Text only, and after the first row it continues the headings: no row of data starts under them. */
function isHeadingBlock(grid: Grid, rows: readonly number[]): boolean {
  const last = rows.at(-1) as number;
  const filled = grid.filled(last);
  if (filled.some((column) => grid.cell(last, column)?.type !== "text")) return false;
  if (rows.length === 1) return true;
  const first = rows[0] as number;
  if (last - first !== rows.length - 1) return false;
  // Where the first column's heading is merged downwards, the row belongs to the headings; otherwise
  // a row that begins at the table's left edge is its first row of data.
  const left = Math.min(...grid.filled(first));
  return !filled.includes(left);
}

function candidatesFor(grid: Grid, finder: TableFinder, rows: readonly number[]): Band[] {
  return [
    { rows, columns: columnsOf(grid, rows, finder.main), repeat: null },
    ...finder.repeats.map(({ table, matcher }) => ({
      rows,
      columns: columnsOf(grid, rows, matcher),
      repeat: table,
    })),
  ];
}

/** The columns under the headings, each with the texts above it from top to bottom. */
function columnsOf(grid: Grid, rows: readonly number[], matcher: HeadingMatcher): TableColumn[] {
  const filled = rows.flatMap((row) => grid.filled(row));
  const first = Math.min(...filled);
  const last = Math.max(
    ...rows.flatMap((row) => grid.filled(row).map((column) => grid.merge(row, column)?.to.column ?? column)),
  );
  const columns: TableColumn[] = [];
  // A merge may reach to the last column of the sheet; a table that wide is nobody's.
  for (let column = first; column <= Math.min(last, first + 2000); column += 1) {
    const texts = textsAbove(grid, rows, column);
    const leafRow = [...rows].reverse().find((row) => grid.text(row, column) !== "");
    if (texts.length === 0 || leafRow === undefined) continue;
    const at = grid.merge(leafRow, column)?.from ?? { row: leafRow, column };
    // One heading over several columns without headings of their own names the first of them.
    if (at.column !== column) continue;
    columns.push({
      column,
      heading: texts.join(" – "),
      headingCell: at,
      match: matcher.match(pathsOf(texts)),
    });
  }
  return columns;
}

/** Merged headings repeat downwards; without merges a heading reaches right over the blanks beside it. */
function textsAbove(grid: Grid, rows: readonly number[], column: number): string[] {
  const texts: string[] = [];
  for (const [index, row] of rows.entries()) {
    const own = grid.text(row, column);
    const isLast = index === rows.length - 1;
    const text = own === "" && !isLast ? textToTheLeft(grid, rows, index, column) : own;
    if (text !== "" && texts.at(-1) !== text) texts.push(text);
  }
  return texts;
}

function textToTheLeft(grid: Grid, rows: readonly number[], index: number, column: number): string {
  const row = rows[index] as number;
  const below = rows.slice(index + 1).some((next) => grid.text(next, column) !== "");
  if (!below) return "";
  for (let left = column - 1; left >= 0 && left > column - 12; left -= 1) {
    const text = grid.text(row, left);
    if (text === "") continue;
    // It reaches this far only if it is a heading over headings itself.
    return rows
      .slice(index + 1)
      .some((next) => grid.text(next, left) !== "" && grid.text(next, left) !== text)
      ? text
      : "";
  }
  return "";
}

/** A column's heading with those above it, fullest first. */
export function pathOf(grid: Grid, rows: readonly number[], column: number): string[] {
  return pathsOf(textsAbove(grid, rows, column));
}

/** “Tổng số” over the first of several columns means what stands above it. */
const wholeOnly = /^(?:tổng số|tổng cộng|tổng|chung|cộng|số lượng)$/iu;

function pathsOf(all: readonly string[]): string[] {
  const texts = all.length > 1 && wholeOnly.test(all.at(-1) ?? "") ? all.slice(0, -1) : all;
  const paths = [texts.join(" "), texts.slice(-2).join(" "), texts.at(-1) as string];
  return [...new Set(paths)];
}

/** How much of a band is understood: sure fields count most, so that the right height wins. */
function scoreOf(columns: readonly TableColumn[]): number {
  const targets = new Set<HeadingTarget>();
  let score = 0;
  for (const { match } of columns) {
    if (match.kind === "field") {
      if (!targets.has(match.target)) score += match.near ? 2 : 4;
      targets.add(match.target);
    } else if (match.kind === "special") score += 3;
    else if (match.kind === "ambiguous") score += 1;
    else score -= 0.5;
  }
  return score;
}

const anchors: ReadonlySet<SpecialColumn> = new Set([
  "unitName",
  "unitCode",
  "fieldLabel",
  "value",
  "number",
]);

function isTable({ columns, repeat }: Band): boolean {
  const fields = columns.filter(({ match }) => match.kind === "field" || match.kind === "ambiguous").length;
  const sure = columns.filter(({ match }) => match.kind === "field" && !match.near).length;
  const has = (wanted: SpecialColumn) =>
    columns.some(({ match }) => match.kind === "special" && match.column === wanted);
  if (has("fieldLabel") && (has("value") || columns.length >= 2)) return true;
  const anchored = columns.some(({ match }) => match.kind === "special" && anchors.has(match.column));
  return anchored ? fields >= 1 : sure >= 2 && (repeat !== null || fields >= 2);
}

/** Two tables beside each other share heading rows: the second begins where a number or unit column comes again. */
function splitSideBySide(grid: Grid, band: Band): Band[] {
  const groups: TableColumn[][] = [];
  let current: TableColumn[] = [];
  const seen = new Set<SpecialColumn>();
  for (const column of band.columns) {
    const special = column.match.kind === "special" ? column.match.column : null;
    const gap = current.length > 0 && column.column - (current.at(-1) as TableColumn).column > 1;
    const again = special !== null && (special === "number" || special === "unitName") && seen.has(special);
    if (again && (gap || special === "number")) {
      groups.push(current);
      current = [];
      seen.clear();
    }
    if (special !== null) seen.add(special);
    current.push(column);
  }
  groups.push(current);
  return groups.map((columns) => ({ ...band, columns }));
}

function toTable({ rows: headingRows, columns, repeat }: Band, rows: readonly number[]): FoundTable {
  const label = columns.find(({ match }) => match.kind === "special" && match.column === "fieldLabel");
  if (label && repeat === null) {
    return { kind: "fields", headingRows, labelColumn: label.column, columns, rows };
  }
  return { kind: "rows", repeat, headingRows, columns, rows };
}

/** Labels in one column and answers beside them, without any heading: at least three labels we know. */
function tableWithoutHeadings(grid: Grid, finder: TableFinder): FieldTable | null {
  const found = new Map<number, Set<HeadingTarget>>();
  for (const row of grid.rows) {
    for (const column of grid.filled(row)) {
      if (grid.cell(row, column)?.type !== "text") continue;
      const target = finder.main.fieldOf(grid.text(row, column));
      if (target) found.set(column, (found.get(column) ?? new Set()).add(target));
    }
  }
  const [best] = [...found].sort(([, a], [, b]) => b.size - a.size);
  if (!best || best[1].size < 3) return null;
  const [labelColumn] = best;
  const first = grid.rows.find((row) => finder.main.fieldOf(grid.text(row, labelColumn)) !== null);
  const rows = grid.rows.filter((row) => row >= (first ?? 0));
  return { kind: "fields", headingRows: [], labelColumn, columns: [], rows };
}
