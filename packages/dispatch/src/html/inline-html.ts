import type { Inline } from "../document/document-tree.ts";
import { escapeXml } from "../docx/xml.ts";

/** Words with their marks. Only web and mail addresses become links. */
export function inlineHtml(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === "break") return "<br>";
      let html = escapeXml(inline.text);
      if (inline.italic) html = `<i>${html}</i>`;
      if (inline.bold) html = `<b>${html}</b>`;
      if (inline.href === null || !/^(https?:|mailto:)/i.test(inline.href)) return html;
      return `<a href="${escapeXml(inline.href)}">${html}</a>`;
    })
    .join("");
}
