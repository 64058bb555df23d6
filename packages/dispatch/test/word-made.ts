import { zipSync, strToU8 } from "fflate";

/*
 * A letter as Word writes one that people make by hand: Calibri by default, Times New Roman in the
 * style, runs split anywhere, rules drawn with the mouse, Word's own lists, the page number in a block
 * of Word's; its columns in a table, or typed with tabs.
 */

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const styles = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs></w:pPr></w:style></w:styles>`;
const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;
const line = (cm: number, at: number) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>${Math.round(at * 360000)}</wp:posOffset></wp:positionH><wp:extent cx="${Math.round(cm * 360000)}" cy="0"/><wp:docPr id="1" name="Straight Connector 1"/><a:graphic><a:graphicData><wps:wsp/></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from="10pt,2pt" to="80pt,2pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const r = (t: string, f = "") =>
  t
    .split("\t")
    .map(
      (x, i) =>
        (i ? `<w:r>${f ? `<w:rPr>${f}</w:rPr>` : ""}<w:tab/></w:r>` : "") +
        (x
          ? `<w:r>${f ? `<w:rPr>${f}</w:rPr>` : ""}<w:t xml:space="preserve">${x.slice(0, 3)}</w:t></w:r><w:r>${f ? `<w:rPr>${f}</w:rPr>` : ""}<w:t xml:space="preserve">${x.slice(3)}</w:t></w:r>`
          : ""),
    )
    .join("");
const p = (runs: string, pPr = "") => `<w:p>${pPr ? `<w:pPr>${pPr}</w:pPr>` : ""}${runs}</w:p>`;
const sz = (n: number) => `<w:sz w:val="${n * 2}"/>`;
const c = '<w:jc w:val="center"/>';
/** How the letter is made. */
export interface WordMade {
  /** Columns by tabs, not in tables. */
  readonly tabs?: boolean;
  /** To one recipient, on the line of “Kính gửi:”. */
  readonly single?: boolean;
  /** Makes the document's XML wrong. */
  readonly change?: (xml: string) => string;
}

/** The bytes of the .docx. */
export function wordMade(opts: WordMade = {}): Uint8Array {
  const headTable = `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblBorders><w:top w:val="none"/><w:left w:val="none"/><w:bottom w:val="none"/><w:right w:val="none"/><w:insideH w:val="none"/><w:insideV w:val="none"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="3652"/><w:gridCol w:w="5636"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="3652" w:type="dxa"/></w:tcPr>${p(r("SỞ GIÁO DỤC VÀ ĐÀO TẠO", sz(13)), c)}${p(r("TRƯỜNG THPT LÝ TỰ TRỌNG", "<w:b/>" + sz(13)) + line(2.6, 1.5), c)}${p("", c)}${p(r("Số: 15/THPT-VP", sz(13)), c)}${p(r("V/v báo cáo kết quả", sz(12)), '<w:spacing w:before="120"/>' + c)}</w:tc><w:tc><w:tcPr><w:tcW w:w="5636" w:type="dxa"/></w:tcPr>${p(r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "<w:b/>" + sz(12)), c)}${p(line(5.5, 2) + r("Độc lập - Tự do - Hạnh phúc", "<w:b/>" + sz(13)), c)}${p("", c)}${p(r("Nha Trang, ngày 06 tháng 11 năm 2024", "<w:i/>" + sz(13)), c)}</w:tc></w:tr></w:tbl>`;
  const tabsP = '<w:tabs><w:tab w:val="center" w:pos="1800"/><w:tab w:val="center" w:pos="6300"/></w:tabs>';
  const headTabs =
    p(
      r("\tSỞ GIÁO DỤC VÀ ĐÀO TẠO", sz(13)) + r("\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "<w:b/>" + sz(12)),
      tabsP,
    ) +
    p(
      r("\tTRƯỜNG THPT LÝ TỰ TRỌNG", "<w:b/>" + sz(13)) +
        r("\tĐộc lập - Tự do - Hạnh phúc", "<w:b/>" + sz(13)) +
        line(2.6, 2) +
        line(5.5, 8.5),
      tabsP,
    ) +
    p("") +
    p(r("\tSố: 15/THPT-VP", sz(13)) + r("\tNha Trang, ngày 06 tháng 11 năm 2024", "<w:i/>" + sz(13)), tabsP) +
    p(r("\tV/v báo cáo kết quả", sz(12)), tabsP + '<w:spacing w:before="120"/>');
  const bodyP =
    '<w:spacing w:before="120" w:after="120" w:line="276" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>';
  const num = (id: number, l = 0) => `<w:numPr><w:ilvl w:val="${l}"/><w:numId w:val="${id}"/></w:numPr>`;
  const to = opts.single
    ? p(r("Kính gửi: Phòng Văn hóa và Thông tin thành phố Nha Trang"), '<w:spacing w:before="240"/>' + c)
    : p(r("\t\t\t\tKính gửi:")) +
      p(r("\t\t\t\t\t    - Phòng Văn hóa và Thông tin;")) +
      p(r("\t\t\t\t\t    - Ủy ban nhân dân phường Vĩnh Hải."));
  const body =
    (opts.tabs ? headTabs : headTable) +
    p("") +
    to +
    p(
      r(
        "Thực hiện Công văn số 2242/VHTT ngày 29/10/2024 của Phòng Văn hóa và Thông tin, nhà trường báo cáo kết quả như sau:",
      ),
      bodyP,
    ) +
    p(r("Tổ chức tuyên truyền cho 1.200 học sinh."), num(1) + bodyP) +
    p(r("Số phụ huynh được tuyên truyền: 850 người."), num(1) + bodyP) +
    p(r("Trên đây là báo cáo của nhà trường./."), "<w:keepNext/>" + bodyP) +
    (opts.tabs
      ? p(r("Nơi nhận:", "<w:b/><w:i/>" + sz(12)) + r("\tKT. HIỆU TRƯỞNG", "<w:b/>"), tabsP) +
        p(r("- Như trên;", sz(11)) + r("\tPHÓ HIỆU TRƯỞNG", "<w:b/>"), tabsP) +
        p(r("- Lưu: VT.", sz(11))) +
        p("") +
        p("") +
        p(r("\t\tTrần Văn B", "<w:b/>"), tabsP)
      : `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4644"/><w:gridCol w:w="4644"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4644" w:type="dxa"/></w:tcPr>${p(r("Nơi nhận:", "<w:b/><w:i/>" + sz(12)))}${p(r("- Như trên;", sz(11)))}${p(r("- Lưu: VT.", sz(11)))}</w:tc><w:tc><w:tcPr><w:tcW w:w="4644" w:type="dxa"/></w:tcPr>${p(r("KT. HIỆU TRƯỞNG", "<w:b/>"), c)}${p(r("PHÓ HIỆU TRƯỞNG", "<w:b/>"), c)}${p("", c)}${p("", c)}${p("", c)}${p(r("Trần Văn B", "<w:b/>"), c)}</w:tc></w:tr></w:tbl>`);
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="1080" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const sect =
    '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567"/><w:titlePg/></w:sectPr>';
  const header = `<w:hdr ${W}><w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE   \\* MERGEFORMAT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>`;
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(
      (opts.change ?? ((xml: string) => xml))(
        `<w:document ${W}><w:body>${body}${sect}</w:body></w:document>`,
      ),
    ),
    "word/styles.xml": strToU8(styles),
    "word/theme/theme1.xml": strToU8(theme),
    "word/numbering.xml": strToU8(numbering),
    "word/header1.xml": strToU8(header),
    "word/_rels/document.xml.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
    ),
  });
}
