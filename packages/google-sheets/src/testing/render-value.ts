import type { sheets_v4 } from "@googleapis/sheets";
import { commaDecimal } from "./enter-value.ts";
import { isFormulaError, type Computed } from "./formula.ts";
import { partsOfSerial } from "./serial-date.ts";
import type { Cell } from "./spreadsheet-state.ts";

export interface RenderOptions {
  /** FORMATTED_VALUE when absent. */
  readonly value: string;
  /** SERIAL_NUMBER when absent; without effect on formatted values. */
  readonly dateTime: string;
}

/** A cell as the values methods give it; `undefined` when it is blank. Errors are text whatever is asked for. */
export function renderValue(
  cell: Cell | undefined,
  computed: Computed,
  { value, dateTime }: RenderOptions,
  locale: string,
): string | number | boolean | undefined {
  const formula = cell?.userEnteredValue?.formulaValue;
  if (value === "FORMULA" && typeof formula === "string") return formula;
  if (computed === null) return undefined;
  if (isFormulaError(computed)) return computed.text;
  const format = cell?.userEnteredFormat?.numberFormat;
  const asText = value === "FORMATTED_VALUE" || value === "";
  if (asText) return formatted(computed, format, locale);
  const date = typeof computed === "number" && isDateFormat(format);
  return date && dateTime === "FORMATTED_STRING" ? formatted(computed, format, locale) : computed;
}

export function isDateFormat(format: sheets_v4.Schema$NumberFormat | undefined): boolean {
  return format?.type === "DATE" || format?.type === "DATE_TIME" || format?.type === "TIME";
}

/** A value as the sheet shows it, for the formats the packages use; a stranger one shows as if it had none. */
export function formatted(
  value: Computed,
  format: sheets_v4.Schema$NumberFormat | undefined,
  locale: string,
): string {
  if (value === null) return "";
  if (isFormulaError(value)) return value.text;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const pattern = format?.pattern ?? defaultPattern(format?.type);
  if (isDateFormat(format)) return formattedDate(value, pattern);
  const decimalComma = commaDecimal(locale);
  const number = /^(#,##)?0*(?:\.(0+))?(%)?$/.exec(pattern);
  if (!number || pattern === "") return general(value, decimalComma);
  const [, grouped, decimals = "", percent = ""] = number;
  const digits = Math.abs(percent ? value * 100 : value).toFixed(decimals.length);
  const [whole = "", rest] = digits.split(".");
  const zeros = /^0+/.exec(pattern)?.[0].length ?? 1;
  const padded = whole.padStart(zeros, "0");
  const grouping = decimalComma ? "." : ",";
  const shown = grouped ? padded.replace(/\B(?=(\d{3})+(?!\d))/g, grouping) : padded;
  const fraction = rest === undefined ? "" : `${decimalComma ? "," : "."}${rest}`;
  return `${value < 0 ? "-" : ""}${shown}${fraction}${percent}`;
}

function defaultPattern(type: string | null | undefined): string {
  return (
    {
      DATE: "dd/mm/yyyy",
      DATE_TIME: "dd/mm/yyyy hh:mm:ss",
      TIME: "hh:mm:ss",
      PERCENT: "0.00%",
      NUMBER: "0.00",
    }[type ?? ""] ?? ""
  );
}

function general(value: number, decimalComma: boolean): string {
  const text = String(Number(value.toPrecision(10)));
  return decimalComma ? text.replace(".", ",") : text;
}

function formattedDate(serial: number, pattern: string): string {
  const { year, month, day, hour, minute, second } = partsOfSerial(serial);
  const two = (value: number) => String(value).padStart(2, "0");
  return pattern
    .replace(/hh?/, two(hour))
    .replace(/:mm?/, `:${two(minute)}`)
    .replace(/:ss?/, `:${two(second)}`)
    .replace(/yyyy/, String(year))
    .replace(/dd/, two(day))
    .replace(/\bd\b/, String(day))
    .replace(/(?<!:)mm/, two(month))
    .replace(/(?<!:)\bm\b/, String(month));
}
