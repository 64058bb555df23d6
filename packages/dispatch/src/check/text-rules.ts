import type { LayoutWords } from "@chiendich/core";
import { textWidthOf } from "../layout/text-width.ts";
import type { DispatchParts } from "./dispatch-parts.ts";
import { centimetres, same, type LayoutRule, type Measurement } from "./layout-rule.ts";
import type { WordDocument, WordParagraph } from "./word-document.ts";

const missing: LayoutWords = { vi: "không có", en: "none" };

/** Kính gửi, the text, Nơi nhận, the signature, appendices and pictures. */
export const textRules: readonly LayoutRule[] = [
  {
    code: "layout_recipients",
    box: "9a",
    measure: ({ type, recipients }) =>
      type !== null
        ? []
        : [
            recipients === null
              ? { held: false, paragraph: null, expected: same("“Kính gửi:”"), measured: missing }
              : {
                  held: /^Kính gửi\s*:/u.test(recipients.text),
                  paragraph: recipients,
                  expected: same("“Kính gửi:”"),
                  measured: same(recipients.text.slice(0, 12)),
                },
          ],
  },
  { code: "layout_recipients_dash", box: "9a", measure: recipientDashes },
  {
    code: "layout_recipients_ending",
    box: "9a",
    measure: ({ recipientItems }) => endings(recipientItems),
  },
  { code: "layout_body_align", box: "6", measure: ({ body }) => body.map(justified) },
  { code: "layout_body_indent", box: "6", measure: ({ body }) => body.map(firstLine) },
  { code: "layout_body_gap", box: "6", measure: ({ body }, document) => gaps(body, document) },
  { code: "layout_body_line", box: "6", measure: ({ body }) => body.map(lineSpacing) },
  {
    code: "layout_heading_alone",
    box: null,
    measure: ({ headings }) =>
      headings.map((paragraph) => ({
        held: paragraph.format.keepNext === true,
        paragraph,
        expected: { vi: "giữ cùng trang với đoạn sau", en: "kept with the next paragraph" },
        measured: paragraph.format.keepNext
          ? { vi: "giữ cùng trang", en: "kept" }
          : { vi: "có thể đứng một mình ở cuối trang", en: "may stand alone at a page foot" },
      })),
  },
  {
    code: "layout_ending",
    box: "6",
    measure: ({ body }) => {
      const last = body.at(-1);
      if (last === undefined) return [];
      return [
        {
          held: last.text.endsWith("./."),
          paragraph: last,
          expected: same("“./.”"),
          measured: same(last.text.slice(-12)),
        },
      ];
    },
  },
  {
    code: "layout_copies",
    box: "9b",
    measure: ({ copiesTitle }) => [
      {
        held: copiesTitle !== null,
        paragraph: copiesTitle,
        expected: same("“Nơi nhận:”"),
        measured: copiesTitle === null ? missing : same(copiesTitle.text),
      },
    ],
  },
  { code: "layout_copies_ending", box: "9b", measure: ({ copies }) => endings(copies) },
  {
    code: "layout_archive",
    box: "9b",
    measure: ({ copies }) => {
      const last = copies.at(-1);
      if (last === undefined) return [];
      const held = /^[-–]\s*Lưu\s*:\s*VT\b/u.test(last.text);
      return [
        {
          held,
          paragraph: last,
          expected: { vi: "dòng cuối “- Lưu: VT, …”", en: "last line “- Lưu: VT, …”" },
          measured: same(last.text),
        },
      ];
    },
  },
  { code: "layout_authority", box: "7a", measure: ({ authority }) => authorityWords(authority) },
  {
    code: "layout_signer_degree",
    box: "7b",
    measure: ({ signer }) =>
      signer === null
        ? []
        : [
            {
              held: !/^(?:GS|PGS|TS|ThS|CN|KS|BS|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ)[.\s]/u.test(
                signer.text,
              ),
              paragraph: signer,
              expected: {
                vi: "không ghi học hàm, học vị trước họ tên",
                en: "no academic title before the name",
              },
              measured: same(signer.text),
            },
          ],
  },
  { code: "layout_sign_off_alone", box: null, measure: signOffKept },
  { code: "layout_appendix_number", box: null, measure: appendixNumbers },
  {
    code: "layout_picture_alt",
    box: null,
    measure: (_, { paragraphs }) =>
      paragraphs.flatMap((paragraph) =>
        paragraph.pictures.map(({ alt }) => ({
          held: alt.trim() !== "",
          paragraph,
          expected: { vi: "có mô tả bằng chữ", en: "words that describe it" },
          measured: alt.trim() === "" ? missing : same(alt),
        })),
      ),
  },
];

/** Left edge of the dashes against that of the colon, in twips. A millimetre or so is not seen. */
const dashTolerance = 80;

function recipientDashes({ recipients, recipientItems }: DispatchParts): readonly Measurement[] {
  if (recipients === null || recipientItems.length === 0) return [];
  const face = { size: recipients.runs[0]?.size ?? 14 };
  const start =
    (recipients.format.left ?? 0) - (recipients.format.hanging ?? 0) + (recipients.format.firstLine ?? 0);
  const colon = start + textWidthOf("Kính gửi", face);
  return recipientItems.map((paragraph) => {
    const { left = 0, hanging = 0, firstLine: first = 0 } = paragraph.format;
    const dash = left - hanging + first;
    const apart = centimetres(dash - colon);
    return {
      held: Math.abs(dash - colon) <= dashTolerance,
      paragraph,
      expected: { vi: "thẳng dưới dấu hai chấm", en: "straight under the colon" },
      measured: { vi: `lệch ${apart.vi}`, en: `off by ${apart.en}` },
    };
  });
}

