import { defineIssue } from "../../definition.ts";
import { named, quoted, type FieldParams } from "./field-params.ts";

/** Problems in cells that hold something other than a number, and in rules across fields. */
export const reportValueIssues = {
  report_value_missing: defineIssue<Omit<FieldParams, "found">>({
    severity: "query",
    vi: (params) => `${named.vi(params)} là chỉ tiêu bắt buộc nhưng để trống`,
    en: (params) => `${named.en(params)} is required and was left blank`,
    cure: {
      vi: "Ghi số liệu; không có thì ghi “không phát sinh”; không thuộc diện thì ghi “không áp dụng”.",
      en: "Fill it in, or write “không phát sinh” (nothing) or “không áp dụng” (not applicable).",
    },
  }),
  report_cell_error: defineIssue<FieldParams>({
    severity: "error",
    vi: (params) => `${named.vi(params)} là lỗi công thức ${params.found}`,
    en: (params) => `${named.en(params)} holds the formula error ${params.found}`,
    cure: {
      vi: "Sửa công thức, hoặc nhập số thay cho công thức.",
      en: "Mend the formula, or type the number.",
    },
  }),
  report_formula_not_calculated: defineIssue<FieldParams>({
    severity: "error",
    vi: (params) => `${named.vi(params)} là công thức chưa được tính: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} is a formula that was never calculated: ${quoted(params.found)}`,
    cure: {
      vi: "Mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi gửi.",
      en: "Open the file in a spreadsheet program, save it and send it.",
    },
  }),
  report_date_invalid: defineIssue<FieldParams>({
    severity: "error",
    vi: (params) => `${named.vi(params)} không phải là ngày hợp lệ: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} is not a date: ${quoted(params.found)}`,
    cure: {
      vi: "Ghi theo dạng ngày/tháng/năm, ví dụ 09/11/2024.",
      en: "Write day/month/year, such as 09/11/2024.",
    },
  }),
  report_date_ambiguous: defineIssue<FieldParams & { readings: readonly string[] }>({
    severity: "query",
    vi: (params) =>
      `${named.vi(params)} ghi ${quoted(params.found)} có thể là ngày ${params.readings.join(" hoặc ")}`,
    en: (params) =>
      `${named.en(params)} says ${quoted(params.found)}, which may be ${params.readings.join(" or ")}`,
    cure: { vi: "Hỏi lại đơn vị; ghi theo dạng ngày/tháng/năm.", en: "Ask the unit; write day/month/year." },
  }),
  report_date_outside: defineIssue<FieldParams & { from: string; to: string }>({
    severity: "query",
    vi: (params) =>
      `${named.vi(params)} là ${quoted(params.found)}, ngoài khoảng ${params.from} đến ${params.to}`,
    en: (params) => `${named.en(params)} is ${quoted(params.found)}, outside ${params.from} to ${params.to}`,
    cure: { vi: "Kiểm tra lại ngày, hoặc giải trình.", en: "Check the date, or explain." },
  }),
  report_ratio_incomplete: defineIssue<FieldParams>({
    severity: "query",
    vi: (params) =>
      `${named.vi(params)} cần tử số và mẫu số, không phải tỷ lệ đã tính: ${quoted(params.found)}`,
    en: (params) =>
      `${named.en(params)} needs numerator and denominator, not a rate: ${quoted(params.found)}`,
    cure: { vi: "Ghi tử số và mẫu số, ví dụ 45/60.", en: "Give both numbers, such as 45/60." },
  }),
  report_ratio_impossible: defineIssue<FieldParams>({
    severity: "error",
    vi: (params) =>
      `${named.vi(params)} có tử số lớn hơn mẫu số, hoặc mẫu số bằng 0: ${quoted(params.found)}`,
    en: (params) =>
      `${named.en(params)} has more above the line than below, or 0 below: ${quoted(params.found)}`,
    cure: { vi: "Kiểm tra lại tử số và mẫu số.", en: "Check both numbers." },
  }),
  report_choice_unknown: defineIssue<FieldParams & { options: readonly string[] }>({
    severity: "error",
    vi: (params) =>
      `${named.vi(params)} phải là một trong: ${params.options.join("; ")} – không phải ${quoted(params.found)}`,
    en: (params) =>
      `${named.en(params)} must be one of: ${params.options.join("; ")} – not ${quoted(params.found)}`,
    cure: { vi: "Chọn một giá trị trong danh sách.", en: "Choose one from the list." },
  }),
  report_flag_unclear: defineIssue<FieldParams>({
    severity: "error",
    vi: (params) => `${named.vi(params)} phải là “Có” hoặc “Không”, không phải ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} must be “Có” or “Không”, not ${quoted(params.found)}`,
    cure: { vi: "Ghi “Có” hoặc “Không”.", en: "Write “Có” (yes) or “Không” (no)." },
  }),
  report_text_too_long: defineIssue<FieldParams & { length: number; max: number }>({
    severity: "query",
    vi: (params) => `${named.vi(params)} dài ${params.length} ký tự, quá ${params.max}`,
    en: (params) => `${named.en(params)} is ${params.length} characters long, more than ${params.max}`,
    cure: { vi: "Rút gọn nội dung.", en: "Shorten the text." },
  }),
  report_code_invalid: defineIssue<FieldParams>({
    severity: "error",
    vi: (params) => `${named.vi(params)} không đúng dạng: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} does not have the right form: ${quoted(params.found)}`,
    cure: { vi: "Kiểm tra lại, chú ý các số 0 ở đầu.", en: "Check it, leading zeros too." },
  }),
  report_added_kind_refused: defineIssue<FieldParams & { kind: string }>({
    severity: "error",
    vi: (params) => `${named.vi(params)} không đúng loại “${params.kind}”: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} is no “${params.kind}”: ${quoted(params.found)}`,
    cure: { vi: "Ghi theo hướng dẫn của chỉ tiêu.", en: "Write it as the field's hint says." },
  }),
  report_code_from_number: defineIssue<FieldParams>({
    severity: "warning",
    vi: (params) => `${named.vi(params)} là ô số nên có thể đã mất số 0 ở đầu: ${params.found}`,
    en: (params) => `${named.en(params)} is a number cell and may have lost leading zeros: ${params.found}`,
    cure: { vi: "Định dạng ô là chữ (Text) rồi nhập lại.", en: "Format the cell as text and type it again." },
  }),
  report_link_invalid: defineIssue<FieldParams>({
    severity: "query",
    vi: (params) => `${named.vi(params)} có phần không phải đường dẫn: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} holds something that is no web address: ${quoted(params.found)}`,
    cure: {
      vi: "Dán đường dẫn đầy đủ, bắt đầu bằng https://.",
      en: "Paste the full address, from https:// on.",
    },
  }),
  report_unit_field_unclear: defineIssue<FieldParams>({
    severity: "query",
    vi: (params) => `${named.vi(params)} không rõ là đơn vị nào: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} does not say clearly which unit: ${quoted(params.found)}`,
    cure: { vi: "Ghi đủ tên đơn vị.", en: "Write the unit's full name." },
  }),
  report_rule_broken: defineIssue<{
    rule: string;
    field: string;
    message: { vi: string; en?: string | undefined };
    found: string;
  }>({
    severity: "error",
    vi: ({ message, found }) => `${message.vi} (${found})`,
    en: ({ message, found }) => `${message.en ?? message.vi} (${found})`,
    cure: {
      vi: "Sửa số liệu, hoặc giải trình nếu được phép.",
      en: "Mend the figures, or explain where that is allowed.",
    },
  }),
  report_sum_mismatch: defineIssue<{
    rule: string;
    field: string;
    message: { vi: string; en?: string | undefined };
    total: string;
    sum: string;
  }>({
    severity: "error",
    vi: ({ message, total, sum }) => `${message.vi}: ghi ${total}, cộng lại được ${sum}`,
    en: ({ message, total, sum }) => `${message.en ?? message.vi}: ${total} is given, the parts make ${sum}`,
    cure: { vi: "Kiểm tra lại tổng và từng phần.", en: "Check the total and its parts." },
  }),
  report_validator_refused: defineIssue<FieldParams & { message: string }>({
    severity: "error",
    vi: (params) => `${named.vi(params)} không đạt: ${params.message} (${quoted(params.found)})`,
    en: (params) => `${named.en(params)} was refused: ${params.message} (${quoted(params.found)})`,
    cure: { vi: "Sửa số liệu theo yêu cầu.", en: "Mend the value as asked." },
  }),
};
