import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { DispatchDocument } from "../document/dispatch-document.ts";
import { renderDispatch } from "../document/render-dispatch.ts";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { reminderDispatch } from "../letters/reminder-dispatch.ts";
import { upwardReport } from "../letters/upward-report.ts";
import { campaign, directory, unitNamed } from "../../test/nha-trang.ts";
import { events, figures, status } from "../../test/nha-trang-returns.ts";
import { checkLayout } from "./check-layout.ts";
import type { LayoutRuleCode } from "./layout-rule.ts";

const docx = (document: DispatchDocument) => renderDispatch(document, { format: "docx" });

const letter = docx(campaignDispatch(campaign));
const marked = docx(
  campaignDispatch(campaign, {
    secrecy: "Mật",
    urgency: "Hỏa tốc",
    handling: "Xem xong trả lại",
    contact: "Địa chỉ: …; ĐT: …; E-mail: …",
  }),
);
const reminder = docx(
  reminderDispatch(campaign, {
    units: [unitNamed("Trường Trung học cơ sở Thái Nguyên")],
    at: "2024-11-11T08:00:00+07:00",
    newDeadline: "trước ngày 15/11/2024",
    number: 5,
    date: "2024-11-11",
  }),
);
const report = docx(
  upwardReport(campaign, {
    status,
    rollUp: figures,
    directory,
    events,
    number: 12,
    date: "2024-11-12",
    narrative: { assessment: "Chiến dịch được triển khai kịp thời.", difficulties: "Không có." },
  }),
);
/** What our own templates do not use: points, the drafter's mark, an appendix on paper. */
const own =
  "{{> header}}{{> recipients}}<p>1. Các đơn vị:</p><p>a) Rà soát;</p><p>b) Tổng hợp;</p><p>c) Báo cáo;</p><p>d) Lưu trữ;</p>" +
  "<p>đ) Kiểm tra;</p><p>e) Thực hiện./.</p><sign-off><left><copies><item>Như trên</item><item>Lưu: VT, TH</item></copies>" +
  "<drafter>PL.(300)</drafter></left><right><authority>Trưởng phòng</authority><signature-space/><signer>Võ Công Hiếu</signer></right></sign-off>" +
  '<appendix title="Danh sách" attached="Kèm theo Công văn số 2242/VHTT ngày 29 tháng 10 năm 2024 của Phòng Văn hóa và Thông tin"/>';
const letterOfPoints = renderDispatch(
  { ...campaignDispatch(campaign), template: "own" },
  { format: "docx", templates: { own } },
);
const plan = docx({
  template: "plan",
  title: "Kế hoạch",
  data: {
    ...campaignDispatch(campaign).data,
    about: null,
    type: "Kế hoạch",
    subject: "Triển khai Chiến dịch",
    legalBases: ["Căn cứ Công văn số 3506/STTTT-CNTTBCVT;", "Theo đề nghị của Trưởng phòng."],
    sections: [{ title: "Mục đích, yêu cầu", paragraphs: ["Nâng cao nhận thức của người dân./."] }],
  },
  pictures: {},
});

const codes = (bytes: Uint8Array) => [...new Set(checkLayout(bytes).issues.map(({ code }) => code))];

describe("the shipped dispatches", () => {
  it.each(Object.entries({ letter, marked, letterOfPoints, reminder, report, plan }))(
    "%s holds every rule",
    (_, bytes) => {
      expect(checkLayout(bytes).issues).toEqual([]);
    },
  );

  it("are measured against every rule between them", () => {
    const rules = [letter, marked, letterOfPoints, report, plan].map((bytes) => checkLayout(bytes).rules);
    const never = rules[0]?.filter((_, index) =>
      rules.every((each) => each[index]?.state === "notApplicable"),
    );
    expect(never?.map(({ code }) => code)).toEqual([]);
  });
});

