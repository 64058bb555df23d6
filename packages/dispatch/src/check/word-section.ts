import type { XmlElement } from "@rgrove/parse-xml";
import { parsePart, type DocxParts } from "../docx/read-docx.ts";
import { paragraphFormat, runFormat, type Styles } from "./word-style.ts";
import { attribute, child, children, descendants, numeric, toggle } from "./xml-query.ts";

/** Measures in twips. */
export interface WordSection {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly titlePage: boolean;
  readonly header: WordHeader | null;
  readonly firstHeader: WordHeader | null;
  /** A page number in the footer: the decree wants it in the top margin. */
  readonly numberInFooter: boolean;
  /** How page numbers are written: `decimal`, `upperRoman`. */
  readonly numberFormat: string;
  /** What the section counts from; null when it goes on from the one before. */
  readonly numberStart: number | null;
}

export interface WordHeader {
  readonly hasPageNumber: boolean;
  readonly align: string;
  readonly size: number;
  /** Neither bold nor italic. */
  readonly plain: boolean;
}

/** Page, margins and page numbers of a section. */
export function sectionOf(section: XmlElement, parts: DocxParts, styles: Styles): WordSection {
  const size = child(section, "w:pgSz");
  const margins = child(section, "w:pgMar");
  const numbers = child(section, "w:pgNumType");
  const header = (type: string) => {
    const reference = children(section, "w:headerReference").find(
      (each) => (attribute(each, "w:type") ?? "default") === type,
    );
    const part = partOf(reference, parts);
    return part === null ? null : headerOf(part, styles);
  };
  const footers = children(section, "w:footerReference").map((reference) => partOf(reference, parts));
  return {
    width: numeric(size, "w:w") ?? 0,
    height: numeric(size, "w:h") ?? 0,
    top: numeric(margins, "w:top") ?? 0,
    right: numeric(margins, "w:right") ?? 0,
    bottom: numeric(margins, "w:bottom") ?? 0,
    left: numeric(margins, "w:left") ?? 0,
    titlePage: toggle(child(section, "w:titlePg")) === true,
    header: header("default"),
    firstHeader: header("first"),
    numberFormat: attribute(numbers, "w:fmt") ?? "decimal",
    numberStart: numeric(numbers, "w:start") ?? null,
    numberInFooter: footers.some((part) => part !== null && hasPageNumber(part)),
  };
}

function partOf(reference: XmlElement | undefined, parts: DocxParts): XmlElement | null {
  const id = attribute(reference, "r:id");
  const relations = parts["word/_rels/document.xml.rels"];
  if (id === undefined || relations === undefined) return null;
  const relation = children(parsePart(relations)).find((each) => attribute(each, "Id") === id);
  const target = attribute(relation, "Target");
  const part = target === undefined ? undefined : parts[`word/${target.replace(/^\/?(word\/)?/, "")}`];
  return part === undefined ? null : parsePart(part);
}

function hasPageNumber(part: XmlElement): boolean {
  const instructions = [
    ...descendants(part, "w:instrText").map((instruction) => instruction.text),
    ...descendants(part, "w:fldSimple").map((field) => attribute(field, "w:instr") ?? ""),
  ];
  return instructions.some((instruction) => /\bPAGE\b/.test(instruction));
}

/** Word puts the number into a frame of its own, or after a tab stop in the middle, or centres it. */
function headerOf(part: XmlElement, styles: Styles): WordHeader {
  const paragraph =
    descendants(part, "w:p").find((each) => hasPageNumber(each)) ?? descendants(part, "w:p")[0];
  const pPr = child(paragraph, "w:pPr");
  const style = styles.paragraphStyle(attribute(child(pPr, "w:pStyle"), "w:val"));
  const runs = paragraph === undefined ? [] : descendants(paragraph, "w:r");
  const rPr = child(runs.find((each) => hasPageNumber(each)) ?? runs[0], "w:rPr");
  const character = styles.characterStyle(attribute(child(rPr, "w:rStyle"), "w:val"));
  const run = { ...styles.defaults.run, ...style.run, ...character, ...runFormat(rPr) };
  const format = { ...styles.defaults.paragraph, ...style.paragraph, ...paragraphFormat(pPr) };
  const framed = attribute(child(pPr, "w:framePr"), "w:xAlign");
  const tabbed = runs.filter((each) => child(each, "w:tab")).length === 1 && centredTab(pPr);
  return {
    hasPageNumber: hasPageNumber(part),
    align: framed ?? (tabbed ? "center" : (format.align ?? "left")),
    size: run.size ?? 10,
    plain: !run.bold && !run.italic,
  };
}

const centredTab = (pPr: XmlElement | undefined) =>
  children(child(pPr, "w:tabs"), "w:tab").some((tab) => attribute(tab, "w:val") === "center");
