import type { ValueRule } from "./value-rule.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";

/** What a word or sign in place of a value says about it. */
export type AnswerMark = { readonly state: "missing" | "nil" | "notApplicable"; readonly rule: ValueRule };

const nil = [
  "khong", // with the mark written or not
  "khong co",
  "khong phat sinh",
  "ko phat sinh",
  "k phat sinh",
  "chua phat sinh",
  "ko",
  "ko co",
  "kps",
  "k.p.s",
  "nil",
];
const notApplicable = [
  "khong ap dung",
  "ko ap dung",
  "khong thuoc dien",
  "khong thuoc doi tuong",
  "kad",
  "n/a",
  "na",
  "not applicable",
];
const unknown = [
  "chua co so lieu",
  "chua co",
  "chua thong ke",
  "chua thong ke duoc",
  "chua tong hop",
  "...",
  "…",
  "?",
];

/**
 * Four different things: blank is missing, 0 is a value, “không phát sinh” is nil, and a dash is
 * “không áp dụng” (the state the product's requirements give it; a schema that means something else
 * by a dash asks its units to write words).
 */
const marks = new Map<string, AnswerMark>([
  ...nil.map((word) => [word, { state: "nil", rule: "nil-word" }] as const),
  ...notApplicable.map((word) => [word, { state: "notApplicable", rule: "not-applicable-word" }] as const),
  ...unknown.map((word) => [word, { state: "missing", rule: "not-known-word" }] as const),
  ...["-", "–", "—", "−", "--", "---"].map(
    (sign) => [sign, { state: "notApplicable", rule: "dash" }] as const,
  ),
]);

/** The mark a cleaned text is, or `null` when it is something else. */
export function answerMark(text: string): AnswerMark | null {
  const folded = foldVietnamese(text).replace(/^["'“”(]+|["'“”).;]+$/g, "");
  return marks.get(folded) ?? marks.get(text) ?? null;
}

/** Ticks and crosses: yes in a tick box, unclear where a number is asked. */
export function isTick(text: string): boolean {
  return /^(?:[xX✓✔☑☒✗✘√]|v)$/u.test(text);
}
