import { defineIssue } from "../definition.ts";
import { layoutIssues } from "./layout.ts";

const meant = {
  vi: (nearest: string | null) => (nearest === null ? "" : `; có phải “${nearest}”?`),
  en: (nearest: string | null) => (nearest === null ? "" : `; did you mean “${nearest}”?`),
};

/** Problems in templates, in the data merged into them, in links and registers, and in the layout of the page. */
export const dispatchIssues = {
  ...layoutIssues,
  dispatch_template_syntax: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `thẻ không đọc được: ${message}`,
    en: ({ message }) => `the tag cannot be read: ${message}`,
    cure: {
      vi: "Sửa thẻ theo đúng dạng {{tên}}, {{hàm tham_số}} hoặc {{#each danh_sách}}.",
      en: "Write the tag as {{name}}, {{helper argument}} or {{#each list}}.",
    },
  }),
  dispatch_tag_not_closed: defineIssue<{ tag: string }>({
    severity: "error",
    vi: ({ tag }) => `“${tag}” được mở mà không được đóng`,
    en: ({ tag }) => `“${tag}” is opened and never closed`,
    cure: {
      vi: "Thêm thẻ đóng tương ứng, trong cùng một khối.",
      en: "Add the closing tag, within the same block.",
    },
  }),
  dispatch_tag_not_opened: defineIssue<{ tag: string }>({
    severity: "error",
    vi: ({ tag }) => `“${tag}” đóng một khối chưa được mở ở đây`,
    en: ({ tag }) => `“${tag}” closes a block that was not opened here`,
    cure: {
      vi: "Bỏ thẻ đóng thừa, hoặc thêm thẻ mở trước nó trong cùng một khối.",
      en: "Remove it, or open the block before it, within the same block.",
    },
  }),
  dispatch_tag_unescaped: defineIssue<{ tag: string }>({
    severity: "error",
    vi: ({ tag }) => `“${tag}” chèn dữ liệu không qua kiểm soát ký tự, không được dùng trong mẫu`,
    en: ({ tag }) => `“${tag}” inserts data unescaped, which templates may not do`,
    cure: { vi: "Dùng hai dấu ngoặc: {{tên}}.", en: "Use two braces: {{name}}." },
  }),
  dispatch_element_unknown: defineIssue<{ name: string; nearest: string | null }>({
    severity: "error",
    vi: ({ name, nearest }) => `không có thành phần văn bản “<${name}>”${meant.vi(nearest)}`,
    en: ({ name, nearest }) => `there is no element “<${name}>”${meant.en(nearest)}`,
    cure: {
      vi: "Dùng một thành phần có trong tài liệu về mẫu; dấu “<” trong câu chữ viết là &lt;.",
      en: "Use an element of the template guide; a “<” among words is written &lt;.",
    },
  }),
  dispatch_element_misplaced: defineIssue<{ name: string; inside: string | null }>({
    severity: "error",
    vi: ({ name, inside }) =>
      inside === null
        ? `“<${name}>” không đứng được ở đây`
        : `“<${name}>” không đứng được trong “<${inside}>”`,
    en: ({ name, inside }) =>
      inside === null ? `“<${name}>” cannot stand here` : `“<${name}>” cannot stand inside “<${inside}>”`,
    cure: {
      vi: "Chuyển thành phần về đúng chỗ theo tài liệu về mẫu.",
      en: "Move it to where the template guide has it.",
    },
  }),
  dispatch_attribute_unknown: defineIssue<{ element: string; attribute: string; nearest: string | null }>({
    severity: "error",
    vi: ({ element, attribute, nearest }) =>
      `“<${element}>” không có thuộc tính “${attribute}”${meant.vi(nearest)}`,
    en: ({ element, attribute, nearest }) =>
      `“<${element}>” has no attribute “${attribute}”${meant.en(nearest)}`,
    cure: { vi: "Bỏ hoặc sửa tên thuộc tính.", en: "Remove it or mend its name." },
  }),
  dispatch_attribute_missing: defineIssue<{ element: string; attribute: string }>({
    severity: "error",
    vi: ({ element, attribute }) => `“<${element}>” thiếu thuộc tính “${attribute}”`,
    en: ({ element, attribute }) => `“<${element}>” lacks the attribute “${attribute}”`,
    cure: { vi: "Thêm thuộc tính.", en: "Add the attribute." },
  }),
  dispatch_words_outside: defineIssue<{ words: string }>({
    severity: "error",
    vi: ({ words }) => `chữ “${words}” đứng ngoài mọi đoạn văn`,
    en: ({ words }) => `the words “${words}” stand outside any paragraph`,
    cure: { vi: "Đặt chữ vào trong <p>…</p>.", en: "Put them inside <p>…</p>." },
  }),
  dispatch_tag_unknown: defineIssue<{ path: string; nearest: string | null }>({
    severity: "error",
    vi: ({ path, nearest }) => `dữ liệu không có “${path}”${meant.vi(nearest)}`,
    en: ({ path, nearest }) => `the data has no “${path}”${meant.en(nearest)}`,
    cure: {
      vi: "Sửa tên thẻ, hoặc bổ sung dữ liệu.",
      en: "Mend the tag's name, or add the data.",
    },
  }),
  dispatch_tag_sometimes_missing: defineIssue<{ path: string; list: string }>({
    severity: "error",
    vi: ({ path, list }) => `“${path}” chỉ có ở một số mục của “${list}”`,
    en: ({ path, list }) => `only some items of “${list}” have “${path}”`,
    cure: {
      vi: "Bổ sung cho mọi mục; để null ở mục không có.",
      en: "Give every item the field, null where there is nothing.",
    },
  }),
  dispatch_tag_not_list: defineIssue<{ path: string }>({
    severity: "error",
    vi: ({ path }) => `“${path}” không phải danh sách nên không lặp được`,
    en: ({ path }) => `“${path}” is no list and cannot be repeated`,
    cure: {
      vi: "Dùng {{#if}} hoặc {{#with}}, hoặc sửa dữ liệu.",
      en: "Use {{#if}} or {{#with}}, or mend the data.",
    },
  }),
  dispatch_tag_not_words: defineIssue<{ path: string }>({
    severity: "error",
    vi: ({ path }) => `“${path}” là một danh sách hoặc một nhóm dữ liệu, không in thẳng ra được`,
    en: ({ path }) => `“${path}” is a list or an object and cannot be printed as it is`,
    cure: {
      vi: "Lặp bằng {{#each}}, nối bằng {{join}}, hoặc chỉ rõ trường bên trong.",
      en: "Repeat it with {{#each}}, join it with {{join}}, or name the field inside.",
    },
  }),
  dispatch_helper_unknown: defineIssue<{ name: string; nearest: string | null }>({
    severity: "error",
    vi: ({ name, nearest }) => `không có hàm “${name}”${meant.vi(nearest)}`,
    en: ({ name, nearest }) => `there is no helper “${name}”${meant.en(nearest)}`,
    cure: { vi: "Dùng một hàm có trong tài liệu về mẫu.", en: "Use a helper of the template guide." },
  }),
  dispatch_helper_arguments: defineIssue<{ name: string; expected: string; actual: number }>({
    severity: "error",
    vi: ({ name, expected, actual }) => `hàm “${name}” cần tham số: ${expected}; ở đây có ${actual}`,
    en: ({ name, expected, actual }) => `the helper “${name}” takes ${expected}; here it gets ${actual}`,
    cure: { vi: "Sửa số tham số.", en: "Mend the number of arguments." },
  }),
  dispatch_helper_option_unknown: defineIssue<{ name: string; option: string; nearest: string | null }>({
    severity: "error",
    vi: ({ name, option, nearest }) => `hàm “${name}” không có tùy chọn “${option}”${meant.vi(nearest)}`,
    en: ({ name, option, nearest }) => `the helper “${name}” has no option “${option}”${meant.en(nearest)}`,
    cure: { vi: "Bỏ hoặc sửa tên tùy chọn.", en: "Remove it or mend its name." },
  }),
  dispatch_partial_unknown: defineIssue<{ name: string; nearest: string | null }>({
    severity: "error",
    vi: ({ name, nearest }) => `không có mẫu con “${name}”${meant.vi(nearest)}`,
    en: ({ name, nearest }) => `there is no partial “${name}”${meant.en(nearest)}`,
    cure: {
      vi: "Sửa tên, hoặc thêm tệp mẫu con vào thư mục mẫu của đơn vị.",
      en: "Mend the name, or add the partial to the office's folder of templates.",
    },
  }),
  dispatch_partial_endless: defineIssue<{ name: string }>({
    severity: "error",
    vi: ({ name }) => `mẫu con “${name}” gọi lại chính nó`,
    en: ({ name }) => `the partial “${name}” calls itself`,
    cure: { vi: "Bỏ lời gọi lặp.", en: "Remove the call." },
  }),
  dispatch_picture_unknown: defineIssue<{ name: string; nearest: string | null }>({
    severity: "error",
    vi: ({ name, nearest }) => `không có hình “${name}”${meant.vi(nearest)}`,
    en: ({ name, nearest }) => `there is no picture “${name}”${meant.en(nearest)}`,
    cure: { vi: "Sửa tên hình, hoặc cung cấp hình.", en: "Mend the name, or give the picture." },
  }),
  dispatch_data_unused: defineIssue<{ name: string }>({
    severity: "info",
    vi: ({ name }) => `dữ liệu “${name}” không được mẫu dùng đến`,
    en: ({ name }) => `the template does not use the data “${name}”`,
    cure: { vi: "Kiểm tra xem mẫu có thiếu thẻ không.", en: "See whether the template lacks a tag." },
  }),
  dispatch_font_substituted: defineIssue<{ fonts: string }>({
    severity: "warning",
    vi: ({ fonts }) => `tệp PDF dùng phông ${fonts} thay cho Times New Roman`,
    en: ({ fonts }) => `the PDF uses ${fonts} in place of Times New Roman`,
    cure: {
      vi: "Cài phông Times New Roman, hoặc Liberation Serif bản 2 (gói fonts-liberation2), Tinos, rồi xuất lại.",
      en: "Install Times New Roman, or Liberation Serif 2 (package fonts-liberation2) or Tinos, and write it again.",
    },
  }),
  dispatch_file_not_docx: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `tệp không phải là văn bản .docx đọc được: ${message}`,
    en: ({ message }) => `the file is no readable .docx: ${message}`,
    cure: {
      vi: "Mở tệp bằng Word hoặc LibreOffice, lưu lại dưới dạng .docx.",
      en: "Open it in Word or LibreOffice and save it as .docx.",
    },
  }),
  dispatch_link_invalid: defineIssue<{ link: string }>({
    severity: "error",
    vi: ({ link }) => `“${link}” không phải là địa chỉ https hợp lệ`,
    en: ({ link }) => `“${link}” is no valid https address`,
    cure: {
      vi: "Dùng địa chỉ đầy đủ, bắt đầu bằng https://.",
      en: "Give the full address, starting with https://.",
    },
  }),
  dispatch_link_host: defineIssue<{ host: string; allowed: string }>({
    severity: "error",
    vi: ({ host, allowed }) => `địa chỉ dẫn tới “${host}”, ngoài các tên miền được phép (${allowed})`,
    en: ({ host, allowed }) => `the link leads to “${host}”, which is none of the allowed hosts (${allowed})`,
    cure: {
      vi: "Dùng tên miền của cơ quan, hoặc bổ sung tên miền vào linkHosts của chiến dịch sau khi đã xác minh.",
      en: "Use the office's own host, or add it to the campaign's linkHosts once it is verified.",
    },
  }),
  dispatch_link_shortener: defineIssue<{ host: string }>({
    severity: "error",
    vi: ({ host }) => `“${host}” là dịch vụ rút gọn địa chỉ: người nhận không biết mình được dẫn tới đâu`,
    en: ({ host }) => `“${host}” shortens links: nobody sees where it leads`,
    cure: { vi: "Dùng địa chỉ đầy đủ.", en: "Use the full address." },
  }),
  dispatch_message_too_long: defineIssue<{ actual: number; most: number }>({
    severity: "error",
    vi: ({ actual, most }) => `dài ${actual} ký tự, kênh gửi chỉ nhận ${most}`,
    en: ({ actual, most }) => `${actual} characters, and the channel takes ${most}`,
    cure: { vi: "Rút gọn nội dung.", en: "Shorten it." },
  }),
  dispatch_message_parameters: defineIssue<{ actual: number; most: number }>({
    severity: "error",
    vi: ({ actual, most }) => `có ${actual} tham số, kênh gửi chỉ nhận ${most}`,
    en: ({ actual, most }) => `${actual} parameters, and the channel takes ${most}`,
    cure: { vi: "Bớt tham số.", en: "Use fewer." },
  }),
  dispatch_number_taken: defineIssue<{ number: string; issuer: string }>({
    severity: "error",
    vi: ({ number, issuer }) => `số ${number} đã được cấp trong sổ của ${issuer}`,
    en: ({ number, issuer }) => `number ${number} was already given in the register of ${issuer}`,
    cure: { vi: "Lấy số tiếp theo trong sổ.", en: "Take the register's next number." },
  }),
};
