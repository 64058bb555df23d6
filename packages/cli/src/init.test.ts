import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { writeWorkbook } from "@chiendich/xlsx";
import { somebody } from "../test/somebody.ts";
import { runCommand } from "./run-command.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chiendich-init-"));
});

const plan = {
  title: "Tháng an toàn giao thông năm 2026",
  office: "Ủy ban nhân dân tỉnh Bắc Ninh",
  notation: "UBND-KT",
  place: "Bắc Ninh",
  date: "2026-11-02",
  from: "2026-11-05",
  to: "2026-11-20",
  deadline: "chậm nhất ngày 25/11/2026",
};
const run = (words: readonly string[]) => runCommand(words, { folder, at: "2026-11-02T08:00:00+07:00" });
const init = (more: readonly string[], changes: Partial<typeof plan> = {}) =>
  run([
    "init",
    ...more,
    ...Object.entries({ ...plan, ...changes }).flatMap(([name, value]) => [`--${name}`, value]),
  ]);

describe("init", () => {
  it("finds a province whose type is left out, of today's map", async () => {
    expect((await init(["--within", "Bắc Ninh"])).code).toBe(0);
    expect(readFileSync(join(folder, "units.csv"), "utf8")).toContain("Ủy ban nhân dân phường Kinh Bắc");
    expect((await run(["check"])).code).toBe(0);
  });

  it("addresses those it writes to by their full name, and names the whole place", async () => {
    await init(["--within", "Bắc Ninh"]);
    const yaml = readFileSync(join(folder, "campaign.yaml"), "utf8");
    expect(yaml).toContain('label: "Ủy ban nhân dân các xã, phường"');
    expect(yaml).toContain("đề nghị Ủy ban nhân dân các xã, phường triển khai Tháng an toàn giao thông");
    expect(yaml).toContain('scope: "Toàn tỉnh Bắc Ninh"');
  });

  it("takes the office's own list as it is kept in Excel, with its groups, and gives ids", async () => {
    const rows = [
      ["DANH SÁCH ĐƠN VỊ"],
      ["STT", "Tên đơn vị", "Nhóm"],
      [1, "Trường Tiểu học Kinh Bắc", "Trường học"],
      [2, "Trạm Y tế phường Kinh Bắc", "Trạm y tế"],
    ].map((cells) => ({ cells: cells.map((value) => ({ value })) }));
    const bytes = await writeWorkbook({ title: "Danh sách", sheets: [{ name: "Danh sách", rows }] });
    writeFileSync(join(folder, "danh-sach.xlsx"), bytes);
    expect(await init(["--units", "danh-sach.xlsx"])).toMatchObject({ code: 0, complained: "" });
    expect(readFileSync(join(folder, "campaign.yaml"), "utf8")).toContain(
      'groups: ["Trường học","Trạm y tế"]',
    );
    expect(readFileSync(join(folder, "campaign.yaml"), "utf8")).toContain('label: "Các cơ quan, đơn vị"');
    expect((await run(["check"])).code).toBe(0);
    expect((await run(["dispatch"])).said).toContain("2 đơn vị phải nộp 2 báo cáo");
  });

  it("asks whoever sits there, in turn, and says of each wrong answer what is wrong with it", async () => {
    const person = somebody([
      "Tuần lễ áo dài năm 2026",
      "Phòng Văn hóa - Xã hội",
      "Ủy ban nhân dân phường Kinh Bắc",
      "PVHXH",
      "Bắc Ninh",
      "hôm nay",
      "2/11/2026",
      "05-11-2026",
      "1/11/2026",
      "20/11/2026",
      "hôm sau",
      "chậm nhất ngày 25/11/2026",
      "Bắc Nin",
      "Bắc Ninh",
    ]);
    const { code, complained } = await runCommand(["init"], {
      folder,
      at: "2026-11-02T08:00:00+07:00",
      ...person.io,
    });
    expect(code).toBe(0);
    expect(complained).toBe("Không có đơn vị hành chính “Bắc Nin” ngày 02/11/2026.\n");
    expect(person.told).toEqual([
      "“hôm nay” không phải là ngày, tháng, năm, ví dụ: 02/3/2026",
      "“1/11/2026” trước ngày bắt đầu (05/11/2026).",
      expect.stringContaining("Không đọc được thời hạn “hôm sau”"),
    ]);
    const yaml = readFileSync(join(folder, "campaign.yaml"), "utf8");
    expect(yaml).toContain('date: "2026-11-02"');
    expect(yaml).toContain('from: "2026-11-05"');
    expect(yaml).toContain('parent: "Ủy ban nhân dân phường Kinh Bắc"');
    expect((await run(["check"])).code).toBe(0);
  });

  it("asks only for what the flags leave open, and nobody above a people's committee", async () => {
    const person = somebody(["chậm nhất ngày 25/11/2026"]);
    const { deadline: _, ...known } = plan;
    const flags = Object.entries(known).flatMap(([name, value]) => [`--${name}`, value]);
    const words = ["init", ...flags, "--within", "Bắc Ninh"];
    const { code } = await runCommand(words, { folder, at: "2026-11-02T08:00:00+07:00", ...person.io });
    expect([code, person.asked]).toEqual([0, ["Thời hạn báo cáo"]]);
  });

  it("writes nothing when the person stops", async () => {
    const person = somebody(["Tuần lễ áo dài", null]);
    const words = ["init", "--within", "Bắc Ninh"];
    expect(await runCommand(words, { folder, at: "2026-11-02T08:00:00+07:00", ...person.io })).toMatchObject({
      code: 2,
      complained: "Đã dừng, chưa ghi gì.\n",
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("makes one group of a list without groups, so that everybody on it is asked", async () => {
    writeFileSync(join(folder, "ds.csv"), "STT,Tên đơn vị\n1,Trường Tiểu học A\n2,Trường Tiểu học B\n");
    await init(["--units", "ds.csv"]);
    expect((await run(["check"])).code).toBe(0);
    expect((await run(["dispatch"])).said).toContain("2 đơn vị phải nộp 2 báo cáo");
  });

  it("is not issued to groups that nobody is in: who owes a report is frozen once", async () => {
    writeFileSync(join(folder, "ds.csv"), "STT,Tên đơn vị\n1,Trường Tiểu học A\n");
    await init(["--units", "ds.csv"]);
    const file = join(folder, "campaign.yaml");
    const yaml = readFileSync(file, "utf8");
    writeFileSync(file, yaml.replace('groups: ["Đơn vị"]', 'groups: ["Trường"]'));
    expect(await run(["dispatch"])).toMatchObject({
      code: 2,
      complained: expect.stringContaining("chưa phát hành") as string,
    });
    writeFileSync(file, yaml);
    expect((await run(["dispatch"])).said).toContain("1 đơn vị phải nộp 1 báo cáo");
  });

  it("leaves a place to be filled in for the level above, which check points at and lets pass", async () => {
    await init(["--within", "Bắc Ninh"]);
    const lines = readFileSync(join(folder, "campaign.yaml"), "utf8").split("\n");
    const line = lines.findIndex((one) => one.includes('to: "cơ quan cấp trên"')) + 1;
    const { code, complained } = await run(["check"]);
    expect(code).toBe(0);
    expect(complained).toContain(
      `campaign.yaml:${line}:7, upward.to: “cơ quan cấp trên” là nội dung mẫu, chưa thay bằng nội dung thật [campaign_placeholder_left]`,
    );
  });

  it("has nothing left to be filled in when the level above is named", async () => {
    await init(["--within", "Bắc Ninh", "--parent", "Chính phủ"]);
    expect((await run(["check"])).complained).not.toContain("[campaign_placeholder_left]");
  });

  it.each([
    ["Sở Văn hóa và Thể thao", "SVHTT-VP", "GIÁM ĐỐC", "BC-SVHTT", 1],
    // Nobody can tell who heads it: check asks, for the dispatch and for the report.
    ["Hội Chữ thập đỏ tỉnh", "HCTĐ", "CHỨC VỤ NGƯỜI KÝ", "BC-HCTĐ", 3],
  ])("has %s sign by its head", async (office, notation, head, report, left) => {
    await init(["--within", "Bắc Ninh"], { office, notation });
    const yaml = readFileSync(join(folder, "campaign.yaml"), "utf8");
    expect(yaml).toContain(`authority: ["${head}"]`);
    expect(yaml).toContain(`notation: "${report}"`);
    const { complained } = await run(["check"]);
    expect(complained.split("[campaign_placeholder_left]").length - 1).toBe(left);
  });

  it.each([
    ["a day that is none", ["--within", "Bắc Ninh"], { date: "2026-13-02" }, "--date"],
    ["words that set no deadline", ["--within", "Bắc Ninh"], { deadline: "hôm sau" }, "--deadline"],
    ["a place that is none", ["--within", "Bắc Nin"], {}, "Bắc Nin"],
    ["a list that is not there", ["--units", "khong-co.xlsx"], {}, "khong-co.xlsx"],
    ["nobody to send it to", [], {}, "--within"],
  ])("ends with 2 and writes nothing for %s", async (_, more, changes, sentence) => {
    const { code, complained } = await init(more, changes);
    expect(code).toBe(2);
    expect(complained).toContain(sentence);
    expect((await run(["check"])).code).toBe(2);
  });
});
