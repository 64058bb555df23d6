import { describe, expect, it } from "vitest";
import { cellOf } from "../../../test/return-case.ts";
import { reportSchemaInput } from "../../report-schema/report-schema-input.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import type { Cell } from "../../sheet/cell.ts";
import { readAnswer } from "./read-answer.ts";
import type { ValueContext } from "./value-context.ts";
import { explainRule } from "./value-rule.ts";

function field(kind: string, more: object = {}): Field {
  const input = { id: "tuyen-truyen", title: "T", fields: [{ id: "one", label: "Số buổi", kind, ...more }] };
  return reportSchemaInput.parse(input).fields[0] as Field;
}

const context: ValueContext = {
  style: undefined,
  window: { from: "2024-10-25", to: "2024-11-20" },
  dateEpoch: 1900,
  unitIdOf: (text) => (text === "P. Vĩnh Hải" ? "vinh-hai" : null),
};

/** `value rule`, `nil rule`, or `code` with what the issue offers: as short as a row of a table. */
function outcome(cell: Parameters<typeof cellOf>[0], asked: Field, more: Partial<ValueContext> = {}): string {
  const { answer, problem } = readAnswer(cellOf(cell), asked, { ...context, ...more });
  const value = answer.state === "value" ? JSON.stringify(answer.value) : answer.state;
  const offered = problem && "readings" in problem.params ? ` [${problem.params.readings.join(" | ")}]` : "";
  return [value, answer.rule, problem && `${problem.code}${offered}`].filter(Boolean).join(" ");
}

describe("what a cell answers in a field that counts", () => {
  const count = field("count", { unit: "lượt người" });
  it.each<[Parameters<typeof cellOf>[0], string]>([
    // four states that must not be mixed up
    [null, "missing"],
    ["   ", "missing"],
    [0, "0"],
    ["0", "0 number-as-text"],
    ["không", "nil nil-word"],
    ["Không có", "nil nil-word"],
    ["KPS", "nil nil-word"],
    ["không phát sinh.", "nil nil-word"],
    ["-", "notApplicable dash"],
    ["–", "notApplicable dash"],
    ["Không áp dụng", "notApplicable not-applicable-word"],
    ["chưa có số liệu", "missing not-known-word"],
    ["…", "missing not-known-word"],
    // numbers
    [12, "12"],
    ["500", "500 number-as-text"],
    ["007", "7 number-as-text"],
    ["1.234", "1234 thousands-vi"], // a count is whole, so 1.234 as English write it is no reading
    ["1,234", "1234 thousands-en"],
    ["1.234.567", "1234567 thousands-vi"],
    ["1 234 567", "1234567 thousands-space"],
    ["2.000", "missing report_number_ambiguous [2000 | 2]"], // both readings are whole
    ["1.234,0", "1234 decimal-vi"],
    ["12.34.5", "missing report_number_not_understood"],
    ["mười hai", "12 number-words"],
    // words around a number
    ["khoảng 500", "500 approximate report_number_approximate"],
    ["~500", "500 approximate report_number_approximate"],
    ["Khoảng 1.234 lượt", "1234 approximate+thousands-vi+unit-word report_number_approximate"],
    ["hơn 300", "300 bound report_number_bound"],
    [">300", "300 bound report_number_bound"],
    ["500+", "500 bound report_number_bound"],
    ["500-600", "missing report_number_range"],
    ["500 đến 600", "missing report_number_range"],
    ["500 lượt", "500 unit-word"],
    ["500 lượt người", "500 unit-word"],
    ["500 người", "missing report_number_unit_differs"], // visits are not people
    ["2 giờ", "missing report_number_unit_differs"],
    ["12 lượt, 300 người", "missing report_number_unit_differs"],
    ["1,5 nghìn lượt", "1500 decimal-vi+scale-word+unit-word"],
    ["Số buổi: 12", "12 label-words"],
    ["12 (mười hai)", "12 note-in-brackets"],
    ["12 (3 lồng ghép)", "12 note-in-brackets report_number_with_note"],
    ["x", "missing report_mark_unclear"],
    ["✓", "missing report_mark_unclear"],
    ["đã gửi", "missing report_number_not_understood"],
    // what cannot be a count
    [1.234, "missing report_number_not_whole"],
    [-3, "missing report_number_negative"],
    ["-3", "missing report_number_negative"],
    [2 ** 53, "missing report_number_out_of_range"],
    ["9007199254740993", "missing report_number_out_of_range"],
    [1e308, "missing report_number_out_of_range"],
    ["1e309", "missing report_number_unit_differs"],
    ["50%", "missing report_number_unit_differs"],
    [true, "missing report_number_not_understood"],
    [{ date: "2024-10-12" }, "missing report_number_became_date"],
    [{ type: "error", value: "#DIV/0!" }, "missing report_cell_error"],
    [{ type: "empty", value: null, formula: "SUM(A1:A9)" }, "missing report_formula_not_calculated"],
    [{ type: "number", value: 7, formula: "3+4" }, "7"],
    ["=1+1", "missing report_number_not_understood"], // text, whatever it starts with
    ["１２", "12 digits-other-script+number-as-text"], // a keyboard set to another script
    ["٣٤", "34 digits-other-script+number-as-text"],
    ["5\u200b00", "500 number-as-text"], // a zero-width space inside
  ])("%j is %s", (cell, expected) => expect(outcome(cell, count)).toBe(expected));

  it.each<[string, "vi" | "en", string]>([
    ["2.000", "vi", "2000 thousands-vi"],
    ["2.000", "en", "2 decimal-en"],
    ["1,234", "vi", "missing report_number_ambiguous [1234 | 1.234]"], // against the column's own style
  ])("%j in a column written the %s way is %s", (text, style, expected) => {
    expect(outcome(text, count, { style })).toBe(expected);
  });
});

