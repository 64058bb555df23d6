import { printNumber } from "@chiendich/core";

/** A fraction as people read it: `97,5%`; `–` when there was nothing to count. Never rounded up to 100%. */
export function printRate(rate: number | null): string {
  if (rate === null) return "–";
  const percent = Math.round(rate * 1000) / 10;
  return `${printNumber(percent === 100 && rate < 1 ? 99.9 : percent)}%`;
}
