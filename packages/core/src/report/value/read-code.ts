import type { Field } from "../../report-schema/report-schema.ts";
import type { Cell } from "../../sheet/cell.ts";
import { about, refused, ruleOf, type ReadAnswer } from "./value-context.ts";
import type { ValueRule } from "./value-rule.ts";

type CodeField = Extract<Field, { readonly kind: "code" }>;

/** A document number, a phone number: characters are kept, and zeros that a number cell lost come back where the pattern proves them. */
export function readCode(cell: Cell, text: string, raw: string, field: CodeField): ReadAnswer {
  const whole = field.pattern === undefined ? null : new RegExp(`^(?:${field.pattern})$`, "u");
  const candidates = cell.type === "number" ? fromNumber(cell) : fromText(text);
  const found = whole ? candidates.find(({ value }) => whole.test(value)) : candidates[0];
  if (!found) return refused(raw, { code: "report_code_invalid", params: about(field, text) });
  const unsure = cell.type === "number" && !whole && found.rule === "number-cell";
  return {
    answer: { state: "value", value: found.value, raw, ...ruleOf(found.rule) },
    problem: unsure ? { code: "report_code_from_number", params: about(field, text) } : null,
  };
}

interface Candidate {
  readonly value: string;
  readonly rule: ValueRule | null;
}

function fromNumber(cell: Extract<Cell, { type: "number" }>): Candidate[] {
  if (!Number.isSafeInteger(cell.value) || cell.value < 0) return [];
  const digits = String(cell.value);
  // A format such as 00000 shows the zeros that the number itself cannot hold.
  const width = /^0{2,}$/.exec(cell.format ?? "")?.[0].length ?? 0;
  if (width > digits.length) return [{ value: digits.padStart(width, "0"), rule: "number-format" }];
  return [
    { value: digits, rule: "number-cell" },
    { value: `0${digits}`, rule: "leading-zero" },
  ];
}

/** As written; then without the spaces, dots and dashes people put into phone numbers; then with 0 for +84. */
function fromText(text: string): Candidate[] {
  // An apostrophe in front is how a program is told to keep the zeros.
  const bare = text.replace(/^'|[\s.\-()]/gu, "");
  return [
    { value: text, rule: null },
    { value: bare, rule: "separators-removed" },
    { value: bare.replace(/^(?:\+|00)?84(?=\d{9}$)/u, "0"), rule: "country-code" },
    { value: `0${bare}`, rule: "leading-zero" },
  ];
}
