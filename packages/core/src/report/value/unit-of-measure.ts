import type { Field } from "../../report-schema/report-schema.ts";
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

/** The unit a field counts in; a label may state it in brackets instead. */
export function measureOf({ unit, label }: Pick<Field, "unit" | "label">): MeasureParts {
  return measureParts(unit?.vi ?? /\(([^()]*)\)\s*$/u.exec(label.vi)?.[1] ?? "");
}

/** What stands in brackets, or behind “ĐVT:”: where a heading or a title states a unit. */
export function statedUnits(text: string): readonly string[] {
  const bracketed = [...text.matchAll(/\(([^()]*)\)/gu)].map(([, inside]) => inside as string);
  const named = /(?:đơn vị tính|đvt)\s*:?\s*([^()]+)/iu.exec(text)?.[1];
  return [...bracketed, ...(named === undefined ? [] : [named])].flatMap((one) => one.split(/;|,(?!\d)/u));
}

/** Whether a stated unit is the field's in another size: `đồng` or `nghìn đồng` where it counts in `triệu đồng`. */
export function differsInScale(field: Pick<Field, "unit" | "label">, stated: string): boolean {
  const own = measureOf(field);
  const other = measureParts(stated);
  if (own.base === "" || other.power === own.power) return false;
  return other.base === own.base || (other.base === "" && isMoney(own));
}

function baseOf(folded: string): string {
  const bare = folded.replace(/^\.\s*/u, "").trim();
  return money.test(bare) ? "dong" : bare;
}
