import { defineIssue } from "../definition.ts";

const saveAsXlsx = {
  vi: "Mở tệp bằng Excel hoặc LibreOffice, lưu lại dưới dạng “Excel Workbook (.xlsx)” rồi gửi lại.",
  en: "Open the file in Excel or LibreOffice, save it as “Excel Workbook (.xlsx)” and send it again.",
};
const sendAgain = {
  vi: "Mở lại bản gốc, kiểm tra còn đủ số liệu, lưu lại dưới dạng .xlsx rồi gửi lại.",
  en: "Open the original, check that all figures are there, save it as .xlsx and send it again.",
};
const lookAtCell = {
  vi: "Kiểm tra lại ô này trong tệp gốc và sửa nếu cần.",
  en: "Look at this cell in the original file and mend it where needed.",
};
const nothingToDo = {
  vi: "Không cần làm gì; ghi lại để người tổng hợp biết.",
  en: "Nothing needs doing; it is noted for whoever adds up.",
};

/** Problems in files that should be workbooks. */
export const workbookIssues = {
  // What the file is instead of a workbook.
  workbook_not_recognised: defineIssue({
    severity: "error",
    vi: () => "tệp không phải là bảng tính",
    en: () => "the file is not a workbook",
    cure: {
      vi: "Mở tệp, lưu lại dưới dạng .xlsx rồi gửi lại.",
      en: "Open the file, save it as .xlsx and send it again.",
    },
  }),
  workbook_empty_file: defineIssue({
    severity: "error",
    vi: () => "tệp rỗng (0 byte)",
    en: () => "the file is empty (0 bytes)",
    cure: {
      vi: "Tệp có thể bị lỗi khi tải lên; mở lại bản gốc, kiểm tra rồi gửi lại.",
      en: "The upload probably failed; open the original, check it and send it again.",
    },
  }),
  workbook_is_other_file: defineIssue<{ kind: "pdf" | "picture" | "document" | "presentation" | "archive" }>({
    severity: "error",
    vi: ({ kind }) => `tệp là ${otherKinds[kind].vi}, không phải bảng tính`,
    en: ({ kind }) => `the file is ${otherKinds[kind].en}, not a workbook`,
    cure: {
      vi: "Gửi số liệu trên biểu mẫu bảng tính (.xlsx) đã phát hành; bản chụp, bản quét và văn bản chỉ gửi kèm.",
      en: "Send the figures on the spreadsheet form (.xlsx) that was handed out; scans and letters may only accompany it.",
    },
  }),
  workbook_encrypted: defineIssue({
    severity: "error",
    vi: () => "tệp được đặt mật khẩu nên không mở được",
    en: () => "the file is protected by a password and cannot be opened",
    cure: {
      vi: "Mở tệp bằng mật khẩu, vào Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi gửi lại.",
      en: "Open the file with its password, remove it under File → Info → Protect Workbook → Encrypt with Password, save and send it again.",
    },
  }),
  workbook_old_format: defineIssue<{ format: ".xls" | ".xlsb" }>({
    severity: "error",
    vi: ({ format }) => `tệp ở định dạng cũ ${format}, chưa đọc được trực tiếp`,
    en: ({ format }) => `the file is in the older format ${format}, which cannot be read directly`,
    cure: saveAsXlsx,
  }),
  workbook_conversion_failed: defineIssue<{ format: string; message: string }>({
    severity: "error",
    vi: ({ format, message }) => `không chuyển được tệp ${format} sang .xlsx: ${message}`,
    en: ({ format, message }) => `the ${format} file could not be converted to .xlsx: ${message}`,
    cure: saveAsXlsx,
  }),
  workbook_converted: defineIssue<{ format: string }>({
    severity: "info",
    vi: ({ format }) => `tệp ${format} đã được chuyển sang .xlsx trước khi đọc`,
    en: ({ format }) => `the ${format} file was converted to .xlsx before it was read`,
    cure: nothingToDo,
  }),

  // The package is broken, or built to do harm.
  workbook_truncated: defineIssue({
    severity: "error",
    vi: () => "tệp bị cắt cụt, phần cuối không còn",
    en: () => "the file is cut short: its end is missing",
    cure: sendAgain,
  }),
  workbook_damaged: defineIssue<{ part: string; detail: string }>({
    severity: "error",
    vi: ({ part, detail }) => `tệp bị hỏng ở phần “${part}” (${detail})`,
    en: ({ part, detail }) => `the file is damaged in “${part}” (${detail})`,
    cure: sendAgain,
  }),
  workbook_part_missing: defineIssue<{ part: string }>({
    severity: "error",
    vi: ({ part }) => `tệp thiếu phần “${part}”`,
    en: ({ part }) => `the file lacks its part “${part}”`,
    cure: sendAgain,
  }),
  workbook_checksum_wrong: defineIssue<{ part: string }>({
    severity: "error",
    vi: ({ part }) => `nội dung phần “${part}” không khớp mã kiểm tra, số liệu có thể đã sai lệch`,
    en: ({ part }) => `the content of “${part}” does not match its checksum; figures may have changed`,
    cure: sendAgain,
  }),
  workbook_sizes_contradict: defineIssue<{ part: string }>({
    severity: "error",
    vi: ({ part }) => `kích thước ghi trong tệp của phần “${part}” không đúng với thực tế`,
    en: ({ part }) => `the file states a false size for its part “${part}”`,
    cure: sendAgain,
  }),
  workbook_too_large: defineIssue<{ limit: string; allowed: number }>({
    severity: "error",
    vi: ({ limit, allowed }) =>
      `tệp vượt giới hạn an toàn “${limit}” (cho phép ${allowed.toLocaleString("vi")})`,
    en: ({ limit, allowed }) =>
      `the file exceeds the safety limit “${limit}” (allowed ${allowed.toLocaleString("en")})`,
    cure: {
      vi: "Xóa các trang, dòng và cột thừa, hoặc chia tệp thành nhiều tệp nhỏ rồi gửi lại.",
      en: "Delete sheets, rows and columns that are not needed, or split the file, and send it again.",
    },
  }),
  workbook_declares_entities: defineIssue<{ part: string }>({
    severity: "error",
    vi: ({ part }) => `phần “${part}” khai báo DOCTYPE, điều mà bảng tính hợp lệ không bao giờ có`,
    en: ({ part }) => `the part “${part}” declares a DOCTYPE, which no valid workbook does`,
    cure: saveAsXlsx,
  }),
  workbook_entry_ignored: defineIssue<{ entry: string; why: "path" | "duplicate" }>({
    severity: "warning",
    vi: ({ entry, why }) =>
      why === "path"
        ? `mục “${entry}” trong tệp có đường dẫn ra ngoài tệp nên bị bỏ qua`
        : `mục “${entry}” có hai lần trong tệp; chỉ dùng mục sau cùng`,
    en: ({ entry, why }) =>
      why === "path"
        ? `the entry “${entry}” points outside of the file and was ignored`
        : `the entry “${entry}” is in the file twice; the last one was used`,
    cure: saveAsXlsx,
  }),
  workbook_entry_contradicts: defineIssue<{ entry: string; why: "name" | "size" | "unlisted" }>({
    severity: "error",
    vi: ({ entry, why }) =>
      why === "unlisted"
        ? `phần “${entry}” có trong tệp nhưng không có trong mục lục của tệp nên không đọc được`
        : why === "name"
          ? `tên phần “${entry}” trong mục lục khác với tên ghi ngay trước nội dung; tệp đã bị hỏng hoặc bị sửa`
          : `mục lục ghi về phần “${entry}” khác với phần ghi ngay trước nội dung; tệp đã bị hỏng hoặc bị sửa`,
    en: ({ entry, why }) =>
      why === "unlisted"
        ? `the part “${entry}” is in the file but not in its directory, so it was not read`
        : why === "name"
          ? `the part “${entry}” has another name before its content; the file was damaged or tampered with`
          : `the directory and the part “${entry}” itself state different things; the file was damaged or tampered with`,
    cure: sendAgain,
  }),
  workbook_bytes_unaccounted: defineIssue<{ bytes: number }>({
    severity: "warning",
    vi: ({ bytes }) =>
      `tệp có ${bytes.toLocaleString("vi")} byte không thuộc phần nào; phần đó không được đọc`,
    en: ({ bytes }) =>
      `${bytes.toLocaleString("en")} bytes of the file belong to none of its parts and were not read`,
    cure: sendAgain,
  }),
  workbook_has_macros: defineIssue({
    severity: "info",
    vi: () => "tệp có macro; macro không được chạy và không ảnh hưởng đến số liệu đã đọc",
    en: () => "the file holds macros; they were not run and did not touch the figures read",
    cure: nothingToDo,
  }),
  workbook_has_external_links: defineIssue({
    severity: "info",
    vi: () => "tệp có công thức lấy số liệu từ tệp khác; dùng giá trị đã lưu, không mở tệp kia",
    en: () => "the file takes figures from other files; stored values are used, the others are not opened",
    cure: nothingToDo,
  }),
  workbook_sheet_without_cells: defineIssue<{ sheet: string }>({
    severity: "info",
    vi: ({ sheet }) => `trang “${sheet}” chỉ là biểu đồ, không có ô số liệu`,
    en: ({ sheet }) => `the sheet “${sheet}” is a chart and holds no cells`,
    cure: nothingToDo,
  }),
  workbook_encoding_assumed: defineIssue<{ encoding: string }>({
    severity: "warning",
    vi: ({ encoding }) => `tệp không ghi bảng mã; đọc theo ${encoding}`,
    en: ({ encoding }) => `the file does not state its encoding; it was read as ${encoding}`,
    cure: {
      vi: "Kiểm tra dấu tiếng Việt trong số liệu đã đọc; nếu sai, lưu lại dưới dạng .xlsx.",
      en: "Check the Vietnamese letters that were read; if they are wrong, save the file as .xlsx.",
    },
  }),
  workbook_quote_not_closed: defineIssue({
    severity: "error",
    vi: () => "dấu ngoặc kép mở ở đây không được đóng, phần còn lại của tệp có thể bị gộp vào một ô",
    en: () => "the quote opened here is never closed, so the rest of the file may have become one cell",
    cure: saveAsXlsx,
  }),

  workbook_more_of_the_same: defineIssue<{ code: string; more: number }>({
    severity: "warning",
    vi: ({ code, more }) => `còn ${more.toLocaleString("vi")} ô nữa có cùng vấn đề ${code}`,
    en: ({ code, more }) => `${more.toLocaleString("en")} more cells have the same problem ${code}`,
    cure: lookAtCell,
  }),

  // Cells.
  workbook_cell_address_invalid: defineIssue<{ address: string }>({
    severity: "error",
    vi: ({ address }) => `địa chỉ ô “${address}” không hợp lệ nên ô bị bỏ qua`,
    en: ({ address }) => `the cell address “${address}” is not valid; the cell was left out`,
    cure: saveAsXlsx,
  }),
  workbook_cell_repeated: defineIssue({
    severity: "error",
    vi: () => "ô này được ghi hai lần trong tệp; chỉ giữ giá trị đầu",
    en: () => "this cell is in the file twice; the first value was kept",
    cure: lookAtCell,
  }),
  workbook_cell_far_away: defineIssue<{ rows: number; columns: number }>({
    severity: "warning",
    vi: () => "ô này nằm rất xa các ô còn lại, có thể nhập nhầm",
    en: () => "this cell lies far away from all others and may be a slip",
    cure: lookAtCell,
  }),
  workbook_string_missing: defineIssue<{ index: string }>({
    severity: "error",
    vi: ({ index }) => `ô trỏ tới chuỗi số ${index} không có trong tệp`,
    en: ({ index }) => `the cell points to string ${index}, which is not in the file`,
    cure: lookAtCell,
  }),
  workbook_value_invalid: defineIssue<{ raw: string; type: string }>({
    severity: "error",
    vi: ({ raw, type }) =>
      `“${raw}” không phải là ${valueTypes[type]?.vi ?? "giá trị"} hợp lệ; giữ nguyên dạng chữ`,
    en: ({ raw, type }) => `“${raw}” is not a valid ${valueTypes[type]?.en ?? "value"}; it was kept as text`,
    cure: lookAtCell,
  }),
  workbook_number_too_large: defineIssue<{ raw: string }>({
    severity: "error",
    vi: ({ raw }) => `số “${raw}” lớn quá mức bảng tính biểu diễn được; giữ nguyên dạng chữ`,
    en: ({ raw }) => `the number “${raw}” is larger than a workbook can hold; it was kept as text`,
    cure: lookAtCell,
  }),
  workbook_number_imprecise: defineIssue<{ raw: string }>({
    severity: "warning",
    vi: ({ raw }) => `số “${raw}” có quá nhiều chữ số nên không giữ được chính xác`,
    en: ({ raw }) => `the number “${raw}” has more digits than can be kept exactly`,
    cure: lookAtCell,
  }),
  workbook_date_impossible: defineIssue<{ serial: number }>({
    severity: "warning",
    vi: ({ serial }) =>
      `số ${serial} được định dạng là ngày nhưng không ứng với ngày nào; giữ nguyên dạng số`,
    en: ({ serial }) => `${serial} is formatted as a date but is none; it was kept as a number`,
    cure: lookAtCell,
  }),
  workbook_text_too_long: defineIssue<{ length: number }>({
    severity: "warning",
    vi: ({ length }) => `ô có ${length.toLocaleString("vi")} ký tự, quá mức 32.767 mà Excel cho phép`,
    en: ({ length }) => `the cell has ${length.toLocaleString("en")} characters; Excel allows 32,767`,
    cure: lookAtCell,
  }),
  workbook_text_has_hidden_characters: defineIssue<{ characters: string }>({
    severity: "warning",
    vi: ({ characters }) => `ô có ký tự không nhìn thấy được (${characters})`,
    en: ({ characters }) => `the cell holds characters nobody sees (${characters})`,
    cure: {
      vi: "Xóa nội dung ô và gõ lại bằng tay, không dán từ nơi khác.",
      en: "Clear the cell and type its content by hand instead of pasting it.",
    },
  }),
  workbook_text_looks_like_formula: defineIssue<{ text: string }>({
    severity: "warning",
    vi: ({ text }) => `ô chứa chữ giống công thức (“${text}”); đọc và ghi lại như chữ, không tính`,
    en: ({ text }) =>
      `the cell holds text that looks like a formula (“${text}”); it stays text and is never run`,
    cure: lookAtCell,
  }),
  workbook_rows_blank_but_formatted: defineIssue<{ rows: number }>({
    severity: "info",
    vi: ({ rows }) => `trang có ${rows.toLocaleString("vi")} dòng trống đã định dạng; chúng được bỏ qua`,
    en: ({ rows }) =>
      `the sheet has ${rows.toLocaleString("en")} blank formatted rows; they were passed over`,
    cure: {
      vi: "Có thể xóa các dòng trống ở cuối trang để tệp nhẹ hơn.",
      en: "The blank rows at the end may be deleted to make the file lighter.",
    },
  }),
  workbook_rows_out_of_order: defineIssue<{ rows: number }>({
    severity: "warning",
    vi: ({ rows }) => `các dòng trong tệp không theo thứ tự (${rows} chỗ); đã sắp lại`,
    en: ({ rows }) => `rows are out of order in the file (${rows} places); they were put in order`,
    cure: nothingToDo,
  }),
  workbook_merge_invalid: defineIssue<{ range: string; why: "address" | "overlap" }>({
    severity: "warning",
    vi: ({ range, why }) =>
      why === "overlap"
        ? `vùng gộp ô ${range} chồng lên vùng gộp khác nên bị bỏ qua`
        : `vùng gộp ô “${range}” không hợp lệ nên bị bỏ qua`,
    en: ({ range, why }) =>
      why === "overlap"
        ? `the merged range ${range} overlaps another and was ignored`
        : `the merged range “${range}” is not valid and was ignored`,
    cure: lookAtCell,
  }),
};

const otherKinds = {
  pdf: { vi: "tệp PDF", en: "a PDF" },
  picture: { vi: "ảnh", en: "a picture" },
  document: { vi: "văn bản Word", en: "a text document" },
  presentation: { vi: "bản trình chiếu", en: "a presentation" },
  archive: { vi: "tệp nén", en: "an archive" },
};

const valueTypes: Readonly<Record<string, { vi: string; en: string }>> = {
  number: { vi: "số", en: "number" },
  boolean: { vi: "giá trị đúng/sai", en: "boolean" },
  date: { vi: "ngày", en: "date" },
};
