import { expect, it } from "vitest";
import { shiftFormula } from "./shift-formula.ts";

it.each([
  // formula                 rows  columns  shifted                   why this row
  ["A1+B2", 1, 0, "A2+B3"],
  ["A1+B2", 0, 1, "B1+C2"],
  ["$A$1+$A1+A$1", 2, 3, "$A$1+$A3+D$1"], // what is fixed stays
  ["SUM(A1:C3)", 1, 1, "SUM(B2:D4)"],
  ["SUM(A:C)+SUM(2:3)", 1, 1, "SUM(B:D)+SUM(3:4)"], // whole columns and rows
  ["SUM($A:B)", 0, 1, "SUM($A:C)"],
  ["'Đợt 1'!A1+Bảng!A1", 1, 0, "'Đợt 1'!A2+Bảng!A2"], // names of sheets
  ["'A1 B2'!C3", 1, 0, "'A1 B2'!C4"], // that look like cells
  ['"A1"&A1&"""A1"""', 1, 0, '"A1"&A2&"""A1"""'], // text is no reference
  ["LOG10(A1)+ATAN2(A1,B1)", 1, 0, "LOG10(A2)+ATAN2(A2,B2)"], // functions that end in digits
  ["TongA1+Đ1", 1, 0, "TongA1+Đ1"], // names people gave
  ["A1048576", 1, 0, "A1"], // the edge wraps around
  ["XFD1", 0, 1, "A1"],
  ["A1", 0, 0, "A1"],
])("%s, %i down and %i to the right, is %s", (formula, rows, columns, shifted) =>
  expect(shiftFormula(formula, rows, columns)).toBe(shifted),
);
