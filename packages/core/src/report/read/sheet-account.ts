import { printAddress } from "../../sheet/cell-address.ts";
import type { Sheet } from "../../sheet/sheet.ts";
import type { CellAccount, IgnoredCell, IgnoreReason } from "../reading.ts";
import { isFilled } from "../value/clean-text.ts";

const reasons: readonly IgnoreReason[] = [
  "title",
  "note",
  "numbering",
  "groupHeading",
  "totalRow",
  "rowNumber",
  "signature",
  "guide",
  "list",
  "unknownColumn",
  "outsideTable",
  "rejectedRow",
  "blankRow",
  "hiddenSheet",
  "unreadableSheet",
];
const blank = 0;
const open = 1;
const mapped = 2;
const firstReason = 3;

/** What has become of each non-empty cell of one sheet so far. A decision may be changed until the account is closed. */
export class SheetAccount {
  readonly #sheet: Sheet;
  readonly #marks = new Map<number, Uint8Array>();

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    for (const { index, cells } of sheet.rows) {
      const marks = new Uint8Array(cells.length);
      for (let column = 0; column < cells.length; column += 1)
        if (isFilled(cells[column])) marks[column] = open;
      this.#marks.set(index, marks);
    }
  }

  /** The cell became an answer, a heading or part of an identity. Blank cells have nothing to account for. */
  map(row: number, column: number): void {
    this.#set(row, column, mapped);
  }

  ignore(row: number, column: number, reason: IgnoreReason): void {
    this.#set(row, column, firstReason + reasons.indexOf(reason));
  }

  /** Ignores what nobody has decided on yet in a row. */
  ignoreRest(row: number, reason: IgnoreReason): void {
    this.#rowMarks(row, (mark) => mark === open, firstReason + reasons.indexOf(reason));
  }

  /** The row became nothing after all: what was mapped in it is ignored. */
  dropRow(row: number, reason: IgnoreReason): void {
    this.#rowMarks(row, (mark) => mark === open || mark === mapped, firstReason + reasons.indexOf(reason));
  }

  /** Ignores what nobody has decided on yet anywhere. */
  ignoreAllRest(reason: IgnoreReason): void {
    for (const row of this.#marks.keys()) this.ignoreRest(row, reason);
  }

  isOpen(row: number, column: number): boolean {
    return this.#marks.get(row)?.[column] === open;
  }

  /** Counts every filled cell once. What is still open then lay outside everything that was read. */
  close(): CellAccount {
    this.ignoreAllRest("outsideTable");
    const ignoredCells: IgnoredCell[] = [];
    let cells = 0;
    let used = 0;
    for (const [row, marks] of this.#marks) {
      for (const [column, mark] of marks.entries()) {
        if (mark === blank) continue;
        cells += 1;
        if (mark === mapped) used += 1;
        else {
          const reason = reasons[mark - firstReason] as IgnoreReason;
          ignoredCells.push({ sheet: this.#sheet.name, cell: printAddress({ row, column }), reason });
        }
      }
    }
    return { cells, mapped: used, ignored: ignoredCells.length, ignoredCells };
  }

  #set(row: number, column: number, mark: number): void {
    const marks = this.#marks.get(row);
    if (marks && marks[column] !== undefined && marks[column] !== blank) marks[column] = mark;
  }

  #rowMarks(row: number, wanted: (mark: number) => boolean, mark: number): void {
    const marks = this.#marks.get(row);
    if (!marks) return;
    for (let column = 0; column < marks.length; column += 1) {
      if (wanted(marks[column] as number)) marks[column] = mark;
    }
  }
}

/**
 * The accounts of all sheets as one.
 *
 * @throws {Error} when the sums do not add up: then the reader has a fault, and no report leaves it
 */
export function sumAccounts(accounts: readonly SheetAccount[]): CellAccount {
  const closed = accounts.map((account) => account.close());
  const total = (count: (account: CellAccount) => number) => closed.reduce((sum, one) => sum + count(one), 0);
  const account: CellAccount = {
    cells: total(({ cells }) => cells),
    mapped: total((one) => one.mapped),
    ignored: total(({ ignored }) => ignored),
    ignoredCells: closed.flatMap(({ ignoredCells }) => ignoredCells),
  };
  if (account.mapped + account.ignored !== account.cells) {
    throw new Error(`account of cells: ${account.mapped} + ${account.ignored} ≠ ${account.cells}`);
  }
  return account;
}