/** The document with one text of one part replaced: all occurrences for a pattern with `g`, else the first. */
function wrong(bytes: Uint8Array, part: string, from: RegExp | string, to: string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[part] as Uint8Array);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to make wrong: ${from}`);
  return zipSync({ ...files, [part]: strToU8(after) });
}

const body = "word/document.xml";
const styles = "word/styles.xml";

/** A style with something of it replaced. */
function wrongStyle(bytes: Uint8Array, id: string, from: RegExp | string, to: string): Uint8Array {
  const files = unzipSync(bytes);
  const xml = strFromU8(files[styles] as Uint8Array);
  const style = new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(xml)?.[0];
  if (style === undefined) throw new Error(`no style ${id}`);
  const changed = style.replace(from, to);
  if (changed === style) throw new Error(`nothing to make wrong in ${id}: ${from}`);
  return zipSync({ ...files, [styles]: strToU8(xml.replace(style, changed)) });
}

const size = (points: number) => [/<w:sz w:val="\d+"\/>/, `<w:sz w:val="${points * 2}"/>`] as const;
const bold = [/<w:rPr>/, "<w:rPr><w:b/>"] as const;
const notBold = ["<w:b/>", ""] as const;
const upright = ["<w:i/>", ""] as const;
const italic = [/<w:rPr>/, "<w:rPr><w:i/>"] as const;
const left = [/<w:jc w:val="\w+"\/>/, '<w:jc w:val="left"/>'] as const;

describe("a document wrong in one thing fails with that rule's code and no other", () => {
  it.each<[LayoutRuleCode, string, Uint8Array]>([
    [
      "layout_paper",
      "Letter paper",
      wrong(letter, body, /w:w="11906" w:h="16838"/g, 'w:w="12240" w:h="15840"'),
    ],
    ["layout_margins", "left margin 2,5 cm", wrong(letter, body, /w:left="1701"/g, 'w:left="1417"')],
    ["layout_margins", "right margin 3 cm", wrong(letter, body, /w:right="850"/g, 'w:right="1701"')],
    ["layout_font", "Arial throughout", wrong(letter, styles, /Times New Roman/g, "Arial")],
    [
      "layout_colour",
      "blue names",
      wrongStyle(letter, "Signer", "<w:rPr>", '<w:rPr><w:color w:val="0000FF"/>'),
    ],
    ["layout_page_number", "no page number", wrong(letter, "word/header1.xml", " PAGE ", " DATE ")],
    [
      "layout_page_number",
      "at the right",
      wrongStyle(letter, "PageNumber", 'w:val="center"', 'w:val="right"'),
    ],
    ["layout_first_page_number", "a number on page 1", wrong(letter, body, "<w:titlePg/>", "")],
    ["layout_country", "another state", wrong(letter, body, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "CỘNG HÒA")],
    ["layout_country_style", "size 14", wrongStyle(letter, "Country", ...size(14))],
    ["layout_country_style", "not bold", wrongStyle(letter, "Country", ...notBold)],
    [
      "layout_motto",
      "capitals wrong",
      wrong(letter, body, "Độc lập - Tự do - Hạnh phúc", "Độc lập - tự do - hạnh phúc"),
    ],
    [
      "layout_motto",
      "dashes without spaces",
      wrong(letter, body, "Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc"),
    ],
    ["layout_motto_style", "size 12", wrongStyle(letter, "Motto", ...size(12))],
    [
      "layout_motto_rule",
      "half as long",
      wrong(
        letter,
        body,
        /(Hạnh phúc<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="Rule"\/>)<w:ind [^>]*>/,
        '$1<w:ind w:left="1800" w:right="1800"/>',
      ),
    ],
    [
      "layout_motto_rule",
      "none",
      wrong(letter, body, /(Hạnh phúc<\/w:t><\/w:r><\/w:p>)<w:p>.*?<\/w:p>/, "$1"),
    ],
    ["layout_parent_style", "bold", wrongStyle(letter, "Parent", ...bold)],
    [
      "layout_issuer",
      "no name",
      wrong(
        letter,
        body,
        /<w:p><w:pPr><w:pStyle w:val="(?:Parent|Issuer)"\/>.*?<w:pStyle w:val="Rule".*?<\/w:p>/,
        "<w:p/>",
      ),
    ],
    ["layout_issuer_style", "not bold", wrongStyle(letter, "Issuer", ...notBold)],
    [
      "layout_issuer_rule",
      "as long as the text",
      wrong(
        letter,
        body,
        /(THÔNG TIN<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="Rule"\/>)<w:ind [^>]*>/,
        '$1<w:ind w:left="50" w:right="50"/>',
      ),
    ],
    ["layout_number", "spaces around the stroke", wrong(letter, body, "2242/VHTT<", "2242 / VHTT<")],
    ["layout_number_zero", "a single digit", wrong(reminder, body, "Số: 05/", "Số: 5/")],
    ["layout_number_style", "size 14", wrongStyle(letter, "Number", ...size(14))],
    ["layout_place_date", "no place", wrong(letter, body, "Nha Trang, ngày 29", "Ngày 29")],
    [
      "layout_date_zero",
      "a zero before month 3",
      wrong(letter, body, "ngày 29 tháng 10", "ngày 29 tháng 03"),
    ],
    ["layout_date_zero", "no zero before day 5", wrong(letter, body, "ngày 29 tháng 10", "ngày 5 tháng 10")],
    ["layout_place_date_style", "upright", wrongStyle(letter, "PlaceDate", ...upright)],
    [
      "layout_about",
      "no subject",
      wrong(letter, body, /<w:p><w:pPr><w:pStyle w:val="About"\/>.*?<\/w:p>/, ""),
    ],
    ["layout_about_style", "bold, as much public code has it", wrongStyle(letter, "About", ...bold)],
    ["layout_about_gap", "no gap", wrongStyle(letter, "About", 'w:before="120"', 'w:before="0"')],
    ["layout_type_style", "not bold", wrongStyle(report, "Type", ...notBold)],
    ["layout_subject_style", "italic", wrongStyle(report, "Subject", ...italic)],
    [
      "layout_subject_rule",
      "none",
      wrong(
        report,
        body,
        /(năm 2024”<\/w:t><\/w:r><\/w:p>)<w:p><w:pPr><w:pStyle w:val="Rule"\/>.*?<\/w:p>/,
        "$1",
      ),
    ],
    [
      "layout_recipients",
      "nobody addressed",
      wrong(
        letter,
        body,
        /<w:p><w:pPr><w:pStyle w:val="To"\/>.*(?=<w:p><w:pPr><w:pStyle w:val="Paragraph"\/>.*?Thực hiện Công văn)/s,
        "",
      ),
    ],
    ["layout_recipients_style", "italic", wrongStyle(letter, "To", ...italic)],
    [
      "layout_recipients_dash",
      "at the left margin",
      wrong(
        letter,
        body,
        /(<w:ind w:left=")\d+(" w:hanging="\d+"\/><\/w:pPr><w:r><w:t xml:space="preserve">- <\/w:t><\/w:r><w:r><w:t xml:space="preserve">Các cơ quan chuyên)/,
        "$1720$2",
      ),
    ],
    [
      "layout_recipients_ending",
      "no semicolon",
      wrong(letter, body, /Các cơ quan chuyên môn(<.*?>);/, "Các cơ quan chuyên môn$1,"),
    ],
    ["layout_body_style", "size 12", wrongStyle(letter, "Paragraph", ...size(12))],
    ["layout_body_align", "left", wrongStyle(letter, "Paragraph", ...left)],
    [
      "layout_body_indent",
      "no indent",
      wrongStyle(letter, "Paragraph", 'w:firstLine="720"', 'w:firstLine="0"'),
    ],
    ["layout_body_gap", "3 pt", wrongStyle(letter, "Paragraph", 'w:before="120"', 'w:before="60"')],
    ["layout_body_line", "double", wrongStyle(letter, "Paragraph", 'w:line="264"', 'w:line="480"')],
    ["layout_basis_style", "upright", wrongStyle(plan, "Basis", ...upright)],
    ["layout_heading_style", "not bold", wrongStyle(report, "Heading", ...notBold)],
    ["layout_heading_alone", "not kept with the text", wrongStyle(report, "Heading", "<w:keepNext/>", "")],
    ["layout_ending", "a full stop", wrong(letter, body, "thực hiện./.", "thực hiện.")],
    ["layout_copies", "no copies", wrong(letter, body, "Nơi nhận:", "Gửi:")],
    ["layout_copies_title_style", "upright", wrongStyle(letter, "CopiesTitle", ...upright)],
    ["layout_copies_style", "size 13", wrongStyle(letter, "Copies", ...size(13))],
    [
      "layout_copies_ending",
      "no semicolon",
      wrong(letter, body, /Lãnh đạo phòng(<.*?>);/, "Lãnh đạo phòng$1."),
    ],
    ["layout_archive", "not archived", wrong(letter, body, "Lưu: VT", "Cất: VT")],
    ["layout_authority", "no space after KT.", wrong(letter, body, "KT. TRƯỞNG", "KT.TRƯỞNG")],
    ["layout_authority", "nobody's own office", wrong(letter, body, "PHÓ TRƯỞNG PHÒNG", "KT. TRƯỞNG PHÒNG")],
    ["layout_authority_style", "not bold", wrongStyle(letter, "Authority", ...notBold)],
    ["layout_signer_style", "not bold", wrongStyle(letter, "Signer", ...notBold)],
    ["layout_signer_degree", "with a degree", wrong(letter, body, "Võ Công", "ThS. Võ Công")],
    [
      "layout_sign_off_alone",
      "the row may break",
      wrong(letter, body, /<w:cantSplit\/>(?!.*<w:cantSplit\/>)/s, ""),
    ],
    ["layout_appendix_style", "size 13", wrongStyle(report, "Appendix", ...size(13))],
    ["layout_appendix_title_style", "not bold", wrongStyle(report, "AppendixTitle", ...notBold)],
    ["layout_appendix_number", "Arabic", wrong(report, body, "Phụ lục II<", "Phụ lục 2<")],
    [
      "layout_about_rule",
      "a rule, as titles have one",
      wrong(
        letter,
        body,
        /(<w:pStyle w:val="About"\/>.*?<\/w:p>)/,
        '$1<w:p><w:pPr><w:pStyle w:val="Rule"/><w:ind w:left="1300" w:right="1300"/></w:pPr></w:p>',
      ),
    ],
    ["layout_about_style", "in capitals", wrongStyle(letter, "About", "<w:rPr>", "<w:rPr><w:caps/>")],
    ["layout_secrecy_style", "not bold", wrongStyle(marked, "Secrecy", ...notBold)],
    ["layout_urgency_style", "size 12", wrongStyle(marked, "Urgency", ...size(12))],
    ["layout_handling_style", "italic", wrongStyle(marked, "Handling", ...italic)],
    [
      "layout_stamp_frame",
      "without one",
      wrong(marked, body, /(<w:pStyle w:val="Urgency"\/>)<w:pBdr>.*?<\/w:pBdr>/, "$1"),
    ],
    ["layout_contact_style", "size 13", wrongStyle(marked, "Contact", ...size(13))],
    [
      "layout_contact_rule",
      "none",
      wrong(marked, body, /(<w:pStyle w:val="Contact"\/><w:framePr [^>]*>)<w:pBdr>.*?<\/w:pBdr>/, "$1"),
    ],
    [
      "layout_recipients_lines",
      "two on one line",
      wrong(reminder, body, "Trường Trung học cơ sở Thái Nguyên", "Trường Tiểu học A; Trường Tiểu học B"),
    ],
    ["layout_copies_first", "somebody else first", wrong(letter, body, "Như trên", "Ban Giám đốc")],
    ["layout_basis_ending", "a comma", wrong(plan, body, "3506/STTTT-CNTTBCVT;", "3506/STTTT-CNTTBCVT,")],
    ["layout_points", "e) after d)", wrong(letterOfPoints, body, "đ) Kiểm tra", "e) Kiểm tra")],
    ["layout_drafter_style", "bold", wrongStyle(letterOfPoints, "Drafter", ...bold)],
    ["layout_attached_style", "upright", wrongStyle(letterOfPoints, "Attached", ...upright)],
    ["layout_heading_style", "sentence case", wrong(report, body, "KẾT QUẢ THỰC HIỆN", "Kết quả thực hiện")],
    ["layout_body_style", "italic throughout", wrongStyle(letter, "Paragraph", ...italic)],
    [
      "layout_page_number",
      "italic",
      wrongStyle(letter, "PageNumber", "</w:pPr>", "</w:pPr><w:rPr><w:i/></w:rPr>"),
    ],
    [
      "layout_page_number",
      "in Roman numerals",
      wrong(letter, body, '<w:pgNumType w:start="1"/>', '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'),
    ],
    ["layout_signer_style", "in capitals", wrong(letter, body, "Võ Công Hiếu", "VÕ CÔNG HIẾU")],
    ["layout_type_style", "at the left", wrongStyle(report, "Type", ...left)],
    ["layout_subject_style", "at the left", wrongStyle(report, "Subject", ...left)],
    ["layout_copies_title_style", "in capitals", wrong(letter, body, "Nơi nhận:", "NƠI NHẬN:")],
    [
      "layout_sign_off_alone",
      "on a page of its own",
      wrong(
        letter,
        body,
        "thực hiện./.</w:t></w:r>",
        'thực hiện./.</w:t></w:r><w:r><w:br w:type="page"/></w:r>',
      ),
    ],
    ["layout_picture_alt", "no words for the QR", wrong(letter, body, /descr="[^"]*"/g, 'descr=""')],
  ])("%s: %s", (code, _, bytes) => {
    expect(codes(bytes)).toEqual([code]);
  });

  it("covers every rule there is", async () => {
    const source = await import("node:fs").then((fs) => fs.readFileSync(new URL(import.meta.url), "utf8"));
    const all = checkLayout(letter).rules.map(({ code }) => code);
    expect(all.filter((code) => !source.includes(`"${code}",`))).toEqual([]);
  });
});

describe("the report of a check", () => {
  it("gives place, number in the decree and measured value", () => {
    const bytes = wrongStyle(letter, "Country", ...size(14));
    const finding = checkLayout(bytes).rules.find(({ code }) => code === "layout_country_style");
    expect(finding).toMatchObject({
      box: "1",
      state: "broken",
      place: { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
      expected: { vi: "cỡ 12-13" },
      measured: { vi: "cỡ 14" },
    });
  });

  it("says so when the file is no .docx", () => {
    expect(checkLayout(strToU8("%PDF-1.7")).issues.map(({ code }) => code)).toEqual([
      "dispatch_file_not_docx",
    ]);
  });

  it("refuses a part that declares a document type, and with it every entity", () => {
    const bytes = wrong(letter, body, "<w:document ", '<!DOCTYPE a [<!ENTITY b "c">]><w:document ');
    expect(codes(bytes)).toEqual(["dispatch_file_not_docx"]);
  });
});
