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
  dispatch_number_differs: defineIssue<{ registered: string; written: number }>({
    severity: "error",
    vi: ({ registered, written }) =>
      `công văn đã được ghi số ${registered} trong sổ, không ghi thêm số ${written}`,
    en: ({ registered, written }) =>
      `the dispatch is registered as ${registered} and does not get the number ${written} as well`,
    cure: {
      vi: "Sửa dispatch.number trong campaign.yaml theo số đã ghi sổ, hoặc bỏ số sau --number.",
      en: "Put the registered number into dispatch.number of campaign.yaml, or leave out the number after --number.",
    },
  }),
  dispatch_forged: defineIssue({
    severity: "error",
    vi: () => "công văn giả mạo: đường dẫn, số hoặc chữ ký trong mã QR đã bị thay đổi",
    en: () => "a forged dispatch: the link, the number or the signature in the QR code was changed",
    cure: {
      vi: "Không mở đường dẫn; báo cho cơ quan ban hành và cơ quan công an.",
      en: "Do not open the link; tell the issuing office and the police.",
    },
  }),
  dispatch_of_another_office: defineIssue<{ keyId: string }>({
    severity: "error",
    vi: ({ keyId }) => `mã QR ký bằng khóa ${keyId}, không phải khóa của cơ quan này`,
    en: ({ keyId }) => `the QR code is signed with the key ${keyId}, which is not this office's`,
    cure: {
      vi: "Hỏi cơ quan đứng tên trên công văn. Nếu đó chính là cơ quan này: chép khóa công khai cũ vào .chiendich/keys/.",
      en: "Ask the office the dispatch names. If it is this one: put its old public key into .chiendich/keys/.",
    },
  }),
  dispatch_unsigned: defineIssue({
    severity: "error",
    vi: () => "mã QR không có chữ ký: không biết được ai đã ban hành",
    en: () => "the QR code has no signature: who issued it cannot be told",
    cure: {
      vi: "Nhập toàn bộ nội dung mã QR, đặt trong dấu ngoặc kép; đối chiếu số công văn với cơ quan ban hành.",
      en: "Give the whole text of the QR code, in quotes; ask the issuing office about the number.",
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
