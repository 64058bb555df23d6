import { deflateSync } from "fflate";
import type { DocumentTree, Picture } from "../document/document-tree.ts";
import { qrPicture } from "../qr/qr-code.ts";
import { bodyOf } from "./body.ts";
import { pictureRelation } from "./picture.ts";
import { sectionXml } from "./section.ts";
import { stylesXml } from "./styles.ts";
import { escapeXml } from "./xml.ts";
import { crc32, zip, type RawDeflate, type ZipEntry } from "./zip.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const documentStart =
  `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}"` +
  ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>';
export const documentEnd = "</w:body></w:document>";

const contentTypes =
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
  `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/>` +
  `<Override PartName="/word/settings.xml" ContentType="${word}.settings+xml"/>` +
  `<Override PartName="/word/header1.xml" ContentType="${word}.header+xml"/>` +
  `<Override PartName="/word/header2.xml" ContentType="${word}.header+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

const rootRelations =
  `${declaration}<Relationships xmlns="${packageRelations}">` +
  `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>` +
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>';

const header = (content: string) =>
  `${declaration}<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>${content}</w:p></w:hdr>`;
const pageNumberHeader = header(
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
);

const settings =
  `${declaration}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
  '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="vi-VN"/></w:settings>';

const coreProperties = (title: string) =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
  ` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`;

function documentRelations(pictures: Readonly<Record<string, Picture>>): string {
  const images = Object.keys(pictures).map(
    (name, index) =>
      `<Relationship Id="${pictureRelation(name, pictures)}" Type="${office}/image" Target="media/image${index + 1}.png"/>`,
  );
  return (
    `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rIdSettings" Type="${office}/settings" Target="settings.xml"/>` +
    `<Relationship Id="rIdHeader" Type="${office}/header" Target="header1.xml"/>` +
    `<Relationship Id="rIdFirstHeader" Type="${office}/header" Target="header2.xml"/>${images.join("")}</Relationships>`
  );
}

const encoder = new TextEncoder();

/** fflate's output is the same on every machine, which zlib's is not. */
export const deflatedAlike: RawDeflate = (bytes) => deflateSync(bytes, { level: 6 });

/** A file of a .docx, deflated. */
export function entry(name: string, content: string | Uint8Array): ZipEntry {
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  return { name, deflated: [deflatedAlike(bytes)], crc: crc32(bytes), size: bytes.length };
}

export function pngOf(picture: Picture): Uint8Array {
  return picture.kind === "png" ? picture.png : qrPicture(picture.text).png;
}

/** Every file of a .docx but the document itself. */
export function surroundingEntries({
  title,
  pictures,
}: Pick<DocumentTree, "title" | "pictures">): readonly ZipEntry[] {
  return [
    entry("[Content_Types].xml", contentTypes),
    entry("_rels/.rels", rootRelations),
    entry("docProps/core.xml", coreProperties(title)),
    entry("word/_rels/document.xml.rels", documentRelations(pictures)),
    entry("word/styles.xml", stylesXml),
    entry("word/settings.xml", settings),
    entry("word/header1.xml", pageNumberHeader),
    entry("word/header2.xml", header("")),
    ...Object.values(pictures).map((picture, index) =>
      entry(`word/media/image${index + 1}.png`, pngOf(picture)),
    ),
  ];
}

/** The bytes of a .docx. The same tree gives the same bytes. */
export function writeDocx(tree: DocumentTree): Uint8Array {
  const { pieces, landscape } = bodyOf(tree.blocks, tree.pictures);
  const document =
    documentStart + pieces.map(({ xml }) => xml).join("") + sectionXml(landscape) + documentEnd;
  return zip([...surroundingEntries(tree), entry("word/document.xml", document)]);
}
