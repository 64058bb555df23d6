import { describe, expect, it } from "vitest";
import {
  answerCellOf,
  campaignAsking,
  read,
  reportOf,
  sheetOf,
  sheetsOf,
  told,
  wards,
  withCells,
} from "../../test/return-case.ts";
import { issue } from "../issue/issue.ts";
import { createUnitResolver } from "../recipient-unit/resolver/unit-resolver.ts";
import { memorySheets } from "../sheet/memory-sheets.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { SheetSourceError, type SheetSource } from "../sheet/sheet-source.ts";
import { readReturn } from "./read-return.ts";
import { describeReportForm } from "./form/describe-report-form.ts";

const campaign = campaignAsking();
const blankForm = sheetsOf(
  describeReportForm(campaign, { round: "ket-qua", unit: "vinh-hai", directory: wards }),
);
const front = blankForm[0]!;
const at = (mark: string, column?: string) => answerCellOf(front, mark, column);

describe("a filled form", () => {
  it("is read by its hidden marks, under any file name", async () => {
    const filled = withCells(blankForm, "Biểu mẫu", {
      [at("sessions")]: 12,
      [at("integrated")]: 3,
      [at("participants")]: "1.234",
      [at("cost")]: "12,5",
      [at("staffRate.numerator")]: 45,
      [at("staffRate.denominator")]: 60,
      [at("links")]: "https://example.org/a",
      [at("difficulties")]: "Không",
      [at("@dataAsOf", "D")]: { date: "2025-03-20" },
    });
    const reading = await read(filled, { campaign, file: "Copy of Book1.xlsx" });
    expect(told(reading)).toEqual([]);
    const [verdict] = reading.verdicts;
    expect(verdict).toMatchObject({
      outcome: "accepted",
      report: {
        unitId: "vinh-hai",
        roundId: "ket-qua",
        submission: "normal",
        nil: false,
        dataAsOf: "2025-03-20",
        origin: { identifiedBy: "form" },
      },
    });
    const { answers } = reportOf(reading);
    expect(answers).toEqual({
      sessions: { state: "value", value: 12, raw: "12", cell: at("sessions") },
      integrated: { state: "value", value: 3, raw: "3", cell: at("integrated") },
      participants: {
        state: "value",
        value: 1234,
        raw: "1.234",
        rule: "thousands-vi",
        cell: at("participants"),
      },
      cost: { state: "value", value: "12.5", raw: "12,5", rule: "decimal-vi", cell: at("cost") },
      staffRate: {
        state: "value",
        value: { numerator: 45, denominator: 60 },
        raw: "45/60",
        cell: at("staffRate.numerator"),
      },
      links: {
        state: "value",
        value: ["https://example.org/a"],
        raw: "https://example.org/a",
        cell: at("links"),
      },
      difficulties: { state: "nil", raw: "Không", rule: "nil-word", cell: at("difficulties") },
    });
    expect(reading.account.mapped + reading.account.ignored).toBe(reading.account.cells);
  });
});

