import type { Cell } from "../../sheet/cell.ts";

// Zero-width characters, bidi controls and overrides, soft hyphens, byte order marks.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// Control characters but tab, newline and carriage return; lone surrogates and non-characters.

const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Text as a person sees it: composed Unicode, without what is invisible, spaces and line breaks
 * made one space. What the cell really held stays in the answer's `raw`.
 */
export function cleanText(text: string): string {
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

/** What a cell holds, as text, for people and for the record; blank for a cell without a value. */
export function rawText(cell: Cell | undefined): string {
  if (!cell || cell.value === null) return cell?.formula === undefined ? "" : `=${cell.formula}`;
  if (cell.type === "boolean") return cell.value ? "TRUE" : "FALSE";
  return String(cell.value);
}

/** Whether the cell counts in the account: it holds a value, or a formula that was never calculated. */
export function isFilled(cell: Cell | undefined): cell is Cell {
  if (!cell) return false;
  if (cell.type === "empty") return cell.formula !== undefined;
  return cell.value !== "";
}
