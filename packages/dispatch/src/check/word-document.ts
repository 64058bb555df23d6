import type { XmlElement } from "@rgrove/parse-xml";
import { NotADocxError, parsePart, readParts, type DocxParts } from "../docx/read-docx.ts";
import type { DrawnLine } from "./drawn-line.ts";
import { columnsByTabs } from "./tabbed-columns.ts";
import { WordLists } from "./word-numbering.ts";
import { WordReader } from "./word-reader.ts";
import { sectionOf, type WordSection } from "./word-section.ts";
import { stylesOf, type ParagraphFormat, type RunFormat } from "./word-style.ts";
import { attribute, child, children, descendants } from "./xml-query.ts";

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

/** @throws {NotADocxError} */
export function readWordDocument(bytes: Uint8Array): WordDocument {
  const parts = readParts(bytes);
  const root = parsePart(parts["word/document.xml"] as string);
  const stylesPart = parts["word/styles.xml"];
  const styles = stylesOf(stylesPart === undefined ? null : parsePart(stylesPart));
  const lists = parts["word/numbering.xml"];
  const body = child(root, "w:body");
  if (body === undefined) throw new NotADocxError("it has no body");
  const reader = new WordReader(
    styles,
    themeFont(parts),
    new WordLists(lists === undefined ? null : parsePart(lists)),
  );
  reader.blocks(children(body), null);
  const sections = [
    ...descendants(body, "w:sectPr").filter(
      (section) => (section.parent as XmlElement | null)?.name === "w:pPr",
    ),
    ...children(body, "w:sectPr"),
  ].map((section) => sectionOf(section, parts, styles));
  const [first] = sections;
  const width = first === undefined ? 9000 : first.width - first.left - first.right;
  return { paragraphs: columnsByTabs(reader.paragraphs, width), sections, textWidth: width };
}

/** The font “minor” text takes from the theme. */
function themeFont(parts: DocxParts): string | undefined {
  const name = Object.keys(parts).find((part) => /^word\/theme\/.*\.xml$/.test(part));
  const theme = name === undefined ? undefined : parsePart(parts[name] as string);
  const fonts = child(theme, "a:themeElements", "a:fontScheme", "a:minorFont", "a:latin");
  return attribute(fonts, "typeface");
}