describe("a table of many units", () => {
  it("gives a report for each row", async () => {
    const reading = await read(
      sheetOf([
        ["BẢNG TỔNG HỢP KẾT QUẢ TUYÊN TRUYỀN"],
        ["(Số liệu tính đến ngày 20/3/2025)"],
        ["STT", "Đơn vị", "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự", "Ghi chú"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["I", "Khối phường"],
        [1, "P. Vĩnh Hải", 12, "1.500 lượt", "đã gửi bản giấy"],
        [2, "UBND phường Vĩnh Thọ", "KPS", "-"],
        [3, "phường Lộc Thọ"],
        ["II", "Khối trường học"],
        [1, "TH Lộc Thọ", 4, 300],
        ["", "Tổng cộng", 16, 1800],
        ["Ghi chú: số liệu sơ bộ"],
        ["", "NGƯỜI LẬP BIỂU", "", "CHỦ TỊCH"],
      ]),
    );
    expect(told(reading)).toEqual(["report_rows_blank"]);
    expect(reading.verdicts.map((verdict) => [verdict.row, verdict.outcome])).toEqual([
      [5, "accepted"],
      [6, "accepted"],
      [9, "accepted"],
    ]);
    const reasons = Object.fromEntries(
      reading.account.ignoredCells.map(({ cell, reason }) => [cell, reason]),
    );
    expect(reasons).toEqual({
      A1: "title",
      A4: "numbering",
      B4: "numbering",
      C4: "numbering",
      D4: "numbering",
      E4: "numbering",
      A5: "groupHeading",
      B5: "groupHeading",
      A6: "rowNumber",
      E6: "note",
      A7: "rowNumber",
      A8: "blankRow",
      B8: "blankRow",
      A9: "groupHeading",
      B9: "groupHeading",
      A10: "rowNumber",
      B11: "totalRow",
      C11: "totalRow",
      D11: "totalRow",
      A12: "note",
      B13: "signature",
      D13: "signature",
    });
  });
});

describe("a return of which something cannot be read", () => {
  const table = sheetOf([
    ["Đơn vị", "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự"],
    ["UBND phường Vĩnh Hải", 3, 40],
  ]);
  const broken = { ...sheetOf([["x"]]), name: "Sheet2" };
  const options = {
    campaign,
    directory: wards,
    resolver: createUnitResolver(wards),
    sha256: "a".repeat(64),
    receivedAt: "2025-03-25T09:00:00+07:00",
  };
  const failingWith = (error: SheetSourceError): SheetSource => {
    const source = memorySheets("lon.xlsx", [table, broken]);
    const readSheet = (name: string) => (name === "Sheet2" ? Promise.reject(error) : source.readSheet(name));
    return { ...source, readSheet };
  };
  const damage = issue(
    "workbook_damaged",
    { source: "lon.xlsx", sheet: "Sheet2" },
    { part: "x", detail: "y" },
  );

  it("says so and gives no report, since nobody knows what is missing", async () => {
    const source = failingWith(new SheetSourceError("source_unreadable", "cut", { issue: damage }));
    const reading = await readReturn(source, options);
    expect(reading).toMatchObject({ verdicts: [], issues: [damage], account: { cells: 6, ignored: 6 } });
    expect(new Set(reading.account.ignoredCells.map(({ reason }) => reason))).toEqual(
      new Set(["unreadableSheet"]),
    );
  });
  it("fails when it was not the file's fault", async () => {
    const source = failingWith(new SheetSourceError("source_unreadable", "no network"));
    await expect(readReturn(source, options)).rejects.toThrow("no network");
  });
  it("is told of what a source noticed only while it read a sheet", async () => {
    const reading = await read({ ...table, issues: [damage] });
    expect(reading.issues).toContain(damage);
  });
  it("is not held in memory beyond a limit", async () => {
    const reading = await read([table, broken], { maxCells: 6 });
    expect(reading).toMatchObject({ verdicts: [], account: { cells: 6, ignored: 6 } });
    expect(told(reading)).toEqual(["workbook_too_large"]);
  });
});

describe("what nobody sees in a form", () => {
  const filled = withCells(blankForm, "Biểu mẫu", {
    [at("sessions")]: 12,
    [at("participants")]: 50,
    [at("cost")]: 1,
    [at("staffRate.numerator")]: 45,
    [at("staffRate.denominator")]: 60,
    [at("links")]: "https://example.org/a",
    [at("integrated")]: 3,
    [at("difficulties")]: "không",
  });
  const rowOf = (address: string) => Number(address.replace(/\D/g, "")) - 1;
  const hiding = (change: (sheet: Sheet) => Sheet) =>
    filled.map((sheet) => (sheet.name === "Biểu mẫu" ? change(sheet) : sheet));

  it("is asked about when an answer stands in a hidden row", async () => {
    const hidden = hiding((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => (row.index === rowOf(at("cost")) ? { ...row, hidden: true } : row)),
    }));
    const reading = await read(hidden, { campaign });
    expect(reading.verdicts[0]?.outcome).toBe("queried");
    expect(told(reading)).toEqual([`report_row_hidden A${rowOf(at("cost")) + 1}`]);
  });
  it("is asked about when the answers stand in a hidden column", async () => {
    const hidden = hiding((sheet) => ({ ...sheet, hiddenColumns: [...sheet.hiddenColumns, 4] }));
    const reading = await read(hidden, { campaign });
    expect(reading.verdicts[0]?.outcome).toBe("queried");
    expect(told(reading)).toEqual(["report_column_hidden E1"]);
  });
  it("is nothing to ask about when it is blank", async () => {
    const hidden = hiding((sheet) => ({
      ...sheet,
      rows: [...sheet.rows, { index: 200, hidden: true, cells: [] }],
    }));
    expect((await read(hidden, { campaign })).issues).toEqual([]);
  });
});
