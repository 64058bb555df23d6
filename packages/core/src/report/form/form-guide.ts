import type { CellStyle, RowDescription, SheetDescription } from "../../sheet/sheet-sink.ts";
import { guideOf } from "./form-validation.ts";
import type { FormSection } from "./form-sections.ts";

export const guideSheetName = "Hướng dẫn";

const general = [
  "Mỗi đơn vị dùng đúng tệp biểu mẫu được gửi cho đơn vị mình; tệp có thông tin nhận dạng ẩn nên có thể đổi tên tệp khi gửi.",
  "Chỉ nhập vào các ô có màu nền (ô bắt buộc còn trống có màu đậm hơn). Không thêm, xóa, đổi tên, ẩn dòng hoặc cột.",
  "Số liệu ghi bằng chữ số, không kèm đơn vị tính. Dấu chấm phân cách hàng nghìn, dấu phẩy phân cách phần thập phân: 1.234,5.",
  "Bốn trường hợp khác nhau: có theo dõi nhưng bằng không thì ghi 0; không phát sinh thì ghi KPS; không thuộc diện thực hiện thì ghi KAD; chưa có số liệu thì để trống.",
  "Nếu cả kỳ không phát sinh nội dung nào, chọn “Có” ở dòng “Báo cáo không phát sinh” và để trống phần số liệu.",
  "Ngày tháng ghi theo dạng ngày/tháng/năm, ví dụ 09/11/2024.",
  "Số liệu khác thường (ô chuyển màu đỏ) cần kiểm tra lại; nếu đúng, ghi lý do vào cột Ghi chú.",
  "Gửi lại sau khi đã gửi: chọn hình thức “Đính chính”, “Bổ sung” hoặc “Thay thế”.",
];

/** The sheet that explains the form: general rules, then each field that needs a word. */
export function formGuide(sections: readonly FormSection[]): SheetDescription {
  const wrap: CellStyle = { wrap: true, valign: "top" };
  const framed: CellStyle = { ...wrap, border: true };
  const heading: CellStyle = { bold: true, border: true, align: "center", fill: "DDE7F3" };
  const fields = sections.flatMap(({ rows }) => rows).filter(({ part }) => part !== "denominator");
  const rows: RowDescription[] = [
    { cells: [{ value: "HƯỚNG DẪN GHI BIỂU MẪU", style: { bold: true, size: 14, align: "center" } }] },
    ...general.map((text, index) => ({
      height: text.length > 110 ? 32 : 17,
      cells: [{ value: `${index + 1}. ${text}`, style: wrap }],
    })),
    { cells: [] },
    { cells: ["STT", "Chỉ tiêu", "Cách ghi"].map((value) => ({ value, style: heading })) },
    ...fields.map(({ field, number }) => {
      const text = guideOf(field);
      return {
        height: Math.max(18, 15 * Math.ceil(Math.max(field.label.vi.length / 42, text.length / 64))),
        cells: [
          { value: number, style: { ...framed, align: "center" as const, format: "@" } },
          { value: field.label.vi, style: framed },
          { value: text, style: framed },
        ],
      };
    }),
  ];
  return {
    name: guideSheetName,
    columns: [{ width: 6 }, { width: 40 }, { width: 60 }],
    rows,
    merges: [...general.keys(), general.length].map((row) => ({
      from: { row, column: 0 },
      to: { row, column: 2 },
    })),
    protection: {},
    print: { orientation: "portrait", fitToWidth: true },
  };
}
