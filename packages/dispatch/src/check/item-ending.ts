import { same, type Measurement } from "./layout-rule.ts";
import type { WordParagraph } from "./word-document.ts";

/** `;` after each and `.` after the last. */
export function endings(items: readonly WordParagraph[]): readonly Measurement[] {
  return items.map((paragraph, index) =>
    ending(paragraph, index === items.length - 1 ? "." : ";", /^[-–]\s/u),
  );
}

/** Whether a line begins and ends as its list asks. */
export function ending(paragraph: WordParagraph, mark: string, start: RegExp): Measurement {
  const dash = start.test("") ? "" : "- ";
  return {
    held: start.test(paragraph.text) && paragraph.text.endsWith(mark),
    paragraph,
    expected: { vi: `“${dash}…${mark}”`, en: `“${dash}…${mark}”` },
    measured: same(`${paragraph.text.slice(0, 2)}…${paragraph.text.slice(-1)}`),
  };
}
