import { defineIssue } from "../../definition.ts";

/** Problems when a unit sends again. */
export const reportResubmissionIssues = {
  report_differs_from_earlier: defineIssue<{ reportId: string; labels: readonly string[] }>({
    severity: "query",
    vi: ({ labels }) =>
      `đơn vị đã có báo cáo được nhận, số liệu khác nhau ở ${labels.map((one) => `“${one}”`).join(", ")}`,
    en: ({ labels }) =>
      `a report of the unit stands already and differs in ${labels.map((one) => `“${one}”`).join(", ")}`,
    cure: {
      vi: "Hỏi đơn vị báo cáo nào đúng; nếu là đính chính hoặc thay thế thì ghi rõ trong báo cáo.",
      en: "Ask which one is right; a correction or replacement says so.",
    },
  }),
  report_nothing_to_correct: defineIssue<{ submission: string }>({
    severity: "query",
    vi: () => "báo cáo ghi là đính chính hoặc bổ sung nhưng chưa có báo cáo nào trước đó",
    en: () => "the report says it corrects or adds to an earlier one, and there is none",
    cure: { vi: "Hỏi đơn vị về báo cáo trước.", en: "Ask the unit for the earlier report." },
  }),
};
