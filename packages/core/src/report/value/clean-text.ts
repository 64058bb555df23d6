import type { Cell } from "../../sheet/cell.ts";
import type { ReadableCell } from "./readable-cell.ts";

// Zero-width characters, bidi controls and overrides, soft hyphens, byte order marks.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// Control characters but tab, newline and carriage return; lone surrogates and non-characters.

const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Text as a person sees it: composed Unicode, without what is invisible, spaces and line breaks
 * made one space. What the cell really held stays in the answer's `raw`.
 */
export function cleanText(text: string): string {
  // Plain words with single spaces are clean as they stand, and most texts are that.
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text;
  return cleanLines(text).replace(/\s+/gu, " ").trim();
}

/** The same with line breaks kept: for narratives. */
export function cleanLines(text: string): string {
  return text
    .replace(invisible, "")
    .replace(unprintable, "")
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

/** What a cell holds, as text a person can read; blank for a cell without a value. */
export function shownText(cell: Cell | undefined): string {
  if (!cell || cell.value === null) return cell?.formula === undefined ? "" : `=${cell.formula}`;
  if (cell.type === "boolean") return cell.value ? "TRUE" : "FALSE";
  return String(cell.value);
}

/** The same as it stands in the file, for the record: text in a legacy charset undecoded. */
export function rawText(cell: ReadableCell | undefined): string {
  return cell?.original ?? shownText(cell);
}

/** Whether the cell counts in the account: it holds a value, or a formula that was never calculated. */
export function isFilled<Each extends Cell>(cell: Each | undefined): cell is Each {
  if (!cell) return false;
  if (cell.type === "empty") return cell.formula !== undefined;
  return cell.value !== "";
}
