import { printRoman, type LayoutWords } from "@chiendich/core";
import type { DispatchParts } from "./dispatch-parts.ts";
import { missing, same, type LayoutRule, type Measurement } from "./layout-rule.ts";

/** Stamps, the contact line, appendices and pictures (ô số 10, 11, 13). */
export const markRules: readonly LayoutRule[] = [
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
