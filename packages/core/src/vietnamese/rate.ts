import type { Language } from "./language.ts";
import { printNumber } from "./number.ts";

/**
 * A fraction as people read it: `97,5%` in Vietnamese, `97.5%` in English; `–` for `null`, when there was
 * nothing to count. Never rounded up to 100%: whoever reads that stops chasing.
 *
 * @param rate from 0 to 1
 */
export function printRate(rate: number | null, language: Language = "vi"): string {
  if (rate === null) return "–";
  const percent = Math.round(rate * 1000) / 10;
  return `${printNumber(percent === 100 && rate < 1 ? 99.9 : percent, language)}%`;
}
