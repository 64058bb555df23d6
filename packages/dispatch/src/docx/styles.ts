import { components, type Component, type ComponentId } from "../layout/component.ts";
import { page } from "../layout/page.ts";

/** Id of a component's paragraph style. */
export function styleId(id: ComponentId): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

/** Line spacing of the body: 1.1 lines; the decree allows 1 to 1.5. In 1/240 of a line. */
const bodyLine = 264;

function styleXml(id: ComponentId, component: Component): string {
  const { name, size, bold, italic, align, before, body, keepWithNext } = component;
  const keep = keepWithNext ? "<w:keepNext/><w:keepLines/>" : "";
  const line = body ? bodyLine : 240;
  const indent = body ? `<w:ind w:firstLine="${page.firstLine}"/>` : "";
  const marks = `${bold ? "<w:b/><w:bCs/>" : ""}${italic ? "<w:i/><w:iCs/>" : ""}`;
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${styleId(id)}"><w:name w:val="${name}"/>` +
    `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${keep}` +
    `<w:spacing w:before="${before * 20}" w:after="0" w:line="${line}" w:lineRule="auto"/>${indent}` +
    `<w:jc w:val="${align}"/></w:pPr><w:rPr>${marks}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr></w:style>`
  );
}

const font = "Times New Roman";

/** One named style for each component: nothing in the document is formatted by hand. */
export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>' +
  `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:color w:val="000000"/>` +
  '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  (Object.entries(components) as [ComponentId, Component][])
    .map(([id, component]) => styleXml(id, component))
    .join("") +
  // A rule is the top border of a paragraph a few points high: it can be as short as it must, and wraps no text.
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Rule"><w:name w:val="Đường kẻ"/><w:basedOn w:val="Normal"/><w:pPr>' +
  '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr><w:spacing w:before="50" w:after="0" w:line="60" w:lineRule="exact"/></w:pPr>' +
  '<w:rPr><w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="PageNumber"><w:name w:val="Số trang"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>' +
  '<w:style w:type="character" w:customStyle="1" w:styleId="Link"><w:name w:val="Đường dẫn"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>' +
  "</w:styles>";
