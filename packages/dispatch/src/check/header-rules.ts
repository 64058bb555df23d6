import type { LayoutWords } from "@chiendich/core";
import { textWidthOf } from "../layout/text-width.ts";
import { isBold } from "./dispatch-parts.ts";
import { lineInColumn, ruleUnder } from "./rule-under.ts";
import { centimetres, missing, same, type LayoutRule, type Measurement } from "./layout-rule.ts";
import type { WordDocument, WordParagraph } from "./word-document.ts";

const present: LayoutWords = { vi: "có", en: "there" };

function there(paragraph: WordParagraph | null | undefined, expected: LayoutWords): Measurement {
  return paragraph
    ? { held: true, paragraph, expected, measured: same(paragraph.text) }
    : { held: false, paragraph: null, expected, measured: missing };
}

/** What stands in the letterhead: words, digits and rules (ô số 1 to 5). */
export const headerRules: readonly LayoutRule[] = [
  {
    code: "layout_country",
    box: "1",
    measure: ({ country }) => [there(country, same("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))],
  },
  { code: "layout_motto", box: "1", measure: ({ motto }) => [mottoWords(motto)] },
  {
    code: "layout_motto_rule",
    box: "1",
    measure: ({ motto }, document) =>
      motto === null
        ? []
        : [
            ruleMeasured([motto], document, [0.9, 1.1], {
              vi: "bằng độ dài dòng chữ",
              en: "as long as the text",
            }),
          ],
  },
  { code: "layout_issuer", box: "2", measure: ({ issuer }) => [there(issuer[0], present)] },
  {
    code: "layout_issuer_rule",
    box: "2",
    measure: ({ issuer }, document) =>
      issuer.length === 0 ? [] : [ruleMeasured(issuer, document, third, thirdWords)],
  },
  { code: "layout_number", box: "3", measure: ({ number }) => [numberWords(number)] },
  {
    code: "layout_number_zero",
    box: "3",
    measure: ({ number }) => {
      const digits = /^Số\s*:\s*(\d+)/iu.exec(number?.text ?? "")?.[1];
      if (digits === undefined) return [];
      const held = digits.length > 1 || digits === "0";
      return [
        {
          held,
          paragraph: number,
          expected: { vi: "số dưới 10 có số 0 đứng trước", en: "a leading 0 below 10" },
          measured: same(digits),
        },
      ];
    },
  },
  {
    code: "layout_place_date",
    box: "4",
    measure: ({ placeDate }) => [
      there(placeDate, { vi: "“Địa danh, ngày … tháng … năm …”", en: "“place, ngày … tháng … năm …”" }),
    ],
  },
  { code: "layout_date_zero", box: "4", measure: ({ placeDate }) => dateDigits(placeDate) },
  {
    code: "layout_about",
    box: "5b",
    // A document without a type is a letter, and has its subject under the number.
    measure: ({ type, about }) =>
      type === null
        ? [there(about[0], { vi: "“V/v …” dưới số, ký hiệu", en: "“V/v …” under the number" })]
        : [],
  },
  { code: "layout_about_gap", box: "5b", measure: ({ about }, document) => aboutGap(about[0], document) },
  {
    code: "layout_about_rule",
    box: "5b",
    measure: ({ about }, document) => {
      const last = about.at(-1);
      if (last === undefined) return [];
      const length = ruleUnder(last, document);
      const expected: LayoutWords = { vi: "không có đường kẻ", en: "no rule" };
      return [
        { held: length === null, paragraph: last, expected, measured: length === null ? missing : present },
      ];
    },
  },
  {
    code: "layout_subject_rule",
    box: "5a",
    measure: ({ subject }, document) =>
      subject.length === 0 ? [] : [ruleMeasured(subject, document, third, thirdWords)],
  },
];

const third = [1 / 3, 1 / 2] as const;
const thirdWords: LayoutWords = { vi: "từ 1/3 đến 1/2 độ dài dòng chữ", en: "1/3 to 1/2 of the text" };

function mottoWords(motto: WordParagraph | null): Measurement {
  const expected = same("Độc lập - Tự do - Hạnh phúc");
  if (motto === null) return { held: false, paragraph: null, expected, measured: missing };
  const held = motto.text.normalize("NFC") === expected.vi;
  return { held, paragraph: motto, expected, measured: same(motto.text) };
}

/** Two groups or one after the number; blank while no number is given. Tried on real numbers (facts). */
const notation = /^Số\s*:\s*(?:\d{1,6}[a-z]?(?:\/\d{4})?)?\/\p{Lu}[\p{L}\d&]*(?:-[\p{L}\d&]+)*$/u;

function numberWords(number: WordParagraph | null): Measurement {
  const expected: LayoutWords = {
    vi: "“Số: …/KÝ HIỆU”, không dấu cách quanh “/” và “-”",
    en: "“Số: …/NOTATION”, no spaces around “/” and “-”",
  };
  if (number === null) return { held: false, paragraph: null, expected, measured: missing };
  return { held: notation.test(number.text), paragraph: number, expected, measured: same(number.text) };
}

/** Days below 10 and months 1 and 2 have a zero in front, other months none; blank before the day is known. */
function dateDigits(placeDate: WordParagraph | null): readonly Measurement[] {
  const match = /ngày\s+(\d+)\s+tháng\s+(\d+)\s+năm/iu.exec(placeDate?.text ?? "");
  if (!match) return [];
  const [, day = "", month = ""] = match;
  const dayHeld = day.length === 2;
  const monthHeld = Number(month) <= 2 ? month.length === 2 : month === String(Number(month));
  return [
    {
      held: dayHeld && monthHeld,
      paragraph: placeDate,
      expected: {
        vi: "ngày dưới 10, tháng 1, 2 có số 0 đứng trước",
        en: "a leading 0 for days below 10 and months 1, 2",
      },
      measured: { vi: `ngày ${day} tháng ${month}`, en: `day ${day}, month ${month}` },
    },
  ];
}

/** 6 points, as a number of twips. */
const gapTwips = 120;

function aboutGap(about: WordParagraph | undefined, { paragraphs }: WordDocument): readonly Measurement[] {
  if (about === undefined) return [];
  const above = paragraphs[about.number - 2];
  const after = above?.cell?.column === about.cell?.column ? (above?.format.after ?? 0) : 0;
  const before = Math.max(about.format.before ?? 0, after);
  return [
    {
      held: Math.abs(before - gapTwips) <= 20,
      paragraph: about,
      expected: { vi: "cách dòng trên 6 pt", en: "6 pt below the line above" },
      measured: same(`${before / 20} pt`),
    },
  ];
}

/** The rule under some paragraphs, as a share of the longest of their lines. */
function ruleMeasured(
  paragraphs: readonly WordParagraph[],
  document: WordDocument,
  [least, most]: readonly [number, number],
  expected: LayoutWords,
): Measurement {
  const last = paragraphs.at(-1) as WordParagraph;
  const column = last.cell?.width ?? document.textWidth;
  const length = ruleUnder(last, document) ?? lineInColumn(last, document);
  if (length === null) return { held: false, paragraph: last, expected, measured: missing };
  const text = Math.max(...paragraphs.flatMap((paragraph) => lineWidths(paragraph, column)));
  const share = length / text;
  // The table of widths is that of one font; a program's own may differ by a hair.
  const slack = 0.02;
  return {
    held: share >= least - slack && share <= most + slack,
    paragraph: last,
    expected,
    measured: shareWords(share, length),
  };
}

function shareWords(share: number, length: number): LayoutWords {
  const size = centimetres(length);
  const text = share.toFixed(2);
  return {
    vi: `${text.replace(".", ",")} độ dài dòng chữ (${size.vi})`,
    en: `${text} of the text (${size.en})`,
  };
}

/** Widths of a paragraph's lines: as it is broken by hand, or as it would wrap in its column. */
function lineWidths(paragraph: WordParagraph, column: number): readonly number[] {
  const size = paragraph.runs[0]?.size ?? 13;
  const face = { size, bold: isBold(paragraph) };
  return paragraph.writtenLines.flatMap((line) => {
    const width = textWidthOf(line, face);
    // A line that wraps fills its column but for the last word or so.
    return [Math.min(width, column)];
  });
}
