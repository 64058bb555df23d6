import type { Language } from "../vietnamese/language.ts";
import type { Value } from "../report-schema/report-schema.ts";
import { isDecimal } from "./decimal.ts";
import type { Coverage, Figure } from "./figure.ts";
import { printNumber } from "../vietnamese/number.ts";

const words = {
  vi: { unit: "đơn vị", estimate: "ước tính", none: "chưa có số liệu" },
  en: { unit: "units", estimate: "estimated", none: "no data" },
};

/** A figure as it may stand in a document, never without its coverage: `48.210 (193/197 đơn vị)`. */
export function printFigure(figure: Figure, language: Language): string {
  return `${printFigureValue(figure, language)} (${printCoverage(figure.coverage, language)})`;
}

/** `193/197 đơn vị`: the units the figure stands on, of those that were asked. */
export function printCoverage({ reported, expected }: Coverage, language: Language): string {
  return `${printNumber(reported, language)}/${printNumber(expected, language)} ${words[language].unit}`;
}

/**
 * The value alone, for a table that has a column for the coverage beside it: `48.210`,
 * `ước tính 3.400`, `95,2% (20/21)` for a ratio, `chưa có số liệu` when nothing was reported.
 */
export function printFigureValue({ value, estimated }: Figure, language: Language): string {
  if (value === null) return words[language].none;
  return `${estimated ? `${words[language].estimate} ` : ""}${printValue(value, language)}`;
}

/** A value of any kind in words: `48.210`, `12,5`, `09/11/2024`, `95% (19/20)`, links joined. */
export function printValue(value: Value, language: Language): string {
  if (typeof value === "number") return printNumber(value, language);
  if (typeof value === "boolean") return printNumber(Number(value), language);
  if (typeof value === "string") {
    if (isDecimal(value)) return printDecimal(value, language);
    return value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, language === "vi" ? "$3/$2/$1" : "$&");
  }
  if ("numerator" in value) return printRatio(value, language);
  return value.join("; ");
}

/** A decimal kept as text, with all its digits: an amount never passes through a double. */
function printDecimal(text: string, language: Language): string {
  const [whole = "0", fraction] = text.replace("-", "").split(".");
  const [group, point] = language === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${text.startsWith("-") ? "-" : ""}${grouped}${fraction === undefined ? "" : `${point}${fraction}`}`;
}

function printRatio(
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  language: Language,
): string {
  const parts = `${printNumber(numerator, language)}/${printNumber(denominator, language)}`;
  if (denominator === 0) return parts;
  // One decimal, cut rather than rounded at the top: 999 of 1000 must not read 100%.
  const percent = Math.round((numerator / denominator) * 1000) / 10;
  const shown = percent === 100 && numerator < denominator ? 99.9 : percent;
  return `${printNumber(shown, language)}% (${parts})`;
}
