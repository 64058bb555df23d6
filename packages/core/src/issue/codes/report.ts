import { defineIssue } from "../definition.ts";

/** Problems in returns: tables, rows, values. */
export const reportIssues = {
  report_table_not_found: defineIssue({
    severity: "error",
    vi: () => "không tìm thấy bảng số liệu nào trong tệp",
    en: () => "no table of figures was found in the file",
    cure: {
      vi: "Gửi lại theo biểu mẫu đã phát hành.",
      en: "Send it again on the form that was handed out.",
    },
  }),
};
