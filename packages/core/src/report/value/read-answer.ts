import type { Field } from "../../report-schema/report-schema.ts";
import type { Cell } from "../../sheet/cell.ts";
import { answerMark } from "./answer-mark.ts";
import { cleanLines, cleanText, isFilled, rawText, shownText } from "./clean-text.ts";
import type { ReadableCell } from "./readable-cell.ts";
import { isOption, readChoice, readFlag } from "./read-choice.ts";
import { readCode } from "./read-code.ts";
import { dayFirst, readDate } from "./read-date.ts";
import { readLinks } from "./read-links.ts";
import { readNumberCell, readNumberText } from "./read-number.ts";
import { readRatio } from "./read-ratio.ts";
import { about, refused, ruleOf, type ReadAnswer, type ValueContext } from "./value-context.ts";

/**
 * What one cell answers for one field, with at most one problem. Blank is missing, 0 is a value,
 * “không phát sinh” is nil and “không áp dụng” is not applicable; what cannot be taken as a value
 * is missing with a problem that says why, and `raw` keeps what the cell held.
 */
export function readAnswer(cell: ReadableCell | undefined, field: Field, context: ValueContext): ReadAnswer {
  const western = field.kind === "text" ? cell : inWesternDigits(cell);
  const read = readFilled(western, field, context);
  const { charset } = cell ?? {};
  const rules = [charset && `charset-${charset}`, western !== cell && "digits-other-script"].filter(Boolean);
  if (rules.length === 0) return read;
  return {
    ...read,
    answer: { ...read.answer, rule: [...rules, read.answer.rule].filter(Boolean).join("+") },
  };
}

/** Digits are digits in any script, full-width ones too; each script has its ten in a row from 0. */
function inWesternDigits(cell: ReadableCell | undefined): ReadableCell | undefined {
  if (cell?.type !== "text" || !/(?![0-9])\p{Nd}/u.test(cell.value)) return cell;
  const value = cell.value.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const plain = digit.normalize("NFKC");
    if (/^[0-9]$/.test(plain)) return plain;
    let zero = digit.codePointAt(0) as number;
    const point = zero;
    while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(point - zero);
  });
  return { ...cell, value, original: rawText(cell) };
}

function readFilled(cell: ReadableCell | undefined, field: Field, context: ValueContext): ReadAnswer {
  if (!isFilled(cell)) return { answer: { state: "missing" }, problem: null };
  const raw = rawText(cell);
  if (cell.type === "empty") {
    return refused(raw, { code: "report_formula_not_calculated", params: about(field, raw) });
  }
  if (cell.type === "error") return refused(raw, { code: "report_cell_error", params: about(field, raw) });
  const text = cell.type === "text" ? cleanText(cell.value) : raw;
  if (text === "") return { answer: { state: "missing", raw }, problem: null };
  // A choice may offer “Không có” or “-” itself: then that is an answer, and no mark.
  const offered = field.kind === "choice" && isOption(text, field);
  const mark = cell.type === "text" && field.kind !== "flag" && !offered ? answerMark(text) : null;
  if (mark) return { answer: { state: mark.state, raw, rule: mark.rule }, problem: null };
  const { normalise } = context.addedKind ?? {};
  if (!normalise) return byKind(cell, text, raw, field, context);
  return byAddedKind(normalise(text), text, raw, field, context);
}

/** What the kind makes of the text is read as the kind it builds on reads a text. */
function byAddedKind(
  normal: string | null,
  text: string,
  raw: string,
  field: Field,
  context: ValueContext,
): ReadAnswer {
  if (normal === null) {
    const params = { ...about(field, text), kind: field.addedKind ?? field.kind };
    return refused(raw, { code: "report_added_kind_refused", params });
  }
  const read = byKind({ type: "text", value: normal }, normal, raw, field, { ...context, style: "en" });
  const changed = normal !== text && read.answer.state === "value";
  return changed ? { ...read, answer: { ...read.answer, rule: "added-kind" } } : read;
}

function byKind(cell: Cell, text: string, raw: string, field: Field, context: ValueContext): ReadAnswer {
  switch (field.kind) {
    case "count":
    case "amount":
      if (cell.type === "number") return readNumberCell(cell, field);
      if (cell.type === "date") {
        return refused(raw, { code: "report_number_became_date", params: about(field, text) });
      }
      if (cell.type === "boolean") {
        return refused(raw, { code: "report_number_not_understood", params: about(field, text) });
      }
      return readNumberText(text, raw, field, context);
    case "ratio":
      return readRatio(text, raw, field, context);
    case "date":
      return readDate(cell, text, raw, field, context);
    case "choice":
      return readChoice(text, raw, field);
    case "flag":
      return cell.type === "boolean"
        ? { answer: { state: "value", value: cell.value, raw }, problem: null }
        : readFlag(text, raw, field);
    case "text":
      return readText(cell, raw, field);
    case "code":
      return readCode(cell, text, raw, field);
    case "links":
      return readLinks(cell, text, raw, field);
    case "unit":
      return readUnit(text, raw, field, context);
  }
}

/** Text is text, whatever it starts with: `=1+1` in a narrative is five characters. */
function readText(cell: Cell, raw: string, field: Extract<Field, { readonly kind: "text" }>): ReadAnswer {
  const value = cell.type === "date" ? dayFirst(cell.value.slice(0, 10)) : cleanLines(shownText(cell));
  const rule = cell.type === "date" ? "date-as-text" : value !== shownText(cell) && "text-cleaned";
  const { length } = value;
  const { maxLength: max } = field;
  return {
    answer: { state: "value", value, raw, ...ruleOf(rule) },
    problem:
      length > max ? { code: "report_text_too_long", params: { ...about(field, raw), length, max } } : null,
  };
}

function readUnit(text: string, raw: string, field: Field, context: ValueContext): ReadAnswer {
  const id = context.unitIdOf(text);
  if (id === null) return refused(raw, { code: "report_unit_field_unclear", params: about(field, text) });
  return { answer: { state: "value", value: id, raw, rule: "unit-name" }, problem: null };
}
