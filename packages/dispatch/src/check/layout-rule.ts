import type { IssueCode, LayoutWords } from "@chiendich/core";
import type { DispatchParts } from "./dispatch-parts.ts";
import type { WordDocument, WordParagraph } from "./word-document.ts";

/** The code of a layout rule: that of its issue. */
export type LayoutRuleCode = Extract<IssueCode, `layout_${string}`>;

/** One place where a rule was looked at. */
export interface Measurement {
  readonly held: boolean;
  /** The paragraph; null for the document as a whole. */
  readonly paragraph: WordParagraph | null;
  readonly expected: LayoutWords;
  readonly measured: LayoutWords;
}

export interface LayoutRule {
  readonly code: LayoutRuleCode;
  /** Number of the component in the decree's drawing; null for what has none. */
  readonly box: string | null;
  /** Every place it applies to; none when the document has no such component. */
  readonly measure: (parts: DispatchParts, document: WordDocument) => readonly Measurement[];
}

/** The same in both languages: numbers, names. */
export const same = (text: string): LayoutWords => ({ vi: text, en: text });

/** What was looked for and is not there. */
export const missing: LayoutWords = { vi: "không có", en: "none" };

/** `1,27 cm` of a length in twips. */
export function centimetres(twips: number): LayoutWords {
  const text = ((twips / 1440) * 2.54).toFixed(2);
  return { vi: `${text.replace(".", ",")} cm`, en: `${text} cm` };
}
