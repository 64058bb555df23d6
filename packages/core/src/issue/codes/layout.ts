import { defineIssue, type IssueDefinition } from "../definition.ts";

/** A requirement or a measurement, in both languages. */
export interface LayoutWords {
  readonly vi: string;
  readonly en: string;
}

export interface LayoutParams {
  readonly expected: LayoutWords;
  readonly measured: LayoutWords;
}

/** One rule of layout: what it is about, and where the decree has it. */
function layoutIssue(
  vi: string,
  en: string,
  decree: string,
  severity: "error" | "warning" = "error",
): IssueDefinition<LayoutParams> {
  return defineIssue<LayoutParams>({
    severity,
    vi: ({ expected, measured }) => `${vi}: ${measured.vi}; yêu cầu ${expected.vi} (${decree})`,
    en: ({ expected, measured }) => `${en}: ${measured.en}; wanted ${expected.en} (${decree})`,
    cure: {
      vi: "Trình bày lại theo yêu cầu, hoặc dùng mẫu kèm theo của hệ thống.",
      en: "Set it as wanted, or use a template of ours.",
    },
  });
}

/**
 * Rules on how a document is laid out. “NĐ 30” is Nghị định 30/2020/NĐ-CP, PL I (read in the decree);
 * rules of ours that the decree does not state say so.
 */
