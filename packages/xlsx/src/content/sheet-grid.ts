import {
  printAddress,
  type Cell,
  type CellRange,
  type Issue,
  type Sheet,
  type SheetRow,
  type SheetVisibility,
} from "@chiendich/core";
import type { WorkbookLimits } from "../limits.ts";
import { IssueLog } from "../sheet/issue-log.ts";
import { COLUMNS, ROWS } from "../sheet/row-gatherer.ts";
import { notesOn } from "../sheet/text.ts";
import { refuse } from "../workbook-problem.ts";

/** A sheet being put together cell by cell, by the readers of everything that is not a package of XML parts. */
export class SheetGrid {
  visibility: SheetVisibility = "visible";
  readonly name: string;
  readonly log: IssueLog;
  private readonly rows = new Map<number, (Cell | undefined)[]>();
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly merges: CellRange[] = [];
  private readonly limits: WorkbookLimits;
  private readonly source: string;
  private cells = 0;

  constructor(name: string, source: string, limits: WorkbookLimits) {
    this.name = name;
    this.source = source;
    this.limits = limits;
    this.log = new IssueLog(source, name, limits.issuesPerCode);
  }

  set(row: number, column: number, cell: Cell): void {
    const place = { source: this.source, sheet: this.name };
    if (row >= ROWS || column >= COLUMNS) {
      this.log.add("workbook_cell_address_invalid", undefined, { address: printAddress({ row, column }) });
      return;
    }
    if (++this.cells > this.limits.cells) {
      refuse("workbook_too_large", place, { limit: "cells", allowed: this.limits.cells });
    }
    if (cell.type === "text") this.note(row, column, cell.value);
    const cells = this.rows.get(row) ?? [];
    while (cells.length < column && column - cells.length < 64) cells.push(undefined);
    cells[column] = cell;
    this.rows.set(row, cells);
  }

  hideRow(row: number): void {
    this.hiddenRows.add(row);
  }

  hideColumn(column: number): void {
    if (column < COLUMNS) this.hiddenColumns.add(column);
  }

  merge(range: CellRange): void {
    const { from, to } = range;
    if (from.row === to.row && from.column === to.column) return;
    if (this.merges.length >= this.limits.merges) {
      const place = { source: this.source, sheet: this.name };
      refuse("workbook_too_large", place, { limit: "merges", allowed: this.limits.merges });
    }
    this.merges.push(range);
  }

  sheet(): Sheet {
    const rows: SheetRow[] = [...this.rows]
      .sort(([a], [b]) => a - b)
      .map(([index, cells]) =>
        this.hiddenRows.has(index) ? { index, hidden: true, cells } : { index, cells },
      );
    const hiddenColumns = [...this.hiddenColumns].sort((a, b) => a - b);
    return { name: this.name, visibility: this.visibility, rows, merges: this.merges, hiddenColumns };
  }

  issues(): readonly Issue[] {
    return this.log.close();
  }

  private note(row: number, column: number, text: string): void {
    const notes = notesOn(text);
    if (!notes) return;
    if (notes.hidden !== null) {
      this.log.addAt("workbook_text_has_hidden_characters", row, column, { characters: notes.hidden });
    }
    if (notes.formulaLike) {
      this.log.addAt("workbook_text_looks_like_formula", row, column, { text: text.slice(0, 60) });
    }
    if (notes.tooLong) this.log.addAt("workbook_text_too_long", row, column, { length: text.length });
  }
}
