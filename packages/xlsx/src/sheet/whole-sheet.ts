import {
  parseAddress,
  parseRange,
  printRange,
  type Cell,
  type CellRange,
  type Sheet,
  type SheetInfo,
  type SheetRow,
} from "@chiendich/core";
import type { Relationship } from "../package/workbook-package.ts";
import type { IssueLog } from "./issue-log.ts";
import type { SheetFrame } from "./sheet-xml.ts";

/** Cells of a link over a range get it one by one; over more than this only the first does. */
const LINKED_CELLS = 10_000;

export interface SheetParts {
  readonly info: SheetInfo;
  readonly rows: readonly SheetRow[];
  readonly frame: SheetFrame;
  readonly related: readonly Relationship[];
  readonly comments: ReadonlyMap<string, string>;
  readonly dateEpoch: 1900 | 1904;
}

/** Puts together what a file keeps apart: rows, and the links, comments and merges that belong to their cells. */
export function wholeSheet(parts: SheetParts, log: IssueLog): Sheet {
  const { info, frame, dateEpoch } = parts;
  const rows = inOrder(parts.rows, log);
  const grid = new Grid(rows);
  for (const { ref, id, location } of frame.links) {
    const target = parts.related.find((one) => one.id === id)?.target;
    const link = linkOf(target, location);
    for (const { row, column } of cellsOf(ref)) grid.extend(row, column, { link });
  }
  for (const [ref, comment] of parts.comments) {
    const at = parseAddress(ref);
    if (at) grid.extend(at.row, at.column, { comment });
  }
  return {
    ...info,
    rows: grid.rows(),
    merges: withoutOverlaps(frame.merges, log),
    hiddenColumns: [...new Set(frame.hiddenColumns)].sort((a, b) => a - b),
    ...(dateEpoch === 1904 ? { dateEpoch } : {}),
  };
}

/** A place in this workbook is `#'Sheet'!A1`; some programs write it as an address outside as well. */
function linkOf(target: string | undefined, location: string | undefined): string {
  if (target === undefined) return `#${location ?? ""}`;
  if (target.startsWith("#") || location === undefined) return target;
  return `${target}#${location}`;
}

function inOrder(rows: readonly SheetRow[], log: IssueLog): readonly SheetRow[] {
  if (rows.every((row, index) => index === 0 || row.index > (rows[index - 1] as SheetRow).index)) return rows;
  const byIndex = new Map<number, SheetRow>();
  for (const row of rows) {
    const before = byIndex.get(row.index);
    byIndex.set(row.index, before ? joined(before, row, log) : row);
  }
  return [...byIndex.values()].sort((a, b) => a.index - b.index);
}

/** A row that the file holds twice keeps, of each cell, the first. */
function joined(first: SheetRow, second: SheetRow, log: IssueLog): SheetRow {
  const cells = [...first.cells];
  second.cells.forEach((cell, column) => {
    if (cell === undefined) return;
    if (cells[column] === undefined) cells[column] = cell;
    else log.addAt("workbook_cell_repeated", first.index, column, {});
  });
  return { ...first, cells };
}

function* cellsOf(ref: string): Generator<CellRange["from"]> {
  const range = parseRange(ref);
  if (!range) return;
  const { from, to } = range;
  const count = (to.row - from.row + 1) * (to.column - from.column + 1);
  if (count > LINKED_CELLS) {
    yield from;
    return;
  }
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) yield { row, column };
  }
}

/** Rows to which single cells can be added; copies only the rows it touches. */
class Grid {
  private readonly byIndex = new Map<number, SheetRow>();
  private readonly original: readonly SheetRow[];
  private indexed = false;

  constructor(rows: readonly SheetRow[]) {
    this.original = rows;
  }

  extend(row: number, column: number, extras: { link?: string; comment?: string }): void {
    if (!this.indexed) for (const one of this.original) this.byIndex.set(one.index, one);
    this.indexed = true;
    const existing = this.byIndex.get(row) ?? { index: row, cells: [] };
    const cells = [...existing.cells];
    while (cells.length < column) cells.push(undefined);
    const blank: Cell = { type: "empty", value: null };
    cells[column] = { ...(cells[column] ?? blank), ...extras };
    this.byIndex.set(row, { ...existing, cells });
  }

  rows(): readonly SheetRow[] {
    return this.indexed ? [...this.byIndex.values()].sort((a, b) => a.index - b.index) : this.original;
  }
}

/** Overlapping merges have no meaning a person could see; the first of two is kept. */
function withoutOverlaps(merges: readonly CellRange[], log: IssueLog): readonly CellRange[] {
  const byRow = [...merges].sort((a, b) => a.from.row - b.from.row || a.from.column - b.from.column);
  const kept: CellRange[] = [];
  let open: CellRange[] = [];
  for (const merge of byRow) {
    open = open.filter(({ to }) => to.row >= merge.from.row);
    const overlaps = open.some(
      ({ from, to }) => from.column <= merge.to.column && merge.from.column <= to.column,
    );
    if (overlaps) {
      log.addAt("workbook_merge_invalid", merge.from.row, merge.from.column, {
        range: printRange(merge),
        why: "overlap",
      });
      continue;
    }
    kept.push(merge);
    open.push(merge);
  }
  return kept;
}
