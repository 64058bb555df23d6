import { describe, expect, it } from "vitest";
import { printIssue } from "../issue/print-issue.ts";
import { checkDirectory } from "./check-directory.ts";
import { parseUnitDirectory } from "./parse-unit-directory.ts";
import { printUnitDirectory } from "./print-unit-directory.ts";
import { unitDirectory, unitsByCode, type UnitDirectory } from "./unit-directory.ts";

const source = "units.csv";
const parse = (csv: string) => parseUnitDirectory(csv, { source });
const messages = (csv: string) => parse(csv).issues.map((one) => printIssue(one, "en"));

describe("a list of units", () => {
  it("is read with its groups, aliases, codes by scheme and epoch, parents by hierarchy, and days", () => {
    const { value, issues } = parse(
      `id,name,short_name,aliases,type,groups,administrative_code,school_code,parent_administrative,parent_sector,valid_from,valid_to,basis
th-vinh-hai-1,Trường Tiểu học Vĩnh Hải 1,TH Vĩnh Hải 1,TH VH1; Vĩnh Hải 1,th,Trường; Tiểu học,22330@2024-10; 22330@2024-11,00127,ubnd-tp,phong-gddt,2024-09-01,30/6/2025,QĐ 12
`,
    );
    expect(issues).toEqual([]);
    expect(value?.units).toEqual([
      {
        id: "th-vinh-hai-1",
        name: "Trường Tiểu học Vĩnh Hải 1",
        shortName: "TH Vĩnh Hải 1",
        aliases: ["TH VH1", "Vĩnh Hải 1"],
        type: "th",
        groups: ["Trường", "Tiểu học"],
        parents: { administrative: "ubnd-tp", sector: "phong-gddt" },
        codes: [
          { scheme: "administrative", code: "22330", epoch: "2024-10" },
          { scheme: "administrative", code: "22330", epoch: "2024-11" },
          { scheme: "school", code: "00127" },
        ],
        validFrom: "2024-09-01",
        validTo: "2025-06-30",
        basis: "QĐ 12",
      },
    ]);
  });

  it.each([
    [
      "with the mark and the semicolons of a Vietnamese Excel",
      "\uFEFFid;name;groups\r\na;UBND xã A;Đảng, đoàn thể\r\n",
    ],
    ["pasted with tabs", "id\tname\tgroups\na\tUBND xã A\tĐảng, đoàn thể\n"],
    ["with Vietnamese headings", 'Mã đơn vị,Tên đơn vị,Nhóm\na,UBND xã A,"Đảng, đoàn thể"\n'],
    [
      "with blank rows, spaces and decomposed letters",
      `id,name,groups\n,,\n a , UBND  xã A ,"Đảng, đoàn thể"\n\n`.normalize("NFD"),
    ],
  ])("is read %s", (_, csv) => {
    const { value, issues } = parse(csv);
    expect(issues).toEqual([]);
    expect(value?.units.map(({ id, name, groups }) => ({ id, name, groups }))).toEqual([
      { id: "a", name: "UBND xã A", groups: ["Đảng, đoàn thể"] },
    ]);
  });

  it("says everything that is wrong at once, each with line and column", () => {
    const csv = `id,name,administrative_code,valid_from,màu
a,UBND xã A,22330,2024-11-01,
a,UBND xã Ấ,22333,,
,UBND xã B,,31/4/2024,
c d,UBND xã C,2233,,
e,,22 333,,
`;
    expect(messages(csv)).toEqual([
      "units.csv:1:5, màu: the column “màu” is not known here; its content is not read [unit_column_unknown]",
      "units.csv:3:1, id: the unit id “a” is used twice, first on line 2 [unit_id_duplicate]",
      "units.csv:4:4, valid_from: “31/4/2024” in “valid_from” is not a day of the calendar [unit_date_invalid]",
      "units.csv:4:1, id: the cell “id” is blank [unit_value_missing]",
      "units.csv:5:1, id: “c d” cannot be a unit id [unit_id_invalid]",
      "units.csv:5:3, administrative_code: the administrative code “2233” has 4 digits and may have lost a leading zero [unit_code_zeros_lost]",
      "units.csv:6:3, administrative_code: “22 333” in “administrative_code” is not a code [unit_code_invalid]",
      "units.csv:6:2, name: the cell “name” is blank [unit_value_missing]",
    ]);
    expect(parse(csv).value).toBeNull();
  });

  it("doubts an organisation code that has neither of the two forms", () => {
    const list = "id,name,organisation_code\na,A,H32.1.2\nb,B,000.00.00.H49\nc,C,32.H\n";
    expect(messages(list)).toEqual([
      "units.csv:4:3, organisation_code: the organisation code “32.H” has neither the form H37.02.02 nor 000.00.00.H49 [unit_organisation_code_unusual]",
    ]);
    expect(parse(list).value?.units).toHaveLength(3);
  });

  it("counts the lines of the file, line breaks inside quotation marks included", () => {
    expect(messages('id,name,aliases\na,UBND xã A,"một\nhai"\n,UBND xã B,\n')).toEqual([
      "units.csv:4:1, id: the cell “id” is blank [unit_value_missing]",
    ]);
  });

  it("is no list without headings, without a needed column, with one twice, or with cells beyond the last", () => {
    const codes = (csv: string) => parse(csv).issues.map(({ code }) => code);
    expect(codes("")).toEqual(["unit_table_empty"]);
    expect(codes("name,type\nUBND xã A,xa\n")).toEqual(["unit_column_missing"]);
    expect(codes("id,name,group,groups\na,UBND xã A,x,y\n")).toEqual(["unit_column_duplicate"]);
    expect(codes("id,name\na,UBND xã A,Đảng\n")).toEqual(["unit_row_too_long"]);
    expect(codes('id,name\na,"UBND xã A\n')).toContain("unit_table_malformed");
  });

  it("may have warnings and still be read", () => {
    const { value, issues } = parse("id,name,ghi chú riêng\na,UBND xã A,x\n");
    expect(issues.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(value?.units).toHaveLength(1);
  });

  it("is printed as Excel opens it and read back the same", () => {
    const { value } = parse(
      'id,name,aliases,groups,school_code,parent_sector\na,"UBND xã ""A"", mới",=1+1; A,"Đảng, đoàn thể",00127,b\nb,Phòng B,,,,\n',
    );
    const printed = printUnitDirectory(value as UnitDirectory);
    expect(printed.startsWith("\uFEFFid,name,short_name,")).toBe(true);
    expect(printed).toContain("'=1+1; A");
    expect(parse(printed)).toMatchObject({ value, issues: [] });
  });

  it("lets later findings point to its cells", () => {
    const { value, places } = parse("id,name,parent_sector\na,UBND xã A,nobody\nb,UBND xã A,\n");
    const findings = checkDirectory(value as UnitDirectory, { places });
    expect(findings.map((one) => printIssue(one, "vi"))).toEqual([
      "units.csv:3:2, name: 2 đơn vị cùng tên “UBND xã A” trong cùng thời gian: a, b [unit_name_duplicate]",
      "units.csv:2:3, parent_sector: đơn vị cấp trên “nobody” (sector) của “a” không có trong danh mục [unit_parent_unknown]",
    ]);
  });
});

it("finds a unit by administrative, school or organisation code, and keeps epochs apart", () => {
  const { value } = parse(
    "id,name,administrative_code,school_code,organisation_code\na,A,22366@2024-10,,\nb,B,22366@2024-11,00127,H32.1.2\n",
  );
  const ids = (scheme: string, code: string, epoch?: string) =>
    unitsByCode(value ?? unitDirectory([]), { scheme, code, epoch }).map(({ id }) => id);
  expect(ids("administrative", "22366", "2024-11")).toEqual(["b"]);
  expect(ids("administrative", "22366")).toEqual(["a", "b"]);
  expect(ids("school", "00127")).toEqual(["b"]);
  expect(ids("school", "127")).toEqual([]);
  expect(ids("organisation", "H32.1.2")).toEqual(["b"]);
});
