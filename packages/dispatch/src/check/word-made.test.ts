import { describe, expect, it } from "vitest";
import { wordMade, type WordMade } from "../../test/word-made.ts";
import { checkLayout } from "./check-layout.ts";
import type { LayoutRuleCode } from "./layout-rule.ts";

const kinds: Readonly<Record<string, WordMade>> = {
  "columns in tables": {},
  "columns by tabs": { tabs: true },
  "one recipient": { single: true },
};
const codes = (docx: Uint8Array) => [...new Set(checkLayout(docx).issues.map(({ code }) => code))];

const wrong: readonly [LayoutRuleCode, string, (xml: string) => string][] = [
  [
    "layout_motto_style",
    "motto 12",
    (xml) =>
      xml.replaceAll(
        '<w:b/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">Độc',
        '<w:b/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">Độc',
      ),
  ],
  [
    "layout_motto_style",
    "motto not bold",
    (xml) =>
      xml.replace(
        '<w:b/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">Độc',
        '<w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">Độc',
      ),
  ],
  [
    "layout_issuer_style",
    "issuer not bold",
    (xml) =>
      xml
        .replace(
          '<w:b/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">TRƯ',
          '<w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">TRƯ',
        )
        .replace(
          '<w:b/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">ỜNG',
          '<w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">ỜNG',
        ),
  ],
  [
    "layout_parent_style",
    "parent bold",
    (xml) =>
      xml
        .replace(
          '<w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">SỞ ',
          '<w:b/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">SỞ ',
        )
        .replace(
          '<w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">GIÁO',
          '<w:b/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">GIÁO',
        ),
  ],
  [
    "layout_place_date_style",
    "date upright",
    (xml) =>
      xml.replaceAll(
        '<w:i/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">',
        '<w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">',
      ),
  ],
  ["layout_date_zero", "date 6", (xml) => xml.replace("ngày 06 tháng", "ngày 6 tháng")],
  ["layout_number", "spaces in the notation", (xml) => xml.replace("15/THPT-VP", "15/THPT - VP")],
  [
    "layout_about_style",
    "bold subject",
    (xml) =>
      xml
        .replaceAll(
          '<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">V/v',
          '<w:b/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">V/v',
        )
        .replace(
          '<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve"> báo',
          '<w:b/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve"> báo',
        ),
  ],
  [
    "layout_about_style",
    "subject of size 14",
    (xml) =>
      xml.replaceAll(
        '<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">V/v',
        '<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">V/v',
      ),
  ],
  [
    "layout_motto_rule",
    "no motto rule",
    (xml) =>
      xml.replace(
        /<w:r><mc:AlternateContent>(?:(?!<\/mc:AlternateContent>).)*?cx="1980000".*?<\/mc:AlternateContent><\/w:r>/s,
        "",
      ),
  ],
  ["layout_motto_rule", "motto rule short", (xml) => xml.replace('cx="1980000"', 'cx="900000"')],
  [
    "layout_issuer_rule",
    "no issuer rule",
    (xml) =>
      xml.replace(
        /<w:r><mc:AlternateContent>(?:(?!<\/mc:AlternateContent>).)*?cx="936000".*?<\/mc:AlternateContent><\/w:r>/s,
        "",
      ),
  ],
  ["layout_issuer_rule", "issuer rule long", (xml) => xml.replace('cx="936000"', 'cx="1900000"')],
  [
    "layout_body_align",
    "body left",
    (xml) =>
      xml.replaceAll(
        '<w:ind w:firstLine="720"/><w:jc w:val="both"/>',
        '<w:ind w:firstLine="720"/><w:jc w:val="left"/>',
      ),
  ],
  [
    "layout_body_indent",
    "body no indent",
    (xml) => xml.replaceAll('<w:ind w:firstLine="720"/><w:jc w:val="both"/>', '<w:jc w:val="both"/>'),
  ],
  [
    "layout_body_gap",
    "body gap 0",
    (xml) =>
      xml.replaceAll('w:before="120" w:after="120" w:line="276"', 'w:before="0" w:after="0" w:line="276"'),
  ],
  ["layout_body_line", "body double", (xml) => xml.replaceAll('w:line="276"', 'w:line="480"')],
  [
    "layout_ending",
    "ending",
    (xml) => xml.replace("nhà trường./.", "nhà trường.").replace("trường./.", "trường."),
  ],
  [
    "layout_copies_title_style",
    "copies title upright",
    (xml) => xml.replaceAll('<w:b/><w:i/><w:sz w:val="24"/>', '<w:b/><w:sz w:val="24"/>'),
  ],
  [
    "layout_copies_style",
    "copies of size 12",
    (xml) => xml.replaceAll('<w:sz w:val="22"/></w:rPr>', '<w:sz w:val="24"/></w:rPr>'),
  ],
  ["layout_archive", "not archived", (xml) => xml.replaceAll("u: VT.", "u: HC.")],
  ["layout_authority", "KT no dot", (xml) => xml.replace(">KT.</w:t>", ">KT </w:t>")],
  ["layout_signer_degree", "signer degree", (xml) => xml.replace(">Trầ</w:t>", ">TS. Trầ</w:t>")],
  [
    "layout_signer_style",
    "signer not bold",
    (xml) =>
      xml.replace(
        '<w:b/></w:rPr><w:t xml:space="preserve">Trầ',
        '<w:b w:val="0"/></w:rPr><w:t xml:space="preserve">Trầ',
      ),
  ],
  [
    "layout_margins",
    "margin left 20",
    (xml) => xml.replace('w:left="1701" w:header', 'w:left="1134" w:header'),
  ],
  [
    "layout_paper",
    "letter paper",
    (xml) => xml.replace('w:w="11907" w:h="16840"', 'w:w="12240" w:h="15840"'),
  ],
  ["layout_first_page_number", "a number on page 1", (xml) => xml.replace("<w:titlePg/>", "")],
  [
    "layout_font",
    "calibri body",
    (xml) =>
      xml.replace(
        '<w:r><w:t xml:space="preserve">Thự',
        '<w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr><w:t xml:space="preserve">Thự',
      ),
  ],
  [
    "layout_body_style",
    "body 12",
    (xml) =>
      xml.replace(
        '<w:r><w:t xml:space="preserve">Trê',
        '<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">Trê',
      ),
  ],
  [
    "layout_colour",
    "red words",
    (xml) =>
      xml.replace(
        '<w:r><w:t xml:space="preserve">Trê',
        '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">Trê',
      ),
  ],
  ["layout_country", "country wrong", (xml) => xml.replace("CHỦ NGHĨA VIỆT NAM", "VIỆT NAM")],
  [
    "layout_motto",
    "motto hyphens",
    (xml) => xml.replace(" lập - Tự do - Hạnh phúc", " lập – Tự do – Hạnh phúc"),
  ],
  [
    "layout_issuer_style",
    "lower issuer",
    (xml) => xml.replace("ỜNG THPT LÝ TỰ TRỌNG", "ờng THPT Lý Tự Trọng"),
  ],
  [
    "layout_signer_style",
    "signer caps",
    (xml) => xml.replace(">Trầ<", ">TRẦ<").replace(">n Văn B<", ">N VĂN B<"),
  ],
  [
    "layout_authority_style",
    "authority not bold",
    (xml) =>
      xml.replace('<w:b/></w:rPr><w:t xml:space="preserve">PHÓ', '</w:rPr><w:t xml:space="preserve">PHÓ'),
  ],
  [
    "layout_authority_style",
    "authority lower",
    (xml) => xml.replace(">PHÓ</w:t>", ">Phó</w:t>").replace(/> HIỆU TRƯỞNG</g, "> hiệu trưởng<"),
  ],
  [
    "layout_about",
    "no subject",
    (xml) => xml.replace(/<w:p>(?:(?!<w:p>|<\/w:p>).)*V\/v.*?<\/w:p>/s, "<w:p/>"),
  ],
  [
    "layout_copies",
    "no colon after Nơi nhận",
    (xml) => xml.replace(">Nơi</w:t>", ">Nơi</w:t>").replace("> nhận:<", "> nhận<"),
  ],
];

describe.each(Object.entries(kinds))("a letter as Word writes it, %s", (_, kind) => {
  it("passes when it is right", () => {
    expect(codes(wordMade(kind))).toEqual([]);
  });

  it.each(wrong)("fails with %s and no other: %s", (code, _wrong, make) => {
    const change = (xml: string) => {
      const changed = make(xml);
      expect(changed).not.toBe(xml);
      return changed;
    };
    expect(codes(wordMade({ ...kind, change }))).toEqual([code]);
  });
});