describe("what a cell answers in a field of amounts", () => {
  const amount = field("amount", { decimals: 3, unit: "triệu đồng" });
  it.each<[Parameters<typeof cellOf>[0], string]>([
    ["1.234", "missing report_number_ambiguous [1234 | 1.234]"],
    ["1.200", "missing report_number_ambiguous [1200 | 1.2]"],
    ["1.234,5", '"1234.5" decimal-vi'],
    ["1,234.5", '"1234.5" decimal-en'],
    ["12,5", '"12.5" decimal-vi'],
    ["12,50", '"12.5" decimal-vi'],
    ["0,125", '"0.125" decimal-vi'], // no number starts its thousands with 0
    ["1234,567", '"1234.567" decimal-vi'],
    [0.1 + 0.2, '"0.3"'], // binary artefacts are not figures
    [12.3456, "missing report_number_too_precise"],
    ["12,3456", "missing report_number_too_precise"],
    ["12 triệu đồng", '"12" scale-word+unit-word'], // the field's own unit
    ["12,5 triệu", '"12.5" decimal-vi+scale-word'], // not 12.5 million millions
    ["12,5 trđ", '"12.5" decimal-vi+scale-word+unit-word'],
    ["1,2 tỷ", '"1200" decimal-vi+scale-word'],
    ["500 nghìn đồng", '"0.5" scale-word+unit-word'],
    ["1.500.000 đồng", "missing report_number_unit_differs"], // another unit than was asked
    ["12 triệu người", "missing report_number_unit_differs"],
    [-1, "missing report_number_negative"],
  ])("%j is %s", (cell, expected) => expect(outcome(cell, amount)).toBe(expected));

  it("in whole đồng takes words for thousands and millions at their worth", () => {
    const dong = field("amount", { unit: "đồng" });
    expect(outcome("12,5 triệu đồng", dong)).toBe('"12500000" decimal-vi+scale-word+unit-word');
    expect(outcome("1.500.000 VNĐ", dong)).toBe('"1500000" thousands-vi+unit-word');
  });
  it("may be negative where the schema says so, and a percent only where it counts percents", () => {
    expect(outcome("-2,5", field("amount", { min: -10 }))).toBe('"-2.5" decimal-vi');
    expect(outcome({ type: "number", value: 0.125, format: "0.0%" }, field("amount", { unit: "%" }))).toBe(
      '"12.5" percent-format',
    );
    expect(outcome("12,5%", field("amount", { unit: "%" }))).toBe('"12.5" decimal-vi+percent-sign');
  });
});

