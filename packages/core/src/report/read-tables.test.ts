import { describe, expect, it } from "vitest";
import {
  campaignAsking,
  outreach,
  read,
  sheetOf,
  told,
  wards,
  type CaseOptions,
} from "../../test/return-case.ts";
import { unitDirectory } from "../recipient-unit/unit-directory.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { Reading } from "./reading.ts";

/** What each unit answered, in short: `{ "vinh-hai": { sessions: 12 } }`; other states by their name. */
function figures(reading: Reading): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    reading.verdicts.map((verdict, index) => {
      if (verdict.outcome === "rejected") return [`rejected ${index}`, {}];
      const entries = Object.entries(verdict.report.answers)
        .filter(([, answer]) => answer.state !== "missing")
        .map(([id, answer]) => [id, answer.state === "value" ? answer.value : answer.state]);
      return [verdict.report.unitId, Object.fromEntries(entries)];
    }),
  );
}

async function reads(sheets: Sheet | Sheet[], options: CaseOptions = {}) {
  const reading = await read(sheets, options);
  const { account } = reading;
  expect(account.mapped + account.ignored).toBe(account.cells);
  return { figures: figures(reading), told: told(reading), reading };
}

const headings = ["STT", "Đơn vị", "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự"];
const hai = [1, "UBND phường Vĩnh Hải", 12, 500];
const tho = [2, "UBND phường Vĩnh Thọ", 8, 300];
const both = {
  "vinh-hai": { sessions: 12, participants: 500 },
  "vinh-tho": { sessions: 8, participants: 300 },
};

