import type {
  AppendixBlock,
  Block,
  Columns,
  Inline,
  ParagraphBlock,
  Picture,
} from "../document/document-tree.ts";
import { plainText, text } from "../document/document-tree.ts";
import { components } from "../layout/component.ts";
import { fit } from "../layout/fit.ts";
import { linksOnNewLines } from "../layout/link-break.ts";
import { columnGap, letterheadColumns, signOffColumns, textWidth } from "../layout/page.ts";
import { paragraphXml, ruleXml, type ParagraphFormat } from "./paragraph.ts";
import { pictureXml } from "./picture.ts";
import { gapBeforeTable, keeping, type Place } from "./place.ts";
import { copiesXml, recipientsXml } from "./recipients.ts";
import { landscapeWidth, sectionBreakXml } from "./section.ts";
import { tableXml } from "./table.ts";

/** The XML of one block. Pieces with the same key are the same text, so they are made and deflated once. */
export interface Piece {
  readonly xml: string;
  /** Null for what may differ from one document to the next. */
  readonly key: string | null;
}

/** Blocks that come again in many documents, and what was written of them. */
export interface KnownBlocks {
  /** Name of a block that is the same in every document. */
  readonly names: ReadonlyMap<Block, string>;
  readonly written: Map<string, string>;
  /** Pictures, too, are the same in every document. */
  readonly sharedPictures: boolean;
}

const nothingKnown: KnownBlocks = { names: new Map(), written: new Map(), sharedPictures: false };

/** What is between `<w:body>` and the properties of the last section. */
export interface Body {
  readonly pieces: readonly Piece[];
  /** Of the last section. */
  readonly landscape: boolean;
}

/**
 * @param drawings where counting of drawings goes on; the same for all parts of one document
 */
export function bodyOf(
  blocks: readonly Block[],
  pictures: Readonly<Record<string, Picture>>,
  drawings: { next: number } = { next: 1 },
  known: KnownBlocks = nothingKnown,
): Body {
  let landscape = false;
  const pieces = blocks.map((block, index): Piece => {
    const next = blocks[index + 1];
    const ended = landscape;
    if (block.kind === "appendix") landscape = block.landscape;
    const place: Place = {
      width: landscape ? landscapeWidth : textWidth,
      keepNext: leadsTo(block, next),
      beforeTable: next?.kind === "table",
      pictures,
      drawings,
    };
    const write = () =>
      block.kind === "appendix"
        ? sectionBreakXml(ended) + appendixXml(block, place.beforeTable ? { after: gapBeforeTable } : {})
        : blockXml(block, place);
    return writeOnce(block, place, ended, known, write);
  });
  return { pieces, landscape };
}

function writeOnce(
  block: Block,
  place: Place,
  ended: boolean,
  known: KnownBlocks,
  write: () => string,
): Piece {
  const name = known.names.get(block);
  const pictured = hasPicture(block);
  if (name === undefined || (pictured && !known.sharedPictures)) return { xml: write(), key: null };
  const switches = [place.keepNext, place.beforeTable, ended].map((on) => (on ? 1 : 0)).join("");
  const key = `${name},${place.width},${switches}${pictured ? `,${place.drawings.next}` : ""}`;
  const before = known.written.get(key);
  if (before === undefined) {
    const xml = write();
    known.written.set(key, xml);
    return { xml, key };
  }
  if (pictured) place.drawings.next += before.split("<w:drawing>").length - 1;
  return { xml: before, key };
}

/** Drawings carry an id that is theirs alone in a document, so their text is not the same twice. */
function hasPicture(block: Block): boolean {
  if (block.kind === "picture") return true;
  if (block.kind === "signOff") return [...block.left, ...block.right].some(hasPicture);
  return (
    block.kind === "letterhead" && block.rows.some((row) => [...row.left, ...row.right].some(hasPicture))
  );
}

/**
 * Whether a block must stay with the next: words that announce what follows, and the end of the text,
 * which must not leave the signature alone on its page.
 */
function leadsTo(block: Block, next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (["signOff", "picture", "table"].includes(next.kind)) return true;
  return block.kind === "paragraph" && plainText(block.content).endsWith(":");
}

function blockXml(block: Block, place: Place): string {
  switch (block.kind) {
    case "paragraph":
      return fittedXml(block, place);
    case "letterhead":
      return gridXml(block.rows, letterheadColumns, 0, place);
    case "signOff":
      return gridXml([block], signOffColumns, gapAboveSignOff, { ...place, keepNext: false });
    case "recipients":
      return recipientsXml(block);
    case "copies":
      return copiesXml(block, place);
    case "table":
      return tableXml(block, place);
    case "picture":
      return pictureXml(block, place);
    case "signatureSpace":
      return Array.from({ length: 4 }, () => paragraphXml("signer", [], keeping(place))).join("");
    case "pageBreak":
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    case "appendix":
      return appendixXml(block, {});
  }
}

/** A paragraph, stepped down in size when its line would not fit its column, with its rule. */
function fittedXml({ component, content }: ParagraphBlock, place: Place): string {
  const { rule, size, body } = components[component];
  if (body)
    return paragraphXml(
      component,
      linksOnNewLines(content, components[component], place.width),
      keeping(place),
    );
  const fitted = fit(plainText(content), components[component], place.width);
  const smaller = fitted.size === size ? {} : { size: fitted.size };
  const xml = paragraphXml(component, broken(content, fitted.lines), { ...keeping(place), ...smaller });
  return rule === null ? xml : xml + ruleXml(fitted.ruleIndent ?? 0);
}

/** Words of one kind broken into these lines; of several kinds, as the program breaks them. */
function broken(content: readonly Inline[], lines: readonly string[]): readonly Inline[] {
  const [only] = content;
  if (content.length !== 1 || only?.kind !== "text" || lines.length === 1) return content;
  return lines.flatMap((line, index): Inline[] => [
    ...(index > 0 ? [{ kind: "break" } as const] : []),
    { ...only, text: line },
  ]);
}

function blocksXml(blocks: readonly Block[], place: Place): string {
  // A table cell must hold a paragraph.
  return blocks.map((block) => blockXml(block, place)).join("") || paragraphXml("cell", []);
}

/** In twips. */
const gapAboveSignOff = 200;

/** Rows of two columns without borders; a row is never broken across pages. */
function gridXml(
  rows: readonly Columns[],
  [left, right]: readonly [number, number],
  gapAbove: number,
  place: Place,
): string {
  const cell = (blocks: readonly Block[], width: number, gap: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>` +
    `${gap === 0 ? "" : `<w:tcMar><w:right w:w="${gap}" w:type="dxa"/></w:tcMar>`}</w:tcPr>` +
    `${blocksXml(blocks, { ...place, width: width - gap })}</w:tc>`;
  const xml = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(row.left, left, columnGap)}${cell(row.right, right, 0)}</w:tr>`,
  );
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${left + right}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>` +
    `<w:top w:w="${gapAbove}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>` +
    `</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${left}"/><w:gridCol w:w="${right}"/></w:tblGrid>${xml.join("")}</w:tbl>`
  );
}

function appendixXml({ number, title, attached }: AppendixBlock, last: ParagraphFormat): string {
  const name = paragraphXml("appendix", [text(number === null ? "Phụ lục" : `Phụ lục ${number}`)]);
  const capitals = [text(title.toLocaleUpperCase("vi"))];
  if (attached === null) return name + paragraphXml("appendixTitle", capitals, last);
  return (
    name + paragraphXml("appendixTitle", capitals) + paragraphXml("attached", [text(`(${attached})`)], last)
  );
}
