import { describe, expect, it } from "vitest";
import { read, sheetOf, told } from "../../../test/return-case.ts";

describe("a figure merged over several rows", () => {
  const headings = ["Tên đơn vị", "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự"];
  it("of different units is asked about, in all of them", async () => {
    const rows = [
      headings,
      ["UBND phường Vĩnh Hải", 3, 120],
      ["UBND phường Vĩnh Thọ", 4, null],
      ["UBND phường Lộc Thọ", 1, 2],
    ];
    const reading = await read(sheetOf(rows, { merged: ["C2:C3"] }));
    expect(told(reading)).toEqual(["report_value_merged C2"]);
    expect(reading.verdicts.map(({ outcome }) => outcome)).toEqual(["queried", "queried", "accepted"]);
  });
  it("of one unit is that unit's", async () => {
    const rows = [
      headings,
      ["UBND phường Vĩnh Hải", 3, 120],
      [null, null, null],
      ["UBND phường Vĩnh Thọ", 1, 2],
    ];
    const reading = await read(sheetOf(rows, { merged: ["A2:A3", "B2:B3", "C2:C3"] }));
    expect(told(reading)).toEqual([]);
    expect(reading.verdicts).toMatchObject([
      { outcome: "accepted", report: { unitId: "vinh-hai", answers: { sessions: { value: 3 } } } },
      { outcome: "accepted", report: { unitId: "vinh-tho", answers: { sessions: { value: 1 } } } },
    ]);
  });
});
