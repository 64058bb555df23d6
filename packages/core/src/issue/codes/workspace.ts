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
  plugin_not_found: defineIssue<{ name: string; message: string }>({
    severity: "error",
    vi: ({ name, message }) => `không nạp được phần mở rộng “${name}”: ${message}`,
    en: ({ name, message }) => `the plugin “${name}” cannot be loaded: ${message}`,
    cure: {
      vi: "Sửa đường dẫn trong mục plugins của campaign.yaml, hoặc cài gói đó vào thư mục chiến dịch.",
      en: "Correct the path under plugins in campaign.yaml, or install the package in the campaign's folder.",
    },
  }),
  plugin_without_definition: defineIssue<{ name: string }>({
    severity: "error",
    vi: ({ name }) => `“${name}” không phải là phần mở rộng: không có export default của definePlugin`,
    en: ({ name }) => `“${name}” is no plugin: it does not export one by default`,
    cure: {
      vi: "Tệp phải có: export default definePlugin({ … }).",
      en: "The file has to say: export default definePlugin({ … }).",
    },
  }),
  plugin_api_version: defineIssue<{ name: string; found: string; supported: number }>({
    severity: "error",
    vi: ({ name, found, supported }) =>
      `phần mở rộng “${name}” viết cho phiên bản ${found} của giao diện mở rộng; chương trình này dùng phiên bản ${supported}`,
    en: ({ name, found, supported }) =>
      `the plugin “${name}” was written for version ${found} of the plugin interface; this program has version ${supported}`,
    cure: {
      vi: "Dùng bản của phần mở rộng viết cho đúng phiên bản, hoặc đổi phiên bản của @chiendich/cli.",
      en: "Use a release of the plugin for this version, or another version of @chiendich/cli.",
    },
  }),
  plugin_finding: defineIssue<{ plugin: string; vi: string; en: string }>({
    severity: "warning",
    vi: ({ plugin, vi }) => `${vi} (theo phần mở rộng “${plugin}”)`,
    en: ({ plugin, en }) => `${en} (says the plugin “${plugin}”)`,
    cure: {
      vi: "Xem tài liệu của phần mở rộng đã nêu.",
      en: "See the documentation of that plugin.",
    },
  }),
};
