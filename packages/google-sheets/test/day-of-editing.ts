import type { sheets_v4 } from "@googleapis/sheets";
import { localToken, type LocalSheets } from "../src/testing/index.ts";
import type { Tracker } from "../src/index.ts";
import { office, seeded } from "./fixtures.ts";

/** `rough`: parts of rows are sorted and cut apart as well, and hidden ids are wiped out. */
export type Manner = "ordinary" | "rough";

/** A cell of the sheet as it is now, found by looking. */
interface Spot {
  readonly row: number;
  readonly column: number;
}

/** The fields people fill in during the day, with the number that stands for each in a value. */
export const filledFields = { sessions: 1, participants: 2 } as const;
export type FilledField = keyof typeof filledFields;

/** Every value says whose it is: 3 015 007 is unit 3, field 1, the 5 007th value of the day. */
export const encode = (unit: number, field: FilledField, count: number) =>
  unit * 1_000_000 + filledFields[field] * 100_000 + count;
export function decode(value: number): { unit: number; field: number } {
  return { unit: Math.floor(value / 1_000_000), field: Math.floor((value % 1_000_000) / 100_000) };
}

type GridCell = { userEnteredValue?: sheets_v4.Schema$ExtendedValue } | undefined;
interface GridState {
  readonly sheets: readonly {
    readonly id: number;
    readonly rowCount: number;
    readonly columnCount: number;
    readonly rows: readonly ({ readonly cells: readonly GridCell[] } | undefined)[];
  }[];
}

/**
 * A day on which people edit the shared sheet as people do. They find a row by the name that stands in
 * it and a column by its heading, never by anything hidden, and what they do is what the program's
 * menus do. The same seed gives the same day.
 */
export class DayOfEditing {
  readonly #local: LocalSheets;
  readonly #id: string;
  readonly #tracker: Tracker;
  readonly #random: () => number;
  /** What a person sees above each column now. */
  readonly #headings = new Map<string, string>();
  readonly #typed = new Map<string, number>();
  readonly #manner: Manner;
  #count = 0;
  #partlySorted = false;
  /** What was done, for whoever looks into a failure. */
  readonly log: string[] = [];

  constructor(local: LocalSheets, id: string, tracker: Tracker, seed: number, manner: Manner) {
    this.#manner = manner;
    this.#local = local;
    this.#id = id;
    this.#tracker = tracker;
    this.#random = seeded(seed);
    for (const { key, heading } of tracker.columns) this.#headings.set(key, heading);
  }

  /** Every unit fills in everything once, before the day begins. */
  async fillAll(): Promise<void> {
    for (const { unitId } of this.#tracker.rows) {
      for (const field of Object.keys(filledFields) as FilledField[]) await this.#fill(unitId, field);
    }
  }

