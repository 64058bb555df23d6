import type {
  Block,
  Columns,
  DocumentTree,
  Inline,
  ParagraphBlock,
  Picture,
  TableBlock,
} from "../document/document-tree.ts";
import { plainText, text } from "../document/document-tree.ts";
import { escapeXml } from "../docx/xml.ts";
import { components, type Component } from "../layout/component.ts";
import { fit } from "../layout/fit.ts";
import { columnGap, letterheadColumns, page, signOffColumns, textWidth } from "../layout/page.ts";
import { stampOf } from "../layout/stamp.ts";
import { punctuated, recipientIndents } from "../layout/recipient-list.ts";
import { inlineHtml } from "./inline-html.ts";
import { qrSvg } from "../qr/qr-code.ts";

const points = (twips: number) => `${twips / 20}pt`;
const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(2)}%`;

function rule(id: string, component: Component): string {
  const { size, bold, italic, align, before, body, keepWithNext } = component;
  return (
    `.${id}{font-size:${size}pt;text-align:${align === "both" ? "justify" : align};margin:${before}pt 0 0;` +
    (bold ? "font-weight:bold;" : "") +
    (italic ? "font-style:italic;" : "") +
    (body ? `text-indent:${points(page.firstLine)};line-height:1.3;` : "") +
    (keepWithNext ? "break-after:avoid;" : "") +
    "}"
  );
}

/** Paper on screen, and the decree's page when printed. */
const styleSheet =
  `@page{size:A4;margin:${[page.top, page.right, page.bottom, page.left].map(points).join(" ")}}` +
  'body{font-family:"Times New Roman","Liberation Serif",Tinos,serif;color:#000;background:#fff;line-height:1.15;' +
  `max-width:${points(textWidth)};margin:0 auto;padding:${points(page.top)} 12pt}` +
  "@media print{body{padding:0;max-width:none}}p{margin:0}.grid{display:flex;break-inside:avoid}" +
  ".rule{border:0;border-top:0.75pt solid #000;margin:1pt auto 0}table{border-collapse:collapse;width:100%;margin-top:6pt}" +
  "th,td{border:0.5pt solid #000;padding:2pt 4pt;font-size:12pt;vertical-align:middle}tr{break-inside:avoid}" +
  ".picture{text-align:center;margin-top:6pt;break-after:avoid}.picture svg,.picture img{display:inline-block}" +
  ".space{height:64pt}.appendix{break-before:page;margin-top:24pt}.caption a,.paragraph a{color:inherit;overflow-wrap:anywhere}" +
  "ul{list-style:none;margin:0;padding:0}" +
  Object.entries(components)
    .map(([id, component]) => rule(id, component))
    .join("") +
  ".contact{border-top:0.75pt solid #000;margin-top:12pt;padding-top:3pt}";

/** A page of HTML that needs nothing beside itself: styles inside, QR codes as drawings. */
export function writeHtml({ title, blocks, pictures }: DocumentTree): string {
  const body = blocks.map((block) => blockHtml(block, { width: textWidth, pictures })).join("\n");
  return (
    `<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
    `<title>${escapeXml(title)}</title>\n<style>${styleSheet}</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`
  );
}

interface Place {
  readonly width: number;
  readonly pictures: Readonly<Record<string, Picture>>;
}

function blockHtml(block: Block, place: Place): string {
  switch (block.kind) {
    case "paragraph":
      return paragraphHtml(block, place);
    case "letterhead":
      return block.rows.map((row) => gridHtml(row, letterheadColumns, place)).join("\n");
    case "signOff":
      return gridHtml(block, signOffColumns, place);
    case "recipients":
      return recipientsHtml(block.title, block.items);
    case "copies":
      return (
        `<p class="copiesTitle">Nơi nhận:</p>\n<ul class="copies">` +
        `${punctuated(block.items)
          .map((item) => `<li>- ${inlineHtml(item)}</li>`)
          .join("")}</ul>`
      );
    case "table":
      return tableHtml(block);
    case "picture":
      return pictureHtml(block.name, block.widthMm, place);
    case "signatureSpace":
      return '<div class="space"></div>';
    case "pageBreak":
      return '<div style="break-after:page"></div>';
    case "appendix":
      return [
        `<p class="appendix">Phụ lục${block.number === null ? "" : ` ${escapeXml(block.number)}`}</p>`,
        `<p class="appendixTitle">${escapeXml(block.title.toLocaleUpperCase("vi"))}</p>`,
        block.attached === null ? "" : `<p class="attached">(${escapeXml(block.attached)})</p>`,
      ].join("\n");
  }
}

