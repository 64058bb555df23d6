import type { XmlElement } from "@rgrove/parse-xml";
import { NotADocxError, parsePart, readParts, type DocxParts } from "../docx/read-docx.ts";
import {
  paragraphFormat,
  runFormat,
  stylesOf,
  type ParagraphFormat,
  type RunFormat,
  type Styles,
} from "./word-style.ts";
import { attribute, child, children, descendants, numeric, toggle } from "./xml-query.ts";

/** A .docx as the layout check sees it: paragraphs with what they inherit worked out. */
export interface WordDocument {
  /** All of them in reading order, those in tables included. */
  readonly paragraphs: readonly WordParagraph[];
  readonly sections: readonly WordSection[];
}

export interface WordParagraph {
  /** From 1, as a person would count them. */
  readonly number: number;
  readonly text: string;
  /** The text as it is broken by hand. */
  readonly writtenLines: readonly string[];
  readonly runs: readonly WordRun[];
  readonly format: ParagraphFormat;
  readonly cell: WordCell | null;
  readonly pictures: readonly WordPicture[];
  /** Lines drawn as shapes in it, with their length in twips. */
  readonly lines: readonly number[];
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
}

export interface WordHeader {
  readonly hasPageNumber: boolean;
  readonly align: string;
  readonly size: number;
}

/** @throws {NotADocxError} */
export function readWordDocument(bytes: Uint8Array): WordDocument {
  const parts = readParts(bytes);
  const root = parsePart(parts["word/document.xml"] as string);
  const stylesPart = parts["word/styles.xml"];
  const styles = stylesOf(stylesPart === undefined ? null : parsePart(stylesPart));
  const theme = themeFont(parts);
  const body = child(root, "w:body");
  if (body === undefined) throw new NotADocxError("it has no body");
  const reader = new Reader(styles, theme);
  reader.blocks(children(body), null);
  const sections = [
    ...descendants(body, "w:sectPr").filter(
      (section) => (section.parent as XmlElement | null)?.name === "w:pPr",
    ),
    ...children(body, "w:sectPr"),
  ].map((section) => sectionOf(section, parts, styles));
  return { paragraphs: reader.paragraphs, sections };
}

/** The font “minor” text takes from the theme. */
function themeFont(parts: DocxParts): string | undefined {
  const name = Object.keys(parts).find((part) => /^word\/theme\/.*\.xml$/.test(part));
  const theme = name === undefined ? undefined : parsePart(parts[name] as string);
  const fonts = child(theme, "a:themeElements", "a:fontScheme", "a:minorFont", "a:latin");
  return attribute(fonts, "typeface");
}

class Reader {
  readonly paragraphs: WordParagraph[] = [];
  readonly #styles: Styles;
  readonly #theme: string | undefined;
  #tables = 0;

  constructor(styles: Styles, theme: string | undefined) {
    this.#styles = styles;
    this.#theme = theme;
  }

  blocks(elements: readonly XmlElement[], cell: WordCell | null): void {
    for (const element of elements) {
      if (element.name === "w:p") this.#paragraph(element, cell);
      else if (element.name === "w:tbl") this.#table(element);
      else if (element.name === "w:sdt") this.blocks(children(child(element, "w:sdtContent")), cell);
    }
  }