  async edit(): Promise<void> {
    const rough = this.#manner === "rough" ? 1 : 0;
    const kinds = [
      [
        30,
        () =>
          this.#fill(
            this.#pick(this.#tracker.rows).unitId,
            this.#pick(["sessions", "participants"] as const),
          ),
      ],
      [8, () => this.#insertColumn()],
      [8, () => this.#moveColumn()],
      [10, () => this.#sort()],
      [6, () => this.#renameHeading()],
      [6, () => this.#insertRow()],
      [8, () => this.#moveRow()],
      [3, () => this.#deleteRow()],
      [6, () => this.#addRowAgain()],
      [6, () => this.#pasteOver()],
      [2, () => this.#copyRow()],
      [4, () => this.#cutRow()],
      [3, () => this.#renameUnit()],
      [2 * rough, () => this.#clearHiddenId()],
      [1, () => this.#deleteColumn()],
      [1, () => this.#addTotals()],
      [2, () => this.#renameTab()],
      [2 * rough, () => this.#sortSomeColumns()],
      [2 * rough, () => this.#cutPartOfRow()],
    ] as const;
    let at = this.#random() * kinds.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, run] of kinds) {
      at -= weight;
      if (at < 0) return run();
    }
  }

  /** The newest value typed for a unit and field, where it can still be found in the sheet. */
  standing(unitId: string, field: FilledField): { value: number; spots: readonly Spot[] } | null {
    const value = this.#typed.get(`${unitId}/${field}`);
    if (value === undefined) return null;
    return { value, spots: this.#find((cell) => cell?.userEnteredValue?.numberValue === value) };
  }

  get #sheet() {
    const { sheets } = this.#local.snapshot(this.#id) as GridState;
    const sheet = sheets.find(({ id }) => id === this.#tracker.sheet.id);
    if (!sheet) throw new Error("the sheet is gone");
    return sheet;
  }

  #find(test: (cell: GridCell) => boolean): Spot[] {
    return this.#sheet.rows.flatMap((line, row) =>
      (line?.cells ?? []).flatMap((cell, column) => (test(cell) ? [{ row, column }] : [])),
    );
  }

  #textAt({ row, column }: Spot): string {
    return this.#sheet.rows[row]?.cells[column]?.userEnteredValue?.stringValue ?? "";
  }

  #pick<One>(all: readonly One[]): One {
    return all[Math.floor(this.#random() * all.length)] as One;
  }

  #whole(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from));
  }

  /** Rows that show the unit's name. */
  #rowsOf(unitId: string): number[] {
    const name = this.#tracker.rows.find((one) => one.unitId === unitId)?.name;
    return this.#find((cell) => cell?.userEnteredValue?.stringValue === name).map(({ row }) => row);
  }

  #headingSpot(key: string): Spot | undefined {
    const heading = this.#headings.get(key);
    return this.#find((cell) => cell?.userEnteredValue?.stringValue === heading)[0];
  }

  /** The row below the headings; `null` when somebody took all headings away. */
  #firstRow(): number {
    const rows = [...this.#headings.keys()].flatMap((key) => this.#headingSpot(key)?.row ?? []);
    const counts = new Map<number, number>();
    for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
    const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
    return (best?.[0] ?? 3) + 1;
  }

  async #send(what: string, ...requests: sheets_v4.Schema$Request[]): Promise<void> {
    const response = await this.#local.fetch(`http://localhost/v4/spreadsheets/${this.#id}:batchUpdate`, {
      method: "POST",
      headers: { authorization: `Bearer ${localToken(office)}` },
      body: JSON.stringify({ requests }),
    });
    this.log.push(response.ok ? what : `${what}: refused, ${await response.text()}`);
  }

  #put(spot: Spot, userEnteredValue: sheets_v4.Schema$ExtendedValue | undefined): sheets_v4.Schema$Request {
    const start = { sheetId: this.#tracker.sheet.id, rowIndex: spot.row, columnIndex: spot.column };
    const cell = userEnteredValue ? { userEnteredValue } : {};
    return { updateCells: { start, rows: [{ values: [cell] }], fields: "userEnteredValue" } };
  }

  #lines(dimension: "ROWS" | "COLUMNS", startIndex: number, count = 1): sheets_v4.Schema$DimensionRange {
    return { sheetId: this.#tracker.sheet.id, dimension, startIndex, endIndex: startIndex + count };
  }

  async #fill(unitId: string, field: FilledField): Promise<void> {
    const [row] = this.#rowsOf(unitId);
    const column = this.#headingSpot(`field/${field}`)?.column;
    if (row === undefined || column === undefined) return;
    const unit = this.#tracker.rows.findIndex((one) => one.unitId === unitId) + 1;
    const value = encode(unit, field, ++this.#count);
    await this.#send(
      `fill ${unitId} ${field} = ${value} at row ${row + 1}`,
      this.#put({ row, column }, { numberValue: value }),
    );
    this.#typed.set(`${unitId}/${field}`, value);
  }

  async #insertColumn(): Promise<void> {
    const at = this.#whole(1, this.#sheet.columnCount);
    const range = this.#lines("COLUMNS", at);
    const title = this.#put(
      { row: this.#firstRow() - 1, column: at },
      { stringValue: `Ghi chú ${this.log.length}` },
    );
    await this.#send(
      `insert column at ${at}`,
      { insertDimension: { range, inheritFromBefore: true } },
      title,
    );
  }

  async #moveColumn(): Promise<void> {
    const source = this.#whole(0, this.#sheet.columnCount);
    const destinationIndex = this.#whole(0, this.#sheet.columnCount + 1);
    await this.#send(`move column ${source} to ${destinationIndex}`, {
      moveDimension: { source: this.#lines("COLUMNS", source), destinationIndex },
    });
  }

  async #sort(): Promise<void> {
    const { rowCount, columnCount } = this.#sheet;
    const sortSpecs = [
      { dimensionIndex: this.#whole(0, columnCount), sortOrder: this.#pick(["ASCENDING", "DESCENDING"]) },
    ];
    const range = {
      sheetId: this.#tracker.sheet.id,
      startRowIndex: this.#firstRow(),
      endRowIndex: rowCount,
      startColumnIndex: 0,
      endColumnIndex: columnCount,
    };
    await this.#send(`sort by column ${sortSpecs[0]?.dimensionIndex}`, { sortRange: { range, sortSpecs } });
  }

  /**
   * Names and some figures are sorted, the rest stays: the row's two hidden ids no longer agree. Once a
   * day: a second time can bring the ids together again over figures that the first one parted, and
   * then only whoever looked in between can know.
   */
  async #sortSomeColumns(): Promise<void> {
    if (this.#partlySorted) return;
    const { rowCount, columnCount } = this.#sheet;
    const name = this.#headingSpot("unit/name")?.column;
    const again = this.#headingSpot("unit/id-again")?.column;
    const id = this.#headingSpot("unit/id")?.column;
    if (name === undefined || id === undefined || again === undefined || Math.max(id, name) + 1 >= again)
      return;
    const endColumnIndex = this.#whole(Math.max(id, name) + 1, Math.min(again, columnCount) + 1);
    const range = {
      sheetId: this.#tracker.sheet.id,
      startRowIndex: this.#firstRow(),
      endRowIndex: rowCount,
      startColumnIndex: Math.min(id, name),
      endColumnIndex,
    };
    const sortSpecs = [{ dimensionIndex: name, sortOrder: this.#pick(["ASCENDING", "DESCENDING"]) }];
    this.#partlySorted = true;
    await this.#send(`sort columns ${range.startColumnIndex} to ${endColumnIndex} by name`, {
      sortRange: { range, sortSpecs },
    });
  }

  /** The front of a row goes somewhere else and leaves the rest behind. */
  async #cutPartOfRow(): Promise<void> {
    const { unitId } = this.#pick(this.#tracker.rows);
    const [row] = this.#rowsOf(unitId);
    if (row === undefined) return;
    const at = this.#sheet.rowCount;
    const source = {
      ...this.#rowRange(row),
      startColumnIndex: 0,
      endColumnIndex: this.#whole(2, this.#sheet.columnCount),
    };
    const destination = { sheetId: this.#tracker.sheet.id, rowIndex: at, columnIndex: 0 };
    await this.#send(
      `cut row ${row + 1} of ${unitId} up to column ${source.endColumnIndex} to ${at + 1}`,
      { appendDimension: { sheetId: this.#tracker.sheet.id, dimension: "ROWS", length: 1 } },
      { cutPaste: { source, destination, pasteType: "PASTE_NORMAL" } },
    );
  }

  async #renameHeading(): Promise<void> {
    const { key, heading } = this.#pick(this.#tracker.columns);
    const spot = this.#headingSpot(key);
    if (!spot) return;
    const renamed = this.#random() < 0.4 ? heading : `Cột đổi tên ${this.log.length}`;
    await this.#send(`rename heading ${key} to ${renamed}`, this.#put(spot, { stringValue: renamed }));
    this.#headings.set(key, renamed);
  }

  async #insertRow(): Promise<void> {
    const at = this.#whole(this.#firstRow(), this.#sheet.rowCount);
    await this.#send(`insert row at ${at + 1}`, {
      insertDimension: { range: this.#lines("ROWS", at), inheritFromBefore: true },
    });
  }

  async #moveRow(): Promise<void> {
    const first = this.#firstRow();
    const source = this.#whole(first, this.#sheet.rowCount);
    const destinationIndex = this.#whole(first, this.#sheet.rowCount + 1);
    await this.#send(`move row ${source + 1} to ${destinationIndex + 1}`, {
      moveDimension: { source: this.#lines("ROWS", source), destinationIndex },
    });
  }

