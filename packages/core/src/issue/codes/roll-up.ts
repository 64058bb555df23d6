import { defineIssue } from "../definition.ts";

/** Problems when adding up. */
export const rollUpIssues = {
  roll_up_not_additive: defineIssue<{ field: string }>({
    severity: "error",
    vi: ({ field }) => `chỉ tiêu “${field}” không cộng được giữa các đơn vị vì có thể trùng`,
    en: ({ field }) => `the field “${field}” cannot be added across units, which may overlap`,
    cure: {
      vi: "Khai báo cách tổng hợp khác, hoặc chấp nhận số ước tính cho chỉ tiêu này.",
      en: "Declare another aggregator, or accept an estimate for this field.",
    },
  }),
  roll_up_aggregator_unfit: defineIssue<{ field: string; kind: string; aggregator: string }>({
    severity: "error",
    vi: ({ field, kind, aggregator }) =>
      `không dùng được cách tổng hợp “${aggregator}” cho chỉ tiêu “${field}” (kiểu ${kind})`,
    en: ({ field, kind, aggregator }) =>
      `the aggregator “${aggregator}” does not fit the field “${field}” of kind ${kind}`,
    cure: {
      vi: "Chọn cách tổng hợp phù hợp với kiểu của chỉ tiêu.",
      en: "Choose an aggregator that fits the kind of field.",
    },
  }),
  roll_up_field_unknown: defineIssue<{ field: string }>({
    severity: "error",
    vi: ({ field }) => `biểu mẫu không có chỉ tiêu “${field}”`,
    en: ({ field }) => `the report schema has no field “${field}”`,
    cure: {
      vi: "Sửa mã chỉ tiêu theo biểu mẫu.",
      en: "Use the id of a field of the schema.",
    },
  }),
  roll_up_personal: defineIssue<{ field: string }>({
    severity: "error",
    vi: ({ field }) => `chỉ tiêu “${field}” là dữ liệu cá nhân, không đưa vào tổng hợp`,
    en: ({ field }) => `the field “${field}” is personal data and is never rolled up`,
    cure: {
      vi: "Bỏ chỉ tiêu này khỏi phần tổng hợp.",
      en: "Leave the field out of the roll-up.",
    },
  }),
  roll_up_count_too_large: defineIssue<{ figure: string }>({
    severity: "error",
    vi: ({ figure }) => `số liệu “${figure}” vượt quá 9.007.199.254.740.991 nên không tính được chính xác`,
    en: ({ figure }) => `the figure “${figure}” passes 9,007,199,254,740,991 and cannot be exact`,
    cure: {
      vi: "Kiểm tra các báo cáo có số lớn bất thường; nếu đúng, khai báo chỉ tiêu theo kiểu số thập phân.",
      en: "Look for reports with absurd counts; if they are right, declare the field as an amount.",
    },
  }),
  roll_up_part_exceeds_whole: defineIssue<{ part: string; whole: string; unit: string }>({
    severity: "query",
    vi: ({ part, whole, unit }) => `“${part}” của ${unit} lớn hơn “${whole}” nên không đưa vào số “trong đó”`,
    en: ({ part, whole, unit }) => `“${part}” of ${unit} exceeds “${whole}” and is left out of the part`,
    cure: {
      vi: "Đề nghị đơn vị kiểm tra lại số “trong đó” so với tổng số.",
      en: "Ask the unit to check the part against its whole.",
    },
  }),
  roll_up_part_without_whole: defineIssue<{ part: string; whole: string; unit: string }>({
    severity: "query",
    vi: ({ part, whole, unit }) =>
      `${unit} có số “${part}” nhưng không có “${whole}” nên không đưa vào số “trong đó”`,
    en: ({ part, whole, unit }) => `${unit} gave “${part}” without “${whole}”; it is left out of the part`,
    cure: {
      vi: "Đề nghị đơn vị bổ sung tổng số.",
      en: "Ask the unit for the whole.",
    },
  }),
  roll_up_report_not_owed: defineIssue<{ unit: string; report: string }>({
    severity: "warning",
    vi: ({ unit }) => `${unit} có báo cáo nhưng không thuộc diện phải báo cáo nên không tính vào tổng hợp`,
    en: ({ unit }) => `${unit} reported without owing a report; its figures are left out`,
    cure: {
      vi: "Bổ sung đơn vị vào danh sách phải báo cáo (nêu lý do) nếu số liệu cần được tính.",
      en: "Add the unit to those who owe a report, with a reason, if its figures are to count.",
    },
  }),
  roll_up_report_covered: defineIssue<{ unit: string; by: string }>({
    severity: "info",
    vi: ({ unit, by }) => `số liệu của ${unit} đã nằm trong báo cáo của ${by} sau khi sắp xếp đơn vị`,
    en: ({ unit, by }) => `the figures of ${unit} are in the report of ${by} since the units were rearranged`,
    cure: {
      vi: "Không cần xử lý; nếu hai báo cáo không trùng nhau, đề nghị đơn vị mới gửi báo cáo bổ sung.",
      en: "Nothing to do; if the two do not overlap, ask the new unit for an addition.",
    },
  }),
  roll_up_changed: defineIssue<{ id: string }>({
    severity: "error",
    vi: ({ id }) => `bản tổng hợp đã chốt “${id}” không còn đúng như khi chốt`,
    en: ({ id }) => `the published roll-up “${id}” is not what was published`,
    cure: {
      vi: "Dùng lại tệp gốc đã chốt; nếu số liệu thay đổi, chốt một bản mới.",
      en: "Use the file as it was published; when figures change, publish another.",
    },
  }),
  roll_up_not_published: defineIssue<{ id: string }>({
    severity: "error",
    vi: ({ id }) => `sổ ghi không có bản tổng hợp “${id}”`,
    en: ({ id }) => `the ledger knows of no roll-up “${id}”`,
    cure: {
      vi: "Chốt bản tổng hợp trước khi lập báo cáo.",
      en: "Publish the roll-up before rendering from it.",
    },
  }),
  package_not_readable: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `tệp không phải là gói số liệu đọc được (${message})`,
    en: ({ message }) => `the file is not a readable return package (${message})`,
    cure: {
      vi: "Đề nghị đơn vị xuất lại gói số liệu.",
      en: "Ask the unit to export the package again.",
    },
  }),
  package_unit_unknown: defineIssue<{ unit: string }>({
    severity: "error",
    vi: ({ unit }) => `danh mục không có đơn vị gửi gói số liệu “${unit}”`,
    en: ({ unit }) => `the directory has no unit “${unit}”, which sent the package`,
    cure: {
      vi: "Bổ sung đơn vị vào danh mục hoặc sửa mã đơn vị trong gói.",
      en: "Add the unit to the directory, or mend the id in the package.",
    },
  }),
  package_signature_invalid: defineIssue<{ unit: string }>({
    severity: "error",
    vi: ({ unit }) => `gói số liệu của ${unit} không có chữ ký hợp lệ`,
    en: ({ unit }) => `the package of ${unit} has no valid signature`,
    cure: {
      vi: "Xác nhận lại với đơn vị gửi; không dùng số liệu trong gói này.",
      en: "Ask the unit that sent it; do not use its figures.",
    },
  }),
  package_signature_unchecked: defineIssue<{ unit: string }>({
    severity: "warning",
    vi: ({ unit }) => `chưa kiểm tra chữ ký của gói số liệu do ${unit} gửi`,
    en: ({ unit }) => `the signature of the package of ${unit} was not checked`,
    cure: {
      vi: "Khai báo khóa công khai của đơn vị để kiểm tra chữ ký.",
      en: "Give the unit's public key, so that signatures are checked.",
    },
  }),
  package_figure_inconsistent: defineIssue<{ field: string }>({
    severity: "error",
    vi: ({ field }) => `số liệu “${field}” trong gói không khớp với các số liệu thành phần`,
    en: ({ field }) => `the figure “${field}” in the package is not what its parts add up to`,
    cure: {
      vi: "Đề nghị đơn vị tổng hợp và gửi lại.",
      en: "Ask the unit to roll up and send again.",
    },
  }),
  package_field_unknown: defineIssue<{ field: string }>({
    severity: "warning",
    vi: ({ field }) => `số liệu “${field}” trong gói không có chỉ tiêu tương ứng nên không dùng`,
    en: ({ field }) => `the figure “${field}” in the package fits no field and is not used`,
    cure: {
      vi: "Đối chiếu biểu mẫu của hai cấp.",
      en: "Compare the report schemas of the two levels.",
    },
  }),
  package_incomplete: defineIssue<{ reported: number; expected: number }>({
    severity: "warning",
    vi: ({ reported, expected }) => `gói số liệu mới tổng hợp từ ${reported}/${expected} đơn vị`,
    en: ({ reported, expected }) => `the package stands on ${reported} of ${expected} units`,
    cure: {
      vi: "Đề nghị đơn vị gửi lại khi đủ báo cáo, hoặc ghi rõ mức đầy đủ khi sử dụng.",
      en: "Ask for another when all have reported, or say how complete it is.",
    },
  }),
};
