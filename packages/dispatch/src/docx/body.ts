import type {
  AppendixBlock,
  Block,
  Columns,
  CopiesBlock,
  Inline,
  ParagraphBlock,
  Picture,
  PictureBlock,
  RecipientsBlock,
  TableBlock,
  TableRow,
} from "../document/document-tree.ts";
import { plainText, text } from "../document/document-tree.ts";
import { components } from "../layout/component.ts";
import { fit } from "../layout/fit.ts";
import { columnGap, letterheadColumns, mmToEmu, page, signOffColumns, textWidth } from "../layout/page.ts";
import { punctuated, recipientIndents } from "../layout/recipient-list.ts";
import { textWidthOf } from "../layout/text-width.ts";
import { paragraphXml, ruleXml, type ParagraphFormat } from "./paragraph.ts";
import { escapeXml } from "./xml.ts";

/** Where blocks stand: how wide their column is, and whether they must stay with what follows. */
interface Place {
  /** In twips. */
  readonly width: number;
  readonly keepNext: boolean;
  /** A table follows, which cannot keep its own distance. */
  readonly beforeTable: boolean;
  readonly pictures: Readonly<Record<string, Picture>>;
  /** Ids of drawings, counted within the document. */
  readonly drawings: { next: number };
}

/** What a document's parts need to know of its body. */
export interface Body {
  readonly xml: string;
  /** Section properties of the last section. */
  readonly landscape: boolean;
}

/** The body of a document: everything between `<w:body>` and the last section's properties. */
export function bodyXml(
  blocks: readonly Block[],
  pictures: Readonly<Record<string, Picture>>,
  firstDrawing = 1,
): Body {
  const place: Place = {
    width: textWidth,
    keepNext: false,
    beforeTable: false,
    pictures,
    drawings: { next: firstDrawing },
  };
  let landscape = false;
  const xml = blocks.map((block, index) => {
    if (block.kind === "appendix") {
      const before = `<w:p><w:pPr>${sectionXml({ landscape, restart: true })}</w:pPr></w:p>`;
      landscape = block.landscape;
      return before + appendixXml(block, { after: blocks[index + 1]?.kind === "table" ? gapBeforeTable : 0 });
    }
    const width = landscape ? landscapeWidth : textWidth;
    const next = blocks[index + 1];
    return blockXml(block, { ...place, width, keepNext: leadsTo(next), beforeTable: next?.kind === "table" });
  });
  return { xml: xml.join(""), landscape };
}

/** The paragraph before a picture introduces it, and the one before the signature must not leave it alone on its page. */
function leadsTo(next: Block | undefined): boolean {
  return next?.kind === "signOff" || next?.kind === "picture" || next?.kind === "table";
}

const landscapeWidth = page.height - page.left - page.right;

/** Page size, margins and numbering of a section; the first page of each carries no number. */
export function sectionXml({ landscape, restart }: { landscape: boolean; restart: boolean }): string {
  const size = landscape
    ? `<w:pgSz w:w="${page.height}" w:h="${page.width}" w:orient="landscape"/>`
    : `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>`;
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:headerReference w:type="first" r:id="rIdFirstHeader"/>' +
    `<w:type w:val="nextPage"/>${size}<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}"` +
    ` w:header="${page.header}" w:footer="${page.header}" w:gutter="0"/>${restart ? '<w:pgNumType w:start="1"/>' : ""}<w:titlePg/></w:sectPr>`
  );
}

