import type { ObligationState } from "@chiendich/core";

/** How each state is shown: a sign besides the colour, for those who do not see colours, and in print. */
export const stateWords: Readonly<Record<ObligationState, { vi: string; en: string; sign: string }>> = {
  onTime: { vi: "đúng hạn", en: "on time", sign: "✓" },
  extended: { vi: "đúng hạn (gia hạn)", en: "on time (extended)", sign: "✓" },
  nil: { vi: "không phát sinh", en: "nil report", sign: "0" },
  late: { vi: "trễ hạn", en: "late", sign: "!" },
  queried: { vi: "chờ giải trình", en: "queried", sign: "?" },
  returned: { vi: "đã trả lại", en: "returned", sign: "↩" },
  awaited: { vi: "chưa đến hạn", en: "awaited", sign: "…" },
  missing: { vi: "chưa báo cáo", en: "missing", sign: "✗" },
  waived: { vi: "được miễn", en: "waived", sign: "–" },
};

/** In the order in which they are counted and drawn. */
export const stateOrder = Object.keys(stateWords) as readonly ObligationState[];
