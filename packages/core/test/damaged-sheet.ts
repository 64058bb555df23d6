import fc from "fast-check";
import type { Sheet } from "../src/sheet/sheet.ts";
import { sheetOf, withCells, type cellOf } from "./return-case.ts";

/** A sheet with everything a sheet can have, to be damaged. */
const whole = sheetOf(
  [
    ["ỦY BAN NHÂN DÂN PHƯỜNG VĨNH HẢI"],
    ["BẢNG TỔNG HỢP", null, null, null, "(Tính đến ngày 20/3/2025)"],
    ["STT", "Đơn vị", "Trực tiếp", null, "Kinh phí thực hiện", "Ghi chú"],
    [null, null, "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
    ["I", "Khối phường"],
    [1, "P. Vĩnh Hải", 12, "1.500 lượt", "12,5", "x"],
    [2, "UBND phường Vĩnh Thọ", "KPS", "-", 3],
    [3, "Phường Lộc Thọ"],
    [null, "Tổng cộng", 12, 1500, 15.5],
    ["Ghi chú: số liệu sơ bộ"],
    [null, null, null, "NGƯỜI LẬP"],
  ],
  { merged: ["C3:D3", "A3:A4", "B3:B4"] },
);
const nastyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "=1+1",
    "@SUM(A1)",
    "1e309",
    "29/02/2023",
    "Tổng cộng",
    "Đơn vị",
    "(1)",
    "I",
    "KPS",
    "P. Vĩnh Hải",
    "\u0000",
    "\ud800",
    "\u202eabc",
    "x".repeat(400),
  ),
);
const nastyCell = fc.oneof(
  nastyText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(null, true, -3, 2 ** 53, 1e300, { date: "2025-03-12" } as const),
  fc.constantFrom<Parameters<typeof cellOf>[0]>(
    { type: "error", value: "#REF!" },
    { type: "empty", value: null, formula: "A1" },
    { type: "empty", value: null, comment: "chỉ có nhận xét" },
    { type: "text", value: "Vónh", font: "VNI-Times" },
  ),
);
/** What people and programs do to a sheet: cells written over, rows lost, ranges merged, columns hidden. */
export const damage = fc.record({
  cells: fc.array(fc.tuple(fc.nat(13), fc.nat(7), nastyCell), { maxLength: 12 }),
  dropped: fc.array(fc.nat(12), { maxLength: 3 }),
  merges: fc.array(
    fc.record({
      from: fc.record({ row: fc.nat(12), column: fc.nat(6) }),
      size: fc.record({ rows: fc.nat(3), columns: fc.nat(3) }),
    }),
    { maxLength: 3 },
  ),
  hidden: fc.array(fc.nat(6), { maxLength: 2 }),
});

/** The whole sheet, damaged so. */
export function damaged({
  cells,
  dropped,
  merges,
  hidden,
}: typeof damage extends fc.Arbitrary<infer Damage> ? Damage : never): Sheet {
  const [first] = cells.reduce<readonly Sheet[]>(
    (sheets, [row, column, value]) =>
      withCells(sheets, whole.name, { [`${"ABCDEFGH".charAt(column)}${row + 1}`]: value }),
    [whole],
  );
  return {
    ...first!,
    rows: first!.rows.filter(({ index }) => !dropped.includes(index)),
    merges: [
      ...whole.merges,
      ...merges.map(({ from, size }) => ({
        from,
        to: { row: from.row + size.rows, column: from.column + size.columns },
      })),
    ],
    hiddenColumns: hidden,
  };
}