  async #deleteRow(): Promise<void> {
    const { unitId } = this.#pick(this.#tracker.rows);
    const [row] = this.#rowsOf(unitId);
    if (row === undefined) return;
    await this.#send(`delete row ${row + 1} of ${unitId}`, {
      deleteDimension: { range: this.#lines("ROWS", row) },
    });
  }

  /** Somebody notices that a unit is not there and types it in by hand. */
  async #addRowAgain(): Promise<void> {
    const gone = this.#tracker.rows.filter(({ unitId }) => this.#rowsOf(unitId).length === 0);
    const column = this.#headingSpot("unit/name")?.column;
    if (gone.length === 0 || column === undefined) return;
    const { unitId, name } = this.#pick(gone);
    const at = this.#whole(this.#firstRow() + 1, this.#sheet.rowCount);
    await this.#send(
      `add a row for ${unitId} at ${at + 1}`,
      { insertDimension: { range: this.#lines("ROWS", at), inheritFromBefore: true } },
      this.#put({ row: at, column }, { stringValue: name }),
    );
    for (const field of Object.keys(filledFields) as FilledField[]) await this.#fill(unitId, field);
  }

  /** What is copied from elsewhere brings its own text, look and validation. */
  async #pasteOver(): Promise<void> {
    const { unitId } = this.#pick(this.#tracker.rows);
    const field = this.#pick(["sessions", "participants"] as const);
    const [row] = this.#rowsOf(unitId);
    const column = this.#headingSpot(`field/${field}`)?.column;
    const note = this.#headingSpot("field/note");
    if (row === undefined || column === undefined || !note) return;
    const cell = (one: Spot) => ({
      sheetId: this.#tracker.sheet.id,
      startRowIndex: one.row,
      endRowIndex: one.row + 1,
      startColumnIndex: one.column,
      endColumnIndex: one.column + 1,
    });
    await this.#send(`paste over ${unitId} ${field}`, {
      copyPaste: { source: cell(note), destination: cell({ row, column }), pasteType: "PASTE_NORMAL" },
    });
    this.#typed.delete(`${unitId}/${field}`);
    if (this.#random() < 0.6) await this.#fill(unitId, field);
  }

  async #copyRow(): Promise<void> {
    const { unitId } = this.#pick(this.#tracker.rows);
    const [row] = this.#rowsOf(unitId);
    if (row === undefined) return;
    const at = row + 1;
    await this.#send(
      `copy row ${row + 1} of ${unitId} below itself`,
      { insertDimension: { range: this.#lines("ROWS", at), inheritFromBefore: true } },
      {
        copyPaste: {
          source: this.#rowRange(row),
          destination: this.#rowRange(at),
          pasteType: "PASTE_NORMAL",
        },
      },
    );
  }

  /** Cut and paste moves what is written, and nothing that belongs to the row itself. */
  async #cutRow(): Promise<void> {
    const { unitId } = this.#pick(this.#tracker.rows);
    const [row] = this.#rowsOf(unitId);
    if (row === undefined) return;
    const at = this.#whole(this.#firstRow(), this.#sheet.rowCount + 1);
    const from = at <= row ? row + 1 : row;
    const destination = { sheetId: this.#tracker.sheet.id, rowIndex: at, columnIndex: 0 };
    await this.#send(
      `cut row ${row + 1} of ${unitId} to ${at + 1}`,
      { insertDimension: { range: this.#lines("ROWS", at), inheritFromBefore: true } },
      { cutPaste: { source: this.#rowRange(from), destination, pasteType: "PASTE_NORMAL" } },
    );
  }

  #rowRange(row: number): sheets_v4.Schema$GridRange {
    return { sheetId: this.#tracker.sheet.id, startRowIndex: row, endRowIndex: row + 1 };
  }

  async #renameUnit(): Promise<void> {
    const { unitId, name } = this.#pick(this.#tracker.rows);
    const [row] = this.#rowsOf(unitId);
    const column = this.#headingSpot("unit/name")?.column;
    if (row === undefined || column === undefined) return;
    const text = this.#random() < 0.5 ? `${name} (mới)` : "";
    await this.#send(`rename ${unitId} to “${text}”`, this.#put({ row, column }, { stringValue: text }));
  }

  async #clearHiddenId(): Promise<void> {
    const { unitId } = this.#pick(this.#tracker.rows);
    const [spot] = this.#find((cell) => cell?.userEnteredValue?.stringValue === unitId);
    if (spot) await this.#send(`clear the hidden id of ${unitId}`, this.#put(spot, undefined));
  }

  async #deleteColumn(): Promise<void> {
    const column = this.#whole(0, this.#sheet.columnCount);
    const heading = this.#textAt({ row: this.#firstRow() - 1, column });
    // Rarely one of ours, mostly one that somebody added.
    if (!heading.startsWith("Ghi chú") && this.#random() < 0.8) return;
    await this.#send(`delete column ${column} (${heading})`, {
      deleteDimension: { range: this.#lines("COLUMNS", column) },
    });
  }

  async #addTotals(): Promise<void> {
    const name = this.#headingSpot("unit/name")?.column;
    const column = this.#headingSpot("field/sessions")?.column;
    if (name === undefined || column === undefined) return;
    const row = this.#sheet.rowCount;
    const letter = String.fromCharCode(65 + column);
    if (column > 25) return;
    await this.#send(
      "add a row of totals",
      { appendDimension: { sheetId: this.#tracker.sheet.id, dimension: "ROWS", length: 1 } },
      this.#put({ row, column: name }, { stringValue: "Tổng cộng" }),
      this.#put({ row, column }, { formulaValue: `=SUM(${letter}${this.#firstRow() + 1}:${letter}${row})` }),
    );
  }

  async #renameTab(): Promise<void> {
    const title = `Báo cáo ${this.log.length}`;
    const properties = { sheetId: this.#tracker.sheet.id, title };
    await this.#send(`rename the tab to ${title}`, {
      updateSheetProperties: { properties, fields: "title" },
    });
  }
}
