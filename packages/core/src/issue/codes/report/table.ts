import { defineIssue } from "../../definition.ts";
import { quoted } from "./field-params.ts";

export interface Heading {
  readonly heading: string;
}

/** Problems in finding tables, headings and rows. */
export const reportTableIssues = {
  report_table_not_found: defineIssue({
    severity: "error",
    vi: () => "không tìm thấy bảng số liệu nào trong tệp",
    en: () => "no table of figures was found in the file",
    cure: {
      vi: "Gửi lại theo biểu mẫu đã phát hành.",
      en: "Send it again on the form that was handed out.",
    },
  }),
  report_empty: defineIssue({
    severity: "error",
    vi: () => "báo cáo chưa có số liệu và cũng chưa ghi “không phát sinh”",
    en: () => "the report has no figures and does not say that there is nothing to report",
    cure: {
      vi: "Điền số liệu, hoặc đánh dấu “Báo cáo không phát sinh”, rồi gửi lại.",
      en: "Fill in the figures, or tick the nil report, and send it again.",
    },
  }),
  report_rows_blank: defineIssue<{ count: number }>({
    severity: "info",
    vi: ({ count }) => `${count} dòng chỉ có tên đơn vị, chưa có số liệu`,
    en: ({ count }) => `${count} rows hold a unit's name and no figures yet`,
    cure: {
      vi: "Không phải làm gì: các đơn vị này chưa báo cáo.",
      en: "Nothing to do: these units have not reported.",
    },
  }),
  report_hidden_sheet_ignored: defineIssue({
    severity: "warning",
    vi: () => "trang ẩn có dữ liệu, không được đọc",
    en: () => "a hidden sheet holds data and was not read",
    cure: {
      vi: "Nếu số liệu của trang này phải được tính, cho trang hiện ra rồi gửi lại.",
      en: "If its figures are to count, unhide the sheet and send the file again.",
    },
  }),
  report_row_hidden: defineIssue<{ rows: string }>({
    severity: "query",
    vi: ({ rows }) => `dòng ${rows} bị ẩn nhưng có số liệu`,
    en: ({ rows }) => `row ${rows} is hidden and holds figures`,
    cure: {
      vi: "Cho biết dòng ẩn có được tính hay không; nếu không thì xóa dòng.",
      en: "Say whether the hidden row counts; if not, delete it.",
    },
  }),
  report_column_hidden: defineIssue<Heading>({
    severity: "query",
    vi: ({ heading }) => `cột ${quoted(heading)} bị ẩn nhưng có số liệu`,
    en: ({ heading }) => `the column ${quoted(heading)} is hidden and holds figures`,
    cure: {
      vi: "Cho biết cột ẩn có được tính hay không; nếu không thì xóa cột.",
      en: "Say whether the hidden column counts; if not, delete it.",
    },
  }),
  report_value_merged: defineIssue<{ range: string }>({
    severity: "query",
    vi: ({ range }) => `ô gộp ${range} chỉ ghi một số liệu cho nhiều đơn vị`,
    en: ({ range }) => `the merged cell ${range} gives several units one figure`,
    cure: {
      vi: "Bỏ gộp ô và ghi số liệu riêng của từng đơn vị.",
      en: "Unmerge the cell and write each unit's own figure.",
    },
  }),
  report_heading_unknown: defineIssue<Heading & { nearest: string | null }>({
    severity: "warning",
    vi: ({ heading, nearest }) =>
      `cột hoặc dòng ${quoted(heading)} không có trong biểu mẫu nên không được tính` +
      (nearest === null ? "" : `; gần nhất là “${nearest}”`),
    en: ({ heading, nearest }) =>
      `${quoted(heading)} is not asked for and was left out` +
      (nearest === null ? "" : `; the nearest is “${nearest}”`),
    cure: {
      vi: "Nếu đây là một chỉ tiêu của biểu mẫu, ghi lại đúng tên chỉ tiêu.",
      en: "If it is a field of the form, give it the form's heading.",
    },
  }),
  report_heading_ambiguous: defineIssue<Heading & { candidates: readonly string[] }>({
    severity: "query",
    vi: ({ heading, candidates }) =>
      `tiêu đề ${quoted(heading)} có thể là ${candidates.map((one) => `“${one}”`).join(" hoặc ")}`,
    en: ({ heading, candidates }) =>
      `the heading ${quoted(heading)} may be ${candidates.map((one) => `“${one}”`).join(" or ")}`,
    cure: { vi: "Ghi lại tiêu đề đúng như biểu mẫu.", en: "Write the heading as on the form." },
  }),
  report_heading_duplicate: defineIssue<{ label: string; cells: readonly string[] }>({
    severity: "query",
    vi: ({ label, cells }) => `chỉ tiêu “${label}” có ở nhiều chỗ: ${cells.join(", ")}`,
    en: ({ label, cells }) => `“${label}” stands in several places: ${cells.join(", ")}`,
    cure: {
      vi: "Chỉ giữ lại một cột hoặc một dòng cho mỗi chỉ tiêu.",
      en: "Keep one column or row for each field.",
    },
  }),
  report_heading_assumed: defineIssue<Heading & { label: string }>({
    severity: "warning",
    vi: ({ heading, label }) => `tiêu đề ${quoted(heading)} được hiểu là “${label}”`,
    en: ({ heading, label }) => `the heading ${quoted(heading)} was taken for “${label}”`,
    cure: {
      vi: "Kiểm tra lại; nếu sai, ghi tiêu đề đúng như biểu mẫu.",
      en: "Check it; if wrong, write it as on the form.",
    },
  }),
  report_heading_unit_differs: defineIssue<Heading & { label: string; unit: string }>({
    severity: "query",
    vi: ({ heading, label, unit }) => `${quoted(heading)}: “${label}” được hỏi theo đơn vị tính “${unit}”`,
    en: ({ heading, label, unit }) => `${quoted(heading)}: “${label}” is asked for in “${unit}”`,
    cure: {
      vi: "Quy đổi số liệu về đơn vị tính của biểu mẫu và sửa lại đơn vị tính đã ghi, rồi gửi lại.",
      en: "Convert the figures to the unit of the form, correct the unit that is stated, and send it again.",
    },
  }),
  report_column_missing: defineIssue<{ fields: readonly string[]; labels: readonly string[] }>({
    severity: "query",
    vi: ({ labels }) => `bảng không có chỉ tiêu bắt buộc ${labels.map((one) => `“${one}”`).join(", ")}`,
    en: ({ labels }) => `the table lacks the required ${labels.map((one) => `“${one}”`).join(", ")}`,
    cure: { vi: "Bổ sung chỉ tiêu còn thiếu, hoặc giải trình.", en: "Add what is missing, or explain." },
  }),
  report_total_row_differs: defineIssue<{ label: string; total: string; sum: string }>({
    severity: "warning",
    vi: ({ label, total, sum }) => `dòng tổng ghi “${label}” là ${total}, cộng các dòng được ${sum}`,
    en: ({ label, total, sum }) => `the total row says ${total} for “${label}”, the rows add up to ${sum}`,
    cure: {
      vi: "Kiểm tra lại dòng tổng; số cộng của các dòng được dùng.",
      en: "Check the total; the sum of the rows is used.",
    },
  }),
  report_not_accepted_whole: defineIssue<{ rejected: number }>({
    severity: "error",
    vi: ({ rejected }) => `không nhận vì trong cùng tệp còn ${rejected} dòng chưa đạt`,
    en: ({ rejected }) => `not taken, because ${rejected} other rows of the file are rejected`,
    cure: {
      vi: "Sửa các dòng được chỉ ra rồi gửi lại cả tệp.",
      en: "Mend the rows named and send the whole file again.",
    },
  }),
};
