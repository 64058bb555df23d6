import { printAddress, type Cell, type SheetRow } from "@chiendich/core";
import type { IssueLog } from "./issue-log.ts";
import { formulaParts, shiftFormula, type FormulaParts } from "./shift-formula.ts";

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** Blank rows or columns between two cells from which on the second is likely a slip of the hand. */
const FAR_ROWS = 10_000;
const FAR_COLUMNS = 500;
/** Blank rows with formats only, from which on somebody should know why the file is so large. */
const MANY_BLANK_ROWS = 10_000;

const SHORT_ROW = 12;

/** A row of no height is as hidden as one that says so. */
export function isHiddenRow(hidden: string | undefined, height: string | undefined): boolean {
  return hidden === "1" || hidden === "true" || (height !== undefined && Number(height) === 0);
}

/** Takes cells in the order of the file and gives rows; watches over what the order should be. */
export class RowGatherer {
  /** Finished rows, to be taken away by whoever drives the reading. */
  rows: SheetRow[] = [];
  cellCount = 0;
  outOfOrder = 0;
  private readonly log: IssueLog;
  private index = -1;
  private before = { index: -1, outOfOrder: 0, cellCount: 0 };
  private hidden = false;
  private cells: (Cell | undefined)[] = [];
  private lastUsedRow = -1;
  private blankRows = 0;
  private readonly sharedFormulas = new Map<string, { parts: FormulaParts; row: number; column: number }>();

  constructor(log: IssueLog) {
    this.log = log;
  }

  /** @param index from 0; `null` when the file leaves it out: the row after the last */
  beginRow(index: number | null, hidden: boolean): number {
    this.before = { index: this.index, outOfOrder: this.outOfOrder, cellCount: this.cellCount };
    this.log.mark();
    const next = index ?? this.index + 1;
    if (next <= this.index) this.outOfOrder++;
    this.index = next;
    this.hidden = hidden;
    this.cells = [];
    return next;
  }

  add(column: number, cell: Cell): void {
    const { cells } = this;
    if (cells[column] !== undefined) {
      this.log.add("workbook_cell_repeated", this.address(column), {});
      return;
    }
    if (column - cells.length > FAR_COLUMNS) {
      this.log.add("workbook_cell_far_away", this.address(column), {
        rows: 0,
        columns: column - cells.length,
      });
    }
    while (cells.length < column && column - cells.length < 64) cells.push(undefined);
    cells[column] = cell;
    this.cellCount++;
  }

  endRow(): void {
    if (this.cells.length === 0) {
      this.blankRows++;
      return;
    }
    const gap = this.index - this.lastUsedRow - 1;
    if (gap > FAR_ROWS) {
      const first = this.cells.findIndex((cell) => cell !== undefined);
      this.log.add("workbook_cell_far_away", this.address(first), { rows: gap, columns: 0 });
    }
    this.lastUsedRow = this.index;
    // An array that grew has room for more; a copy of a short one has not.
    const cells = this.cells.length < SHORT_ROW ? this.cells.slice() : this.cells;
    this.rows.push(this.hidden ? { index: this.index, hidden: true, cells } : { index: this.index, cells });
  }

  /** Undoes {@link beginRow} and what was added since, issues included. */
  abandonRow(): void {
    this.cellCount = this.before.cellCount;
    this.index = this.before.index;
    this.outOfOrder = this.before.outOfOrder;
    this.cells = [];
    this.log.rollBack();
  }

  /** A formula's text from what its element says; shared ones are written out where they are first used. */
  formula(text: string, shared: string | undefined, column: number): string {
    if (shared === undefined) return text;
    const master = this.sharedFormulas.get(shared);
    if (text !== "") {
      this.sharedFormulas.set(shared, { parts: formulaParts(text), row: this.index, column });
      return text;
    }
    return master ? shiftFormula(master.parts, this.index - master.row, column - master.column) : "";
  }

  close(): void {
    if (this.blankRows > MANY_BLANK_ROWS) {
      this.log.add("workbook_rows_blank_but_formatted", undefined, { rows: this.blankRows });
    }
    if (this.outOfOrder > 0) {
      this.log.add("workbook_rows_out_of_order", undefined, { rows: this.outOfOrder });
    }
  }

  private address(column: number): string {
    return printAddress({ row: this.index, column });
  }
}
