import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { RowDescription } from "@chiendich/core";

/** Writers by name: given a number of rows, each prepares the same table and then writes it. */
export const writers: Readonly<Record<string, (rows: number) => Promise<() => Promise<Uint8Array>>>> = {
  exceljs: async (rows) => {
    const { default: ExcelJS } = await import("exceljs");
    const table = tableOf(rows);
    return async () => {
      const workbook = new ExcelJS.Workbook();
      const worksheet = workbook.addWorksheet("Tổng hợp");
      const number = { numFmt: "#,##0" };
      const date = { numFmt: "dd/mm/yyyy" };
      for (const values of table) {
        const row = worksheet.addRow(values);
        row.eachCell((cell, column) => {
          if (column > 6) cell.style = column > 13 ? date : number;
        });
      }
      return new Uint8Array(await workbook.xlsx.writeBuffer());
    };
  },
  "exceljs, streaming": async (rows) => {
    const { default: ExcelJS } = await import("exceljs");
    const table = tableOf(rows);
    return async () => {
      const stream = new PassThrough();
      const whole = buffer(stream);
      const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
      const worksheet = workbook.addWorksheet("Tổng hợp");
      const number = { numFmt: "#,##0" };
      const date = { numFmt: "dd/mm/yyyy" };
      for (const values of table) {
        const row = worksheet.addRow(values);
        row.eachCell((cell, column) => {
          if (column > 6) cell.style = column > 13 ? date : number;
        });
        row.commit();
      }
      worksheet.commit();
      await workbook.commit();
      return new Uint8Array(await whole);
    };
  },
  ours: async (rows) => {
    const { writeWorkbook } = await import("@chiendich/xlsx");
    const number = { format: "#,##0" };
    const described: RowDescription[] = tableOf(rows).map((values) => ({
      cells: values.map((value, column) =>
        value instanceof Date
          ? { value: { date: value.toISOString().slice(0, 10) } }
          : column > 5
            ? { value, style: number }
            : { value },
      ),
    }));
    return () => writeWorkbook({ title: "Tổng hợp", sheets: [{ name: "Tổng hợp", rows: described }] });
  },
};

type Value = string | number | Date;

/** Four repeated texts, two unique ones, seven numbers, two dates. */
function tableOf(rows: number): Value[][] {
  return Array.from({ length: rows }, (_, row) => [
    ["Phường", "Trường học", "Phòng, ban"][row % 3] as string,
    `Địa bàn ${row % 50}`,
    ["đã thực hiện", "chưa thực hiện"][row % 2] as string,
    `Tổ dân phố ${row % 300}`,
    `Báo cáo số ${row}/BC-UBND`,
    `bao-cao-${row}.xlsx, ô C${row}`,
    ...[1, 3, 5, 7, 11, 13, 17].map((factor) => row * factor),
    new Date(Date.UTC(2024, 9, 1 + (row % 60))),
    new Date(Date.UTC(2024, 9, 1 + (row % 90))),
  ]);
}
