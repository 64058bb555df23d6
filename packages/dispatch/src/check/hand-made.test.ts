import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkLayout } from "./check-layout.ts";

/* A letter as somebody makes it in Word: no styles, everything formatted by hand, a row of underscores for a rule. */

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: string;
  readonly indent?: string;
  readonly spacing?: string;
  readonly keepNext?: boolean;
}

function p(text: string, look: Look = {}): string {
  const { size = 14, bold, italic, align = "left", indent = "", spacing = "", keepNext } = look;
  const run = `${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}<w:sz w:val="${size * 2}"/>`;
  return (
    `<w:p><w:pPr>${keepNext ? "<w:keepNext/>" : ""}${spacing}${indent}<w:jc w:val="${align}"/></w:pPr>` +
    `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman"/>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
  );
}
const centred = (text: string, look: Look = {}) => p(text, { align: "center", ...look });
const table = (...rows: readonly (readonly [string, string])[]) =>
  `<w:tbl><w:tblGrid><w:gridCol w:w="3900"/><w:gridCol w:w="5400"/></w:tblGrid>${rows
    .map(
      ([left, right]) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="3900"/></w:tcPr>${left}</w:tc><w:tc><w:tcPr><w:tcW w:w="5400"/></w:tcPr>${right}</w:tc></w:tr>`,
    )
    .join("")}</w:tbl>`;

function word(change: (body: string) => string = (body) => body): Uint8Array {
  const names =
    'w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const gap = '<w:spacing w:before="120" w:after="0" w:line="276" w:lineRule="auto"/>';
  const first = '<w:ind w:firstLine="567"/>';
  const body =
    table(
      [
        centred("UBND TỈNH KHÁNH HÒA", { size: 13 }) +
          centred("SỞ NỘI VỤ", { size: 13, bold: true }) +
          centred("_____", { size: 13 }),
        centred("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: 13, bold: true }) +
          centred("Độc lập - Tự do - Hạnh phúc", { size: 14, bold: true }) +
          centred("__________________________", { size: 14 }),
      ],
      [
        centred("Số: 05/SNV-CCHC", { size: 13 }) +
          centred("V/v rà soát thủ tục", { size: 12, spacing: '<w:spacing w:before="120"/>' }),
        centred("Khánh Hòa, ngày 05 tháng 02 năm 2024", { italic: true }),
      ],
    ) +
    centred("Kính gửi: Ủy ban nhân dân các xã, phường") +
    p("Thực hiện kế hoạch năm 2024, Sở Nội vụ đề nghị các đơn vị rà soát./.", {
      align: "both",
      indent: first,
      spacing: gap,
      keepNext: true,
    }) +
    table([
      p("Nơi nhận:", { size: 12, bold: true, italic: true }) +
        p("- Như trên;", { size: 11 }) +
        p("- Lưu: VT, CCHC.", { size: 11 }),
      centred("KT. GIÁM ĐỐC", { bold: true }) +
        centred("PHÓ GIÁM ĐỐC", { bold: true }) +
        centred("Nguyễn Văn A", { bold: true }),
    ]);
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:pgSz w:w="11907" w:h="16840"/>' +
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/><w:titlePg/></w:sectPr>';
  return zipSync({
    "word/document.xml": strToU8(`<${names}><w:body>${change(body)}${section}</w:body></w:document>`),
    "word/_rels/document.xml.rels": strToU8(
      '<Relationships><Relationship Id="h" Target="header1.xml"/></Relationships>',
    ),
    "word/header1.xml": strToU8(
      '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>',
    ),
  });
}
const codes = (docx: Uint8Array) => [...new Set(checkLayout(docx).issues.map(({ code }) => code))];

describe("a letter made by hand", () => {
  it("passes when it is right: other sizes within the decree's, other spelling of HOÀ, 1 cm indents, 2 cm right margin", () => {
    expect(codes(word())).toEqual([]);
  });

  it.each([
    ["layout_motto_rule", (body: string) => body.replace("__________________________", "________________")],
    ["layout_issuer_rule", (body: string) => body.replace(">_____<", ">____________<")],
    ["layout_body_indent", (body: string) => body.replace('w:firstLine="567"', 'w:firstLine="400"')],
    ["layout_signer_degree", (body: string) => body.replace("Nguyễn Văn A", "TS. Nguyễn Văn A")],
    [
      "layout_place_date_style",
      (body: string) => body.replace('<w:i/><w:sz w:val="28"/>', '<w:sz w:val="28"/>'),
    ],
  ])("fails with %s", (code, change) => {
    expect(codes(word(change))).toEqual([code]);
  });
});
