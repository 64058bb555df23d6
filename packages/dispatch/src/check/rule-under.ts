import { textWidthOf } from "../layout/text-width.ts";
import { isBold } from "./dispatch-parts.ts";
import type { WordDocument, WordParagraph } from "./word-document.ts";

/**
 * The length in twips of the rule under a paragraph, however it was made: a drawn line, a border, an
 * underline, a row of underscores. Null when there is none.
 */
export function ruleUnder(paragraph: WordParagraph, document: WordDocument): number | null {
  const width = paragraph.cell?.width ?? document.textWidth;
  const own = paragraph.lines[0];
  if (own !== undefined) return own.length;
  const underlined = paragraph.runs.filter((run) => run.underline === true);
  if (underlined.length > 0) return widthOfRuns(underlined, paragraph);
  const inside = (of: WordParagraph) => width - (of.format.left ?? 0) - (of.format.right ?? 0);
  if (paragraph.format.borderBottom) return inside(paragraph);
  const below = nextInColumn(paragraph, document);
  if (below === undefined) return null;
  if (below.lines[0] !== undefined) return below.lines[0].length;
  // Many letters are typed with a row of underscores or dashes for a rule.
  if (/^[_\u2500\u2014\u2013-]{3,}$/u.test(below.text)) {
    return textWidthOf(below.text, { size: below.runs[0]?.size ?? 13 });
  }
  const bordered = below.text === "" && (below.format.borderTop || below.format.borderBottom);
  return bordered ? inside(below) : null;
}

function widthOfRuns(runs: WordParagraph["runs"], paragraph: WordParagraph): number {
  const words = runs.map((run) => run.text.trim()).join(" ");
  return textWidthOf(words, { size: runs[0]?.size ?? 13, bold: isBold(paragraph) });
}

/** The paragraph that follows: of one in a table, in the same column. */
function nextInColumn(
  { number, cell }: WordParagraph,
  { paragraphs }: WordDocument,
): WordParagraph | undefined {
  if (cell === null) return paragraphs[number]?.cell === null ? paragraphs[number] : undefined;
  return paragraphs
    .slice(number)
    .find((each) => each.cell?.table === cell.table && each.cell.column === cell.column);
}

/** A line anchored anywhere in the column of a paragraph, as Word lets one drag it; its length in twips. */
export function lineInColumn({ cell }: WordParagraph, { paragraphs }: WordDocument): number | null {
  if (cell === null) return null;
  const column = paragraphs.filter(
    (each) => each.cell?.table === cell.table && each.cell.column === cell.column,
  );
  return column.flatMap(({ lines }) => lines)[0]?.length ?? null;
}
