import { defineIssue } from "../../definition.ts";
import { quoted } from "./field-params.ts";

/** Problems in telling whose report it is, and of which round. */
export const reportUnitIssues = {
  report_unit_missing: defineIssue({
    severity: "error",
    vi: () => "không biết báo cáo của đơn vị nào",
    en: () => "nothing says whose report it is",
    cure: { vi: "Ghi tên đơn vị báo cáo.", en: "Write the reporting unit's name." },
  }),
  report_unit_unknown: defineIssue<{ text: string; nearest: readonly string[] }>({
    severity: "error",
    vi: ({ text, nearest }) =>
      `không có đơn vị nào tên ${quoted(text)}` +
      (nearest.length > 0 ? `; gần giống: ${nearest.join(", ")}` : ""),
    en: ({ text, nearest }) =>
      `no unit is called ${quoted(text)}` + (nearest.length > 0 ? `; similar: ${nearest.join(", ")}` : ""),
    cure: {
      vi: "Ghi đúng tên đơn vị, hoặc xác định đơn vị trong tệp quyết định tên.",
      en: "Write the unit's name, or decide on it in the decisions file.",
    },
  }),
  report_unit_ambiguous: defineIssue<{ text: string; candidates: readonly string[] }>({
    severity: "error",
    vi: ({ text, candidates }) => `tên ${quoted(text)} có thể là ${candidates.join(", hoặc ")}`,
    en: ({ text, candidates }) => `${quoted(text)} may be ${candidates.join(", or ")}`,
    cure: {
      vi: "Ghi đủ tên đơn vị, hoặc xác định đơn vị trong tệp quyết định tên.",
      en: "Write the full name, or decide on it in the decisions file.",
    },
  }),
  report_unit_disagreement: defineIssue<{ used: string; other: string; where: "name" | "fileName" }>({
    severity: "query",
    vi: ({ used, other, where }) =>
      `${where === "name" ? "tên đơn vị ghi trong báo cáo" : "tên tệp"} là “${other}”, nhưng báo cáo thuộc về “${used}”`,
    en: ({ used, other, where }) =>
      `the ${where === "name" ? "name in the report" : "file's name"} says “${other}”, but the report is “${used}”'s`,
    cure: { vi: "Hỏi lại đơn vị báo cáo là của đơn vị nào.", en: "Ask whose report it is." },
  }),
  report_unit_twice: defineIssue<{ unit: string; first: string }>({
    severity: "warning",
    vi: ({ unit, first }) => `“${unit}” đã có một báo cáo trong tệp này, tại ${first}`,
    en: ({ unit, first }) => `“${unit}” already has a report in this file, at ${first}`,
    cure: { vi: "Kiểm tra xem báo cáo nào được dùng.", en: "See which of the reports is to be used." },
  }),
  report_unit_not_asked: defineIssue<{ unit: string }>({
    severity: "error",
    vi: ({ unit }) => `“${unit}” không thuộc diện phải báo cáo trong đợt này`,
    en: ({ unit }) => `“${unit}” owes no report in this round`,
    cure: {
      vi: "Nếu đơn vị phải báo cáo, bổ sung đơn vị vào đợt báo cáo rồi đọc lại tệp.",
      en: "If it does, add the unit to the round and read the file again.",
    },
  }),
  report_round_unknown: defineIssue<{ rounds: readonly string[] }>({
    severity: "error",
    vi: ({ rounds }) => `không rõ báo cáo thuộc đợt nào: ${rounds.join(", ")}`,
    en: ({ rounds }) => `nothing says which round the report belongs to: ${rounds.join(", ")}`,
    cure: { vi: "Nêu rõ đợt báo cáo khi đọc tệp.", en: "Name the round when reading the file." },
  }),
  report_nil_contradicted: defineIssue<{ fields: readonly string[] }>({
    severity: "query",
    vi: ({ fields }) =>
      `ghi “không phát sinh” nhưng có số liệu: ${fields.map((one) => `“${one}”`).join(", ")}`,
    en: ({ fields }) =>
      `says nothing to report, yet gives figures: ${fields.map((one) => `“${one}”`).join(", ")}`,
    cure: {
      vi: "Bỏ đánh dấu không phát sinh, hoặc xóa số liệu.",
      en: "Untick the nil report, or clear the figures.",
    },
  }),
};
