import type { Cell } from "../../sheet/cell.ts";
import type { Field, NumberStyle } from "../../report-schema/report-schema.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";
import { parseNumberInWords } from "../../vietnamese/number-in-words.ts";
import type { Answer } from "../report.ts";
import { isTick } from "./answer-mark.ts";
import { decimalsOf, numberToDecimal, shiftDecimal, type DecimalText } from "./decimal-text.ts";
import { numberPhrase, type NumberPhrase } from "./number-phrase.ts";
import { readingsOf, type NumberReading } from "./number-reading.ts";
import { isMoney, measureOf, measureParts } from "./unit-of-measure.ts";
import { about, refused, ruleOf, type Problem, type ReadAnswer, type ValueContext } from "./value-context.ts";
import type { ValueRule } from "./value-rule.ts";

export type NumericField = Extract<Field, { readonly kind: "count" | "amount" }>;

/** A cell that a program already holds as a number. */
export function readNumberCell(cell: Extract<Cell, { type: "number" }>, field: NumericField): ReadAnswer {
  const raw = String(cell.value);
  const max = field.max ?? Number.MAX_SAFE_INTEGER;
  if (field.kind === "count" && Number.isInteger(cell.value) && cell.value >= 0 && cell.value <= max) {
    return accept(raw, field, raw, [], null);
  }
  const percent = field.kind === "amount" && measuresPercent(field) && cell.format?.includes("%") === true;
  // Past 2^53 the digits of a number cell are no longer those somebody typed.
  const exact =
    Math.abs(cell.value) > Number.MAX_SAFE_INTEGER
      ? String(BigInt(Math.trunc(cell.value)))
      : numberToDecimal(cell.value);
  const value = percent ? shiftDecimal(exact, 2) : exact;
  const problem = unfit(value, field, raw);
  if (problem) return refused(raw, problem);
  return accept(value, field, raw, percent ? ["percent-format"] : [], null);
}

/** A cleaned text in a field that asks for a number, and that is none of the marks. */
export function readNumberText(
  text: string,
  raw: string,
  field: NumericField,
  context: ValueContext,
): ReadAnswer {
  const params = about(field, text);
  if (isTick(text)) return refused(raw, { code: "report_mark_unclear", params });
  const spelled = parseNumberInWords(text);
  if (spelled !== null) {
    const value = String(spelled);
    const problem = unfit(value, field, text);
    return problem ? refused(raw, problem) : accept(value, field, raw, ["number-words"], null);
  }
  const phrase = numberPhrase(text);
  if (!phrase || isArithmetic(text)) return refused(raw, { code: "report_number_not_understood", params });
  if (phrase.range) return refused(raw, { code: "report_number_range", params });
  const readings = readingsOf(phrase.written);
  if (readings.length === 0 || !leadIsClear(phrase, field)) {
    return refused(raw, { code: "report_number_not_understood", params });
  }
  if (!tailIsClear(phrase, field)) {
    return refused(raw, {
      code: "report_number_unit_differs",
      params: { ...params, unit: field.unit?.vi ?? "" },
    });
  }
  const scaled = readings.map((one) => scaledReading(one, phrase, field));
  const chosen = chooseReading(scaled, field, context.style);
  if (chosen.length === 0)
    return refused(
      raw,
      unfit(scaled[0]?.value ?? "", field, text) ?? { code: "report_number_not_understood", params },
    );
  if (chosen.length > 1) {
    const values = [...new Set(chosen.map(({ value }) => value))];
    return refused(raw, { code: "report_number_ambiguous", params: { ...params, readings: values } });
  }
  const [{ value, rule }] = chosen as [NumberReading];
  return accept(value, field, raw, rulesOf(phrase, rule), remark(phrase, value, params));
}

/** The style in which a text must have been written to be a value of the field; `null` when it shows none. */
export function styleShownBy(text: string, field: NumericField): NumberStyle | null {
  const phrase = numberPhrase(text);
  if (!phrase || phrase.range) return null;
  const fitting = readingsOf(phrase.written)
    .map((one) => scaledReading(one, phrase, field))
    .filter(({ value }) => unfit(value, field, "") === null);
  return fitting.length === 1 ? (fitting[0]?.style ?? null) : null;
}

function chooseReading(
  readings: readonly NumberReading[],
  field: NumericField,
  style: NumberStyle | undefined,
): readonly NumberReading[] {
  const fitting = readings.filter(({ value }) => unfit(value, field, "") === null);
  if (new Set(fitting.map(({ value }) => value)).size <= 1) {
    // The style of the column reads it as something the field cannot hold: then which is the slip?
    const against = fitting[0]?.style && style && fitting[0].style !== style;
    return against && readings.some((one) => one.style === style) ? readings : fitting.slice(0, 1);
  }
  const styled = fitting.filter((one) => one.style === style);
  return styled.length === 1 ? styled : fitting;
}

