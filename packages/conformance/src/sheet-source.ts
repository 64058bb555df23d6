import type { Cell, Issue, Sheet, SheetRow, SheetSource } from "@chiendich/core";
import { beforeAll, describe, expect, it } from "vitest";

/** What the kit needs to know about an implementation. */
export interface SheetSourceHarness {
  /** A source that holds exactly these sheets and defined names. */
  create(
    sheets: readonly Sheet[],
    names: Readonly<Record<string, string>>,
  ): SheetSource | Promise<SheetSource>;
}

const report: Sheet = {
  name: "Báo cáo",
  visibility: "visible",
  rows: [
    { index: 0, cells: [{ type: "text", value: "BÁO CÁO KẾT QUẢ" }] },
    // Two blank rows do not exist.
    { index: 3, cells: [{ type: "text", value: "Đơn vị" }, undefined, { type: "text", value: "__proto__" }] },
    {
      index: 4,
      cells: [
        { type: "text", value: "00127" },
        { type: "number", value: 48210 },
        { type: "number", value: -0.5 },
        { type: "date", value: "2024-11-09", serial: 45605, format: "dd/mm/yyyy" },
        { type: "boolean", value: true },
      ],
    },
    { index: 5, hidden: true, cells: [{ type: "text", value: "dòng ẩn" }] },
    { index: 6, cells: [{ type: "number", value: 96420, formula: "B5*2" }] },
    { index: 7, cells: [{ type: "text", value: '=HYPERLINK("http://xau.example","x")' }] },
    { index: 8, cells: [{ type: "text", value: "nhiều\ndòng", comment: "Ghi chú" }] },
  ],
  merges: [{ from: { row: 0, column: 0 }, to: { row: 1, column: 4 } }],
  hiddenColumns: [2],
};
const lists: Sheet = {
  name: "Danh mục",
  visibility: "hidden",
  rows: [{ index: 0, cells: [{ type: "text", value: "Phường Vĩnh Hải" }] }],
  merges: [],
  hiddenColumns: [],
};
const blank: Sheet = { name: "Trống", visibility: "visible", rows: [], merges: [], hiddenColumns: [] };
const names = { DonVi: "'Danh mục'!$A$1" };

/** What every SheetSource must do. Fixed values only, so that a failure can be replayed. */
export function sheetSourceConformance({ create }: SheetSourceHarness): void {
  let source: SheetSource;
  beforeAll(async () => {
    source = await create([report, lists, blank], names);
  });
  const values = (rows: readonly SheetRow[]) =>
    rows.map(({ index, cells }) => ({ index, values: Array.from(cells, (cell) => cell?.value ?? null) }));
  const cellsOf = async () => {
    const { rows } = await source.readSheet("Báo cáo");
    return (row: number, column: number): Cell | undefined =>
      rows.find(({ index }) => index === row)?.cells[column];
  };

  describe("the sheets", () => {
    it("are listed in tab order, hidden ones included", async () => {
      expect(await source.listSheets()).toEqual([
        { name: "Báo cáo", visibility: "visible" },
        { name: "Danh mục", visibility: source.capabilities.hidden ? "hidden" : "visible" },
        { name: "Trống", visibility: "visible" },
      ]);
    });
    it("are found by the exact name of their tab, and the error says which do exist", async () => {
      await expect(source.readSheet("báo cáo")).rejects.toMatchObject({
        name: "SheetSourceError",
        code: "sheet_not_found",
        existing: ["Báo cáo", "Danh mục", "Trống"],
      });
    });
    it("without cells have no rows", async () => {
      expect((await source.readSheet("Trống")).rows).toEqual([]);
    });
    it("say the same when read twice", async () => {
      expect(await source.readSheet("Báo cáo")).toEqual(await source.readSheet("Báo cáo"));
    });
  });

  describe("the cells", () => {
    it("stand at their rows and columns, and blank rows are left out", async () => {
      const { rows } = await source.readSheet("Báo cáo");
      expect(values(rows)).toEqual(values(report.rows));
    });
    it("keep text as text: leading zeros, line breaks, what looks like a formula", async () => {
      const cell = await cellsOf();
      expect(cell(4, 0)).toMatchObject({ type: "text", value: "00127" });
      expect(cell(7, 0)).toMatchObject({ type: "text", value: '=HYPERLINK("http://xau.example","x")' });
      expect(cell(7, 0)?.formula).toBeUndefined();
      expect(cell(8, 0)).toMatchObject({ type: "text", value: "nhiều\ndòng" });
    });
    it("give a date as a calendar date with its serial", async () => {
      const cell = await cellsOf();
      expect(cell(4, 3)).toMatchObject({ type: "date", value: "2024-11-09", serial: 45605 });
    });
    it("give a formula with the value it last had", async () => {
      if (!source.capabilities.formulas) return;
      const cell = await cellsOf();
      expect(cell(6, 0)).toMatchObject({ type: "number", value: 96420, formula: "B5*2" });
    });
    it("carry their comments", async () => {
      if (!source.capabilities.comments) return;
      const cell = await cellsOf();
      expect(cell(8, 0)?.comment).toBe("Ghi chú");
    });
  });

  it("tells merged ranges", async () => {
    if (!source.capabilities.merges) return;
    expect((await source.readSheet("Báo cáo")).merges).toEqual(report.merges);
  });
  it("tells hidden rows and columns", async () => {
    if (!source.capabilities.hidden) return;
    const sheet = await source.readSheet("Báo cáo");
    expect(sheet.rows.filter(({ hidden }) => hidden).map(({ index }) => index)).toEqual([5]);
    expect(sheet.hiddenColumns).toEqual([2]);
  });
  it("gives defined names", async () => {
    expect(await source.readNames()).toEqual(names);
  });

  describe("rows streamed one by one", () => {
    it("are the same rows in the same order", async () => {
      const rows: SheetRow[] = [];
      for await (const row of source.streamRows("Báo cáo")) rows.push(row);
      expect(values(rows)).toEqual(values(report.rows));
    });
    it("may be left early, and started again from the first", async () => {
      for (let time = 0; time < 2; time++) {
        const seen: number[] = [];
        for await (const row of source.streamRows("Báo cáo")) {
          seen.push(row.index);
          if (seen.length === 2) break;
        }
        expect(seen).toEqual([0, 3]);
      }
    });
    it("of a sheet that is not there fail, whoever iterates", async () => {
      const read = async () => {
        for await (const row of source.streamRows("không có")) expect(row).toBeUndefined();
      };
      await expect(read()).rejects.toMatchObject({ code: "sheet_not_found" });
    });
    it("have nothing to complain about in a sheet without faults", async () => {
      const issues: Issue[] = [];
      for await (const row of source.streamRows("Danh mục", { onIssue: (issue) => issues.push(issue) })) {
        expect(row.index).toBe(0);
      }
      expect(issues).toEqual([]);
    });
  });
}