describe("what a cell answers in a field of dates, in a campaign from 25/10 to 20/11/2024", () => {
  const date = field("date");
  it.each<[Parameters<typeof cellOf>[0], string]>([
    [{ date: "2024-11-09" }, '"2024-11-09"'],
    [{ date: "2024-11-09T08:30:00" }, '"2024-11-09" time-dropped'],
    [{ date: "2024-09-11" }, "missing report_date_ambiguous [11/09/2024 | 09/11/2024]"], // swapped by a locale?
    ["09/11/2024", '"2024-11-09" date-text'],
    ["9-11-2024", '"2024-11-09" date-text'],
    ["09/11/24", '"2024-11-09" date-text+two-digit-year'],
    ["9/11", '"2024-11-09" year-from-window'],
    ["9/12", "missing report_date_invalid"], // in no year of the campaign
    ["11/09/2024", "missing report_date_ambiguous [11/09/2024 | 09/11/2024]"],
    ["11/25/2024", '"2024-11-25" date-month-first'],
    ["ngày 09 tháng 11 năm 2024", '"2024-11-09" date-words'],
    ["08h00 ngày 9/11/2024", '"2024-11-09" date-text+time-dropped'],
    ["8 giờ 30 phút, thứ bảy ngày 09/11", '"2024-11-09" year-from-window+time-dropped'],
    ["sáng 9/11", '"2024-11-09" year-from-window+time-dropped'],
    ["9/11/2024.", '"2024-11-09" date-text'],
    ["45605", '"2024-11-09" excel-serial'], // a text where a program exported the number
    ["20241109", '"2024-11-09" digits-date'],
    ["123456", "missing report_date_invalid"],
    ["tháng 11", "missing report_date_invalid"], // a month is no day
    ["từ 09/11 đến 15/11", "missing report_date_invalid"],
    ["2024-11-09", '"2024-11-09" date-text-iso'],
    ["09/11/2024 10:30", '"2024-11-09" date-text'],
    [45605, '"2024-11-09" excel-serial'],
    [20241109, '"2024-11-09" digits-date'],
    [60, "missing report_date_invalid"], // the 29th of February 1900 that never was
    [2024, "missing report_date_invalid"], // a year, not a serial of 1905
    ["29/02/2023", "missing report_date_invalid"],
    ["31/11/2024", "missing report_date_invalid"],
    ["hôm qua", "missing report_date_invalid"],
    ["KPS", "nil nil-word"],
  ])("%j is %s", (cell, expected) => expect(outcome(cell, date)).toBe(expected));

  it("reads a serial by the workbook's epoch", () => {
    expect(outcome(45605 - 1462, date, { dateEpoch: 1904 })).toBe('"2024-11-09" excel-serial');
  });

  it("asks about a date of figures that lies outside the campaign", () => {
    expect(outcome("09/08/2024", field("date", { role: "dataAsOf" }))).toBe(
      '"2024-08-09" date-text report_date_outside',
    );
  });
});

