import { defineIssue } from "../definition.ts";

/** Problems in a campaign's plan, found before anything is sent. */
export const campaignIssues = {
  campaign_not_yaml: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `tệp cấu hình không đọc được theo định dạng YAML: ${message}`,
    en: ({ message }) => `the configuration is not valid YAML: ${message}`,
    cure: {
      vi: "Sửa dòng được chỉ ra; chú ý thụt đầu dòng và dấu ngoặc kép.",
      en: "Mend the line named; look at its indentation and quotes.",
    },
  }),
  campaign_value_invalid: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `giá trị không hợp lệ: ${message}`,
    en: ({ message }) => `the value is not valid: ${message}`,
    cure: {
      vi: "Sửa giá trị theo mô tả của trường này trong tài liệu cấu hình.",
      en: "Mend the value as the configuration guide describes the field.",
    },
  }),
};
