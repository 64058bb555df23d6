import type { WordDocument, WordParagraph } from "./word-document.ts";
import { ending } from "./item-ending.ts";
import { centimetres, same, type LayoutRule, type Measurement } from "./layout-rule.ts";
import { isOnePage } from "./one-page.ts";

/** The text (ô số 6). */
export const bodyRules: readonly LayoutRule[] = [
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
];

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
