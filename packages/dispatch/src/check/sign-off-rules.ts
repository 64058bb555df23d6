import type { DispatchParts } from "./dispatch-parts.ts";
import { endings } from "./item-ending.ts";
import { missing, same, type LayoutRule, type Measurement } from "./layout-rule.ts";
import { isOnePage } from "./one-page.ts";
import type { WordDocument, WordParagraph } from "./word-document.ts";

/** Nơi nhận and the signature (ô số 7, 9b). */
export const signOffRules: readonly LayoutRule[] = [
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
];

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
