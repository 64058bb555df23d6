import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeWorkbook } from "@chiendich/xlsx";
import { khanhHoa } from "../test/khanh-hoa.ts";

const at = "2026-04-02T08:00:00+07:00";

describe("collect", () => {
  it("shows as awaiting explanation a later report that differs and does not say why, whenever it is asked", async () => {
    const campaign = await khanhHoa();
    campaign.put("first.csv", "2026-04-01T09:00:00+07:00", ["P. Nha Trang;30/3/2026;4;1.234"]);
    campaign.put("later.csv", "2026-04-01T10:00:00+07:00", ["P. Nha Trang;30/3/2026;4;1.300"]);
    for (const words of [["collect", "--dry-run"], ["collect"], ["collect", "--all"]]) {
      const { code, said, complained } = await campaign.run(words, { at });
      expect(code).toBe(1);
      expect(complained).toContain("[report_differs_from_earlier]");
      expect(said).toMatch(/first\.csv +│ +1 │ +0 │ +0 │ +0 │/);
      expect(said).toMatch(/later\.csv +│ +0 │ +1 │ +0 │ +1 │/);
    }
    await campaign.run(
      ["amend", "ubnd-phuong-nha-trang", "--explained", "--who", "Văn thư", "--why", "đếm lại"],
      { at },
    );
    expect((await campaign.run(["collect"], { at })).complained).toBe("");
  });

  it("says what is new in this run; of what earlier runs said, only how much of it stands", async () => {
    const campaign = await khanhHoa();
    campaign.put("a.csv", "2026-04-01T09:00:00+07:00", ["P. Nha Trang;30/3/2026;4;1.234", "khu x;;1;2"]);
    const first = await campaign.run(["collect"], { at });
    const issues = first.complained.trim().split("\n").length;
    expect(first.complained).toContain("khu x");
    campaign.put("b.csv", "2026-04-01T10:00:00+07:00", ["khu y;30/3/2026;1;2"]);
    const second = await campaign.run(["collect"], { at });
    expect(second).toMatchObject({ code: 1, complained: expect.stringContaining("khu y") as string });
    expect(second.complained + second.said).not.toMatch(/khu x|a\.csv/);
    expect(second.said).toMatch(/b\.csv +│/);
    expect(second.said).toContain(
      `${issues} điểm cần xem đã nêu ở các lần đọc trước vẫn còn. Xem lại bằng lệnh: chiendich collect --all`,
    );
    const third = await campaign.run(["collect"], { at });
    expect(third.code).toBe(1);
    expect(third.complained).toBe("");
    expect(third.said).not.toContain("│");
    expect((await campaign.run(["collect", "--all"], { at })).complained).toBe(
      first.complained + second.complained,
    );
  });

  it("gives programs every issue at every run, and how many of them are not new", async () => {
    const campaign = await khanhHoa();
    campaign.put("a.csv", "2026-04-01T09:00:00+07:00", ["khu x;30/3/2026;1;2"]);
    const first = await campaign.json(["collect"], { at });
    expect(first.data.said).toBe(0);
    const again = await campaign.json(["collect"], { at });
    expect(again.issues).toEqual(first.issues);
    expect(again.data.said).toBe(first.issues.length);
  });

  it("says of a file that cannot be read so at every run: nothing of it was kept", async () => {
    const campaign = await khanhHoa();
    campaign.put("a.csv", "2026-04-01T09:00:00+07:00", ["P. Nha Trang;30/3/2026;4;1.234"]);
    writeFileSync(join(campaign.folder, "returns", "hong.xlsx"), "PK\u0003\u0004 cut off");
    const [first, second] = [
      await campaign.run(["collect"], { at }),
      await campaign.run(["collect"], { at }),
    ];
    expect(first.complained).toContain("hong.xlsx");
    expect(second.complained).toBe(first.complained);
  });

  it("shows as refused a report of a unit that was not asked", async () => {
    const campaign = await khanhHoa();
    campaign.put("a.csv", "2026-04-01T09:00:00+07:00", ["UBND tỉnh Khánh Hòa;30/3/2026;4;1.234"]);
    const { said, complained } = await campaign.run(["collect"], { at });
    expect(complained).toContain("[report_unit_not_asked]");
    expect(said).toMatch(/a\.csv +│ +0 │ +0 │ +1 │/);
  });

  it("keeps no marked copy of a file that is in order by now, and says what is to be done", async () => {
    const campaign = await khanhHoa();
    const file = join(campaign.folder, "returns", "bang.xlsx");
    const marked = join(campaign.folder, "out", "tra-lai", "bang.xlsx");
    const table = (unit: string) =>
      writeWorkbook({
        title: "Bảng",
        sheets: [
          {
            name: "Bảng",
            rows: [
              [
                "Đơn vị",
                "Số liệu tính đến ngày",
                "Số hội nghị/buổi tuyên truyền trực tiếp",
                "Số lượt người tham dự",
              ],
              [unit, "30/3/2026", 4, 1234],
            ].map((cells) => ({ cells: cells.map((value) => ({ value })) })),
          },
        ],
      });
    campaign.put("other.csv", "2026-04-01T09:00:00+07:00", []);
    writeFileSync(file, await table("khu x"));
    const faulty = await campaign.run(["collect", "--annotate"], { at });
    expect(faulty.said).toContain("1 tệp đã đánh dấu trong out/tra-lai/");
    expect(faulty.said).toContain("1 tên đơn vị chưa rõ. Xác định bằng lệnh: chiendich resolve");
    expect(existsSync(marked)).toBe(true);
    writeFileSync(file, await table("P. Nha Trang"));
    await campaign.run(["collect", "--annotate"], { at });
    expect(existsSync(marked)).toBe(false);
  });
});
