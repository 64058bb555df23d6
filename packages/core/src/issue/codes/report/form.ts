import { defineIssue } from "../../definition.ts";
import { quoted } from "./field-params.ts";

/** Problems with the identity and the layout of a form of ours that came back. */
export const reportFormIssues = {
  report_form_tampered: defineIssue({
    severity: "error",
    vi: () => "thông tin nhận dạng ẩn của biểu mẫu đã bị thay đổi",
    en: () => "the form's hidden identity has been changed",
    cure: {
      vi: "Dùng lại đúng biểu mẫu đã phát hành cho đơn vị, chép số liệu sang và gửi lại.",
      en: "Copy the figures to the form handed out to the unit and send that.",
    },
  }),
  report_form_signature_unchecked: defineIssue({
    severity: "warning",
    vi: () => "biểu mẫu có chữ ký nhưng không có khóa để kiểm tra",
    en: () => "the form is signed and there was no key to check it with",
    cure: {
      vi: "Đọc lại tệp với khóa của cơ quan phát hành.",
      en: "Read the file with the issuing office's key.",
    },
  }),
  report_form_foreign: defineIssue<{ campaignId: string }>({
    severity: "error",
    vi: ({ campaignId }) => `đây là biểu mẫu của chiến dịch khác: ${quoted(campaignId)}`,
    en: ({ campaignId }) => `this is a form of another campaign: ${quoted(campaignId)}`,
    cure: { vi: "Gửi báo cáo theo đúng biểu mẫu của chiến dịch này.", en: "Report on this campaign's form." },
  }),
  report_form_round_differs: defineIssue<{ form: string; asked: string }>({
    severity: "error",
    vi: ({ form, asked }) => `biểu mẫu của đợt ${quoted(form)}, không phải đợt ${quoted(asked)}`,
    en: ({ form, asked }) => `the form is for the round ${quoted(form)}, not ${quoted(asked)}`,
    cure: { vi: "Dùng biểu mẫu của đúng đợt báo cáo.", en: "Use the form of the round." },
  }),
  report_form_version_unknown: defineIssue<{ version: number }>({
    severity: "error",
    vi: ({ version }) => `không có phiên bản ${version} của biểu mẫu này`,
    en: ({ version }) => `there is no version ${version} of this form`,
    cure: { vi: "Dùng biểu mẫu đã phát hành.", en: "Use the form that was handed out." },
  }),
  report_form_row_changed: defineIssue<{ field: string; label: string; found: string }>({
    severity: "query",
    vi: ({ label, found }) => `dòng của chỉ tiêu “${label}” lại ghi ${quoted(found)}`,
    en: ({ label, found }) => `the row of “${label}” reads ${quoted(found)}`,
    cure: {
      vi: "Không đổi tên hoặc xáo trộn các dòng của biểu mẫu.",
      en: "Leave the form's rows as they were.",
    },
  }),
  report_version_split: defineIssue<{ field: string; label: string; parts: readonly string[] }>({
    severity: "warning",
    vi: ({ label, parts }) =>
      `“${label}” của phiên bản cũ nay tách thành ${parts.map((one) => `“${one}”`).join(", ")}; số cũ được giữ nguyên, không tự chia`,
    en: ({ label, parts }) =>
      `the former “${label}” is now ${parts.map((one) => `“${one}”`).join(", ")}; the old figure is kept whole`,
    cure: {
      vi: "Hỏi đơn vị số liệu theo từng chỉ tiêu mới nếu cần.",
      en: "Ask the unit for the parts if they are needed.",
    },
  }),
};