/** `12,5 triệu` is 12.5 in a field counted in “triệu đồng”, and 12,500,000 in one counted in “đồng”. */
function scaledReading(
  reading: NumberReading,
  { power, negative }: NumberPhrase,
  field: NumericField,
): NumberReading {
  const value = power > 0 ? shiftDecimal(reading.value, power - measureOf(field).power) : reading.value;
  return { ...reading, value: negative && value !== "0" ? `-${value}` : value };
}

/** Why the value cannot be one of the field's, or `null` when it can. */
function unfit(value: DecimalText, field: NumericField, found: string): Problem | null {
  const params = about(field, found);
  const size = Number(value);
  const min = field.kind === "amount" ? (field.min ?? 0) : 0;
  const max = field.max ?? Number.MAX_SAFE_INTEGER;
  if (field.kind === "count" && decimalsOf(value) > 0) {
    return { code: "report_number_not_whole", params: { ...params, thousands: mistakenThousands(value) } };
  }
  if (field.kind === "amount" && decimalsOf(value) > field.decimals) {
    return { code: "report_number_too_precise", params: { ...params, decimals: field.decimals } };
  }
  if (size < 0 && min === 0) return { code: "report_number_negative", params };
  // Past 2^53 a double, and so a sheet, no longer tells neighbouring whole numbers apart.
  if (size < min || size > max || Math.abs(size) > Number.MAX_SAFE_INTEGER) {
    return {
      code: "report_number_out_of_range",
      params: { ...params, min: String(min), max: String(Math.min(max, Number.MAX_SAFE_INTEGER)) },
    };
  }
  return null;
}

/** 1.234 was perhaps typed as 1.234 meaning 1234, in a program that took the mark for a point. */
function mistakenThousands(value: DecimalText): number | null {
  const [whole = "", fraction = ""] = value.split(".");
  return /^[1-9]\d{0,2}$/.test(whole) && fraction.length <= 3
    ? Number(whole + fraction.padEnd(3, "0"))
    : null;
}

function accept(
  value: DecimalText,
  field: NumericField,
  raw: string,
  rules: readonly ValueRule[],
  problem: Problem | null,
): ReadAnswer {
  const answer: Answer = {
    state: "value",
    value: field.kind === "count" ? Number(value) : value,
    raw,
    ...ruleOf(...rules),
  };
  return { answer, problem };
}

function rulesOf(phrase: NumberPhrase, reading: ValueRule | null): ValueRule[] {
  const rules: (ValueRule | "" | null | false)[] = [
    phrase.qualifier,
    phrase.lead && "label-words",
    reading,
    phrase.power > 0 && "scale-word",
    phrase.percent && "percent-sign",
    phrase.tail && "unit-word",
    phrase.note && "note-in-brackets",
  ];
  const applied = rules.filter((rule): rule is ValueRule => Boolean(rule));
  return applied.length > 0 ? applied : ["number-as-text"];
}

function remark(phrase: NumberPhrase, value: string, params: ReturnType<typeof about>): Problem | null {
  if (phrase.qualifier === "bound") return { code: "report_number_bound", params: { ...params, value } };
  if (phrase.qualifier === "approximate") return { code: "report_number_approximate", params };
  if (phrase.note && parseNumberInWords(phrase.note) !== Number(value)) {
    return { code: "report_number_with_note", params: { ...params, value } };
  }
  return null;
}

/** A sum or a formula typed as text is not added up for anybody. */
function isArithmetic(text: string): boolean {
  return /^\s*[=+@]/u.test(text) || /\d\s*[+*×]\s*\d/u.test(text);
}

/** Words before the number may only repeat the label: `Có 12 buổi`, `Số buổi: 12`. */
function leadIsClear({ lead }: NumberPhrase, field: NumericField): boolean {
  const known = new Set([...tokens(field.label.vi), "co", "la", "tong", "so", "cong", "duoc"]);
  return tokens(lead).every((word) => known.has(word));
}

/**
 * Words after the number must be the field's unit, its first word among them: in a field counted in
 * “lượt người” `500 lượt` is clear and `500 người` is not, because visits and people are not the same.
 */
function tailIsClear({ tail, percent, power }: NumberPhrase, field: NumericField): boolean {
  if (percent && !measuresPercent(field)) return false;
  if (tail === "") return true;
  const measure = measureOf(field);
  if (isMoney(measure) && isMoney(measureParts(tail))) return power > 0 || measure.power === 0;
  const unit = power > 0 && measure.power > 0 ? measure.base : (field.unit?.vi ?? "");
  const alternatives = unit
    .split(/[,;/()]/u)
    .map(tokens)
    .filter(({ length }) => length > 0);
  const said = tokens(tail);
  const known = new Set([...alternatives.flat(), ...tokens(field.label.vi)]);
  return alternatives.some(([first]) => first === said[0]) && said.every((word) => known.has(word));
}

function measuresPercent(field: Field): boolean {
  return field.unit?.vi.trim() === "%" || foldVietnamese(field.unit?.vi ?? "") === "phan tram";
}

function tokens(text: string): string[] {
  return foldVietnamese(text)
    .split(/[^\p{L}\d%]+/u)
    .filter(Boolean);
}