describe("what a cell answers in other fields", () => {
  const phone = { pattern: "0\\d{9}" };
  it.each<[string, object, Parameters<typeof cellOf>[0], string]>([
    ["ratio", {}, "45/60", '{"numerator":45,"denominator":60} ratio-text'],
    ["ratio", {}, "45/60 (75%)", '{"numerator":45,"denominator":60} ratio-text'],
    ["ratio", {}, "75%", "missing report_ratio_incomplete"], // a rate has lost what it was made of
    ["ratio", {}, 0.75, "missing report_ratio_incomplete"],
    ["ratio", {}, "60/45", "missing report_ratio_impossible"],
    ["ratio", {}, "0/0", "missing report_ratio_impossible"],
    ["flag", {}, "x", "true tick"],
    ["flag", {}, "Có", "true yes-no-word"],
    ["flag", {}, "không", "false yes-no-word"],
    ["flag", {}, true, "true"],
    ["flag", {}, "có lẽ", "missing report_flag_unclear"],
    ["choice", { options: ["Tốt", "Tồi"] }, "Tốt", '"Tốt"'],
    ["choice", { options: ["Tốt", "Tồi"] }, "tot", '"Tốt" choice-folded'],
    ["choice", { options: ["Tốt", "Tột"] }, "tot", "missing report_choice_unknown"], // either could be meant
    ["choice", { options: ["Tốt", "Tồi"] }, "Khá", "missing report_choice_unknown"],
    ["choice", { options: ["Thiếu vắc xin", "Không có"] }, "Không có", '"Không có"'], // an option, and no mark
    ["choice", { options: ["Tốt", "Tồi"] }, "Không có", "nil nil-word"],
    ["code", phone, "0905000111", '"0905000111"'],
    ["code", phone, 905000111, '"0905000111" leading-zero'],
    ["code", phone, "905 000 111", '"0905000111" leading-zero'],
    ["code", phone, "+84 905 000 111", '"0905000111" country-code'],
    ["code", phone, "'0905000111", '"0905000111" separators-removed'], // an apostrophe typed to keep the zero
    ["code", phone, "０９０５０００１１１", '"0905000111" digits-other-script'],
    ["code", phone, 12, "missing report_code_invalid"],
    ["code", {}, { type: "number", value: 127, format: "00000" }, '"00127" number-format'],
    ["code", {}, "00127", '"00127"'],
    ["code", {}, 127, '"127" number-cell report_code_from_number'],
    ["links", {}, "https://a.vn/1\nhttps://a.vn/2", '["https://a.vn/1","https://a.vn/2"] several-links'],
    ["links", {}, "Tin 1: https://a.vn/1.", '["https://a.vn/1"] links-among-words'],
    ["links", {}, "www.a.vn/tin", '["https://www.a.vn/tin"] link-without-scheme'],
    [
      "links",
      {},
      { type: "text", value: "xem ảnh", link: "https://a.vn/anh" },
      '["https://a.vn/anh"] link-behind-text+links-among-words',
    ],
    ["links", {}, "đã đăng Facebook", "missing report_link_invalid"],
    ["links", {}, "javascript:alert(1)", "missing report_link_invalid"],
    ["unit", {}, "P. Vĩnh Hải", '"vinh-hai" unit-name'],
    ["unit", {}, "P. Vĩnh Hãi", "missing report_unit_field_unclear"],
    ["text", {}, '=HYPERLINK("http://a.vn")', '"=HYPERLINK(\\"http://a.vn\\")"'],
    ["text", {}, "@SUM(1)", '"@SUM(1)"'],
    ["text", {}, "Không", "nil nil-word"],
    ["text", {}, "Không có kinh phí", '"Không có kinh phí"'],
    ["text", {}, "Thiếu\u0000 loa\u202e", '"Thiếu loa" text-cleaned'],
    ["text", {}, "Vi\u0303nh", '"Vĩnh" text-cleaned'], // decomposed
    ["text", {}, "lẻ \ud800", '"lẻ" text-cleaned'], // half a character
    ["text", { maxLength: 5 }, "dài quá", '"dài quá" report_text_too_long'],
  ])("%s %j: %j is %s", (kind, more, cell, expected) =>
    expect(outcome(cell, field(kind, more))).toBe(expected),
  );
});

it("keeps what the cell held, whatever becomes of it", () => {
  const { answer } = readAnswer(
    { type: "text", value: "khoảng\u00a01.234 lượt" } as Cell,
    field("count", { unit: "lượt" }),
    context,
  );
  expect(answer).toMatchObject({ value: 1234, raw: "khoảng\u00a01.234 lượt" });
  expect(explainRule(answer.rule ?? "", "vi")).toBe(
    "số ước (khoảng, chừng, ~); dấu chấm phân cách hàng nghìn; bỏ đơn vị tính viết sau số",
  );
});
