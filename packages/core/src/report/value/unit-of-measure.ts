import { foldVietnamese } from "../../vietnamese/fold.ts";

/** A unit of measure taken apart: `triệu đồng` is six zeros and `dong`. */
export interface MeasureParts {
  /** Power of ten of its `nghìn`, `triệu`, `tỷ`; 0 without one. */
  readonly power: number;
  /** What is counted, folded. */
  readonly base: string;
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghin|ngan|1[.,\s]?000)(?![\d.,])\s*/u, 3],
  [/^(?:trieu|tr(?=\.?\s?d\b|$)|1[.,]000[.,]000)\.?(?![a-ce-z\d.,])\s*/u, 6],
  [/^(?:ty|ti)(?![a-ce-z])\s*/u, 9],
];
const money = /^(?:dong(?: viet nam)?|d|vnd|dong vn)$/u;

/** `triệu đồng`, `trđ`, `1.000 đồng`, `VNĐ`, `lượt người`. */
export function measureParts(unit: string): MeasureParts {
  const folded = foldVietnamese(unit)
    .replace(/^\s*(?:don vi tinh|dvt|dv tinh)\s*:?\s*/u, "")
    .trim();
  for (const [scale, power] of scales) {
    const match = scale.exec(folded);
    if (match) return { power, base: baseOf(folded.slice(match[0].length)) };
  }
  return { power: 0, base: baseOf(folded) };
}

/** Money has many names; whatever else is counted has its own. */
export function isMoney({ base }: MeasureParts): boolean {
  return base === "dong";
}

function baseOf(folded: string): string {
  const bare = folded.replace(/^\.\s*/u, "").trim();
  return money.test(bare) ? "dong" : bare;
}
