import type { Aggregator, CellDescription, CellStyle, Field, Figure, Value } from "@chiendich/core";
import { styles, text } from "./style.ts";

/** A double shows 15 digits exactly; a longer amount is written as text rather than changed. */
const exactDigits = 15;

/** A value as one reads it in a sheet; numbers stay numbers, so that formulas can recompute them. */
export function valueCell(value: Value | null, field: Field): CellDescription {
  if (value === null) return { value: null, style: styles.centred };
  if (typeof value === "number") return { value, style: styles.number };
  if (typeof value === "boolean") return { value: value ? "Có" : "Không", style: styles.centred };
  if (typeof value === "string") return textualValue(value, field);
  if ("numerator" in value) {
    return { value: `${value.numerator}/${value.denominator}`, style: styles.centred };
  }
  return text(value.join("\n"));
}

function textualValue(value: string, field: Field): CellDescription {
  if (field.kind === "amount") {
    if (!isExactNumber(value)) return { value, style: styles.code };
    return { value: Number(value), style: styles.decimal };
  }
  if (field.kind === "date") return { value: { date: value }, style: styles.date };
  if (field.kind === "choice") {
    return { value: field.options.find(({ id }) => id === value)?.label.vi ?? value, style: styles.text };
  }
  return { value, style: field.kind === "code" ? styles.code : styles.text };
}

function isExactNumber(decimal: string): boolean {
  return decimal.replace(/^-?0*|\./g, "").length <= exactDigits;
}

/** The value of many units: long lists are counted here, and stand in full among their sources. */
export function figureCell(figure: Figure, field: Field): CellDescription {
  const { value, aggregator } = figure;
  if (value === null) return { value: "–", style: styles.centred };
  if (Array.isArray(value)) {
    return { value: `${value.length} ${listNoun(aggregator)}`, style: styles.centred };
  }
  if (typeof value === "object" && "numerator" in value) {
    if (value.denominator === 0) return { value: "–", style: styles.centred };
    return { value: value.numerator / value.denominator, style: styles.percent };
  }
  const cell = valueCell(value, field);
  return figure.estimated ? { ...cell, style: estimate(cell.style ?? styles.number) } : cell;
}

/** An estimate is marked in the cell itself, which stays a number. */
function estimate(style: CellStyle): CellStyle {
  return style.format === undefined ? style : { ...style, format: `"≈ "${style.format}` };
}

function listNoun(aggregator: Aggregator): string {
  return aggregator === "union" ? "đường dẫn" : "ý kiến";
}

/** Whether the figure is the plain sum of numbers that a formula can recompute to the same value. */
export function isRecomputable(figure: Figure): boolean {
  return (
    figure.aggregator === "sum" &&
    figure.value !== null &&
    figure.leaves.every(({ value }) => isExactNumber(String(value))) &&
    isExactNumber(String(figure.value))
  );
}

/** `193/197`: the units a figure stands on. */
export function coverageCell(
  { coverage }: Pick<Figure, "coverage">,
  style: CellStyle = styles.centred,
): CellDescription {
  return { value: `${coverage.reported}/${coverage.expected}`, style };
}
