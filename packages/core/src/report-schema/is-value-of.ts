import { isCalendarDate } from "../time/calendar-date.ts";
import type { Field, Value } from "./report-schema.ts";

/** Whether the value is one a report can hold for the field, as its kind has it. */
export function isValueOf(field: Field, value: Value): boolean {
  switch (field.kind) {
    case "count":
      return (
        typeof value === "number" &&
        Number.isSafeInteger(value) &&
        value >= 0 &&
        value <= (field.max ?? value)
      );
    case "amount":
      return typeof value === "string" && isAmount(value, field);
    case "ratio":
      return (
        typeof value === "object" &&
        "numerator" in value &&
        Number.isSafeInteger(value.numerator) &&
        Number.isSafeInteger(value.denominator) &&
        value.numerator >= 0 &&
        value.denominator > 0 &&
        value.numerator <= value.denominator
      );
    case "date":
      return typeof value === "string" && isCalendarDate(value);
    case "choice":
      return field.options.some(({ id }) => id === value);
    case "flag":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string" && value.length <= field.maxLength;
    case "code":
      return (
        typeof value === "string" &&
        (field.pattern === undefined ? value !== "" : new RegExp(`^(?:${field.pattern})$`, "u").test(value))
      );
    case "links":
      return (
        Array.isArray(value) && value.every((link) => typeof link === "string" && /^https?:\/\//iu.test(link))
      );
    case "unit":
      return typeof value === "string" && value !== "";
  }
}

function isAmount(value: string, field: Extract<Field, { readonly kind: "amount" }>): boolean {
  const match = /^-?\d+(?:\.(\d+))?$/.exec(value);
  if (!match || (match[1] ?? "").length > field.decimals) return false;
  const size = Number(value);
  return size >= (field.min ?? 0) && size <= (field.max ?? Number.MAX_SAFE_INTEGER);
}
