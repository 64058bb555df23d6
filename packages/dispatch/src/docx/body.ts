import type {
  AppendixBlock,
  Block,
  Columns,
  Inline,
  ParagraphBlock,
  Picture,
} from "../document/document-tree.ts";
import { announces, plainText, text } from "../document/document-tree.ts";
import { components } from "../layout/component.ts";
import { anchoredAfterHead } from "../layout/anchored.ts";
import { fit } from "../layout/fit.ts";
import { linksOnNewLines } from "../layout/link-break.ts";
import { columnGap, letterheadColumns, signOffColumns, textWidth } from "../layout/page.ts";
import { paragraphXml, ruleXml, type ParagraphFormat } from "./paragraph.ts";
import { drawingId, pictureXml } from "./picture.ts";
import { gapBeforeTable, keeping, type Place } from "./place.ts";
import { copiesXml, recipientsXml } from "./recipients.ts";
import { landscapeWidth, sectionBreakXml } from "./section.ts";
import { contactXml, stampXml } from "./stamp.ts";
import { tableXml } from "./table.ts";

/** A stretch of the document's XML. */
export interface Piece {
  readonly xml: string;
  /** Pieces with the same key are the same text, so they are deflated once; null for what is this letter's alone. */
  readonly key: string | null;
}

/** Blocks that come again in many letters, with what was written of them by what their place changes. */
export type KnownBlocks = Pick<WeakMap<Block, KnownBlock>, "get">;

export interface KnownBlock {
  /** Null for a block of some letters only: it is written once, but not deflated once. */
  readonly key: string | null;
  readonly written: Map<number, readonly Piece[]>;
}

/** What is between `<w:body>` and the properties of the last section. */
export interface Body {
  readonly pieces: readonly Piece[];
  /** Of the last section. */
  readonly landscape: boolean;
}

/** Numbers drawings, each with one of its own within a document. */
export interface DrawingCount {
  next: number;
  /** Every document counts alike, so that a number, too, is the same text in many letters. */
  readonly alike: boolean;
}

export const countFromOne = (): DrawingCount => ({ next: 1, alike: true });

/**
 * @param drawings where counting of drawings goes on; the same for all parts of one document
 */
export function bodyOf(
  blocks: readonly Block[],
  pictures: Readonly<Record<string, Picture>>,
  drawings: DrawingCount = countFromOne(),
  known?: KnownBlocks,
): Body {
  let landscape = false;
  const pieces: Piece[] = [];
  const ordered = anchoredAfterHead(blocks);
  let next: Block | undefined = ordered[0];
  for (let index = 1; next !== undefined; index += 1) {
    const block = next;
    next = ordered[index];
    const ended = landscape;
    if (block.kind === "appendix") landscape = block.landscape;
    const place: TopPlace = {
      keepNext: leadsTo(block, next),
      beforeTable: next?.kind === "table",
      landscape,
      ended,
    };
    for (const piece of writeOnce(block, place, pictures, known?.get(block)))
      pieces.push(piece === drawingNumber ? nextNumber(drawings) : piece);
  }
  return { pieces, landscape };
}

/** Stands for the number of a drawing, which is its own in each document. */
const drawingNumber: Piece = { xml: "", key: null };

function nextNumber(drawings: DrawingCount): Piece {
  const number = String(drawings.next);
  drawings.next += 1;
  return { xml: number, key: drawings.alike ? `#${number}` : null };
}

/** What a block's place in the document changes of it. */
interface TopPlace extends Pick<Place, "keepNext" | "beforeTable"> {
  readonly landscape: boolean;
  /** Whether the section that ends before this block lay landscape. */
  readonly ended: boolean;
}

function writeOnce(
  block: Block,
  place: TopPlace,
  pictures: Place["pictures"],
  known: KnownBlock | undefined,
): readonly Piece[] {
  if (known === undefined) return piecesOf(topLevelXml(block, place, pictures), null);
  const { keepNext, beforeTable, landscape, ended } = place;
  const variant = (keepNext ? 1 : 0) + (beforeTable ? 2 : 0) + (landscape ? 4 : 0) + (ended ? 8 : 0);
  const before = known.written.get(variant);
  if (before !== undefined) return before;
  const key = known.key === null ? null : `${known.key}.${variant}`;
  const pieces = piecesOf(topLevelXml(block, place, pictures), key);
  known.written.set(variant, pieces);
  return pieces;
}

function piecesOf(xml: string, key: string | null): readonly Piece[] {
  return xml.split(drawingId).flatMap((part, index): readonly Piece[] => {
    const piece = { xml: part, key: key === null ? null : `${key}.${index}` };
    return index === 0 ? [piece] : [drawingNumber, piece];
  });
}

function topLevelXml(
  block: Block,
  { keepNext, beforeTable, landscape, ended }: TopPlace,
  pictures: Place["pictures"],
): string {
  const place = { width: landscape ? landscapeWidth : textWidth, keepNext, beforeTable, pictures };
  if (block.kind !== "appendix") return blockXml(block, place);
  return sectionBreakXml(ended) + appendixXml(block, beforeTable ? { after: gapBeforeTable } : {});
}

/**
 * Whether a block must stay with the next: words that announce what follows, and the end of the text,
 * which must not leave the signature alone on its page.
 */
function leadsTo(block: Block, next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (next.kind === "signOff" || next.kind === "picture" || next.kind === "table") return true;
  return block.kind === "paragraph" && announces(block.content);
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
function fittedXml(block: ParagraphBlock, place: Place): string {
  const { component, content } = block;
  const { rule, size, body, boxed } = components[component];
  if (boxed) return stampXml(block, place.width);
  if (component === "contact") return contactXml(block);
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
