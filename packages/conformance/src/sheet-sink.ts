import type { Cell, SheetSink, SheetSource, WorkbookDescription } from "@chiendich/core";
import { describe, expect, it } from "vitest";

/** What the kit needs to know about an implementation. */
export interface SheetSinkHarness<Result> {
  readonly sink: SheetSink<Result>;
  /** Opens what was written. */
  read(result: Result): Promise<SheetSource>;
}

const range = (fromRow: number, fromColumn: number, toRow: number, toColumn: number) => ({
  from: { row: fromRow, column: fromColumn },
  to: { row: toRow, column: toColumn },
});

const workbook: WorkbookDescription = {
  title: "Biểu mẫu",
  names: { DonVi: "'Danh mục'!$A$1:$A$2" },
  sheets: [
    {
      name: "Báo cáo",
      columns: [{ width: 30 }, {}, { hidden: true }],
      rows: [
        { cells: [{ value: "Tên đơn vị", style: { bold: true, wrap: true, fill: "DDEBF7" } }] },
        { cells: [] },
        {
          height: 24,
          cells: [
            { value: 48210, style: { format: "#,##0" } },
            { value: 0.25 },
            null,
            { value: { date: "2024-11-09" } },
            { value: true },
            { value: 96420, formula: "A3*2" },
            { value: "xem", link: "https://bao-cao.example/a?b=1&c=2" },
          ],
        },
        { hidden: true, cells: [{ value: "dòng ẩn" }] },
        { cells: [{ value: "có ghi chú", comment: "Ghi chú" }] },
      ],
      merges: [range(0, 0, 1, 6)],
      freeze: { rows: 2, columns: 1 },
      filter: range(2, 0, 4, 6),
      validations: [{ range: range(2, 0, 400, 0), rule: { kind: "whole", min: 0 }, allowBlank: true }],
    },
    {
      name: "Danh mục",
      visibility: "hidden",
      rows: [{ cells: [{ value: "a" }] }, { cells: [{ value: "b" }] }],
    },
  ],
};

/** Texts that some program takes for something else. */
const texts = [
  "=1+1",
  "+84 000",
  "-",
  "@SUM(A1)",
  "\tTAB",
  "00127",
  "1.234",
  "05/03/2026",
  "TRUE",
  "1e5",
  "'nháy",
  "  khoảng trắng  ",
  "nhiều\ndòng",
  "<b>&amp;</b>",
  "_x0041_",
  "ho\u0300a", // decomposed: what was typed stays as it was typed
  "👩‍👩‍👧",
];

/** What every SheetSink must do. Fixed values only, so that a failure can be replayed. */
export function sheetSinkConformance<Result>({ sink, read }: SheetSinkHarness<Result>): void {
  const written = async (description: WorkbookDescription) => read(await sink.write(description));
  const cells = async (source: SheetSource, name: string) => {
    const { rows } = await source.readSheet(name);
    return (row: number, column: number): Cell | undefined =>
      rows.find(({ index }) => index === row)?.cells[column];
  };

  it("writes the sheets in order, with their visibility", async () => {
    const source = await written(workbook);
    expect(await source.listSheets()).toMatchObject([
      { name: "Báo cáo", visibility: "visible" },
      { name: "Danh mục", visibility: source.capabilities.hidden ? "hidden" : "visible" },
    ]);
  });
  it("writes values with their types", async () => {
    const source = await written(workbook);
    const cell = await cells(source, "Báo cáo");
    expect(cell(0, 0)).toMatchObject({ type: "text", value: "Tên đơn vị" });
    expect(cell(2, 0)).toMatchObject({ type: "number", value: 48210 });
    expect(cell(2, 1)).toMatchObject({ type: "number", value: 0.25 });
    expect(cell(2, 2)).toBeUndefined();
    expect(cell(2, 3)).toMatchObject({ type: "date", value: "2024-11-09" });
    expect(cell(2, 4)).toMatchObject({ type: "boolean", value: true });
    if (source.capabilities.formulas) expect(cell(2, 5)).toMatchObject({ formula: "A3*2" });
    if (source.capabilities.comments) expect(cell(4, 0)?.comment).toBe("Ghi chú");
  });
  it("writes merges, hidden rows and columns, and names", async () => {
    const source = await written(workbook);
    const sheet = await source.readSheet("Báo cáo");
    if (source.capabilities.merges) expect(sheet.merges).toEqual([range(0, 0, 1, 6)]);
    if (source.capabilities.hidden) {
      expect(sheet.rows.filter(({ hidden }) => hidden).map(({ index }) => index)).toEqual([3]);
      expect(sheet.hiddenColumns).toEqual([2]);
    }
    expect(await source.readNames()).toEqual(workbook.names);
  });

  describe("text", () => {
    it.each(texts)("%j stays text, character for character", async (text) => {
      const source = await written({
        title: "",
        sheets: [{ name: "S", rows: [{ cells: [{ value: text }] }] }],
      });
      const [row] = (await source.readSheet("S")).rows;
      expect(row?.cells[0]).toMatchObject({ type: "text", value: text });
      expect(row?.cells[0]?.formula).toBeUndefined();
    });
  });
}