  #table(table: XmlElement): void {
    const id = this.#tables;
    this.#tables += 1;
    const properties = child(table, "w:tblPr");
    const grid = children(child(table, "w:tblGrid"), "w:gridCol").map(
      (column) => numeric(column, "w:w") ?? 0,
    );
    const borders = children(child(properties, "w:tblBorders"));
    const bordered = borders.some(
      (border) => !["nil", "none"].includes(attribute(border, "w:val") ?? "none"),
    );
    const style = child(properties, "w:tblStyle");
    for (const [rowIndex, row] of children(table, "w:tr").entries()) {
      let column = 0;
      const cells = children(row, "w:tc");
      for (const element of cells) {
        const tcPr = child(element, "w:tcPr");
        const span = numeric(child(tcPr, "w:gridSpan"), "w:val") ?? 1;
        const gridWidth = grid.slice(column, column + span).reduce((sum, part) => sum + part, 0);
        const width = numeric(child(tcPr, "w:tcW"), "w:w") ?? gridWidth;
        const margin = (side: string) =>
          numeric(child(tcPr, "w:tcMar", side), "w:w") ??
          numeric(child(properties, "w:tblCellMar", side), "w:w") ??
          defaultCellMargin;
        this.blocks(children(element), {
          table: id,
          row: rowIndex,
          column,
          columns: cells.length,
          width: width - margin("w:left") - margin("w:right"),
          bordered: bordered || style !== undefined,
          cantSplit: toggle(child(row, "w:trPr", "w:cantSplit")) === true,
        });
        column += span;
      }
    }
  }

  #paragraph(element: XmlElement, cell: WordCell | null): void {
    const pPr = child(element, "w:pPr");
    const style = this.#styles.paragraphStyle(attribute(child(pPr, "w:pStyle"), "w:val"));
    const format = { ...this.#styles.defaults.paragraph, ...style.paragraph, ...paragraphFormat(pPr) };
    const base = { ...this.#styles.defaults.run, ...style.run };
    const runs = runsOf(element).map((run) => this.#run(run, base));
    const text = runs.map((run) => run.text).join("");
    this.paragraphs.push({
      number: this.paragraphs.length + 1,
      text: text.replace(/\s+/g, " ").trim(),
      writtenLines: text.split("\n").map((line) => line.replace(/\s+/g, " ").trim()),
      runs: runs.filter((run) => run.text.trim() !== ""),
      format,
      cell,
      pictures: descendants(element, "wp:docPr")
        .filter((picture) => descendants(picture.parent as XmlElement, "pic:pic").length > 0)
        .map((picture) => ({ alt: attribute(picture, "descr") ?? "" })),
      lines: drawnLines(element),
    });
  }

  #run(run: XmlElement, base: RunFormat): WordRun {
    const rPr = child(run, "w:rPr");
    const character = this.#styles.characterStyle(attribute(child(rPr, "w:rStyle"), "w:val"));
    const format: RunFormat = { ...base, ...character, ...runFormat(rPr) };
    const font = format.font?.startsWith("theme:") ? (this.#theme ?? format.font) : format.font;
    const text = children(run)
      .map((piece) =>
        piece.name === "w:t"
          ? piece.text
          : /^w:(br|cr)$/.test(piece.name)
            ? "\n"
            : piece.name === "w:tab"
              ? " "
              : "",
      )
      .join("");
    return { ...format, font, text: format.capitals ? text.toLocaleUpperCase("vi") : text };
  }
}

const defaultCellMargin = 108;

/** Runs of a paragraph, those inside links, fields and insertions too. */
function runsOf(element: XmlElement): readonly XmlElement[] {
  return children(element).flatMap((each) => {
    if (each.name === "w:r") return [each];
    return /^w:(hyperlink|fldSimple|ins|smartTag|sdt|sdtContent)$/.test(each.name) ? runsOf(each) : [];
  });
}

const emuPerTwip = 635;

/** Shapes much wider than high: how rules are drawn by hand in Word. */
function drawnLines(element: XmlElement): readonly number[] {
  const drawings = descendants(element, "w:drawing").flatMap((drawing) => {
    const extent = descendants(drawing, "wp:extent")[0];
    const isPicture = descendants(drawing, "pic:pic").length > 0;
    const width = (numeric(extent, "cx") ?? 0) / emuPerTwip;
    const height = (numeric(extent, "cy") ?? 0) / emuPerTwip;
    return !isPicture && width > 100 && height < 60 ? [width] : [];
  });
  const older = descendants(element, "v:line").flatMap((line) => {
    const [from, to] = ["from", "to"].map((name) => Number.parseFloat(attribute(line, name) ?? "NaN"));
    return from !== undefined && to !== undefined && Number.isFinite(to - from)
      ? [Math.abs(to - from) * 20]
      : [];
  });
  return [...drawings, ...older];
}

function sectionOf(section: XmlElement, parts: DocxParts, styles: Styles): WordSection {
  const size = child(section, "w:pgSz");
  const margins = child(section, "w:pgMar");
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

function headerOf(part: XmlElement, styles: Styles): WordHeader {
  const paragraph =
    descendants(part, "w:p").find((each) => hasPageNumber(each)) ?? descendants(part, "w:p")[0];
  const pPr = child(paragraph, "w:pPr");
  const style = styles.paragraphStyle(attribute(child(pPr, "w:pStyle"), "w:val"));
  const run = paragraph === undefined ? undefined : descendants(paragraph, "w:r")[0];
  const size = { ...styles.defaults.run, ...style.run, ...runFormat(child(run, "w:rPr")) }.size;
  const align = { ...styles.defaults.paragraph, ...style.paragraph, ...paragraphFormat(pPr) }.align;
  return { hasPageNumber: hasPageNumber(part), align: align ?? "left", size: size ?? 10 };
}
