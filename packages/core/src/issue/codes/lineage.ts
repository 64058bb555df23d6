import { defineIssue } from "../definition.ts";

/** Problems in what is said about units through time: mergers, splits, renamings. */
export const lineageIssues = {
  lineage_not_json: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `tệp sự kiện không đọc được theo định dạng JSON: ${message}`,
    en: ({ message }) => `the lineage is not valid JSON: ${message}`,
    cure: {
      vi: "Sửa tệp, hoặc dùng dạng bảng CSV.",
      en: "Mend the file, or use a CSV table instead.",
    },
  }),
  lineage_value_invalid: defineIssue<{ column: string; message: string }>({
    severity: "error",
    vi: ({ column, message }) => `giá trị “${message}” ở “${column}” không hợp lệ`,
    en: ({ column, message }) => `“${message}” is not valid in “${column}”`,
    cure: {
      vi: "Ghi theo hướng dẫn về sự kiện thay đổi đơn vị.",
      en: "Write it as the guide to lineage files says.",
    },
  }),
  lineage_unit_unknown: defineIssue<{ unit: string; kind: string; on: string }>({
    severity: "error",
    vi: ({ unit, kind, on }) => `sự kiện “${kind}” ngày ${on} nêu đơn vị “${unit}” không có trong danh mục`,
    en: ({ unit, kind, on }) => `the event “${kind}” on ${on} names “${unit}”, which is not in the directory`,
    cure: {
      vi: "Thêm đơn vị vào danh mục (kể cả đơn vị đã thôi tồn tại), hoặc sửa mã.",
      en: "Add the unit to the directory, past units too, or mend the id.",
    },
  }),
  lineage_shape_wrong: defineIssue<{ kind: string; on: string; from: number; to: number }>({
    severity: "error",
    vi: ({ kind, on, from, to }) =>
      `sự kiện “${kind}” ngày ${on} không thể có ${from} đơn vị trước và ${to} đơn vị sau`,
    en: ({ kind, on, from, to }) =>
      `an event “${kind}” (${on}) cannot have ${from} units before and ${to} after`,
    cure: {
      vi: "Ghi lại đơn vị trước và sau, hoặc chọn loại sự kiện khác; nhiều đơn vị thành nhiều đơn vị thì tách thành nhiều sự kiện.",
      en: "Mend the units or the kind; write many-to-many changes as several events.",
    },
  }),
  lineage_basis_missing: defineIssue<{ kind: string; on: string }>({
    severity: "warning",
    vi: ({ kind, on }) => `sự kiện “${kind}” ngày ${on} chưa ghi căn cứ pháp lý`,
    en: ({ kind, on }) => `the event “${kind}” on ${on} names no legal basis`,
    cure: {
      vi: "Ghi số, ký hiệu văn bản, ví dụ 1196/NQ-UBTVQH15.",
      en: "Name the document, such as 1196/NQ-UBTVQH15.",
    },
  }),
  lineage_shares_wrong: defineIssue<{ unit: string; on: string; sum: number }>({
    severity: "error",
    vi: ({ unit, on, sum }) => `tỷ lệ chia của “${unit}” ngày ${on} cộng lại bằng ${sum}, không bằng 1`,
    en: ({ unit, on, sum }) => `the shares of “${unit}” split on ${on} add up to ${sum}, not to 1`,
    cure: {
      vi: "Ghi đủ tỷ lệ cho mọi đơn vị sau khi chia, hoặc để trống tất cả nếu không văn bản nào nêu.",
      en: "Declare a share for every unit after the split, or for none when no document does.",
    },
  }),
  lineage_shares_ambiguous: defineIssue<{ kind: string; on: string }>({
    severity: "error",
    vi: ({ kind, on }) =>
      `sự kiện “${kind}” ngày ${on} có tỷ lệ nhưng không phải một đơn vị chia thành nhiều đơn vị`,
    en: ({ kind, on }) => `the event “${kind}” on ${on} has shares but is not one unit split into several`,
    cure: {
      vi: "Chỉ ghi tỷ lệ cho sự kiện chia một đơn vị.",
      en: "Write shares only where one unit is split.",
    },
  }),
  lineage_life_conflict: defineIssue<{ unit: string; declared: string; lineage: string }>({
    severity: "error",
    vi: ({ unit, declared, lineage }) =>
      `thời gian tồn tại của “${unit}” trong danh mục (${declared}) khác với sự kiện (${lineage})`,
    en: ({ unit, declared, lineage }) =>
      `the directory says “${unit}” exists ${declared}, the lineage says ${lineage}`,
    cure: {
      vi: "Sửa ngày hiệu lực trong danh mục hoặc ngày của sự kiện.",
      en: "Mend the days in the directory or in the event.",
    },
  }),
  lineage_chain_on_one_day: defineIssue<{ unit: string; on: string }>({
    severity: "error",
    vi: ({ unit, on }) => `“${unit}” vừa hình thành vừa chấm dứt trong ngày ${on}`,
    en: ({ unit, on }) => `“${unit}” begins and ends on ${on}`,
    cure: {
      vi: "Ghi thẳng từ đơn vị đầu đến đơn vị cuối trong một sự kiện.",
      en: "Write one event from the first units to the last.",
    },
  }),
  lineage_successor_unknown: defineIssue<{ unit: string; to: string }>({
    severity: "info",
    vi: ({ unit, to }) => `“${unit}” chấm dứt sau ngày ${to} và danh mục không cho biết đơn vị kế thừa`,
    en: ({ unit, to }) => `“${unit}” ends after ${to} and nothing says what became of it`,
    cure: {
      vi: "Nếu biết, ghi sự kiện sáp nhập, chia tách hoặc giải thể; nếu không, số liệu của đơn vị được để riêng.",
      en: "Record what became of it if you know; otherwise its figures are kept apart.",
    },
  }),
};
