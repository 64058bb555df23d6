import { defineIssue } from "../definition.ts";

/** Problems in files that should be workbooks. */
export const workbookIssues = {
  workbook_not_recognised: defineIssue({
    severity: "error",
    vi: () => "tệp không phải là bảng tính",
    en: () => "the file is not a workbook",
    cure: {
      vi: "Mở tệp, lưu lại dưới dạng .xlsx rồi gửi lại.",
      en: "Open the file, save it as .xlsx and send it again.",
    },
  }),
};
