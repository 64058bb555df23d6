import type { NumberStyle } from "../../report-schema/report-schema.ts";
import type { ValueRule } from "./value-rule.ts";
import { decimalText, type DecimalText } from "./decimal-text.ts";

/** One way to read a written number. */
export interface NumberReading {
  readonly value: DecimalText;
  /** The style of writing it presumes; `null` when any style reads it so. */
  readonly style: NumberStyle | null;
  readonly rule: ValueRule | null;
}

const marks = { ".": { thousands: "vi", decimal: "en" }, ",": { thousands: "en", decimal: "vi" } } as const;

/**
 * Every way to read digits with separators; none when they are no number. `1.234` has two readings,
 * 1234 as Vietnamese write it and 1.234 as English do; `1.234,5` and `12` have one.
 */
export function readingsOf(written: string): readonly NumberReading[] {
  const { text, spaced } = withoutSpaces(written);
  if (text === null) return [];
  const rule = spaced ? "thousands-space" : null;
  if (/^\d+$/.test(text)) return [{ value: decimalText(text), style: null, rule }];
  if (text.includes(".") && text.includes(",")) return mixed(text);
  const mark = text.includes(".") ? "." : ",";
  const parts = text.split(mark);
  if (parts.some((part) => !/^\d+$/.test(part))) return [];
  return single(mark, parts, rule);
}

/** `1 234 567` and `1'234'567` are groups; other spaces between digits are not a number. */
function withoutSpaces(written: string): { text: string | null; spaced: boolean } {
  const text = written.trim();
  if (!/[\s'’]/u.test(text)) return { text, spaced: false };
  if (!/^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/u.test(text)) return { text: null, spaced: true };
  return { text: text.replace(/[\s'’]/gu, ""), spaced: true };
}

function mixed(text: string): readonly NumberReading[] {
  const decimal = text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  const thousands = decimal === "." ? "," : ".";
  const [whole = "", fraction = "", ...more] = text.split(decimal);
  const grouped = new RegExp(`^\\d{1,3}(?:\\${thousands}\\d{3})+$`);
  if (more.length > 0 || !/^\d+$/.test(fraction) || !grouped.test(whole)) return [];
  const style = marks[decimal].decimal;
  return [{ value: decimalText(whole.replaceAll(thousands, ""), fraction), style, rule: `decimal-${style}` }];
}

function single(mark: "." | ",", parts: readonly string[], rule: ValueRule | null): readonly NumberReading[] {
  const [first = "", ...groups] = parts;
  const readings: NumberReading[] = [];
  const grouped = /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => group.length === 3);
  if (grouped && rule === null) {
    const style = marks[mark].thousands;
    readings.push({ value: decimalText(parts.join("")), style, rule: `thousands-${style}` });
  }
  const [fraction] = groups;
  if (groups.length === 1 && fraction !== undefined) {
    const style = marks[mark].decimal;
    readings.push({ value: decimalText(first, fraction), style, rule: `decimal-${style}` });
  }
  return readings;
}
