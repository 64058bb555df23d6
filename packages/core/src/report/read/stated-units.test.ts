import { describe, expect, it } from "vitest";
import { read, sheetOf, told } from "../../../test/return-case.ts";

describe("a unit of measure other than the field's", () => {
  const row = ["UBND phường Vĩnh Hải", 3, 120, 1500];
  const headings = (cost: string) => [
    "Tên đơn vị",
    "Số buổi tuyên truyền trực tiếp",
    "Số lượt người tham dự",
    cost,
  ];
  it.each([
    ["in a heading", [headings("Kinh phí thực hiện (nghìn đồng)"), row], ["report_heading_unit_differs D1"]],
    [
      "in a title",
      [["Đơn vị tính: 1.000 đồng"], headings("Kinh phí thực hiện"), row],
      ["report_heading_unit_differs A1"],
    ],
    [
      "in a title, when the heading says the field's own",
      [["ĐVT: đồng"], headings("Kinh phí thực hiện (triệu đồng)"), row],
      [],
    ],
    [
      "in a title among others",
      [["ĐVT: buổi, lượt người, triệu đồng"], headings("Kinh phí thực hiện"), row],
      [],
    ],
    ["in words that name none", [headings("Kinh phí thực hiện (ước tính)"), row], []],
  ])("%s is asked about, and nothing else", async (_, rows, expected) => {
    expect(told(await read(sheetOf(rows)))).toEqual(expected);
  });
  it("in the column of units beside a label is asked about", async () => {
    const rows = [
      ["Đơn vị báo cáo: UBND phường Vĩnh Hải"],
      ["Chỉ tiêu", "ĐVT", "Kết quả"],
      ["Số buổi tuyên truyền trực tiếp", "buổi", 3],
      ["Số lượt người tham dự", "lượt người", 120],
      ["Kinh phí thực hiện", "đồng", 1_500_000],
    ];
    expect(told(await read(sheetOf(rows)))).toEqual(["report_heading_unit_differs B5"]);
  });
});
