import type { Field } from "../../report-schema/report-schema.ts";
import { readingsOf } from "./number-reading.ts";
import { about, refused, ruleOf, type ReadAnswer, type ValueContext } from "./value-context.ts";
import type { ValueRule } from "./value-rule.ts";

type RatioField = Extract<Field, { readonly kind: "ratio" }>;

/** A ratio in one cell: `45/60`, `45/60 (75%)`. A rate alone has lost what it was made of. */
export function readRatio(text: string, raw: string, field: RatioField, context: ValueContext): ReadAnswer {
  const match = /^(\d[\d.,]*)\s*(?:\/|trên|tren)\s*(\d[\d.,]*)(?:\s*\(?[\d.,]+\s*%\)?)?$/iu.exec(text);
  const parts = [match?.[1], match?.[2]].map((part) =>
    part === undefined ? null : wholePart(part, field, context),
  );
  const [numerator, denominator] = parts;
  if (numerator === null || numerator === undefined || denominator === null || denominator === undefined) {
    return refused(raw, { code: "report_ratio_incomplete", params: about(field, text) });
  }
  return ratioAnswer(numerator, denominator, raw, "ratio-text", field);
}

/** Both parts as one answer; more above the line than below is no share. */
export function ratioAnswer(
  numerator: number,
  denominator: number,
  raw: string,
  rule: ValueRule | null,
  field: RatioField,
): ReadAnswer {
  if (denominator === 0 || numerator > denominator) {
    return refused(raw, { code: "report_ratio_impossible", params: about(field, raw) });
  }
  return {
    answer: { state: "value", value: { numerator, denominator }, raw, ...ruleOf(rule) },
    problem: null,
  };
}

function wholePart(text: string, field: RatioField, context: ValueContext): number | null {
  const whole = readingsOf(text.replace(/[.,]+$/, "")).filter(({ value }) => /^\d+$/.test(value));
  const styled = whole.length > 1 ? whole.filter(({ style }) => style === context.style) : whole;
  return styled.length === 1 ? Number(styled[0]?.value) : null;
}
