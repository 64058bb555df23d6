/**
 * One cell as the file holds it, before anybody interprets it. `value` by type:
 *
 * - `text`: the characters, rich text joined
 * - `number`: a double, as stored; `00127` shown by a format is 127 here and the format says `00000`
 * - `boolean`
 * - `date`: local date or date and time without zone, `2024-11-09` or `2024-11-09T08:30:00`, with its serial as
 *   the file holds it (its epoch is `Sheet.dateEpoch`). A time of day or a duration has no date: it stays a
 *   number, a fraction of a day, and its format says `hh:mm` or `[h]:mm`
 * - `error`: the error's text, `#DIV/0!`
 * - `empty`: no value; only for a formula that was never calculated, or a cell that has a comment or a link
 */
export type Cell = CellContent & CellExtras;

/** What a cell holds, by its type; see `Cell`. */
export type CellContent =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "date"; readonly value: string; readonly serial: number }
  | { readonly type: "error"; readonly value: string }
  | { readonly type: "empty"; readonly value: null };

/**
 * What a cell carries besides its content; each is absent when there is none, or when the source
 * cannot tell.
 */
export interface CellExtras {
  /** The formula's text without `=`. With `type: "empty"` it was never calculated, which is not the same as blank. */
  readonly formula?: string | undefined;
  /** The number format, such as `#,##0` or `dd/mm/yyyy`; absent when General. */
  readonly format?: string | undefined;
  readonly link?: string | undefined;
  readonly comment?: string | undefined;
  /** The font of a text, where the source knows it: `.VnTime` and `VNI-Times` mean a legacy charset. */
  readonly font?: string | undefined;
  /** The parts of a rich text, only when they differ in font; joined they give `value`. */
  readonly runs?: readonly TextRun[] | undefined;
}

/** A stretch of a rich text in one font; the font is absent when it is the cell's own. */
export interface TextRun {
  readonly text: string;
  readonly font?: string | undefined;
}
