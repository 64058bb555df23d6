import type { CellRange } from "./cell-address.ts";
import type { SheetVisibility } from "./sheet.ts";

/** Where sheets go: a workbook's bytes, a Google spreadsheet, memory in a test. */
export interface SheetSink<Result> {
  readonly capabilities: SheetSinkCapabilities;
  /** Writes the whole description; text is always written as text, whatever it starts with. */
  write(workbook: WorkbookDescription): Promise<Result>;
}

/** What a sink can write. Asking for what it cannot is refused before anything is written. */
export interface SheetSinkCapabilities {
  readonly pictures: boolean;
  readonly protection: boolean;
  readonly validations: boolean;
}

/** A workbook to be written, as plain data: one can read it, print it as JSON, compare it. */
export interface WorkbookDescription {
  readonly title: string;
  readonly sheets: readonly SheetDescription[];
  /** Defined names: name → reference such as `'Danh mục'!$A$2:$A$9`. */
  readonly names?: Readonly<Record<string, string>>;
}

/** One sheet to be written. Rows and columns count from 0; what is absent is not there. */
export interface SheetDescription {
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  readonly name: string;
  readonly visibility?: SheetVisibility;
  readonly columns?: readonly ColumnDescription[];
  readonly rows: readonly RowDescription[];
  readonly merges?: readonly CellRange[];
  /** How many rows and columns stay in sight when scrolling. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Locked except where a style says `locked: false`. A password keeps slips out, not people. */
  readonly protection?: { readonly password?: string };
  readonly validations?: readonly ValidationDescription[];
  readonly conditionalFormats?: readonly ConditionalFormatDescription[];
  readonly filter?: CellRange;
  readonly print?: PrintDescription;
  readonly pictures?: readonly PictureDescription[];
}

/** One column, from the left; what is absent is as the program has it by default. */
export interface ColumnDescription {
  /** In characters of the default font. */
  readonly width?: number;
  readonly hidden?: boolean;
}

/** One row, from the top. */
export interface RowDescription {
  /** In points. */
  readonly height?: number;
  readonly hidden?: boolean;
  /** By column from 0; `null` is a blank cell without a style. */
  readonly cells: readonly (CellDescription | null)[];
}

/** One cell to be written. `null` is a blank cell, 0 is a number. */
export interface CellDescription {
  /** A date is `YYYY-MM-DD` in an object, so that it is never mistaken for text. */
  readonly value: string | number | boolean | { readonly date: string } | null;
  /** Written by us only, never from outside; without `=`. `value` is then its cached result. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** A web address, or `#'Sheet'!A1` for a place in this workbook. */
  readonly link?: string;
  readonly comment?: string;
}

/** Absent means the program's default. Colours are `RRGGBB`. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  /** The font's name, such as `Times New Roman`. */
  readonly font?: string;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly valign?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  readonly border?: boolean;
  /** `#,##0`, `dd/mm/yyyy`, `@`. */
  readonly format?: string;
  /** `false` lets people type although the sheet is protected. */
  readonly locked?: boolean;
}

/**
 * What cells of a range take. Programs that fill in forms do not always hold to it, so returns are
 * judged again when they are read.
 */
export interface ValidationDescription {
  readonly range: CellRange;
  readonly rule:
    | { readonly kind: "whole" | "decimal"; readonly min?: number; readonly max?: number }
    | { readonly kind: "date"; readonly from?: string; readonly to?: string }
    /** `source` is a range such as `'Danh mục'!$A$2:$A$400`; a list of values has no length limit that way. */
    | { readonly kind: "list"; readonly values?: readonly string[]; readonly source?: string }
    | { readonly kind: "textLength"; readonly max: number };
  readonly allowBlank: boolean;
  /** Shown when the cell is selected. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown when the value is refused; without it the value is only warned about. */
  readonly error?: { readonly title: string; readonly text: string };
}

/** A style that cells take on while a formula holds. */
export interface ConditionalFormatDescription {
  readonly range: CellRange;
  /** A formula relative to the range's first cell, without `=`. */
  readonly formula: string;
  readonly style: CellStyle;
}

/** How a sheet is laid out on paper (A4). */
export interface PrintDescription {
  readonly orientation: "portrait" | "landscape";
  /** Rows from 0, repeated on each page. */
  readonly titleRows?: { readonly from: number; readonly to: number };
  readonly fitToWidth?: boolean;
  /** Printed at the foot of each page; `&P` is the page, `&N` the number of pages. */
  readonly footer?: string;
}

/** A PNG laid over the sheet with its upper left corner at a cell; `alt` is what screen readers say. */
export interface PictureDescription {
  readonly png: Uint8Array;
  readonly at: CellRange["from"];
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}
