import { defineIssue } from "../definition.ts";

/** Problems with the files of a campaign's folder. */
export const workspaceIssues = {
  workspace_file_missing: defineIssue<{ name: string }>({
    severity: "error",
    vi: ({ name }) => `thiếu tệp ${name}`,
    en: ({ name }) => `the file ${name} is missing`,
    cure: {
      vi: "Tạo tệp này trong thư mục chiến dịch, hoặc chạy chiendich init.",
      en: "Put the file in the campaign's folder, or run chiendich init.",
    },
  }),
};
