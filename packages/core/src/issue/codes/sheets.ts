import { defineIssue } from "../definition.ts";

/** Problems with Google Sheets: links, access, changed sheets. */
export const sheetsIssues = {
  sheets_link_not_understood: defineIssue({
    severity: "error",
    vi: () => "đường dẫn không phải là một trang tính Google",
    en: () => "the link is not a Google spreadsheet",
    cure: {
      vi: "Dán lại đường dẫn lấy từ thanh địa chỉ khi mở trang tính.",
      en: "Paste the link from the address bar with the spreadsheet open.",
    },
  }),
};
