import { defineIssue } from "../definition.ts";

/** Problems when adding up. */
export const rollUpIssues = {
  roll_up_not_additive: defineIssue({
    severity: "error",
    vi: () => "chỉ tiêu này không cộng được giữa các đơn vị",
    en: () => "this field cannot be added across units",
    cure: {
      vi: "Khai báo cách tổng hợp khác cho chỉ tiêu.",
      en: "Declare another aggregator for the field.",
    },
  }),
};
