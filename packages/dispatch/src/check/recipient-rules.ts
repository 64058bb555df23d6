import { textWidthOf } from "../layout/text-width.ts";
import type { DispatchParts } from "./dispatch-parts.ts";
import { endings } from "./item-ending.ts";
import { centimetres, missing, same, type LayoutRule, type Measurement } from "./layout-rule.ts";
import type { WordDocument, WordParagraph } from "./word-document.ts";

/** Those addressed: Kính gửi (ô số 9a). */
export const recipientRules: readonly LayoutRule[] = [
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
