import { printAddress, type Cell, type CellExtras } from "@chiendich/core";
import type { SharedText, SharedStrings } from "../package/shared-strings.ts";
import type { CellStyles } from "../package/styles.ts";
import type { IssueLog } from "./issue-log.ts";
import { dateSerial, serialDate } from "./serial-date.ts";
import { notesOn, unescapeText } from "./text.ts";

/** The `t` of a cell: number, shared string, formula text, inline text, boolean, error, ISO date. */
export type CellKind = "n" | "s" | "str" | "inlineStr" | "b" | "e" | "d";

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Turns what a cell's XML says into a cell. Both ways of reading a sheet end here, so that they
 * cannot differ in what a value means.
 */
export class CellBuilder {
  private readonly styles: CellStyles;
  private readonly strings: SharedStrings;
  private readonly epoch: 1900 | 1904;
  private readonly log: IssueLog;

  constructor(styles: CellStyles, strings: SharedStrings, epoch: 1900 | 1904, log: IssueLog) {
    this.styles = styles;
    this.strings = strings;
    this.epoch = epoch;
    this.log = log;
  }

  /** @param raw the characters of `<v>` or of the inline text, entities resolved; `null` when absent */
  build(
    kind: CellKind,
    raw: string | null,
    style: number,
    row: number,
    column: number,
    formula?: string,
  ): Cell | undefined {
    if (raw === null || (raw === "" && kind !== "str" && kind !== "inlineStr")) {
      if (formula === undefined) return undefined;
      return { type: "empty", value: null, ...this.extras(style, formula) };
    }
    switch (kind) {
      case "n":
        return this.numberFrom(raw, style, row, column, formula);
      case "s":
        return this.shared(raw, style, row, column, formula);
      case "str":
      case "inlineStr":
        return this.text(
          { value: unescapeText(raw), notes: notesOn(unescapeText(raw)) },
          style,
          row,
          column,
          formula,
        );
      case "b":
        if (raw === "1" || raw === "true")
          return { type: "boolean", value: true, ...this.extras(style, formula) };
        if (raw === "0" || raw === "false")
          return { type: "boolean", value: false, ...this.extras(style, formula) };
        return this.invalid(raw, "boolean", style, row, column, formula);
      case "e":
        return { type: "error", value: raw, ...this.extras(style, formula) };
      case "d": {
        const serial = dateSerial(raw, this.epoch);
        if (serial === null) return this.invalid(raw, "date", style, row, column, formula);
        return this.number(serial, style, row, column, formula);
      }
    }
  }

  /** The fast way in for the commonest cell: a number already read from its digits. */
  number(stored: number, style: number, row: number, column: number, formula?: string): Cell {
    // A negative zero is a zero to everybody but JavaScript.
    const value = stored === 0 ? 0 : stored;
    const format = this.styles.formats[style];
    if (format === undefined) {
      return formula === undefined ? { type: "number", value } : { type: "number", value, formula };
    }
    if (this.styles.isDate[style] === true) {
      const date = serialDate(value, this.epoch);
      if (date !== null) {
        return formula === undefined
          ? { type: "date", value: date, serial: value, format }
          : { type: "date", value: date, serial: value, formula, format };
      }
      this.log.add("workbook_date_impossible", printAddress({ row, column }), { serial: value });
    }
    return formula === undefined
      ? { type: "number", value, format }
      : { type: "number", value, formula, format };
  }

  /** @param index of the shared string */
  sharedText(index: number, style: number, row: number, column: number, formula?: string): Cell | undefined {
    const text = this.strings.at(index);
    if (text !== undefined) {
      if (formula !== undefined || text.notes !== null) return this.text(text, style, row, column, formula);
      // Labels stand in thousands of cells alike; cells are never changed, so one object does for all.
      if (text.label !== undefined && text.labelStyle === style) return text.label;
      text.labelStyle = style;
      return (text.label = this.text(text, style, row, column));
    }
    this.log.add("workbook_string_missing", printAddress({ row, column }), { index: String(index) });
    return undefined;
  }

  /** A text with the runs of a rich one. */
  text(text: SharedText, style: number, row: number, column: number, formula?: string): Cell {
    if (text.notes !== null) this.note(text, row, column);
    const { value, runs } = text;
    const format = this.styles.formats[style];
    const font = text.font ?? this.styles.fonts[style];
    if (formula === undefined && format === undefined && runs === undefined) {
      return font === undefined ? { type: "text", value } : { type: "text", value, font };
    }
    const cell: Writable<CellExtras> & { type: "text"; value: string } = { type: "text", value };
    if (formula !== undefined) cell.formula = formula;
    if (format !== undefined) cell.format = format;
    if (font !== undefined) cell.font = font;
    if (runs !== undefined) cell.runs = runs;
    return cell;
  }

  private shared(
    raw: string,
    style: number,
    row: number,
    column: number,
    formula?: string,
  ): Cell | undefined {
    if (/^\d+$/.test(raw)) return this.sharedText(Number(raw), style, row, column, formula);
    this.log.add("workbook_string_missing", printAddress({ row, column }), { index: raw });
    return undefined;
  }

  private numberFrom(raw: string, style: number, row: number, column: number, formula?: string): Cell {
    const trimmed = raw.trim();
    if (!NUMBER.test(trimmed)) return this.invalid(raw, "number", style, row, column, formula);
    const value = Number(trimmed);
    if (!Number.isFinite(value)) {
      this.log.add("workbook_number_too_large", printAddress({ row, column }), { raw: raw.slice(0, 60) });
      return this.text({ value: raw, notes: null }, style, row, column, formula);
    }
    if (!Number.isSafeInteger(value) && /^[+-]?\d+$/.test(trimmed)) {
      this.log.add("workbook_number_imprecise", printAddress({ row, column }), { raw: raw.slice(0, 60) });
    }
    return this.number(value, style, row, column, formula);
  }

  private invalid(
    raw: string,
    type: string,
    style: number,
    row: number,
    column: number,
    formula?: string,
  ): Cell {
    this.log.add("workbook_value_invalid", printAddress({ row, column }), { raw: raw.slice(0, 60), type });
    return this.text({ value: raw, notes: null }, style, row, column, formula);
  }

  private extras(style: number, formula: string | undefined): CellExtras {
    const format = this.styles.formats[style];
    if (formula === undefined) return format === undefined ? {} : { format };
    return format === undefined ? { formula } : { formula, format };
  }

  private note({ value, notes }: SharedText, row: number, column: number): void {
    if (notes === null) return;
    const cell = printAddress({ row, column });
    if (notes.hidden !== null) {
      this.log.add("workbook_text_has_hidden_characters", cell, { characters: notes.hidden });
    }
    if (notes.formulaLike)
      this.log.add("workbook_text_looks_like_formula", cell, { text: value.slice(0, 60) });
    if (notes.tooLong) this.log.add("workbook_text_too_long", cell, { length: value.length });
  }
}
