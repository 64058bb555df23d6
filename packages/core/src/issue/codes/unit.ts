import { defineIssue } from "../definition.ts";

/** Problems in the unit directory, and in names people type. */
export const unitIssues = {
  unit_table_empty: defineIssue({
    severity: "error",
    vi: () => "danh mục không có dòng tiêu đề",
    en: () => "the list has no row of headings",
    cure: {
      vi: "Đặt tiêu đề các cột ở dòng đầu, ít nhất có id và name.",
      en: "Put the headings into the first row, at least id and name.",
    },
  }),
  unit_table_malformed: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `tệp không đọc được thành bảng: ${message}`,
    en: ({ message }) => `the file cannot be read as a table: ${message}`,
    cure: {
      vi: "Kiểm tra dấu ngoặc kép ở dòng được chỉ ra; nên lưu lại tệp từ Excel dạng CSV UTF-8.",
      en: "Look at the quotation marks on the line named, or save the file from Excel again as CSV UTF-8.",
    },
  }),
  unit_column_missing: defineIssue<{ column: string }>({
    severity: "error",
    vi: ({ column }) => `thiếu cột “${column}”`,
    en: ({ column }) => `the column “${column}” is missing`,
    cure: {
      vi: "Thêm cột này vào danh mục.",
      en: "Add the column to the list.",
    },
  }),
  unit_column_unknown: defineIssue<{ column: string }>({
    severity: "warning",
    vi: ({ column }) => `cột “${column}” không có trong mẫu của tệp này, nội dung không được đọc`,
    en: ({ column }) => `the column “${column}” is not known here; its content is not read`,
    cure: {
      vi: "Xóa cột, hoặc đổi tiêu đề theo hướng dẫn tại docs/units.md.",
      en: "Delete the column, or name it as docs/units.md does.",
    },
  }),
  unit_column_duplicate: defineIssue<{ column: string }>({
    severity: "error",
    vi: ({ column }) => `cột “${column}” xuất hiện hai lần`,
    en: ({ column }) => `the column “${column}” is there twice`,
    cure: {
      vi: "Gộp hai cột thành một.",
      en: "Make one column of the two.",
    },
  }),
  unit_row_too_long: defineIssue<{ cells: number; columns: number }>({
    severity: "error",
    vi: ({ cells, columns }) => `dòng có ${cells} ô nhưng bảng chỉ có ${columns} cột`,
    en: ({ cells, columns }) => `the row has ${cells} cells, the table only ${columns} columns`,
    cure: {
      vi: "Đặt nội dung có dấu phân cách trong ngoặc kép, hoặc xóa ô thừa.",
      en: "Put quotation marks around text with separators in it, or delete the cells too many.",
    },
  }),
  unit_value_missing: defineIssue<{ column: string }>({
    severity: "error",
    vi: ({ column }) => `ô “${column}” bị để trống`,
    en: ({ column }) => `the cell “${column}” is blank`,
    cure: {
      vi: "Điền giá trị; mỗi đơn vị phải có mã (id) và tên đầy đủ (name).",
      en: "Fill it in: each unit needs an id and a full name.",
    },
  }),
  unit_id_invalid: defineIssue<{ id: string }>({
    severity: "error",
    vi: ({ id }) => `mã đơn vị “${id}” không hợp lệ`,
    en: ({ id }) => `“${id}” cannot be a unit id`,
    cure: {
      vi: "Chỉ dùng chữ không dấu, chữ số, dấu chấm, gạch nối và gạch dưới, không có khoảng trắng.",
      en: "Use plain letters, digits, dots, hyphens and underscores, without spaces.",
    },
  }),
  unit_id_duplicate: defineIssue<{ id: string; line?: number | undefined }>({
    severity: "error",
    vi: ({ id, line }) => `mã đơn vị “${id}” bị trùng${line === undefined ? "" : ` với dòng ${line}`}`,
    en: ({ id, line }) =>
      `the unit id “${id}” is used twice${line === undefined ? "" : `, first on line ${line}`}`,
    cure: {
      vi: "Đặt cho mỗi đơn vị một mã riêng.",
      en: "Give each unit an id of its own.",
    },
  }),
  unit_date_invalid: defineIssue<{ column: string; value: string }>({
    severity: "error",
    vi: ({ column, value }) => `“${value}” ở cột “${column}” không phải là ngày hợp lệ`,
    en: ({ column, value }) => `“${value}” in “${column}” is not a day of the calendar`,
    cure: {
      vi: "Ghi ngày theo dạng 01/11/2024 hoặc 2024-11-01.",
      en: "Write the day as 2024-11-01, or as 01/11/2024 with the day first.",
    },
  }),
  unit_code_invalid: defineIssue<{ column: string; value: string }>({
    severity: "error",
    vi: ({ column, value }) => `“${value}” ở cột “${column}” không phải là một mã`,
    en: ({ column, value }) => `“${value}” in “${column}” is not a code`,
    cure: {
      vi: "Ghi mã liền nhau, kỳ ban hành đứng sau dấu @, ví dụ 22366@2024-10; nhiều mã cách nhau bằng dấu chấm phẩy.",
      en: "Write the code without spaces, its epoch behind @ as in 22366@2024-10; separate several by semicolons.",
    },
  }),
  unit_code_zeros_lost: defineIssue<{ code: string }>({
    severity: "warning",
    vi: ({ code }) => `mã hành chính “${code}” có 4 chữ số, có thể đã mất số 0 ở đầu`,
    en: ({ code }) => `the administrative code “${code}” has 4 digits and may have lost a leading zero`,
    cure: {
      vi: "Định dạng cột mã là Văn bản (Text) trong Excel rồi nhập lại mã đủ 5 chữ số.",
      en: "Format the column as Text in Excel and enter the code again with its 5 digits.",
    },
  }),
  unit_organisation_code_unusual: defineIssue<{ code: string }>({
    severity: "warning",
    vi: ({ code }) => `mã định danh “${code}” không theo dạng H37.02.02 hoặc 000.00.00.H49`,
    en: ({ code }) => `the organisation code “${code}” has neither the form H37.02.02 nor 000.00.00.H49`,
    cure: {
      vi: "Đối chiếu mã định danh với danh mục mã của tỉnh.",
      en: "Compare it with the province’s list of codes.",
    },
  }),
  unit_validity_reversed: defineIssue<{ unit: string; from: string; to: string }>({
    severity: "error",
    vi: ({ unit, from, to }) => `“${unit}” hết hiệu lực (${to}) trước khi có hiệu lực (${from})`,
    en: ({ unit, from, to }) => `“${unit}” ends (${to}) before it begins (${from})`,
    cure: {
      vi: "Sửa một trong hai ngày hiệu lực.",
      en: "Mend one of the two days.",
    },
  }),
  unit_code_duplicate: defineIssue<{
    scheme: string;
    code: string;
    epoch: string | null;
    units: readonly string[];
  }>({
    severity: "error",
    vi: ({ scheme, code, epoch, units }) =>
      `mã “${code}” (${scheme}${epoch === null ? "" : `, kỳ ${epoch}`}) dùng chung cho ${units.length} đơn vị: ${units.join(", ")}`,
    en: ({ scheme, code, epoch, units }) =>
      `the code “${code}” (${scheme}${epoch === null ? "" : `, epoch ${epoch}`}) is given to ${units.length} units: ${units.join(", ")}`,
    cure: {
      vi: "Mỗi mã trong một kỳ chỉ thuộc về một đơn vị; nếu mã được dùng lại, ghi thêm kỳ sau dấu @.",
      en: "Within an epoch a code belongs to one unit; when it was used again, write the epoch behind @.",
    },
  }),
  unit_name_duplicate: defineIssue<{ name: string; units: readonly string[] }>({
    severity: "warning",
    vi: ({ name, units }) =>
      `${units.length} đơn vị cùng tên “${name}” trong cùng thời gian: ${units.join(", ")}`,
    en: ({ name, units }) =>
      `${units.length} units are called “${name}” at the same time: ${units.join(", ")}`,
    cure: {
      vi: "Nếu là một đơn vị nhập hai lần, xóa một dòng; nếu là hai đơn vị, ghi tên đầy đủ để phân biệt.",
      en: "If it is one unit entered twice, delete a row; if they are two, write names that tell them apart.",
    },
  }),
  unit_alias_shared: defineIssue<{ alias: string; units: readonly string[] }>({
    severity: "warning",
    vi: ({ alias, units }) => `tên gọi khác “${alias}” dùng cho ${units.length} đơn vị: ${units.join(", ")}`,
    en: ({ alias, units }) => `the alias “${alias}” is used for ${units.length} units: ${units.join(", ")}`,
    cure: {
      vi: "Bỏ tên gọi này ở đơn vị không dùng nó; tên dùng chung không nhận ra được đơn vị nào.",
      en: "Take it from the unit that does not use it: a shared alias identifies nobody.",
    },
  }),
  unit_parent_unknown: defineIssue<{ unit: string; hierarchy: string; parent: string }>({
    severity: "error",
    vi: ({ unit, hierarchy, parent }) =>
      `đơn vị cấp trên “${parent}” (${hierarchy}) của “${unit}” không có trong danh mục`,
    en: ({ unit, hierarchy, parent }) =>
      `“${parent}”, the parent of “${unit}” (${hierarchy}), is not in the directory`,
    cure: {
      vi: "Sửa mã đơn vị cấp trên, hoặc thêm đơn vị đó vào danh mục.",
      en: "Mend the parent’s id, or add that unit to the directory.",
    },
  }),
  unit_parent_cycle: defineIssue<{ hierarchy: string; units: readonly string[] }>({
    severity: "error",
    vi: ({ hierarchy, units }) =>
      `các đơn vị là cấp trên của nhau thành vòng (${hierarchy}): ${units.join(" → ")}`,
    en: ({ hierarchy, units }) =>
      `units are each other’s parents in a circle (${hierarchy}): ${units.join(" → ")}`,
    cure: {
      vi: "Sửa đơn vị cấp trên của một trong các đơn vị này.",
      en: "Mend the parent of one of these units.",
    },
  }),
  unit_parent_outlived: defineIssue<{ unit: string; hierarchy: string; parent: string; on: string }>({
    severity: "warning",
    vi: ({ unit, hierarchy, parent, on }) =>
      `“${unit}” còn tồn tại ngày ${on} nhưng đơn vị cấp trên “${parent}” (${hierarchy}) thì không`,
    en: ({ unit, hierarchy, parent, on }) =>
      `“${unit}” exists on ${on} but its parent “${parent}” (${hierarchy}) does not`,
    cure: {
      vi: "Ghi sự kiện chuyển đơn vị cấp trên, hoặc sửa ngày hiệu lực.",
      en: "Record the event that moved the unit, or mend the days.",
    },
  }),
  unit_sheet_without_names: defineIssue<{ sheet: string }>({
    severity: "error",
    vi: ({ sheet }) => `trang “${sheet}” không có cột tên đơn vị`,
    en: ({ sheet }) => `the sheet “${sheet}” has no column of unit names`,
    cure: {
      vi: "Đặt tiêu đề “Tên đơn vị” cho cột tên; tiêu đề phải nằm trong 30 dòng đầu.",
      en: "Give the column of names the heading “name”; it must stand within the first 30 rows.",
    },
  }),
  unit_import_ambiguous: defineIssue<{ name: string; units: readonly string[] }>({
    severity: "error",
    vi: ({ name, units }) => `dòng “${name}” ứng với nhiều đơn vị trong danh mục: ${units.join(", ")}`,
    en: ({ name, units }) => `the row “${name}” fits several units of the directory: ${units.join(", ")}`,
    cure: {
      vi: "Điền mã đơn vị (id) vào dòng này.",
      en: "Give the row the unit’s id.",
    },
  }),
  unit_import_twice: defineIssue<{ unit: string; name: string }>({
    severity: "error",
    vi: ({ unit, name }) => `dòng “${name}” trùng với một dòng trước đó của đơn vị “${unit}”`,
    en: ({ unit, name }) => `the row “${name}” is a second row about the unit “${unit}”`,
    cure: {
      vi: "Giữ lại một dòng cho mỗi đơn vị.",
      en: "Keep one row for each unit.",
    },
  }),
  unit_import_ended: defineIssue<{ unit: string; to: string }>({
    severity: "error",
    vi: ({ unit, to }) => `đơn vị “${unit}” đã thôi tồn tại từ sau ngày ${to}`,
    en: ({ unit, to }) => `the unit “${unit}” has not existed since ${to}`,
    cure: {
      vi: "Bỏ dòng này, hoặc ghi mã của đơn vị kế thừa.",
      en: "Take the row out, or give the id of the successor.",
    },
  }),
  unit_import_id_ignored: defineIssue<{ id: string; unit: string }>({
    severity: "warning",
    vi: ({ id, unit }) => `dòng ghi mã “${id}” nhưng ứng với đơn vị “${unit}”; mã đơn vị không thay đổi`,
    en: ({ id, unit }) => `the row says “${id}” but fits the unit “${unit}”; an id never changes`,
    cure: {
      vi: "Nếu đúng là đơn vị đó, ghi lại mã trong danh sách; nếu là đơn vị khác, đổi tên để phân biệt.",
      en: "If it is that unit, mend the id in the list; if it is another, give it a name that tells them apart.",
    },
  }),
  unit_import_row_left_out: defineIssue<{ text: string }>({
    severity: "info",
    vi: ({ text }) => `dòng “${text}” là dòng nhóm hoặc dòng cộng, không phải đơn vị`,
    en: ({ text }) => `the row “${text}” heads a group or adds up; it is no unit`,
    cure: {
      vi: "Nếu đó là một đơn vị, điền thêm một ô khác của dòng, ví dụ mã hoặc nhóm.",
      en: "If it is a unit, fill in another cell of the row, such as its id or group.",
    },
  }),
  decision_column_missing: defineIssue<{ column: string }>({
    severity: "error",
    vi: ({ column }) => `tệp quyết định về tên đơn vị thiếu cột “${column}”`,
    en: ({ column }) => `the decisions on names lack the column “${column}”`,
    cure: {
      vi: "Dòng đầu phải có các cột text, unit, who, why, date.",
      en: "The first row needs the columns text, unit, who, why, date.",
    },
  }),
  decision_value_missing: defineIssue<{ column: string }>({
    severity: "error",
    vi: ({ column }) => `quyết định về tên đơn vị để trống ô “${column}”`,
    en: ({ column }) => `a decision on a name leaves the cell “${column}” blank`,
    cure: {
      vi: "Ghi rõ chữ đã nhập, người quyết định và ngày; cột unit để trống nghĩa là không phải đơn vị nào.",
      en: "State the text, who decided and when; a blank unit means that the text is no unit.",
    },
  }),
  decision_date_invalid: defineIssue<{ text: string }>({
    severity: "error",
    vi: ({ text }) => `“${text}” không phải là ngày`,
    en: ({ text }) => `“${text}” is no date`,
    cure: {
      vi: "Ghi ngày theo dạng 2024-11-08 hoặc 08/11/2024.",
      en: "Write the date as 2024-11-08 or 08/11/2024.",
    },
  }),
  decision_unit_unknown: defineIssue<{ text: string; unit: string }>({
    severity: "warning",
    vi: ({ text, unit }) =>
      `quyết định cho “${text}” dẫn đến đơn vị “${unit}” không có trong danh mục, nên không được áp dụng`,
    en: ({ text, unit }) =>
      `the decision on “${text}” names the unit “${unit}”, which is not in the list, and has no effect`,
    cure: {
      vi: "Sửa mã đơn vị, hoặc bỏ qua nếu quyết định thuộc chiến dịch khác.",
      en: "Correct the unit id, or leave it when the decision belongs to another campaign.",
    },
  }),
};
