import { defineIssue } from "../definition.ts";

const restore = {
  vi: "Giữ nguyên tệp để kiểm tra, khôi phục sổ ghi từ bản sao lưu gần nhất rồi kiểm tra lại.",
  en: "Keep the file as it is for inspection, restore the ledger from the latest backup and verify it again.",
};

/** Problems in a ledger: broken chains, changed content, checkpoints that do not fit. */
export const ledgerIssues = {
  ledger_chain_broken: defineIssue<{ position: number }>({
    severity: "error",
    vi: ({ position }) => `chuỗi băm của sổ ghi bị đứt tại mục ${position}`,
    en: ({ position }) => `the ledger's hash chain is broken at entry ${position}`,
    cure: restore,
  }),
  ledger_content_changed: defineIssue<{ position: number }>({
    severity: "error",
    vi: ({ position }) => `nội dung mục ${position} của sổ ghi đã bị sửa sau khi ghi`,
    en: ({ position }) => `the content of ledger entry ${position} was changed after it was written`,
    cure: restore,
  }),
  ledger_entry_missing: defineIssue<{ position: number }>({
    severity: "error",
    vi: ({ position }) => `sổ ghi thiếu mục ${position}`,
    en: ({ position }) => `ledger entry ${position} is missing`,
    cure: restore,
  }),
  ledger_time_backwards: defineIssue<{ position: number }>({
    severity: "error",
    vi: ({ position }) => `mục ${position} của sổ ghi có thời điểm ghi trước mục liền trước`,
    en: ({ position }) => `ledger entry ${position} was recorded before the one before it`,
    cure: restore,
  }),
  ledger_cut_short: defineIssue<{ position: number; signed: number }>({
    severity: "error",
    vi: ({ position, signed }) => `sổ ghi bị cắt mất phần cuối từ mục ${position}; mốc đã ký ở mục ${signed}`,
    en: ({ position, signed }) => `the ledger is cut off from entry ${position}; entry ${signed} was signed`,
    cure: restore,
  }),
  ledger_checkpoint_differs: defineIssue<{ position: number }>({
    severity: "error",
    vi: ({ position }) => `sổ ghi không khớp với mốc đã ký tại mục ${position}`,
    en: ({ position }) => `the ledger differs from the checkpoint signed at entry ${position}`,
    cure: restore,
  }),
  ledger_checkpoint_invalid: defineIssue<{ position: number }>({
    severity: "error",
    vi: ({ position }) => `mốc tại mục ${position} không có chữ ký hợp lệ cho sổ ghi này`,
    en: ({ position }) => `the checkpoint at entry ${position} has no valid signature for this ledger`,
    cure: {
      vi: "Kiểm tra khóa công khai và nguồn của mốc đã ký.",
      en: "Check the public key and where the checkpoint comes from.",
    },
  }),
};
