import { defineIssue } from "../definition.ts";

/** Problems in the wording of deadlines, in rounds and in working days. */
export const deadlineIssues = {
  deadline_not_understood: defineIssue<{ quote: string }>({
    severity: "error",
    vi: ({ quote }) => `không hiểu thời hạn “${quote}”`,
    en: ({ quote }) => `the deadline “${quote}” is not understood`,
    cure: {
      vi: "Viết thời hạn theo một mẫu thường dùng, ví dụ “trước ngày 10/11/2024”.",
      en: "Word the deadline in a usual form, such as “trước ngày 10/11/2024”.",
    },
  }),
};
