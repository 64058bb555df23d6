import { printRoman, type LayoutWords } from "@chiendich/core";
import { linesOf, textWidthOf } from "../layout/text-width.ts";
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
  { code: "layout_recipients_lines", box: "9a", measure: recipientLines },
  { code: "layout_recipients_dash", box: "9a", measure: recipientDashes },
  {
    code: "layout_recipients_ending",
    box: "9a",
    measure: ({ recipientItems }) => endings(recipientItems),
  },
  {
    code: "layout_basis_ending",
    box: "6",
    measure: ({ basis }) =>
      basis.map((paragraph, index) => ending(paragraph, index === basis.length - 1 ? "." : ";", /^/)),
  },
  { code: "layout_body_align", box: "6", measure: ({ body }) => body.map(justified) },
  { code: "layout_body_indent", box: "6", measure: ({ body }) => body.map(firstLine) },
  { code: "layout_body_gap", box: "6", measure: ({ body }, document) => gaps(body, document) },
  { code: "layout_body_line", box: "6", measure: ({ body }) => body.map(lineSpacing) },
  { code: "layout_points", box: "6", measure: ({ body }) => pointLetters(body) },
  {
    code: "layout_heading_alone",
    box: null,
    measure: ({ headings }, document) =>
      (isOnePage(document) ? [] : headings).map((paragraph) => ({
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
        held: copiesTitle?.text.endsWith(":") ?? false,
        paragraph: copiesTitle,
        expected: same("“Nơi nhận:”"),
        measured: copiesTitle === null ? missing : same(copiesTitle.text),
      },
    ],
  },
  {
    code: "layout_copies_first",
    box: "9b",
    // Who is addressed stands over the text already.
    measure: ({ recipients, copies }) => {
      const [first] = copies;
      if (recipients === null || first === undefined) return [];
      return [
        {
          held: /^[-–]\s*Như (?:trên|kính gửi)/iu.test(first.text),
          paragraph: first,
          expected: same("“- Như trên;”"),
          measured: same(first.text),
        },
      ];
    },
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
  {
    code: "layout_contact_rule",
    box: "13",
    measure: ({ contact }) => {
      const [first] = contact;
      if (first === undefined) return [];
      const held = first.format.borderTop === true || first.lines.length > 0;
      const expected: LayoutWords = { vi: "đường kẻ ngang phía trên", en: "a rule above" };
      return [{ held, paragraph: first, expected, measured: held ? expected : missing }];
    },
  },
  {
    code: "layout_stamp_frame",
    box: "10",
    measure: ({ secrecy, urgency, handling }) =>
      [secrecy, urgency, handling].flatMap((paragraph): readonly Measurement[] => {
        if (paragraph === null) return [];
        const { borderTop, borderBottom } = paragraph.format;
        const held =
          (borderTop && borderBottom) ||
          paragraph.runs.every((run) => run.boxed) ||
          paragraph.cell?.bordered === true;
        const expected: LayoutWords = { vi: "trong khung viền đơn", en: "in a frame" };
        return [{ held, paragraph, expected, measured: held ? expected : missing }];
      }),
  },
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

function recipientDashes(
  { recipients, recipientItems }: DispatchParts,
  { textWidth }: WordDocument,
): readonly Measurement[] {
  if (recipients === null) return [];
  const face = { size: recipients.runs[0]?.size ?? 14 };
  const words = recipients.text.replace(/:.*$/u, "");
  const start =
    recipients.format.align === "center"
      ? (textWidth - textWidthOf(recipients.text, face)) / 2
      : lineStart(recipients);
  const colon = start + textWidthOf(words, face);
  return recipientItems
    .filter(({ text }) => /^[-–]/u.test(text))
    .map((paragraph) => {
      const dash = lineStart(paragraph);
      const apart = centimetres(dash - colon);
      return {
        held: Math.abs(dash - colon) <= dashTolerance,
        paragraph,
        expected: { vi: "thẳng dưới dấu hai chấm", en: "straight under the colon" },
        measured: { vi: `lệch ${apart.vi}`, en: `off by ${apart.en}` },
      };
    });
}

/** Between two tab stops nobody has set: half an inch. */
const defaultTab = 720;

/** Where the first word of a paragraph stands, with the tabs and spaces typed before it. */
function lineStart({ format, typed, runs }: WordParagraph): number {
  const { left = 0, hanging = 0, firstLine: first = 0, tabs = [] } = format;
  let at = left - hanging + first;
  for (const blank of /^[\t \u00a0]*/u.exec(typed)?.[0] ?? "") {
    if (blank !== "\t") at += textWidthOf(" ", { size: runs[0]?.size ?? 14 });
    else at = tabs.find((stop) => stop > at) ?? Math.floor(at / defaultTab + 1) * defaultTab;
  }
  return at;
}

/** One recipient stands on the line of “Kính gửi:”; two or more, each on a line of its own. */
function recipientLines({ recipients, recipientItems }: DispatchParts): readonly Measurement[] {
  if (recipients === null) return [];
  const beside = recipients.text.replace(/^[^:]*:?\s*/u, "");
  const held =
    recipientItems.length === 0
      ? beside !== "" && !/;\s*\S/u.test(beside)
      : beside === "" && recipientItems.length > 1;
  return [
    {
      held,
      paragraph: recipients,
      expected: {
        vi: "một nơi nhận cùng dòng với “Kính gửi:”, từ hai nơi nhận mỗi nơi một dòng",
        en: "one recipient on the line of “Kính gửi:”, several on a line each",
      },
      measured: same([beside, ...recipientItems.map(({ text }) => text)].join(" / ").slice(0, 80)),
    },
  ];
}

/** `;` after each and `.` after the last. */
function endings(items: readonly WordParagraph[]): readonly Measurement[] {
  return items.map((paragraph, index) =>
    ending(paragraph, index === items.length - 1 ? "." : ";", /^[-–]\s/u),
  );
}

function ending(paragraph: WordParagraph, mark: string, start: RegExp): Measurement {
  const dash = start.test("") ? "" : "- ";
  return {
    held: start.test(paragraph.text) && paragraph.text.endsWith(mark),
    paragraph,
    expected: { vi: `“${dash}…${mark}”`, en: `“${dash}…${mark}”` },
    measured: same(`${paragraph.text.slice(0, 2)}…${paragraph.text.slice(-1)}`),
  };
}

const pointOrder = [..."abcdđeghiklmnopqrstuvxy"];

/** Points are a), b), c), d), đ), e)…, in the order of the Vietnamese alphabet, from a) in each clause. */
function pointLetters(body: readonly WordParagraph[]): readonly Measurement[] {
  let before = -1;
  return body.flatMap((paragraph): readonly Measurement[] => {
    const letter = /^([a-zđ])\)\s/u.exec(paragraph.text)?.[1];
    if (letter === undefined) {
      if (/^(?:\d+\.|Điều|[IVXLC]+\.)/u.test(paragraph.text)) before = -1;
      return [];
    }
    const at = pointOrder.indexOf(letter);
    const held = at === before + 1 || at === 0;
    const expected = pointOrder[before + 1] ?? "a";
    before = at;
    return [{ held, paragraph, expected: same(`${expected})`), measured: same(`${letter})`) }];
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

/** 1 cm or 1.27 cm, within 0.05 cm; an item of one of Word's lists begins so far from the margin. */
function firstLine(paragraph: WordParagraph): Measurement {
  const { left = 0, firstLine: first = 0, hanging = 0 } = paragraph.format;
  const indent = first - hanging;
  const held = [567, 720].some((allowed) =>
    [indent, left + indent].some((measured) => Math.abs(measured - allowed) <= 29),
  );
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
  const measured = lineRule === "auto" ? line / 240 : line / 20 / (size * 1.15);
  const lines = lineRule === "atLeast" ? Math.max(1, measured) : measured;
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
function signOffKept(
  { body, copiesTitle, authority }: DispatchParts,
  document: WordDocument,
): readonly Measurement[] {
  const last = body.at(-1);
  if (copiesTitle === null || last === undefined || isOnePage(document)) return [];
  const breaks = document.paragraphs
    .slice(last.number - 1, copiesTitle.number)
    .some(({ startsPage, format }) => startsPage || format.pageBreakBefore === true);
  const kept = last.format.keepNext === true && !breaks;
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

/** A document so short that nothing of it can get to a second page. */
function isOnePage({ paragraphs, sections, textWidth }: WordDocument): boolean {
  const [section] = sections;
  if (section === undefined || sections.length > 1) return false;
  if (paragraphs.some((each) => each.startsPage || each.format.pageBreakBefore || each.pictures.length > 0))
    return false;
  const height = paragraphs.reduce((sum, { text, runs, format, cell }) => {
    const size = runs[0]?.size ?? 14;
    const lines = linesOf(text, { size }, cell?.width ?? textWidth).length;
    // Cells stand side by side, two and two.
    return (
      sum +
      (lines * size * 23 * ((format.line ?? 240) / 240) + (format.before ?? 0) + (format.after ?? 0)) /
        (cell ? 2 : 1)
    );
  }, 0);
  return height < (section.height - section.top - section.bottom) * 0.8;
}

/** Two or more appendices are numbered in Roman numerals; a single one is not. */
function appendixNumbers({ appendices }: DispatchParts): readonly Measurement[] {
  return appendices.map(({ name }, index) => ({
    held:
      appendices.length > 1 ? name.text.endsWith(` ${printRoman(index + 1)}`) : /^Phụ lục$/iu.test(name.text),
    paragraph: name,
    expected:
      appendices.length > 1
        ? { vi: "số La Mã", en: "Roman numerals" }
        : { vi: "không đánh số", en: "no number" },
    measured: same(name.text),
  }));
}