describe("a table of units is found", () => {
  it("in the first row, as a program writes it", async () => {
    expect(await reads(sheetOf([headings, hai, tho]))).toMatchObject({ figures: both, told: [] });
  });

  it("under title rows, far from the corner", async () => {
    const shifted = [
      ["BÁO CÁO KẾT QUẢ"],
      [],
      [],
      ...[headings, hai, tho].map((row) => [null, null, null, ...row]),
    ];
    expect(await reads(sheetOf(shifted))).toMatchObject({ figures: both, told: [] });
  });

  it("with headings merged over two rows", async () => {
    const sheet = sheetOf(
      [
        ["STT", "Đơn vị", "Tuyên truyền trực tiếp", null, "Kinh phí thực hiện"],
        [null, null, "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [...hai, "12,5"],
        [...tho, 3],
      ],
      { merged: ["A1:A2", "B1:B2", "C1:D1", "E1:E2"] },
    );
    expect(await reads(sheet)).toMatchObject({
      figures: {
        "vinh-hai": { sessions: 12, participants: 500, cost: "12.5" },
        "vinh-tho": { sessions: 8, participants: 300, cost: "3" },
      },
      told: [],
    });
  });

  it("with headings merged over three rows and a ratio of two columns", async () => {
    const sheet = sheetOf(
      [
        ["STT", "Tên đơn vị", "KẾT QUẢ", null, null, null],
        [null, null, "Trực tiếp", null, "Tỷ lệ cán bộ được tuyên truyền", null],
        [null, null, "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự", "tử số", "mẫu số"],
        [...hai, 45, 60],
      ],
      { merged: ["A1:A3", "B1:B3", "C1:F1", "C2:D2", "E2:F2"] },
    );
    expect(await reads(sheet)).toMatchObject({
      figures: {
        "vinh-hai": { sessions: 12, participants: 500, staffRate: { numerator: 45, denominator: 60 } },
      },
      told: [],
    });
  });

  it("with headings over headings that nobody merged", async () => {
    const report = {
      ...outreach,
      fields: [
        { id: "radio", kind: "count", label: "Số buổi phát thanh" },
        { id: "direct", kind: "count", label: "Số buổi trực tiếp" },
      ],
      rules: [],
    } as const;
    const sheet = sheetOf([
      ["STT", "Đơn vị", "Phát thanh", null, "Trực tiếp"],
      [null, null, "Số buổi", "Thời lượng", "Số buổi"],
      [1, "UBND phường Vĩnh Hải", 3, 60, 12],
    ]);
    const { figures, told } = await reads(sheet, { campaign: campaignAsking(report as never) });
    expect(figures).toEqual({ "vinh-hai": { radio: 3, direct: 12 } });
    expect(told).toEqual(["report_heading_unknown D2"]);
  });

  it("when columns were moved, inserted and renamed", async () => {
    const sheet = sheetOf([
      ["SỐ LƯỢT NGƯỜI THAM DỰ (lượt)", "Người nhập", "Địa phương", "Số buổi tuyên truyền"],
      [500, "An", "P. Vĩnh Hải", 12],
      [300, "Bình", "P. Vĩnh Thọ", 8],
    ]);
    expect(await reads(sheet)).toMatchObject({
      figures: both,
      // Renamed past recognition is told; what is near is used and told.
      told: ["report_heading_unknown B1", "report_heading_assumed D1"],
    });
  });

  it("twice in one sheet, one under the other", async () => {
    const sheet = sheetOf([
      ["Khối phường"],
      headings,
      hai,
      [],
      ["Khối trường"],
      headings,
      [1, "Trường Tiểu học Lộc Thọ", 4, 90],
    ]);
    expect(await reads(sheet)).toMatchObject({
      figures: { "vinh-hai": both["vinh-hai"], "th-loc-tho": { sessions: 4, participants: 90 } },
      told: [],
    });
  });

  it("twice in one sheet, side by side", async () => {
    const sheet = sheetOf([
      [...headings, null, ...headings],
      [...hai, null, ...tho],
    ]);
    expect(await reads(sheet)).toMatchObject({ figures: both, told: [] });
  });

  it("on several sheets, and not on the sheet of notes", async () => {
    const sheets = [
      sheetOf([["Kính gửi Ủy ban nhân dân xã"]], { name: "Bìa" }),
      sheetOf([headings, hai], { name: "Phường 1" }),
      sheetOf([headings, tho], { name: "Phường 2" }),
    ];
    expect(await reads(sheets)).toMatchObject({ figures: both, told: [] });
  });

  it("with a heading whose letters are decomposed, in capitals and broken over lines", async () => {
    const sheet = sheetOf([
      ["STT", "ĐƠN\nVỊ", "SỐ BUỔI TUYÊN TRUYỀN\nTRỰC TIẾP".normalize("NFD"), "Số lượt\u00a0người tham dự"],
      hai,
      tho,
    ]);
    expect(await reads(sheet)).toMatchObject({ figures: both, told: [] });
  });

  it.each([
    [
      "TCVN3",
      ["§¬n vÞ", "Sè buæi tuyªn truyÒn trùc tiÕp", "Sè l\u00adît ng\u00adêi tham dù"],
      "UBND ph\u00adêng VÜnh H¶i",
      ".VnTime",
    ],
    [
      "VNI",
      ["Ñôn vò", "Soá buoåi tuyeân truyeàn tröïc tieáp", "Soá löôït ngöôøi tham döï"],
      "UBND phöôøng Vónh Haûi",
      "VNI-Times",
    ],
  ])("in %s, by its font or by what the headings become", async (_charset, names, unit, font) => {
    const old = (value: string) => ({ type: "text", value, font }) as const;
    const figures = { "vinh-hai": both["vinh-hai"] };
    expect(await reads(sheetOf([names.map(old), [old(unit), 12, 500]]))).toMatchObject({ figures, told: [] });
    expect(await reads(sheetOf([names, [unit, 12, 500]]))).toMatchObject({ figures, told: [] });
  });
});

describe("rows that are no unit's", () => {
  it("do not count: groups, subtotals, totals", async () => {
    const sheet = sheetOf([
      headings,
      ["I", "CÁC PHƯỜNG", 20, 800],
      hai,
      tho,
      ["", "Cộng", 20, 800],
      ["II", "CÁC TRƯỜNG"],
      [1, "Trường Tiểu học Lộc Thọ", 4, 90],
      ["", "TỔNG CỘNG", 24, 890],
    ]);
    const { figures, told, reading } = await reads(sheet);
    expect(figures).toEqual({ ...both, "th-loc-tho": { sessions: 4, participants: 90 } });
    expect(told).toEqual([]);
    const reasons = Map.groupBy(reading.account.ignoredCells, ({ reason }) => reason);
    expect([...reasons].map(([reason, cells]) => [reason, cells.length])).toEqual([
      ["groupHeading", 6],
      ["rowNumber", 3],
      ["totalRow", 6],
    ]);
  });

  it("are told when the total says something else than the rows", async () => {
    const { told } = await reads(sheetOf([headings, hai, tho, ["", "Tổng cộng", 20, 900]]));
    expect(told).toEqual(["report_total_row_differs D4"]);
  });

  it("give a school the ward's name only under its own group", async () => {
    const sheet = sheetOf([headings, ["I", "Trường tiểu học"], [1, "Lộc Thọ", 4, 90]]);
    expect((await reads(sheet)).figures).toEqual({ "th-loc-tho": { sessions: 4, participants: 90 } });
  });

  it("are a signature block below, whatever column it stands in", async () => {
    const sheet = sheetOf([
      headings,
      hai,
      [],
      [null, null, "Vĩnh Hải, ngày 20 tháng 3 năm 2025"],
      [null, "Người lập", "KT. CHỦ TỊCH"],
      [null, null, "PHÓ CHỦ TỊCH"],
      [null, "Trần Văn A", "Lê Thị B"],
    ]);
    const { figures, told, reading } = await reads(sheet);
    expect(told).toEqual([]);
    expect(figures).toEqual({ "vinh-hai": both["vinh-hai"] });
    expect(reading.account.ignoredCells.filter(({ reason }) => reason === "signature")).toHaveLength(6);
  });
});

describe("what cannot be read for certain is told, once", () => {
  it("hidden rows and hidden columns that hold figures", async () => {
    const sheet = sheetOf([headings, hai, tho], { hiddenRows: [2], hiddenColumns: [3] });
    const { told, reading } = await reads(sheet);
    expect(told.sort()).toEqual(["report_column_hidden D1", "report_row_hidden"]);
    expect(reading.verdicts.map(({ outcome }) => outcome)).toEqual(["queried", "queried"]);
  });

  it("a hidden sheet with figures", async () => {
    const { told } = await reads([
      sheetOf([headings, hai]),
      sheetOf([headings, tho], { name: "Cũ", visibility: "hidden" }),
    ]);
    expect(told).toEqual(["report_hidden_sheet_ignored"]);
  });

  it("a heading that may be two fields", async () => {
    const report = {
      ...outreach,
      fields: [
        { id: "posts", kind: "count", label: "Số tin bài trên cổng" },
        { id: "views", kind: "count", label: "Số tin bài trên Facebook" },
      ],
      rules: [],
    } as const;
    const { told } = await reads(
      sheetOf([
        ["Đơn vị", "Số tin bài"],
        ["UBND phường Vĩnh Hải", 3],
      ]),
      {
        campaign: campaignAsking(report as never),
      },
    );
    expect(told).toEqual(["report_heading_ambiguous B1"]);
  });

  it("a field in two columns", async () => {
    const sheet = sheetOf([
      ["Đơn vị", "Số lượt người tham dự", "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự"],
      ["UBND phường Vĩnh Hải", 500, 12, 501],
    ]);
    const { told, figures } = await reads(sheet);
    expect(told).toEqual(["report_heading_duplicate B1"]);
    expect(figures).toEqual({ "vinh-hai": { sessions: 12 } });
  });

  it("a required field without a column: one issue, not one for each row", async () => {
    const fields = outreach.fields.map((one) =>
      one.id === "participants" ? { ...one, required: true } : one,
    );
    const campaign = campaignAsking({ ...outreach, fields } as never);
    const sheet = sheetOf([
      ["Đơn vị", "Số buổi tuyên truyền trực tiếp"],
      ["UBND phường Vĩnh Hải", 12],
      ["UBND phường Vĩnh Thọ", 8],
    ]);
    expect((await reads(sheet, { campaign })).told).toEqual(["report_column_missing"]);
  });

  it("a name that is nobody's, a name that is two units', and a row without a name", async () => {
    const sheet = sheetOf([
      headings,
      [1, "UBND phường Vĩnh Hòa", 1, 1],
      [2, "Lộc Thọ", 2, 2],
      [3, null, 3, 3],
    ]);
    const { told, reading } = await reads(sheet);
    expect(told).toEqual(["report_unit_unknown B2", "report_unit_ambiguous B3", "report_unit_missing A4"]);
    expect(reading.verdicts.map(({ outcome }) => outcome)).toEqual(["rejected", "rejected", "rejected"]);
    expect(reading.account.ignoredCells.filter(({ reason }) => reason === "rejectedRow")).toHaveLength(8);
  });

  it("a unit in two rows", async () => {
    expect((await reads(sheetOf([headings, hai, [2, "P. Vĩnh Hải", 13, 500]]))).told).toEqual([
      "report_unit_twice A3",
    ]);
  });

  it("a return without any table", async () => {
    expect((await reads(sheetOf([["Kính gửi"], ["Đơn vị đã thực hiện tốt"]]))).told).toEqual([
      "report_table_not_found",
    ]);
    expect((await reads([])).told).toEqual(["report_table_not_found"]);
  });
});

describe("a table of fields is read", () => {
  const rows = [
    ["STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Ghi chú"],
    [1, "Số buổi tuyên truyền trực tiếp", "buổi", 12],
    ["1.1", "Trong đó: lồng ghép", "buổi", 3, "chào cờ"],
    [2, "Số lượt người tham dự", "lượt", "1.500 lượt"],
    [3, "Khó khăn, vướng mắc", null, "Thiếu loa"],
  ];
  const answers = {
    "vinh-hai": { sessions: 12, integrated: 3, participants: 1500, difficulties: "Thiếu loa" },
  };

  it("with the unit in the title", async () => {
    const sheet = sheetOf([["BÁO CÁO"], ["Đơn vị báo cáo: UBND phường Vĩnh Hải"], ...rows]);
    expect(await reads(sheet)).toMatchObject({ figures: answers, told: [] });
  });

  it("with the unit in the letterhead, and the issuer's name beside it", async () => {
    const sheet = sheetOf([["ỦY BAN NHÂN DÂN XÃ HÒA AN"], ["ỦY BAN NHÂN DÂN PHƯỜNG VĨNH HẢI"], ...rows]);
    expect(await reads(sheet)).toMatchObject({ figures: answers, told: [] });
  });

  it("with the unit in the sheet's name, or in the file's name alone", async () => {
    expect(await reads(sheetOf(rows, { name: "P. Vĩnh Hải" }))).toMatchObject({ figures: answers, told: [] });
    const { figures, told, reading } = await reads(sheetOf(rows), {
      file: "BC_phuong Vinh Hai thang 3.xlsx",
    });
    expect(figures).toEqual(answers);
    expect(told).toEqual([]);
    expect(reading.verdicts[0]).toMatchObject({ report: { origin: { identifiedBy: "fileName" } } });
  });

  it("and is nobody's when nothing names a unit", async () => {
    expect((await reads(sheetOf(rows))).told).toEqual(["report_unit_missing"]);
  });

  it("without any headings", async () => {
    const bare = [
      ["Đơn vị:", "UBND phường Vĩnh Hải"],
      ["Số buổi tuyên truyền trực tiếp", 12],
      ["Trong đó: lồng ghép", 3],
      ["Số lượt người tham dự", "1.500 lượt"],
      ["Khó khăn, vướng mắc", "Thiếu loa"],
    ];
    expect(await reads(sheetOf(bare))).toMatchObject({ figures: answers, told: [] });
  });

  it("with units side by side", async () => {
    const sheet = sheetOf([
      ["STT", "Chỉ tiêu", "UBND phường Vĩnh Hải", "UBND phường Vĩnh Thọ"],
      [1, "Số buổi tuyên truyền trực tiếp", 12, 8],
      [2, "Số lượt người tham dự", 500, 300],
    ]);
    expect(await reads(sheet)).toMatchObject({ figures: both, told: [] });
  });

  it("and a row that is no field is told", async () => {
    const sheet = sheetOf([["Đơn vị: UBND phường Vĩnh Hải"], ...rows, [4, "Số con gà", "con", 7]]);
    expect((await reads(sheet)).told).toEqual(["report_heading_unknown B7"]);
  });
});

describe("a column of unit codes", () => {
  const directory = unitDirectory(
    wards.units.map((unit, index) => ({
      ...unit,
      // The last two units bear the same code, as happens over the years.
      codes: [{ scheme: "administrative", code: `0223${Math.min(index, 3)}`, epoch: "2024-10" }],
    })),
  );

  it("says whose a row is, with its leading zero, and is compared with the name", async () => {
    const sheet = sheetOf([
      ["Mã đơn vị", "Đơn vị", "Số buổi tuyên truyền trực tiếp"],
      ["02231", "tên gõ sai", 12],
      ["02232", "UBND phường Vĩnh Hải", 8],
      ["02233", "UBND phường Lộc Thọ", 4],
    ]);
    const { told, reading } = await reads(sheet, { directory });
    const units = reading.verdicts.map((verdict) =>
      verdict.outcome === "rejected" ? null : verdict.report.unitId,
    );
    expect(units).toEqual(["vinh-hai", "vinh-tho", "loc-tho"]);
    expect(told).toEqual(["report_unit_disagreement B2", "report_unit_disagreement B3"]);
  });
});

describe("a table of repeating rows that somebody typed", () => {
  const campaign = campaignAsking({
    ...outreach,
    rules: [{ kind: "rowsOf", field: "sessions", table: "events" }],
    repeats: [
      {
        id: "events",
        label: "Danh sách hội nghị",
        fields: [
          { id: "heldOn", kind: "date", label: "Ngày tổ chức" },
          { id: "place", kind: "text", label: "Địa điểm tổ chức" },
        ],
      },
    ],
  });

  it("goes to the unit each row names", async () => {
    const sheets = [
      sheetOf([headings, [1, "UBND phường Vĩnh Hải", 2, 500], [2, "UBND phường Vĩnh Thọ", 1, 300]]),
      sheetOf(
        [
          ["STT", "Đơn vị", "Ngày tổ chức", "Địa điểm tổ chức"],
          [1, "UBND phường Vĩnh Hải", "12/3/2025", "Nhà văn hóa"],
          [2, "UBND phường Vĩnh Hải", "13/3/2025", "Trường học"],
          [3, "UBND phường Vĩnh Thọ", "12/3/2025", "Chợ"],
        ],
        { name: "Hội nghị" },
      ),
    ];
    const { told, reading } = await reads(sheets, { campaign });
    expect(told).toEqual([]);
    const counts = reading.verdicts.map((verdict) =>
      verdict.outcome === "rejected" ? null : verdict.report.repeats?.["events"]?.length,
    );
    expect(counts).toEqual([2, 1]);
  });
});
