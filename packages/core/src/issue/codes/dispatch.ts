import { defineIssue } from "../definition.ts";

/** Problems in templates, in the data merged into them, and in the layout of documents. */
export const dispatchIssues = {
  dispatch_template_invalid: defineIssue({
    severity: "error",
    vi: () => "mẫu văn bản không đọc được",
    en: () => "the template cannot be read",
    cure: {
      vi: "Sửa mẫu tại vị trí được chỉ ra.",
      en: "Mend the template at the place named.",
    },
  }),
};
