import {
  plainText,
  type Block,
  type Columns,
  type DocumentTree,
  type Inline,
  type Picture,
  type TableBlock,
} from "../document/document-tree.ts";
import { pngOf } from "../docx/write-docx.ts";
import { escapeXml } from "../docx/xml.ts";
import { componentOf } from "../layout/component.ts";
import { punctuated } from "../layout/recipient-list.ts";
import { stampOf } from "../layout/stamp.ts";
import { inlineHtml } from "./inline-html.ts";

/**
 * A letter for a mail program: styles stand at each element and columns are tables, for mail programs
 * know no style sheets and no layout of their own. Pictures are `cid:` and their name: the mail
 * carries them (`emailPictures` gives the bytes), as pictures inside the text are not shown by most.
 */
export function writeEmail({ title, blocks, pictures }: DocumentTree): string {
  return (
    `<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>${escapeXml(title)}</title>\n</head>\n` +
    `<body style="margin:0;padding:16px;background:#ffffff;color:#000000;font-family:'Times New Roman',Times,serif">\n` +
    `<table role="presentation" width="100%" style="max-width:640px;border-collapse:collapse"><tr><td>\n` +
    `${blocks.map((block) => blockHtml(block, pictures)).join("\n")}\n</td></tr></table>\n</body>\n</html>\n`
  );
}

/** A picture a mail carries inside itself: an attachment with this `Content-ID`, shown in its place in the text. */
export interface InlinePicture {
  /** As the HTML refers to it after `cid:`; in the mail's header it stands in angle brackets. */
  readonly contentId: string;
  readonly fileName: string;
  readonly contentType: "image/png";
  readonly bytes: Uint8Array;
}

/** The pictures that the HTML of a mail refers to, QR codes drawn; in the order they are shown, each once. */
export function emailPictures({ blocks, pictures }: DocumentTree): readonly InlinePicture[] {
  const names = new Set(blocks.flatMap(pictureNames));
  return [...names].map((name) => ({
    contentId: contentId(name),
    fileName: `${contentId(name)}.png`,
    contentType: "image/png",
    bytes: pngOf(pictureNamed(name, pictures)),
  }));
}

function pictureNames(block: Block): readonly string[] {
  if (block.kind === "picture") return [block.name];
  if (block.kind === "signOff") return [...block.left, ...block.right].flatMap(pictureNames);
  if (block.kind !== "letterhead") return [];
  return block.rows.flatMap(({ left, right }) => [...left, ...right].flatMap(pictureNames));
}

/** An address of its own, as mail asks for, whatever the picture is called. */
const contentId = (name: string) => encodeURIComponent(name).replaceAll("%", "_");

function pictureNamed(name: string, pictures: Pictures): Picture {
  const picture = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
  if (picture === undefined) throw new RangeError(`the document has no picture called ${name}`);
  return picture;
}

type Pictures = DocumentTree["pictures"];

function blockHtml(block: Block, pictures: Pictures): string {
  switch (block.kind) {
    case "paragraph": {
      const { size, bold, italic, align, before } = componentOf(block.component);
      const style = [
        `margin:${before}pt 0 0`,
        `font-size:${size}pt`,
        `text-align:${align === "both" ? "justify" : align}`,
        ...(bold ? ["font-weight:bold"] : []),
        ...(italic ? ["font-style:italic"] : []),
      ];
      if (componentOf(block.component).boxed) {
        const { colour } = stampOf(block.component, plainText(block.content), { size });
        const frame = `border:1pt solid #${colour};color:#${colour};padding:2pt 6pt`;
        return paragraph(
          `${style.join(";")};text-align:left`,
          `<span style="${frame}">${inlineHtml(block.content)}</span>`,
        );
      }
      return paragraph(style.join(";"), inlineHtml(block.content));
    }
    case "letterhead":
      return block.rows.map((row) => columns(row, [44, 56], pictures)).join("\n");
    case "signOff":
      return columns(block, [50, 50], pictures);
    case "recipients":
      return recipients(block.title, block.items);
    case "copies":
      return (
        paragraph("margin:0;font-size:12pt;font-weight:bold;font-style:italic", "Nơi nhận:") +
        punctuated(block.items)
          .map((item) => paragraph("margin:0;font-size:11pt", `- ${inlineHtml(item)}`))
          .join("")
      );
    case "table":
      return table(block);
    case "picture": {
      const width = Math.round((block.widthMm / 25.4) * 96);
      const source = `cid:${contentId(block.name)}`;
      const { alt } = pictureNamed(block.name, pictures);
      return paragraph(
        "margin:6pt 0 0;text-align:center",
        `<img src="${source}" width="${width}" alt="${escapeXml(alt)}">`,
      );
    }
    case "signatureSpace":
      return '<div style="height:48pt">&nbsp;</div>';
    case "pageBreak":
      return '<hr style="border:0;border-top:1px solid #999999;margin:24pt 0">';
    case "appendix": {
      const name = block.number === null ? "Phụ lục" : `Phụ lục ${escapeXml(block.number)}`;
      const title = escapeXml(block.title.toLocaleUpperCase("vi"));
      return (
        paragraph("margin:24pt 0 0;font-size:14pt;font-weight:bold;text-align:center", name) +
        paragraph("margin:0;font-size:14pt;font-weight:bold;text-align:center", title)
      );
    }
  }
}

const paragraph = (style: string, inside: string) => `<p style="${style}">${inside}</p>`;

function columns(
  { left, right }: Columns,
  [first, second]: readonly [number, number],
  pictures: Pictures,
): string {
  const cell = (blocks: readonly Block[], width: number) =>
    `<td width="${width}%" valign="top">${blocks.map((block) => blockHtml(block, pictures)).join("")}</td>`;
  return (
    `<table role="presentation" width="100%" style="border-collapse:collapse;margin-top:6pt">` +
    `<tr>${cell(left, first)}${cell(right, second)}</tr></table>`
  );
}

function recipients(title: string, items: readonly (readonly Inline[])[]): string {
  const [only] = items;
  if (items.length === 1 && only) {
    return paragraph(
      "margin:12pt 0 0;font-size:14pt;text-align:center",
      `${escapeXml(title)}: ${inlineHtml(only)}`,
    );
  }
  return (
    paragraph("margin:12pt 0 0 20%;font-size:14pt", `${escapeXml(title)}:`) +
    punctuated(items)
      .map((item) => paragraph("margin:0 0 0 30%;font-size:14pt", `- ${inlineHtml(item)}`))
      .join("")
  );
}

function table({ rows }: TableBlock): string {
  const line = (row: TableBlock["rows"][number]) =>
    `<tr>${row.cells
      .map(({ content, align, span, bold }) => {
        const weight = bold ? ";font-weight:bold" : "";
        const style = `border:1px solid #000000;padding:2pt 4pt;font-size:12pt;text-align:${align}${weight}`;
        return `<td${span > 1 ? ` colspan="${span}"` : ""} style="${style}">${inlineHtml(content)}</td>`;
      })
      .join("")}</tr>`;
  return `<table width="100%" style="border-collapse:collapse;margin-top:6pt">${rows.map(line).join("")}</table>`;
}
