import { describe, expect, it } from "vitest";
import { printIssue } from "../issue/print-issue.ts";
import type { Cell } from "../sheet/cell.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { applyDirectoryImport } from "./apply-directory-import.ts";
import { parseUnitDirectory } from "./parse-unit-directory.ts";
import { planDirectoryImport } from "./plan-directory-import.ts";
import { printDirectoryImport } from "./print-directory-import.ts";
import type { UnitDirectory } from "./unit-directory.ts";
import { unitAsOf, unitsAsOf } from "./units-as-of.ts";

const { value } = parseUnitDirectory(
  `id,name,short_name,type,groups,administrative_code,school_code,parent_sector,valid_to
phong-gddt,Phòng Giáo dục và Đào tạo,,phong,Phòng,,,,
th-vinh-hai-1,Trường Tiểu học Vĩnh Hải 1,TH Vĩnh Hải 1,th,Trường,,00127,phong-gddt,
th-loc-tho,Trường Tiểu học Lộc Thọ,,th,Trường,,00128,phong-gddt,
th-phuoc-tien,Trường Tiểu học Phước Tiến,,th,Trường,,00129,phong-gddt,
ubnd-phuong-tan-lap,UBND phường Tân Lập,,ubnd_phuong,UBND,22369@2024-10,,,2024-10-31
`,
  { source: "units.csv" },
);
const directory = value as UnitDirectory;

const text = (value: string): Cell => ({ type: "text", value });
const cell = (value: string | number): Cell =>
  typeof value === "string" ? text(value) : { type: "number", value, format: "00000" };
const sheet = (rows: readonly (readonly (string | number)[])[]): Sheet => ({
  name: "Danh sách",
  visibility: "visible",
  rows: rows.map((values, index) => ({
    index,
    cells: values.map((one) => (one === "" ? undefined : cell(one))),
  })),
  merges: [],
  hiddenColumns: [],
});
const plan = (rows: readonly (readonly (string | number)[])[], covers = ["th"]) =>
  planDirectoryImport(directory, sheet(rows), {
    source: "truong-2024.xlsx",
    asOf: "2024-11-02",
    covers: ({ type }) => covers.includes(type),
  });

const list = [
  ["DANH SÁCH TRƯỜNG TIỂU HỌC"],
  ["STT", "Tên đơn vị", "Mã trường", "Loại", "parent_sector", "Ghi chú riêng"],
  ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
  ["I", "Khối tiểu học"],
  ["1", "Trường Tiểu học Vĩnh Hải 1", 127, "th", "phong-gddt", "x"],
  ["2", "trường tiểu học Lộc Thọ mới", 128, "th", "phong-gddt"],
  ["3", "Trường Tiểu học Bình Khê", 130, "th", "phong-gddt"],
  ["Tổng cộng", "", "", "", "", "3"],
];

describe("importing an office's own list", () => {
  it("finds what is new, what changed field by field, and what is no longer listed", () => {
    const result = plan(list);
    expect(result.added.map(({ unit, place }) => [unit.id, unit.codes, place.cell])).toEqual([
      ["th-binh-khe", [{ scheme: "school", code: "00130" }], "B7"],
    ]);
    expect(result.changed.map(({ unit, matchedBy, fields }) => [unit.id, matchedBy, fields])).toEqual([
      [
        "th-loc-tho",
        "code",
        [{ column: "name", before: "Trường Tiểu học Lộc Thọ", after: "trường tiểu học Lộc Thọ mới" }],
      ],
    ]);
    expect(result.unchanged).toEqual(["th-vinh-hai-1"]);
    expect(result.missing).toEqual(["th-phuoc-tien"]);
    expect(result.issues.map((one) => printIssue(one, "vi"))).toEqual([
      "truong-2024.xlsx, trang “Danh sách”, ô F2: cột “Ghi chú riêng” không có trong mẫu của tệp này, nội dung không được đọc [unit_column_unknown]",
      "truong-2024.xlsx, trang “Danh sách”, ô B4: dòng “I” là dòng nhóm hoặc dòng cộng, không phải đơn vị [unit_import_row_left_out]",
      "truong-2024.xlsx, trang “Danh sách”, ô B8: dòng “Tổng cộng” là dòng nhóm hoặc dòng cộng, không phải đơn vị [unit_import_row_left_out]",
    ]);
  });

  it("shows the difference before anything is changed", () => {
    expect(printDirectoryImport(directory, plan(list), "vi")).toEqual([
      "+ th-binh-khe: Trường Tiểu học Bình Khê",
      "~ th-loc-tho: Trường Tiểu học Lộc Thọ",
      "    name: “Trường Tiểu học Lộc Thọ” → “trường tiểu học Lộc Thọ mới”",
      "? th-phuoc-tien: Trường Tiểu học Phước Tiến – không còn trong danh sách: đã giải thể? Đơn vị được giữ nguyên cho đến khi có xác nhận.",
      "thêm 1, thay đổi 1, không còn trong danh sách 1, giữ nguyên 1",
    ]);
    expect(printDirectoryImport(directory, plan(list), "en").at(-1)).toBe(
      "1 added, 1 changed, 1 no longer listed, 1 unchanged",
    );
  });

  it("deletes nothing: a row taken out of the list is a question", () => {
    const accepted = applyDirectoryImport(directory, plan(list), { added: "all", changed: "all" });
    expect(accepted.units.map(({ id }) => id)).toEqual([
      ...directory.units.map(({ id }) => id),
      "th-binh-khe",
    ]);
    expect(unitAsOf(accepted, "th-phuoc-tien", "2030-01-01")).toBeDefined();
  });

  it("changes nothing that was not accepted", () => {
    expect(applyDirectoryImport(directory, plan(list), {})).toEqual(directory);
  });

  it("makes accepted changes events of a day, so that the past keeps its names", () => {
    const on = "2025-01-01";
    const accepted = applyDirectoryImport(
      directory,
      plan(list),
      { changed: ["th-loc-tho"], closed: ["th-phuoc-tien"], added: "all" },
      { on, legalBasis: "12/QĐ-UBND" },
    );
    expect(unitAsOf(accepted, "th-loc-tho", "2024-12-31")?.name).toBe("Trường Tiểu học Lộc Thọ");
    expect(unitAsOf(accepted, "th-loc-tho", on)?.name).toBe("trường tiểu học Lộc Thọ mới");
    expect(accepted.lineage.map(({ kind, legalBasis }) => [kind, legalBasis])).toEqual([
      ["renamed", "12/QĐ-UBND"],
      ["closed", "12/QĐ-UBND"],
    ]);
    const ids = (date: string) => unitsAsOf(accepted, date).map(({ id }) => id);
    expect(ids("2024-12-31")).toContain("th-phuoc-tien");
    expect(ids(on)).not.toContain("th-phuoc-tien");
    expect(ids("2024-12-31")).not.toContain("th-binh-khe");
    expect(ids(on)).toContain("th-binh-khe");
  });

  it("refuses to close without a day, and what is not in the plan", () => {
    expect(() => applyDirectoryImport(directory, plan(list), { closed: ["th-phuoc-tien"] })).toThrow(
      RangeError,
    );
    expect(() => applyDirectoryImport(directory, plan(list), { added: ["nobody"] })).toThrow(/nobody/);
  });
});