function paragraphHtml({ component: id, content }: ParagraphBlock, place: Place): string {
  const component: Component = components[id];
  if (component.body) return `<p class="${id}">${inlineHtml(content)}</p>`;
  if (component.boxed)
    return `<p><span class="${id}" style="${stampStyle(id, content)}">${inlineHtml(content)}</span></p>`;
  const { size, ruleIndent } = fit(plainText(content), component, place.width);
  const style = size === component.size ? "" : ` style="font-size:${size}pt"`;
  const line =
    ruleIndent === null
      ? ""
      : `\n<hr class="rule" style="width:${percent(place.width - 2 * ruleIndent, place.width)}">`;
  return `<p class="${id}"${style}>${inlineHtml(content)}</p>${line}`;
}

/** As wide as the decree asks, or as its words. */
function stampStyle(id: string, content: readonly Inline[]): string {
  const { width, colour } = stampOf(id, plainText(content), { size: 13 });
  return `display:inline-block;box-sizing:border-box;width:${points(width)};border:1pt solid #${colour};color:#${colour};padding:3pt 0;margin-top:12pt`;
}

function gridHtml(columns: Columns, [left, right]: readonly [number, number], place: Place): string {
  const side = (blocks: readonly Block[], width: number, gap: number) =>
    `<div style="width:${percent(width, left + right)}${gap === 0 ? "" : `;padding-right:${points(gap)};box-sizing:border-box`}">` +
    `${blocks.map((block) => blockHtml(block, { ...place, width: width - gap })).join("")}</div>`;
  return `<div class="grid">${side(columns.left, left, columnGap)}${side(columns.right, right, 0)}</div>`;
}

function recipientsHtml(words: string, items: readonly (readonly Inline[])[]): string {
  const [only] = items;
  if (only === undefined) return "";
  if (items.length === 1) {
    return `<p class="to" style="text-align:center;margin-top:12pt">${inlineHtml([text(`${words}: `), ...only])}</p>`;
  }
  const { title, dash, hanging } = recipientIndents(words, items);
  const list = punctuated(items).map(
    (item) =>
      `<li style="padding-left:${points(hanging)};text-indent:-${points(hanging)}">- ${inlineHtml(item)}</li>`,
  );
  return (
    `<p class="to" style="margin:12pt 0 0 ${percent(title, textWidth)}">${escapeXml(words)}:</p>\n` +
    `<ul class="to" style="margin-left:calc(${percent(title, textWidth)} + ${points(Math.round(dash - title))})">${list.join("")}</ul>`
  );
}

function tableHtml({ widths, rows }: TableBlock): string {
  const columns = widths.map((share) => `<col style="width:${percent(share, 1)}">`).join("");
  const row = (cells: TableBlock["rows"][number]) => {
    const tag = cells.heading ? "th" : "td";
    return `<tr>${cells.cells
      .map((cell) => {
        const span = cell.span > 1 ? ` colspan="${cell.span}"` : "";
        const weight = cell.bold && !cells.heading ? ";font-weight:bold" : "";
        return `<${tag}${span} style="text-align:${cell.align}${weight}">${inlineHtml(cell.content)}</${tag}>`;
      })
      .join("")}</tr>`;
  };
  const head = rows.filter(({ heading }) => heading);
  const body = rows.filter(({ heading }) => !heading);
  return `<table><colgroup>${columns}</colgroup><thead>${head.map(row).join("")}</thead><tbody>${body.map(row).join("")}</tbody></table>`;
}

function pictureHtml(name: string, widthMm: number, { pictures }: Place): string {
  const picture = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
  if (picture === undefined) throw new RangeError(`the document has no picture called ${name}`);
  const size = `width:${widthMm}mm`;
  const inside =
    picture.kind === "qr"
      ? qrSvg(picture.text, escapeXml(picture.alt)).replace("<svg ", `<svg style="${size}" `)
      : `<img alt="${escapeXml(picture.alt)}" style="${size}" src="data:image/png;base64,${base64(picture.png)}">`;
  return `<div class="picture">${inside}</div>`;
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
