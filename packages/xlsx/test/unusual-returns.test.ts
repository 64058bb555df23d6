import { printAddress, type Reading } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { fonts, handMade, type HandMadeSheet } from "./hand-made.ts";
import { readBytes } from "./return-campaign.ts";

/** Returns as programs other than ours make them, from bytes to answers. */

type Written = string | number | null;

function rows(table: readonly (readonly Written[])[], style = 0): string {
  const cell = (value: Written, row: number, column: number) => {
    if (value === null) return "";
    const at = printAddress({ row, column });
    return typeof value === "number"
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  return table
    .map(
      (line, row) =>
        `<row r="${row + 1}">${line.map((value, column) => cell(value, row, column)).join("")}</row>`,
    )
    .join("");
}

const sheet = (table: readonly (readonly Written[])[], more: HandMadeSheet = {}): HandMadeSheet => ({
  rows: rows(table),
  ...more,
});

/** `vinh-hai: sessions 3, participants 120`, one line for each report. */
function told({ verdicts }: Reading): string[] {
  return verdicts.map((verdict) => {
    if (verdict.outcome === "rejected")
      return `rejected: ${verdict.issues.map(({ code }) => code).join(", ")}`;
    const { unitId, answers } = verdict.report;
    const values = Object.entries(answers).flatMap(([id, answer]) =>
      answer.state === "value"
        ? [`${id} ${String(answer.value)}`]
        : answer.state === "missing"
          ? []
          : [`${id} ${answer.state}`],
    );
    return `${unitId}: ${values.join(", ")}`;
  });
}

const headings = [
  "STT",
  "Tên đơn vị",
  "Số buổi tuyên truyền trực tiếp",
  "Số lượt người tham dự",
  "Kinh phí thực hiện",
];
const vinhHai = [1, "UBND phường Vĩnh Hải", 3, 120, 1.5];
const vinhTho = [2, "UBND phường Vĩnh Thọ", 4, "1.200", "2,5"];
const both = [
  "vinh-hai: sessions 3, participants 120, cost 1.5",
  "vinh-tho: sessions 4, participants 1200, cost 2.5",
];

describe("a return", () => {
  it("with letterhead, groups, sums in many words, notes and signatures gives its units and nothing else", async () => {
    const table = [
      ["ỦY BAN NHÂN DÂN XÃ HÒA AN", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["TỔNG HỢP KẾT QUẢ"],
      headings,
      ["(1)", "(2)", "(3)", "(4)", "(5)"],
      ["I", "Khối phường"],
      vinhHai,
      [null, "Cộng I", 3, 120, 1.5],
      ["II", "Khối khác"],
      vinhTho,
      ["Cộng dồn", null, 7, 1320, 4],
      ["Toàn xã", null, 7, 1320, 4],
      [null, "TỔNG CỘNG (I+II)", 7, 1320, 4],
      ["Ghi chú: chưa gồm khối trường học"],
      [null, null, null, "Hòa An, ngày 21 tháng 3 năm 2025"],
      ["NGƯỜI LẬP BIỂU", null, null, "CHỦ TỊCH"],
    ];
    const reading = await readBytes(handMade({ sheets: [sheet(table)] }), "bao-cao.xlsx");
    expect(told(reading)).toEqual(both);
    expect(reading.issues).toEqual([]);
  });
  it("typed in .VnTime and VNI-Times is read by its fonts", async () => {
    const text = (at: string, value: string, style: number) =>
      `<c r="${at}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const made = handMade({
      styles: fonts(".VnTime", "VNI-Times"),
      sheets: [
        {
          rows:
            `<row r="1">${text("A1", "Tªn ®¬n vÞ", 1)}${text("B1", "Sè buæi tuyªn truyÒn trùc tiÕp", 1)}${text("C1", "Soá löôït ngöôøi tham döï", 2)}</row>` +
            `<row r="2">${text("A2", "UBND ph­êng VÜnh H¶i", 1)}<c r="B2"><v>3</v></c>${text("C2", "naêm traêm", 2)}</row>`,
        },
      ],
    });
    expect(told(await readBytes(made, "a.xlsx"))).toEqual(["vinh-hai: sessions 3, participants 500"]);
  });
  it("exported from Google Sheets, with 3.0 for 3 and a thousand blank rows, is read", async () => {
    const blank = Array.from({ length: 998 }, (_, index) => `<row r="${index + 4}"/>`).join("");
    const table = rows([headings, vinhHai, vinhTho]).replaceAll("<v>3</v>", "<v>3.0</v>");
    const before = '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr>';
    const made = handMade({ sheets: [{ name: "Trang tính1", before, rows: table + blank }] });
    expect(told(await readBytes(made, "a.xlsx"))).toEqual(both);
  });
  it("exported from Numbers, with a sheet about the export and one for each table, is read", async () => {
    const about = [
      ["Tài liệu này được xuất từ Numbers."],
      ["Tên trang Numbers", "Tên bảng Numbers"],
      ["Trang 1", "Bảng 1"],
    ];
    const sheets = [
      sheet(about, { name: "Tóm tắt xuất" }),
      sheet([["Bảng 1"], headings, vinhHai, vinhTho], { name: "Trang 1 - Bảng 1" }),
      sheet([["Bảng 2"], ["ghi chú riêng"]], { name: "Trang 1 - Bảng 2" }),
    ];
    const reading = await readBytes(handMade({ sheets }), "a.xlsx");
    expect(told(reading)).toEqual(both);
    expect(reading.account.mapped + reading.account.ignored).toBe(reading.account.cells);
  });
  it("saved by an old Mac, with a bare serial of 1904, has the day that was meant", async () => {
    const made = handMade({
      workbookPr: '<workbookPr date1904="1"/>',
      sheets: [
        sheet([
          [...headings, "Ngày bắt đầu"],
          [...vinhHai, 44_265],
        ]),
      ],
    });
    expect(told(await readBytes(made, "a.xlsx"))).toEqual([`${both[0]}, firstDay 2025-03-11`]);
  });
  it("whose table begins at column H, far down, is found", async () => {
    const pad = Array.from({ length: 7 }, () => null);
    const above = Array.from({ length: 40 }, () => []);
    const table = [...above, [...pad, ...headings], [...pad, ...vinhHai], [...pad, ...vinhTho]];
    expect(told(await readBytes(handMade({ sheets: [sheet(table)] }), "a.xlsx"))).toEqual(both);
  });
});