describe("a row of the list", () => {
  const rowOf = (...row: readonly (string | number)[]) => plan([["id", "Tên đơn vị", "Mã trường"], row]);

  it("is the unit with its id, whatever its name", () => {
    const { changed } = rowOf("th-loc-tho", "Trường Tiểu học Lộc Thọ 1", 128);
    expect(changed.map(({ matchedBy, fields }) => [matchedBy, fields.length])).toEqual([["id", 1]]);
  });

  it("is the unit called so, whatever the case and the Unicode form of the name", () => {
    const { unchanged } = rowOf("", "TRƯỜNG TIỂU HỌC LỘC THỌ".normalize("NFD"), 128);
    expect(unchanged).toEqual([]);
    const exact = rowOf("", "Trường Tiểu học Lộc Thọ".normalize("NFD"), 128);
    expect(exact.unchanged).toEqual(["th-loc-tho"]);
  });

  it("with another id than the unit it names keeps the unit's", () => {
    const { unchanged, issues } = rowOf("tieu-hoc-loc-tho", "Trường Tiểu học Lộc Thọ", 128);
    expect(unchanged).toEqual(["th-loc-tho"]);
    expect(issues.map(({ code }) => code)).toEqual(["unit_import_id_ignored"]);
  });

  it("about a unit that has ended, a second row, and a row without a name are issues and change nothing", () => {
    const result = plan([
      ["id", "Tên đơn vị"],
      ["ubnd-phuong-tan-lap", "UBND phường Tân Lập"],
      ["", "Trường Tiểu học Lộc Thọ"],
      ["", "Trường Tiểu học Lộc Thọ"],
      ["th-vinh-hai-1", ""],
    ]);
    expect(result.issues.map(({ code }) => code)).toEqual([
      "unit_value_missing",
      "unit_import_ended",
      "unit_import_twice",
    ]);
    expect([result.added, result.changed]).toEqual([[], []]);
  });

  it("heads a group with a mark beside the list, or with nothing of a unit in it", () => {
    const result = plan([
      ["STT", "Tên đơn vị", "Mã trường"],
      ["A.", "Khối tiểu học"],
      ["Khối mầm non"],
      ["1", "Trường Tiểu học Lộc Thọ", 128],
    ]);
    expect(result.issues.map(({ code }) => code)).toEqual([
      "unit_import_row_left_out",
      "unit_import_row_left_out",
    ]);
    const listed = plan([
      ["id", "Tên đơn vị"],
      ["A", "Trường Tiểu học A"],
    ]);
    expect(listed.added.map(({ unit }) => unit.id)).toEqual(["A"]);
  });

  it("that fits two units is ambiguous", () => {
    const two = parseUnitDirectory("id,name\na,UBND xã Tân Lập\nb,UBND xã Tân Lập\n", {
      source: "u.csv",
    }).value;
    const rows = sheet([["Tên đơn vị"], ["UBND xã Tân Lập"]]);
    const result = planDirectoryImport(two as UnitDirectory, rows, { source: "x", asOf: "2024-11-02" });
    expect(result.issues.map(({ code }) => code)).toEqual(["unit_import_ambiguous"]);
    expect(result.added).toEqual([]);
  });
});

it("a sheet without a column of names is one issue, and nobody is missing", () => {
  const result = plan([
    ["A", "B"],
    ["1", "2"],
  ]);
  expect(result.issues.map(({ code }) => code)).toEqual(["unit_sheet_without_names"]);
  expect(result.missing).toEqual([]);
});

it("a blank cell says the unit has none; a column that is not there says nothing", () => {
  const rows = [
    ["id", "Tên đơn vị", "parent_sector"],
    ["th-loc-tho", "Trường Tiểu học Lộc Thọ", ""],
  ];
  const [change] = plan(rows).changed;
  expect(change?.fields).toEqual([{ column: "parent_sector", before: "phong-gddt", after: "" }]);
  expect(change?.unit.codes).toEqual([{ scheme: "school", code: "00128" }]);
});
