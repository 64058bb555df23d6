import { defineIssue } from "../definition.ts";

/** Problems in the unit directory, in lineage, and in names people type. */
export const unitIssues = {
  unit_id_duplicate: defineIssue({
    severity: "error",
    vi: () => "mã đơn vị bị trùng",
    en: () => "the unit id is used twice",
    cure: {
      vi: "Đặt cho mỗi đơn vị một mã riêng.",
      en: "Give each unit an id of its own.",
    },
  }),
};