/** `;` after each and `.` after the last. */
function endings(items: readonly WordParagraph[]): readonly Measurement[] {
  return items.map((paragraph, index) => {
    const mark = index === items.length - 1 ? "." : ";";
    return {
      held: /^[-–]\s/u.test(paragraph.text) && paragraph.text.endsWith(mark),
      paragraph,
      expected: { vi: `“- …${mark}”`, en: `“- …${mark}”` },
      measured: same(`${paragraph.text.slice(0, 2)}…${paragraph.text.slice(-1)}`),
    };
  });
}

function justified(paragraph: WordParagraph): Measurement {
  const align = paragraph.format.align ?? "left";
  return {
    held: align === "both" || align === "distribute",
    paragraph,
    expected: { vi: "căn đều hai lề", en: "justified" },
    measured: same(align),
  };
}

/** 1 cm or 1.27 cm, within 0.05 cm. */
function firstLine(paragraph: WordParagraph): Measurement {
  const { firstLine: first = 0, hanging = 0 } = paragraph.format;
  const indent = first - hanging;
  const held = [567, 720].some((allowed) => Math.abs(indent - allowed) <= 29);
  return {
    held,
    paragraph,
    expected: { vi: "1 cm hoặc 1,27 cm", en: "1 cm or 1.27 cm" },
    measured: centimetres(indent),
  };
}

/** From each paragraph to the one before it. Word takes the greater of the two where both say something. */
function gaps(body: readonly WordParagraph[], { paragraphs }: WordDocument): readonly Measurement[] {
  return body.flatMap((paragraph) => {
    const above = paragraphs[paragraph.number - 2];
    if (above === undefined || above.cell !== null) return [];
    const gap = Math.max(paragraph.format.before ?? 0, above.format.after ?? 0);
    return [
      {
        held: gap >= 120,
        paragraph,
        expected: { vi: "ít nhất 6 pt", en: "at least 6 pt" },
        measured: same(`${gap / 20} pt`),
      },
    ];
  });
}

function lineSpacing(paragraph: WordParagraph): Measurement {
  const { line = 240, lineRule = "auto" } = paragraph.format;
  const size = paragraph.runs[0]?.size ?? 14;
  // A fixed height is measured against the height of a single line of this font, 1.15 of its size.
  const lines = lineRule === "auto" ? line / 240 : line / 20 / (size * 1.15);
  const text = lines.toFixed(2);
  return {
    held: lines >= 0.99 && lines <= 1.51,
    paragraph,
    expected: { vi: "từ dòng đơn đến 1,5 dòng", en: "single to 1.5 lines" },
    measured: { vi: `${text.replace(".", ",")} dòng`, en: `${text} lines` },
  };
}

/**
 * `TM.` before the body and then the office; `KT.`, `TL.`, `TUQ.` before the head's office, then the
 * signatory's own; `Q.` before the office.
 */
function authorityWords(authority: readonly WordParagraph[]): readonly Measurement[] {
  const [first] = authority;
  if (first === undefined) return [];
  const lines = authority.map(({ text }) => text);
  const prefixed = lines.map((line) => /^(TM|KT|TL|TUQ|Q)\.\s\S/u.exec(line)?.[1] ?? null);
  const written = lines.every((line) => !/^(TM|KT|TL|TUQ|Q)\b(?!\.\s)/u.test(line));
  // The last line is the signatory's own office; only `Q.` may stand before it.
  const last = prefixed.at(-1) ?? null;
  const held = written && (last === null || last === "Q");
  return [
    {
      held,
      paragraph: first,
      expected: {
        vi: "TM., KT., TL., TUQ. đứng trước chức vụ người đứng đầu, dòng sau là chức vụ người ký",
        en: "TM., KT., TL., TUQ. before the head's office, the signatory's own on the next line",
      },
      measured: same(lines.join(" / ")),
    },
  ];
}

/** The row of the block is not broken, and its paragraphs hold on to each other and to the text above. */
function signOffKept({ body, copiesTitle, authority }: DispatchParts): readonly Measurement[] {
  const last = body.at(-1);
  if (copiesTitle === null || last === undefined) return [];
  const kept = last.format.keepNext === true;
  const whole =
    (copiesTitle.cell?.cantSplit ?? false) && authority.every(({ cell }) => cell?.cantSplit ?? false);
  return [
    {
      held: kept && whole,
      paragraph: copiesTitle,
      expected: { vi: "cùng trang với đoạn cuối của nội dung", en: "on one page with the end of the text" },
      measured:
        kept && whole
          ? { vi: "giữ cùng trang", en: "kept" }
          : { vi: "có thể đứng một mình một trang", en: "may stand alone on a page" },
    },
  ];
}

/** Two or more appendices are numbered in Roman numerals; a single one is not. */
function appendixNumbers({ appendices }: DispatchParts): readonly Measurement[] {
  return appendices.map(({ name }) => ({
    held: appendices.length > 1 ? /\s[IVXLC]+$/u.test(name.text) : /^Phụ lục$/iu.test(name.text),
    paragraph: name,
    expected:
      appendices.length > 1
        ? { vi: "số La Mã", en: "Roman numerals" }
        : { vi: "không đánh số", en: "no number" },
    measured: same(name.text),
  }));
}
