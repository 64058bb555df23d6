import { defineIssue } from "../definition.ts";

/** Problems with Google Sheets: links, access, and what editing did to rows and columns. */
export const sheetsIssues = {
  sheets_link_not_understood: defineIssue({
    severity: "error",
    vi: () => "đường dẫn không phải là một bảng tính Google",
    en: () => "the link is not a Google spreadsheet",
    cure: {
      vi: "Mở bảng tính rồi dán lại đường dẫn lấy từ thanh địa chỉ của trình duyệt.",
      en: "Paste the link from the address bar with the spreadsheet open.",
    },
  }),
  sheets_link_published: defineIssue({
    severity: "error",
    vi: () => "đường dẫn là bản công bố trên web (/d/e/…), không cho biết bảng tính gốc",
    en: () => "the link is a published copy (/d/e/…), which does not tell the spreadsheet it comes from",
    cure: {
      vi: "Đề nghị chủ bảng tính gửi đường dẫn chia sẻ (nút “Chia sẻ” → “Sao chép đường liên kết”).",
      en: "Ask the owner for the sharing link (Share → Copy link).",
    },
  }),
  sheets_link_workbook_file: defineIssue({
    severity: "error",
    vi: () => "đường dẫn là tệp Excel lưu trên Google Drive, không phải bảng tính Google",
    en: () => "the link is an Excel file kept in Google Drive, not a Google spreadsheet",
    cure: {
      vi: "Mở tệp, chọn Tệp → Lưu dưới dạng Google Trang tính rồi dùng đường dẫn mới; hoặc tải tệp về và nộp như tệp .xlsx.",
      en: "Open it and choose File → Save as Google Sheets, then use the new link; or download it and hand it in as an .xlsx file.",
    },
  }),
  sheets_link_other_kind: defineIssue<{ kind: "document" | "form" | "presentation" | "folder" | "short" }>({
    severity: "error",
    vi: ({ kind }) =>
      ({
        document: "đường dẫn là một tài liệu Google, không phải bảng tính",
        form: "đường dẫn là một biểu mẫu Google, không phải bảng tính",
        presentation: "đường dẫn là một bản trình chiếu Google, không phải bảng tính",
        folder: "đường dẫn là một thư mục Google Drive, không phải bảng tính",
        short: "đường dẫn là đường dẫn rút gọn, không cho biết nơi đến",
      })[kind],
    en: ({ kind }) =>
      ({
        document: "the link is a Google document, not a spreadsheet",
        form: "the link is a Google form, not a spreadsheet",
        presentation: "the link is a Google presentation, not a spreadsheet",
        folder: "the link is a Google Drive folder, not a spreadsheet",
        short: "the link is a shortened one, which does not tell where it leads",
      })[kind],
    cure: {
      vi: "Mở đúng bảng tính rồi dán đường dẫn đầy đủ lấy từ thanh địa chỉ của trình duyệt.",
      en: "Open the spreadsheet itself and paste the whole link from the address bar.",
    },
  }),
  sheets_sign_in_needed: defineIssue({
    severity: "error",
    vi: () => "bảng tính không mở công khai: Google yêu cầu đăng nhập",
    en: () => "the spreadsheet is not public: Google asks to sign in",
    cure: {
      vi: "Chia sẻ bảng tính cho tài khoản dùng để thu báo cáo, hoặc tải bảng tính về dạng .xlsx và nộp tệp.",
      en: "Share it with the account that collects the reports, or download it as .xlsx and hand in the file.",
    },
  }),
  sheets_access_denied: defineIssue({
    severity: "error",
    vi: () => "tài khoản đang dùng không được mở hoặc không được sửa bảng tính này",
    en: () => "the account may not open, or not change, this spreadsheet",
    cure: {
      vi: "Mở bảng tính, chọn Chia sẻ và thêm tài khoản thu báo cáo (với tài khoản dịch vụ: địa chỉ client_email trong tệp khóa) với quyền Người chỉnh sửa.",
      en: "Open the spreadsheet, choose Share, and add the account that collects the reports as an editor (of a service account: client_email in its key file).",
    },
  }),
  sheets_account_refused: defineIssue({
    severity: "error",
    vi: () => "Google không chấp nhận tài khoản đang dùng: khóa hoặc mã truy cập sai hay đã hết hạn",
    en: () => "Google does not take the account: its key or token is wrong or has expired",
    cure: {
      vi: "Lấy mã truy cập mới, hoặc tạo lại tệp khóa của tài khoản dịch vụ và kiểm tra giờ của máy.",
      en: "Get a new token, or make the service account's key file anew and check the machine's clock.",
    },
  }),
  sheets_quota_exceeded: defineIssue({
    severity: "error",
    vi: () => "Google tạm từ chối vì đã vượt hạn mức số lần gọi",
    en: () => "Google refuses for the moment: the quota of requests is used up",
    cure: {
      vi: "Chờ vài phút rồi chạy lại lệnh; những gì đã làm không bị làm lại.",
      en: "Wait some minutes and run the command again; what was done is not done twice.",
    },
  }),
  sheets_unreachable: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `không kết nối được với Google Trang tính (${message})`,
    en: ({ message }) => `Google Sheets cannot be reached (${message})`,
    cure: {
      vi: "Kiểm tra mạng rồi chạy lại lệnh; những gì đã làm không bị làm lại.",
      en: "Check the network and run the command again; what was done is not done twice.",
    },
  }),
  sheets_change_refused: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `Google không nhận thay đổi, chưa có gì được ghi: ${message}`,
    en: ({ message }) => `Google refused the change, and nothing of it was written: ${message}`,
    cure: {
      vi: "Nếu là vùng được bảo vệ: chủ bảng tính thêm tài khoản thu báo cáo vào danh sách được sửa (Dữ liệu → Trang tính và dải ô được bảo vệ).",
      en: "If it is a protected range: its owner adds the collecting account to those who may edit it (Data → Protect sheets and ranges).",
    },
  }),
  sheets_not_found: defineIssue({
    severity: "error",
    vi: () => "không có bảng tính ở đường dẫn này: đã bị xóa hoặc đường dẫn sai",
    en: () => "there is no spreadsheet at this link: it was deleted, or the link is wrong",
    cure: {
      vi: "Kiểm tra lại đường dẫn với người gửi.",
      en: "Check the link with whoever sent it.",
    },
  }),
  sheets_export_unreadable: defineIssue<{ contentType: string }>({
    severity: "error",
    vi: ({ contentType }) =>
      `Google trả về “${contentType || "không rõ loại"}” thay vì một tệp bảng tính .xlsx`,
    en: ({ contentType }) => `Google answered with “${contentType || "no type"}” instead of an .xlsx file`,
    cure: {
      vi: "Thử lại sau; nếu vẫn vậy, tải bảng tính về dạng .xlsx và nộp tệp.",
      en: "Try again later; if it stays so, download the spreadsheet as .xlsx and hand in the file.",
    },
  }),
  sheets_export_too_large: defineIssue<{ limitMegabytes: number }>({
    severity: "error",
    vi: ({ limitMegabytes }) => `tệp tải về lớn hơn ${limitMegabytes} MB`,
    en: ({ limitMegabytes }) => `the download is larger than ${limitMegabytes} MB`,
    cure: {
      vi: "Xóa ảnh và dữ liệu không thuộc báo cáo khỏi bảng tính rồi thử lại.",
      en: "Take pictures and data that are not part of the report out of the spreadsheet and try again.",
    },
  }),
  sheets_row_missing: defineIssue<{ unit: string }>({
    severity: "warning",
    vi: ({ unit }) => `dòng của đơn vị “${unit}” không còn trong bảng`,
    en: ({ unit }) => `the row of “${unit}” is no longer in the table`,
    cure: {
      vi: "Chạy lại lệnh tạo bảng để thêm dòng, hoặc khôi phục từ Tệp → Nhật ký phiên bản.",
      en: "Run the plan again to add the row, or restore it from File → Version history.",
    },
  }),
  sheets_row_conflict: defineIssue<{ found: readonly string[] }>({
    severity: "error",
    vi: ({ found }) => `dòng mang dấu hiệu của nhiều đơn vị: ${found.map((one) => `“${one}”`).join(", ")}`,
    en: ({ found }) => `the row bears marks of several units: ${found.map((one) => `“${one}”`).join(", ")}`,
    cure: {
      vi: "Sửa tên đơn vị (và mã ở cột ẩn đầu bảng) cho đúng với số liệu của dòng.",
      en: "Mend the unit's name (and the id in the hidden first column) to match the figures of the row.",
    },
  }),
  sheets_row_identity_lost: defineIssue<{ unit: string }>({
    severity: "error",
    vi: ({ unit }) =>
      `dòng đã mất một phần dấu nhận biết (tên hoặc mã ẩn của đơn vị); có thể là dòng của “${unit}” nhưng chưa đủ chắc chắn để ghi nhận`,
    en: ({ unit }) =>
      `the row has lost some of its marks (the unit's name or hidden id); it may be the row of “${unit}”, but that is not sure enough to be recorded`,
    cure: {
      vi: "Hiện các cột ẩn, điền lại tên và mã đơn vị cho đúng với số liệu của dòng.",
      en: "Show the hidden columns and put the unit's name and id back, to match the figures of the row.",
    },
  }),
  sheets_row_added: defineIssue<{ unit: string }>({
    severity: "query",
    vi: ({ unit }) => `dòng của “${unit}” được thêm bằng tay, chỉ nhận biết được theo tên đơn vị`,
    en: ({ unit }) => `the row of “${unit}” was added by hand and is known by the unit's name alone`,
    cure: {
      vi: "Đối chiếu số liệu của dòng với đơn vị, rồi chạy lại lệnh tạo bảng để gắn mã cho dòng.",
      en: "Check the row's figures with the unit, then run the plan again to give the row its marks.",
    },
  }),
  sheets_row_duplicated: defineIssue<{ unit: string; rows: readonly number[] }>({
    severity: "error",
    vi: ({ unit, rows }) => `đơn vị “${unit}” có nhiều dòng khác nhau: dòng ${rows.join(", ")}`,
    en: ({ unit, rows }) => `“${unit}” has several rows that differ: rows ${rows.join(", ")}`,
    cure: {
      vi: "Giữ lại một dòng đúng, xóa các dòng còn lại.",
      en: "Keep the right row and delete the others.",
    },
  }),
  sheets_row_renamed: defineIssue<{ unit: string; text: string }>({
    severity: "warning",
    vi: ({ unit, text }) => `tên đơn vị đã bị sửa thành “${text}”; dòng vẫn được đọc là của “${unit}”`,
    en: ({ unit, text }) =>
      `the unit's name was changed to “${text}”; the row is still read as that of “${unit}”`,
    cure: {
      vi: "Sửa lại tên đơn vị như ban đầu.",
      en: "Put the unit's name back as it was.",
    },
  }),
  sheets_row_cleared: defineIssue<{ unit: string }>({
    severity: "query",
    vi: ({ unit }) => `số liệu đã ghi nhận của “${unit}” bị xóa khỏi bảng; báo cáo đã nhận vẫn được tính`,
    en: ({ unit }) =>
      `the figures of “${unit}” were taken out of the sheet; the report that came still counts`,
    cure: {
      vi: "Hỏi lại đơn vị; nếu xóa nhầm thì khôi phục từ Tệp → Nhật ký phiên bản.",
      en: "Ask the unit; after a slip restore it from File → Version history.",
    },
  }),
  sheets_column_missing: defineIssue<{ label: string }>({
    severity: "error",
    vi: ({ label }) => `cột “${label}” không còn trong bảng`,
    en: ({ label }) => `the column “${label}” is no longer in the table`,
    cure: {
      vi: "Khôi phục cột từ Tệp → Nhật ký phiên bản, hoặc chạy lại lệnh tạo bảng để thêm cột trống.",
      en: "Restore the column from File → Version history, or run the plan again to add it empty.",
    },
  }),
  sheets_column_conflict: defineIssue<{ found: readonly string[] }>({
    severity: "error",
    vi: ({ found }) => `cột mang dấu hiệu của nhiều chỉ tiêu: ${found.map((one) => `“${one}”`).join(", ")}`,
    en: ({ found }) =>
      `the column bears marks of several fields: ${found.map((one) => `“${one}”`).join(", ")}`,
    cure: {
      vi: "Sửa tiêu đề cột (và mã ở dòng ẩn đầu bảng) cho đúng với số liệu của cột.",
      en: "Mend the heading (and the id in the hidden first row) to match the figures of the column.",
    },
  }),
  sheets_column_duplicated: defineIssue<{ label: string; columns: readonly string[] }>({
    severity: "error",
    vi: ({ label, columns }) => `chỉ tiêu “${label}” có ở nhiều cột: ${columns.join(", ")}`,
    en: ({ label, columns }) => `“${label}” stands in several columns: ${columns.join(", ")}`,
    cure: {
      vi: "Giữ lại một cột đúng, xóa các cột còn lại.",
      en: "Keep the right column and delete the others.",
    },
  }),
  sheets_column_renamed: defineIssue<{ label: string; text: string }>({
    severity: "info",
    vi: ({ label, text }) => `tiêu đề cột đã bị sửa thành “${text}”; cột vẫn được đọc là “${label}”`,
    en: ({ label, text }) => `the heading was changed to “${text}”; the column is still read as “${label}”`,
    cure: {
      vi: "Không cần làm gì; có thể chạy lại lệnh tạo bảng để đặt lại tiêu đề.",
      en: "Nothing is needed; running the plan again puts the heading back.",
    },
  }),
  sheets_tab_missing: defineIssue<{ name: string }>({
    severity: "error",
    vi: ({ name }) => `trang “${name}” của chiến dịch không còn trong bảng tính`,
    en: ({ name }) => `the campaign's sheet “${name}” is no longer in the spreadsheet`,
    cure: {
      vi: "Khôi phục từ Tệp → Nhật ký phiên bản, hoặc chạy lại lệnh tạo bảng.",
      en: "Restore it from File → Version history, or run the plan again.",
    },
  }),
  sheets_other_campaign: defineIssue<{ found: string; expected: string }>({
    severity: "error",
    vi: ({ found, expected }) => `bảng tính thuộc chiến dịch “${found}”, không phải “${expected}”`,
    en: ({ found, expected }) => `the spreadsheet belongs to the campaign “${found}”, not to “${expected}”`,
    cure: {
      vi: "Kiểm tra lại đường dẫn bảng tính của chiến dịch.",
      en: "Check the link of the campaign's spreadsheet.",
    },
  }),
  sheets_editor_unknown: defineIssue<{ unit: string }>({
    severity: "warning",
    vi: ({ unit }) =>
      `chưa có tài khoản nào được giao riêng dòng của “${unit}”; ai sửa được bảng cũng sửa được dòng này sau một cảnh báo`,
    en: ({ unit }) =>
      `no account has the row of “${unit}” to itself: whoever may edit the sheet may edit it, after a warning`,
    cure: {
      vi: "Bổ sung tài khoản Google của đơn vị rồi chạy lại lệnh tạo bảng.",
      en: "Add the unit's Google account and run the plan again.",
    },
  }),
  sheets_too_many_cells: defineIssue<{ cells: number; limit: number }>({
    severity: "error",
    vi: ({ cells, limit }) => `bảng cần ${cells} ô, Google cho tối đa ${limit} ô`,
    en: ({ cells, limit }) => `the spreadsheet would need ${cells} cells; Google allows ${limit}`,
    cure: {
      vi: "Chia các đơn vị ra nhiều bảng tính.",
      en: "Spread the units over several spreadsheets.",
    },
  }),
  sheets_values_swapped: defineIssue<{ column: string; rows: readonly number[] }>({
    severity: "query",
    vi: ({ column, rows }) =>
      `số liệu cột “${column}” đổi chỗ giữa các dòng ${rows.join(", ")}: có thể chỉ sắp xếp một phần bảng`,
    en: ({ column, rows }) =>
      `the values of “${column}” changed places among rows ${rows.join(", ")}: perhaps only part of the table was sorted`,
    cure: {
      vi: "Đối chiếu với Tệp → Nhật ký phiên bản; nếu đúng là sắp xếp nhầm thì khôi phục.",
      en: "Compare with File → Version history and restore if it was a slip.",
    },
  }),
  sheets_change_spans_deadline: defineIssue<{ unit: string; after: string; by: string; deadline: string }>({
    severity: "query",
    vi: ({ unit, after, by, deadline }) =>
      `số liệu của “${unit}” thay đổi trong khoảng từ ${after} đến ${by}, thời hạn ${deadline} nằm ở giữa: chưa rõ đúng hạn hay trễ hạn`,
    en: ({ unit, after, by, deadline }) =>
      `the figures of “${unit}” changed between ${after} and ${by}, with the deadline ${deadline} in between: on time or late is not known`,
    cure: {
      vi: "Xem Tệp → Nhật ký phiên bản để biết giờ sửa, rồi ghi nhận kèm lý do.",
      en: "Look in File → Version history for the time of the edit and record it with the reason.",
    },
  }),
  sheets_status_column_missing: defineIssue<{ label: string }>({
    severity: "warning",
    vi: ({ label }) => `cột “${label}” không còn trong bảng nên chưa ghi phản hồi cho các đơn vị`,
    en: ({ label }) =>
      `the column “${label}” is no longer in the table, so nothing was written back to the units`,
    cure: {
      vi: "Chạy lại lệnh tạo bảng để thêm lại cột, rồi ghi lại.",
      en: "Run the plan again to add the column, then write again.",
    },
  }),
};
