import type { XmlElement } from "@rgrove/parse-xml";
import { NotADocxError, parsePart, readParts, type DocxParts } from "../docx/read-docx.ts";
import { columnsByTabs } from "./tabbed-columns.ts";
import { WordLists } from "./word-numbering.ts";
import { WordReader } from "./word-reader.ts";
import { sectionOf } from "./word-section.ts";
import { stylesOf } from "./word-style.ts";
import { attribute, child, children, descendants } from "./xml-query.ts";

import type { WordDocument } from "./word-document.ts";

/** Reads what the layout check looks at. @throws {NotADocxError} */
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
