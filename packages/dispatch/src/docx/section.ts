import { page } from "../layout/page.ts";

/** Width of the text on a landscape page, in twips. */
export const landscapeWidth = page.height - page.left - page.right;

/** Page size, margins and numbering of a section, from 1; the first page of each carries no number. */
export function sectionXml(landscape: boolean): string {
  const size = landscape
    ? `<w:pgSz w:w="${page.height}" w:h="${page.width}" w:orient="landscape"/>`
    : `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>`;
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:headerReference w:type="first" r:id="rIdFirstHeader"/>' +
    `<w:type w:val="nextPage"/>${size}<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}"` +
    ` w:header="${page.header}" w:footer="${page.header}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`
  );
}

/** Ends a section. Its paragraph is one point high, so that a full page does not spill over for its sake. */
export function sectionBreakXml(landscape: boolean): string {
  return (
    '<w:p><w:pPr><w:pStyle w:val="Rule"/><w:pBdr><w:top w:val="nil"/></w:pBdr>' +
    `<w:spacing w:before="0" w:line="20" w:lineRule="exact"/>${sectionXml(landscape)}</w:pPr></w:p>`
  );
}
