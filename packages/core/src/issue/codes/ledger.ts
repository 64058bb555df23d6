import { defineIssue } from "../definition.ts";

/** Problems in a ledger: broken chains, foreign files. */
export const ledgerIssues = {
  ledger_chain_broken: defineIssue({
    severity: "error",
    vi: () => "chuỗi băm của sổ ghi bị đứt",
    en: () => "the ledger's hash chain is broken",
    cure: {
      vi: "Khôi phục sổ ghi từ bản sao lưu gần nhất và kiểm tra lại.",
      en: "Restore the ledger from the latest backup and verify it again.",
    },
  }),
};
