import { describe, expect, it } from "vitest";
import { campaignAsking, outreach, read, sheetOf, told } from "../../../test/return-case.ts";

describe("a unit with a row in each of two tables", () => {
  const sessions = ["STT", "Tên đơn vị", "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự"];
  const money = ["STT", "Tên đơn vị", "Kinh phí thực hiện", "Khó khăn, vướng mắc"];
  const required = campaignAsking({
    ...outreach,
    fields: outreach.fields.map((field) => ({ ...field, required: ["sessions", "cost"].includes(field.id) })),
  });
  const twoTables = (second: readonly (string | number | null)[][]) =>
    sheetOf([
      ["Biểu 1"],
      sessions,
      [1, "UBND phường Vĩnh Hải", 3, 120],
      [2, "UBND phường Vĩnh Thọ", 4, 20],
      [],
      ["Biểu 2"],
      ...second,
    ]);

  it("has one report when each table asks other fields, and none of them is missing", async () => {
    const sheet = twoTables([money, [1, "Phường Vĩnh Hải", "1,5", "mưa"], [2, "Vĩnh Thọ", 2, null]]);
    const reading = await read(sheet, { campaign: required });
    expect(told(reading)).toEqual([]);
    expect(reading.verdicts).toMatchObject([
      {
        outcome: "accepted",
        row: 2,
        report: {
          unitId: "vinh-hai",
          answers: { sessions: { value: 3, cell: "C3" }, cost: { value: "1.5", cell: "C8" } },
        },
      },
      {
        outcome: "accepted",
        row: 3,
        report: { unitId: "vinh-tho", answers: { sessions: { value: 4 }, cost: { value: "2" } } },
      },
    ]);
  });
  it("is asked for what no table has, and for what its own lacks", async () => {
    const reading = await read(twoTables([money, [1, "Phường Vĩnh Hải", "1,5", "mưa"]]), {
      campaign: required,
    });
    expect(reading.verdicts.map(({ outcome }) => outcome)).toEqual(["accepted", "queried"]);
    expect(told(reading)).toEqual(["report_column_missing"]);
  });
  it("has two reports when a field is answered in both", async () => {
    const reading = await read(twoTables([sessions, [1, "UBND phường Vĩnh Hải", 3, 120]]));
    expect(reading.verdicts).toHaveLength(3);
    expect(told(reading)).toEqual(["report_unit_twice A8"]);
  });
});
