import type { Block, Columns, DocumentTree, Inline, TableBlock } from "../document/document-tree.ts";
import { escapeXml } from "../docx/xml.ts";
import { componentOf } from "../layout/component.ts";
import { punctuated } from "../layout/recipient-list.ts";
import { inlineHtml } from "./inline-html.ts";

/**
 * A letter for a mail program: styles stand at each element and columns are tables, for mail programs
 * know no style sheets and no layout of their own. Pictures are `cid:` and their name: the mail
 * carries them (`picturesOf` gives the bytes), as pictures inside the text are not shown by most.
 */
export function writeEmail({ title, blocks }: DocumentTree): string {
  return (
    `<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>${escapeXml(title)}</title>\n</head>\n` +
    `<body style="margin:0;padding:16px;background:#ffffff;color:#000000;font-family:'Times New Roman',Times,serif">\n` +
    `<table role="presentation" width="100%" style="max-width:640px;border-collapse:collapse"><tr><td>\n` +
    `${blocks.map(blockHtml).join("\n")}\n</td></tr></table>\n</body>\n</html>\n`
  );
}

function blockHtml(block: Block): string {
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
      return paragraph(style.join(";"), inlineHtml(block.content));
    }
    case "letterhead":
      return block.rows.map((row) => columns(row, [44, 56])).join("\n");
    case "signOff":
      return columns(block, [50, 50]);
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
      const source = `cid:${encodeURIComponent(block.name)}`;
      return paragraph(
        "margin:6pt 0 0;text-align:center",
        `<img src="${source}" width="${width}" alt="${escapeXml(block.name)}">`,
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

function columns({ left, right }: Columns, [first, second]: readonly [number, number]): string {
  const cell = (blocks: readonly Block[], width: number) =>
    `<td width="${width}%" valign="top">${blocks.map(blockHtml).join("")}</td>`;
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
