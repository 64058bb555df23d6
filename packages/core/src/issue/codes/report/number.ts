import { defineIssue } from "../../definition.ts";
import { named, quoted, type FieldParams } from "./field-params.ts";

/** Problems in cells that should hold a number. */
export const reportNumberIssues = {
  report_number_not_understood: defineIssue<FieldParams>({
    severity: "error",
    vi: (params) => `${named.vi(params)} phải là số, không phải ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} must be a number, not ${quoted(params.found)}`,
    cure: { vi: "Chỉ ghi số vào ô này.", en: "Write a number and nothing else." },
  }),
  report_number_not_whole: defineIssue<FieldParams & { thousands: number | null }>({
    severity: "error",
    vi: (params) =>
      `${named.vi(params)} phải là số nguyên, không phải ${quoted(params.found)}` +
      (params.thousands === null
        ? ""
        : `; có thể phần mềm đã hiểu dấu phân cách hàng nghìn là dấu thập phân (${params.thousands})`),
    en: (params) =>
      `${named.en(params)} must be a whole number, not ${quoted(params.found)}` +
      (params.thousands === null
        ? ""
        : `; the program may have read a thousands mark as a point (${params.thousands})`),
    cure: { vi: "Ghi lại số, không dùng dấu phân cách.", en: "Write the number without separators." },
  }),
  report_number_negative: defineIssue<FieldParams>({
    severity: "error",
    vi: (params) => `${named.vi(params)} không thể là số âm: ${params.found}`,
    en: (params) => `${named.en(params)} cannot be ${params.found}`,
    cure: { vi: "Ghi số từ 0 trở lên.", en: "Write a number from 0." },
  }),
  report_number_out_of_range: defineIssue<FieldParams & { min: string | null; max: string | null }>({
    severity: "error",
    vi: (params) => {
      const from = params.min === null ? "" : ` từ ${params.min}`;
      const to = params.max === null ? "" : ` đến ${params.max}`;
      return `${named.vi(params)} phải${from}${to}, không phải ${quoted(params.found)}`;
    },
    en: (params) => {
      const from = params.min === null ? "" : ` from ${params.min}`;
      const to = params.max === null ? "" : ` to ${params.max}`;
      return `${named.en(params)} must be${from}${to}, not ${quoted(params.found)}`;
    },
    cure: { vi: "Kiểm tra lại số liệu.", en: "Check the figure." },
  }),
  report_number_too_precise: defineIssue<FieldParams & { decimals: number }>({
    severity: "error",
    vi: (params) => `${named.vi(params)} chỉ có ${params.decimals} chữ số thập phân: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} has ${params.decimals} decimals at most: ${quoted(params.found)}`,
    cure: { vi: "Làm tròn số theo quy định của biểu mẫu.", en: "Round the number as the form asks." },
  }),
  report_number_ambiguous: defineIssue<FieldParams & { readings: readonly string[] }>({
    severity: "query",
    vi: (params) =>
      `${named.vi(params)} ghi ${quoted(params.found)} có thể là ${params.readings.join(" hoặc ")}`,
    en: (params) =>
      `${named.en(params)} says ${quoted(params.found)}, which may be ${params.readings.join(" or ")}`,
    cure: {
      vi: "Ghi lại số, không dùng dấu phân cách hàng nghìn.",
      en: "Write the number without a thousands mark.",
    },
  }),
  report_number_approximate: defineIssue<FieldParams>({
    severity: "warning",
    vi: (params) => `${named.vi(params)} là số ước: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} is an estimate: ${quoted(params.found)}`,
    cure: {
      vi: "Nếu có số chính xác, gửi đính chính.",
      en: "Send a correction once the exact number is known.",
    },
  }),
  report_number_bound: defineIssue<FieldParams & { value: string }>({
    severity: "query",
    vi: (params) => `${named.vi(params)} chỉ nêu giới hạn: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} only gives a limit: ${quoted(params.found)}`,
    cure: { vi: "Ghi số cụ thể, hoặc giải trình.", en: "Give the number, or explain." },
  }),
  report_number_range: defineIssue<FieldParams>({
    severity: "query",
    vi: (params) => `${named.vi(params)} ghi một khoảng: ${quoted(params.found)}`,
    en: (params) => `${named.en(params)} gives a range: ${quoted(params.found)}`,
    cure: { vi: "Ghi một số cụ thể.", en: "Give one number." },
  }),
  report_number_unit_differs: defineIssue<FieldParams & { unit: string }>({
    severity: "query",
    vi: (params) =>
      params.unit === ""
        ? `${named.vi(params)} ghi ${quoted(params.found)}, kèm chữ không rõ nghĩa`
        : `${named.vi(params)} tính bằng “${params.unit}” nhưng ghi ${quoted(params.found)}`,
    en: (params) =>
      params.unit === ""
        ? `${named.en(params)} says ${quoted(params.found)}, with words that are not clear`
        : `${named.en(params)} is counted in “${params.unit}”, and the cell says ${quoted(params.found)}`,
    cure: {
      vi: "Đổi số liệu ra đúng đơn vị tính của biểu mẫu.",
      en: "Convert the figure to the form's unit.",
    },
  }),
  report_number_with_note: defineIssue<FieldParams & { value: string }>({
    severity: "warning",
    vi: (params) =>
      `${named.vi(params)} được đọc là ${params.value}, phần còn lại coi là ghi chú: ${quoted(params.found)}`,
    en: (params) =>
      `${named.en(params)} was read as ${params.value}, the rest as a note: ${quoted(params.found)}`,
    cure: { vi: "Ghi lời giải thích vào cột ghi chú.", en: "Write notes in the notes column." },
  }),
  report_number_became_date: defineIssue<FieldParams>({
    severity: "error",
    vi: (params) => `${named.vi(params)} phải là số nhưng ô đang là ngày tháng: ${quoted(params.found)}`,
    en: (params) =>
      `${named.en(params)} must be a number, and the cell holds a date: ${quoted(params.found)}`,
    cure: { vi: "Đổi định dạng ô về số rồi nhập lại.", en: "Format the cell as a number and type it again." },
  }),
  report_mark_unclear: defineIssue<FieldParams>({
    severity: "query",
    vi: (params) =>
      `${named.vi(params)} ghi ${quoted(params.found)}, không rõ là có, không, hay chưa có số liệu`,
    en: (params) => `${named.en(params)} says ${quoted(params.found)}: yes, no or not known?`,
    cure: {
      vi: "Ghi số; không có thì ghi 0 hoặc “không phát sinh”; không thuộc diện thì ghi “không áp dụng”.",
      en: "Write a number, 0, “không phát sinh” or “không áp dụng”.",
    },
  }),
};
