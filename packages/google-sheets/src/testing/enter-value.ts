import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "./api-error.ts";
import { serialOf } from "./serial-date.ts";

/** What a value becomes when it is put into a cell; `null` leaves the cell alone. */
export interface Entered {
  readonly value: sheets_v4.Schema$ExtendedValue | undefined;
  /** The format the program gives the cell by itself, as for a typed date. */
  readonly format?: sheets_v4.Schema$NumberFormat;
}

/**
 * RAW keeps a value as it is; USER_ENTERED reads text as if it were typed, so that `=…`, `+84…`,
 * `00127`, `1.234` and dates become something else. @throws {ApiError} 400 for another option
 */
export function enterValue(value: unknown, option: string, locale: string): Entered | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return { value: { numberValue: value } };
  if (typeof value === "boolean") return { value: { boolValue: value } };
  if (typeof value !== "string") throw invalid("Invalid values: cells hold text, numbers or booleans");
  if (value === "") return { value: undefined };
  if (value.length > 50_000) {
    throw invalid("Your input contains more than the maximum of 50000 characters in a single cell.");
  }
  return option === "RAW" ? { value: { stringValue: value } } : typed(value, locale);
}

function typed(text: string, locale: string): Entered {
  if (text.startsWith("=") && text.length > 1) return { value: { formulaValue: text } };
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: { boolValue: /^true$/i.test(trimmed) } };
  const date = typedDate(trimmed, locale);
  if (date) return date;
  const number = typedNumber(trimmed, locale);
  return number ?? { value: { stringValue: text } };
}

const commaDecimal = (locale: string) => !/^(en|th|ja|ko|zh)/.test(locale);

function typedNumber(text: string, locale: string): Entered | null {
  const [decimal, group] = commaDecimal(locale) ? [",", "."] : [".", ","];
  const percent = text.endsWith("%");
  const body = percent ? text.slice(0, -1).trim() : text;
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const plain = new RegExp(`^[+-]?\\d+(\\${decimal}\\d+)?$`);
  if (!grouped.test(body) && !plain.test(body)) return null;
  const value = Number(body.replaceAll(group, "").replace(decimal, "."));
  if (percent) return { value: { numberValue: value / 100 }, format: { type: "PERCENT", pattern: "0%" } };
  const pattern = body.includes(decimal) ? "#,##0.00" : "#,##0";
  const format = grouped.test(body) ? { type: "NUMBER", pattern } : undefined;
  return { value: { numberValue: value }, ...(format && { format }) };
}

function typedDate(text: string, locale: string): Entered | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? locale === "en_US"
        ? [local[3], local[1], local[2]]
        : [local[3], local[2], local[1]]
      : [];
  if (year === undefined) return null;
  const serial = serialOf(Number(year), Number(month), Number(day));
  const pattern = iso ? "yyyy-mm-dd" : locale === "en_US" ? "m/d/yyyy" : "dd/mm/yyyy";
  return serial === null ? null : { value: { numberValue: serial }, format: { type: "DATE", pattern } };
}

/** Whether a comma stands before the decimals in this locale, as far as the locales used here go. */
export { commaDecimal };
