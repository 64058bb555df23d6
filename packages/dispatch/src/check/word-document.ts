import type { DrawnLine } from "./drawn-line.ts";
import type { WordSection } from "./word-section.ts";
import type { ParagraphFormat, RunFormat } from "./word-style.ts";

/** A .docx as the layout check sees it: paragraphs with what they inherit worked out. */
export interface WordDocument {
  /** All of them in reading order, those in tables included. */
  readonly paragraphs: readonly WordParagraph[];
  readonly sections: readonly WordSection[];
  /** Between the margins of the first page, in twips. */
  readonly textWidth: number;
}

export interface WordParagraph {
  /** From 1, as a person would count them. */
  readonly number: number;
  /** Its words, with the label Word's own list puts before them; every blank is one space. */
  readonly text: string;
  /** As it was typed, with tabs and breaks. */
  readonly typed: string;
  /** The text as it is broken by hand. */
  readonly writtenLines: readonly string[];
  readonly runs: readonly WordRun[];
  readonly format: ParagraphFormat;
  readonly cell: WordCell | null;
  readonly pictures: readonly WordPicture[];
  /** Lines drawn as shapes in it. */
  readonly lines: readonly DrawnLine[];
  /** It holds a page break. */
  readonly startsPage: boolean;
}

export interface WordRun extends RunFormat {
  readonly text: string;
}

/** The table cell a paragraph stands in. `width` in twips, margins taken off. */
export interface WordCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly width: number;
  readonly bordered: boolean;
  readonly cantSplit: boolean;
}

export interface WordPicture {
  readonly alt: string;
}
