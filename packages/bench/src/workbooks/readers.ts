import { readFileSync } from "node:fs";
import type { Cell, SheetRow } from "@chiendich/core";
import type { Contents } from "./make-files.ts";

/** Adds up what a reader hands out, so that each value is touched and a wrong one shows. */
export class Tally {
  private rows = 0;
  private cells = 0;
  private sum = 0;
  private letters = 0;
  private dates = 0;

  row(): void {
    this.rows++;
  }

  value(value: unknown): void {
    if (value === null || value === undefined) return;
    this.cells++;
    if (typeof value === "number") this.sum += value;
    else if (typeof value === "string") this.letters += value.length;
    else if (value instanceof Date) this.dates++;
  }

  cell(cell: Cell | undefined): void {
    if (cell === undefined) return;
    if (cell.type === "date") {
      this.cells++;
      this.dates++;
    } else this.value(cell.value);
  }

  contents(): Contents {
    const { rows, cells, sum, letters, dates } = this;
    return { rows, cells, sum, letters, dates };
  }
}

export type Reader = (path: string, tally: Tally) => Promise<void>;

/** Readers by name; each loads its library first, and only its own. */
export const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  exceljs: async () => {
    const { default: ExcelJS } = await import("exceljs");
    return async (path, tally) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(path);
      for (const worksheet of workbook.worksheets) {
        worksheet.eachRow((row) => {
          tally.row();
          row.eachCell((cell) => tally.value(cell.value));
        });
      }
    };
  },
  hucre: async () => {
    const { readXlsx } = await import("hucre/xlsx");
    return async (path, tally) => {
      const workbook = await readXlsx(readFileSync(path));
      for (const sheet of workbook.sheets) {
        for (const row of sheet.rows) {
          tally.row();
          for (const value of row) tally.value(value);
        }
      }
    };
  },
  "hucre, streaming": async () => {
    const { streamXlsxRows } = await import("hucre/xlsx");
    return async (path, tally) => {
      for await (const { values } of streamXlsxRows(readFileSync(path))) {
        tally.row();
        for (const value of values) tally.value(value);
      }
    };
  },
  ours: async () => {
    const { openWorkbook } = await import("@chiendich/xlsx");
    return async (path, tally) => {
      const { value } = await openWorkbook(readFileSync(path), { name: path, limits: { cells: 10_000_000 } });
      for (const { name } of (await value?.listSheets()) ?? []) {
        for (const row of (await value?.readSheet(name))?.rows ?? []) visit(row, tally);
      }
    };
  },
  "ours, streaming": async () => {
    const { openWorkbook } = await import("@chiendich/xlsx");
    return async (path, tally) => {
      const limits = { readOnOpeningBytes: 0 };
      const { value } = await openWorkbook(readFileSync(path), { name: path, limits });
      for (const { name } of (await value?.listSheets()) ?? []) {
        for await (const row of value?.streamRows(name) ?? []) visit(row, tally);
      }
    };
  },
};

function visit({ cells }: SheetRow, tally: Tally): void {
  tally.row();
  for (const cell of cells) tally.cell(cell);
}