function blockXml(block: Block, place: Place): string {
  switch (block.kind) {
    case "paragraph":
      return fittedXml(block, place);
    case "letterhead":
      return gridXml(block.rows, letterheadColumns, 0, place);
    case "signOff":
      return gridXml([block], signOffColumns, gapAboveSignOff, { ...place, keepNext: true });
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

function keeping(place: Place): ParagraphFormat {
  return {
    ...(place.keepNext ? { keepNext: true } : {}),
    ...(place.beforeTable ? { after: gapBeforeTable } : {}),
  };
}

/** In twips. */
const gapBeforeTable = 120;

/** A paragraph, stepped down in size when its line would not fit its column, with its rule. */
function fittedXml({ component, content }: ParagraphBlock, place: Place): string {
  const { rule, size, body } = components[component];
  if (body) return paragraphXml(component, content, keeping(place));
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

function recipientsXml({ items }: RecipientsBlock): string {
  const [only] = items;
  if (only === undefined) return "";
  if (items.length === 1) return oneRecipientXml(only);
  const { title, dash, hanging } = recipientIndents(items);
  const left = dash + hanging;
  return [
    paragraphXml("to", [text("Kính gửi:")], { left: title, before: 240 }),
    ...punctuated(items).map((item, index) =>
      paragraphXml("to", [text("- "), ...item], {
        // The last of them may part from the body: a list of forty names fills more than a page.
        ...(index < items.length - 1 ? { keepNext: true } : { after: 120 }),
        left,
        hanging,
      }),
    ),
  ].join("");
}

function oneRecipientXml(item: RecipientsBlock["items"][number]): string {
  const content = [text("Kính gửi: "), ...item];
  const face = { size: components.to.size };
  if (textWidthOf(plainText(content), face) <= textWidth) {
    return paragraphXml("to", content, { align: "center", before: 240, after: 120 });
  }
  const hanging = Math.round(textWidthOf("Kính gửi: ", face));
  return paragraphXml("to", content, { left: page.firstLine + hanging, hanging, before: 240, after: 120 });
}

function copiesXml({ items }: CopiesBlock, place: Place): string {
  const hanging = Math.round(textWidthOf("- ", { size: components.copies.size }));
  return [
    paragraphXml("copiesTitle", [text("Nơi nhận:")], keeping(place)),
    ...punctuated(items).map((item) =>
      paragraphXml("copies", [text("- "), ...item], { ...keeping(place), left: hanging, hanging }),
    ),
  ].join("");
}

/** In twips. */
const cellMargin = 60;
const cellPadding = 30;
const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
const borders = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders>`;

function tableXml({ widths, rows, size }: TableBlock, place: Place): string {
  const columns = widths.map((share) => Math.round(share * place.width));
  const total = columns.reduce((sum, width) => sum + width, 0);
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="${cellPadding}" w:type="dxa"/>` +
    `<w:left w:w="${cellMargin}" w:type="dxa"/><w:bottom w:w="${cellPadding}" w:type="dxa"/><w:right w:w="${cellMargin}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>` +
    `${rows.map((row, index) => tableRowXml(row, columns, index === 0, size)).join("")}</w:tbl>`
  );
}

function tableRowXml(row: TableRow, columns: readonly number[], first: boolean, size: number | null): string {
  let column = 0;
  const cells = row.cells.map((cell) => {
    const width = columns.slice(column, column + cell.span).reduce((sum, part) => sum + part, 0);
    column += cell.span;
    const span = cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : "";
    const paragraph = paragraphXml("cell", cell.content, {
      align: cell.align,
      ...(cell.bold ? { bold: true } : {}),
      ...(size === null ? {} : { size }),
      ...(row.heading || first ? { keepNext: true } : {}),
    });
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}<w:vAlign w:val="center"/></w:tcPr>${paragraph}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${row.heading ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
}

/** Id of the relation of a picture's part. */
export const pictureRelation = (name: string, pictures: Readonly<Record<string, Picture>>) =>
  `rIdPicture${Object.keys(pictures).indexOf(name) + 1}`;

function pictureXml({ name, widthMm }: PictureBlock, place: Place): string {
  const picture = Object.hasOwn(place.pictures, name) ? place.pictures[name] : undefined;
  if (picture === undefined) throw new RangeError(`the document has no picture called ${name}`);
  const ratio = picture.kind === "png" ? picture.heightPx / picture.widthPx : 1;
  const cx = mmToEmu(widthMm);
  const cy = Math.round(cx * ratio);
  const id = place.drawings.next;
  place.drawings.next += 1;
  const label = `id="${id}" name="${escapeXml(name)}" descr="${escapeXml(picture.alt)}"`;
  const drawing =
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${label}/>` +
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>' +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    `<pic:nvPicPr><pic:cNvPr ${label}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${pictureRelation(name, place.pictures)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>";
  return `<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr><w:r>${drawing}</w:r></w:p>`;
}

function appendixXml({ number, title, attached }: AppendixBlock, last: ParagraphFormat): string {
  const name = paragraphXml("appendix", [text(number === null ? "Phụ lục" : `Phụ lục ${number}`)]);
  const capitals = [text(title.toLocaleUpperCase("vi"))];
  if (attached === null) return name + paragraphXml("appendixTitle", capitals, last);
  return (
    name + paragraphXml("appendixTitle", capitals) + paragraphXml("attached", [text(`(${attached})`)], last)
  );
}
