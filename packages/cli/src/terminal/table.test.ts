import { expect, it } from "vitest";
import { printTable } from "./table.ts";

const head = ["Nhóm", "Phải báo cáo", "Đã báo cáo", "Đúng hạn", "Chưa báo cáo"];
const rows = [["UBND phường, xã", 165, 12, 10, 153]];
const widest = (text: string) => Math.max(...text.split("\n").map((line) => [...line].length));

it.each([120, 80, 60])("a table fits a terminal of %s columns", (columns) => {
  expect(widest(printTable(head, rows, columns))).toBeLessThanOrEqual(columns);
  expect(printTable(head, rows, columns)).toContain("153");
});

it("where no table fits, each row is a list that says what each value is", () => {
  expect(printTable(head, rows, 40)).toBe(
    "UBND phường, xã\n  Phải báo cáo: 165\n  Đã báo cáo: 12\n  Đúng hạn: 10\n  Chưa báo cáo: 153\n",
  );
});
