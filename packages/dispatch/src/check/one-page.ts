import { linesOf } from "../layout/text-width.ts";
import type { WordDocument } from "./word-document.ts";

/** A document so short that nothing of it can get to a second page. */
export function isOnePage({ paragraphs, sections, textWidth }: WordDocument): boolean {
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