export const layoutIssues = {
  layout_paper: layoutIssue("khổ giấy", "paper", "NĐ 30, mục I.1"),
  layout_margins: layoutIssue("lề trang", "margins", "NĐ 30, mục I.3"),
  layout_font: layoutIssue("phông chữ", "font", "NĐ 30, mục I.4"),
  layout_colour: layoutIssue("màu chữ", "colour of text", "NĐ 30, mục I.4"),
  layout_page_number: layoutIssue("số trang", "page number", "NĐ 30, mục I.5"),
  layout_first_page_number: layoutIssue(
    "số trang của trang đầu",
    "number of the first page",
    "NĐ 30, mục I.5",
  ),
  layout_country: layoutIssue("Quốc hiệu", "Quốc hiệu", "NĐ 30, ô số 1"),
  layout_country_style: layoutIssue("kiểu chữ Quốc hiệu", "type of Quốc hiệu", "NĐ 30, ô số 1"),
  layout_motto: layoutIssue("Tiêu ngữ", "Tiêu ngữ", "NĐ 30, ô số 1"),
  layout_motto_style: layoutIssue("kiểu chữ Tiêu ngữ", "type of Tiêu ngữ", "NĐ 30, ô số 1"),
  layout_motto_rule: layoutIssue("đường kẻ dưới Tiêu ngữ", "rule under Tiêu ngữ", "NĐ 30, ô số 1"),
  layout_parent_style: layoutIssue(
    "kiểu chữ tên cơ quan chủ quản",
    "type of the parent body",
    "NĐ 30, ô số 2",
  ),
  layout_issuer: layoutIssue("tên cơ quan ban hành", "issuing body", "NĐ 30, ô số 2"),
  layout_issuer_style: layoutIssue(
    "kiểu chữ tên cơ quan ban hành",
    "type of the issuing body",
    "NĐ 30, ô số 2",
  ),
  layout_issuer_rule: layoutIssue(
    "đường kẻ dưới tên cơ quan ban hành",
    "rule under the issuing body",
    "NĐ 30, ô số 2",
  ),
  layout_number: layoutIssue("số, ký hiệu", "number and notation", "NĐ 30, ô số 3"),
  layout_number_zero: layoutIssue("chữ số của số văn bản", "digits of the number", "NĐ 30, ô số 3"),
  layout_number_style: layoutIssue("kiểu chữ số, ký hiệu", "type of the number", "NĐ 30, ô số 3"),
  layout_place_date: layoutIssue("địa danh, thời gian", "place and date", "NĐ 30, ô số 4"),
  layout_date_zero: layoutIssue("chữ số của ngày, tháng", "digits of day and month", "NĐ 30, ô số 4"),
  layout_place_date_style: layoutIssue(
    "kiểu chữ địa danh, thời gian",
    "type of place and date",
    "NĐ 30, ô số 4",
  ),
  layout_about: layoutIssue("trích yếu của công văn", "subject of the letter", "NĐ 30, ô số 5b"),
  layout_about_style: layoutIssue(
    "kiểu chữ trích yếu công văn",
    "type of the letter's subject",
    "NĐ 30, ô số 5b",
  ),
  layout_about_gap: layoutIssue("khoảng cách trên trích yếu", "gap above the subject", "NĐ 30, ô số 5b"),
  layout_about_rule: layoutIssue(
    "đường kẻ dưới trích yếu công văn",
    "rule under the subject of a letter",
    "NĐ 30, ô số 5b",
  ),
  layout_secrecy_style: layoutIssue(
    "kiểu chữ dấu chỉ độ mật",
    "type of the secrecy stamp",
    "NĐ 30, ô số 10a",
  ),
  layout_urgency_style: layoutIssue(
    "kiểu chữ dấu chỉ độ khẩn",
    "type of the urgency stamp",
    "NĐ 30, ô số 10b",
  ),
  layout_handling_style: layoutIssue(
    "kiểu chữ chỉ dẫn lưu hành",
    "type of the note on circulation",
    "NĐ 30, ô số 11",
  ),
  layout_stamp_frame: layoutIssue(
    "khung dấu độ mật, độ khẩn, chỉ dẫn lưu hành",
    "frame of a stamp",
    "NĐ 30, ô số 10, 11",
  ),
  layout_type_style: layoutIssue(
    "kiểu chữ tên loại văn bản",
    "type of the document's kind",
    "NĐ 30, ô số 5a",
  ),
  layout_subject_style: layoutIssue("kiểu chữ trích yếu", "type of the title", "NĐ 30, ô số 5a"),
  layout_subject_rule: layoutIssue("đường kẻ dưới trích yếu", "rule under the title", "NĐ 30, ô số 5a"),
  layout_recipients: layoutIssue("phần “Kính gửi”", "“Kính gửi”", "NĐ 30, ô số 9a"),
  layout_recipients_style: layoutIssue("kiểu chữ phần “Kính gửi”", "type of “Kính gửi”", "NĐ 30, ô số 9a"),
  layout_recipients_lines: layoutIssue(
    "dòng của nơi nhận trong phần “Kính gửi”",
    "lines of those addressed",
    "NĐ 30, ô số 9a",
  ),
  layout_recipients_dash: layoutIssue(
    "vị trí gạch đầu dòng nơi kính gửi",
    "dashes of the recipients",
    "NĐ 30, ô số 9a",
  ),
  layout_recipients_ending: layoutIssue(
    "dấu cuối dòng nơi kính gửi",
    "endings of the recipients",
    "NĐ 30, ô số 9a",
  ),
  layout_body_style: layoutIssue("kiểu chữ nội dung", "type of the text", "NĐ 30, ô số 6"),
  layout_body_align: layoutIssue("căn lề nội dung", "alignment of the text", "NĐ 30, mục II.6"),
  layout_body_indent: layoutIssue("lùi đầu dòng nội dung", "first line of the text", "NĐ 30, mục II.6"),
  layout_body_gap: layoutIssue("khoảng cách giữa các đoạn", "gap between paragraphs", "NĐ 30, mục II.6"),
  layout_body_line: layoutIssue("khoảng cách dòng", "line spacing", "NĐ 30, mục II.6"),
  layout_basis_style: layoutIssue("kiểu chữ căn cứ ban hành", "type of the legal basis", "NĐ 30, ô số 6"),
  layout_basis_ending: layoutIssue("dấu cuối dòng căn cứ", "marks of the legal basis", "NĐ 30, ô số 6"),
  layout_points: layoutIssue("thứ tự điểm a), b), c)", "letters of points", "NĐ 30, ô số 6"),
  layout_heading_style: layoutIssue("kiểu chữ tiêu đề", "type of headings", "NĐ 30, ô số 6"),
  layout_heading_alone: layoutIssue("tiêu đề ở cuối trang", "heading at a page foot", "quy tắc của hệ thống"),
  layout_ending: layoutIssue(
    "dấu kết thúc nội dung",
    "end of the text",
    "quy ước trong các mẫu của NĐ 30",
    "warning",
  ),
  layout_copies: layoutIssue("phần “Nơi nhận”", "“Nơi nhận”", "NĐ 30, ô số 9b"),
  layout_copies_title_style: layoutIssue("kiểu chữ “Nơi nhận”", "type of “Nơi nhận”", "NĐ 30, ô số 9b"),
  layout_copies_first: layoutIssue("dòng đầu của nơi nhận", "first line of the copies", "NĐ 30, ô số 9b"),
  layout_copies_style: layoutIssue("kiểu chữ danh sách nơi nhận", "type of the copies", "NĐ 30, ô số 9b"),
  layout_copies_ending: layoutIssue("dấu của danh sách nơi nhận", "marks of the copies", "NĐ 30, ô số 9b"),
  layout_archive: layoutIssue("dòng “Lưu”", "archive line", "NĐ 30, ô số 9b"),
  layout_authority: layoutIssue("quyền hạn của người ký", "authority of the signatory", "NĐ 30, ô số 7a"),
  layout_authority_style: layoutIssue(
    "kiểu chữ quyền hạn, chức vụ",
    "type of the authority",
    "NĐ 30, ô số 7a",
  ),
  layout_signer_style: layoutIssue(
    "kiểu chữ họ tên người ký",
    "type of the signatory's name",
    "NĐ 30, ô số 7b",
  ),
  layout_signer_degree: layoutIssue("họ tên người ký", "signatory's name", "NĐ 30, ô số 7b"),
  layout_sign_off_alone: layoutIssue("khối chữ ký", "signature block", "quy tắc của hệ thống"),
  layout_drafter_style: layoutIssue(
    "kiểu chữ ký hiệu người soạn thảo",
    "type of the drafter's mark",
    "NĐ 30, ô số 12",
  ),
  layout_contact_style: layoutIssue(
    "kiểu chữ thông tin liên hệ",
    "type of the contact line",
    "NĐ 30, ô số 13",
  ),
  layout_contact_rule: layoutIssue(
    "đường kẻ trên thông tin liên hệ",
    "rule above the contact line",
    "NĐ 30, ô số 13",
  ),
  layout_attached_style: layoutIssue(
    "kiểu chữ dòng “Kèm theo”",
    "type of the line “Kèm theo”",
    "NĐ 30, Phụ lục",
  ),
  layout_appendix_style: layoutIssue("kiểu chữ “Phụ lục”", "type of “Phụ lục”", "NĐ 30, Phụ lục"),
  layout_appendix_title_style: layoutIssue(
    "kiểu chữ tên phụ lục",
    "type of the appendix's title",
    "NĐ 30, Phụ lục",
  ),
  layout_appendix_number: layoutIssue("số thứ tự phụ lục", "numbers of appendices", "NĐ 30, Phụ lục"),
  layout_picture_alt: layoutIssue("mô tả của hình", "words of a picture", "quy tắc của hệ thống", "warning"),
};
