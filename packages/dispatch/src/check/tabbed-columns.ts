import { foldVietnamese } from "@chiendich/core";
import type { WordParagraph } from "./word-document.ts";

/*
 * Many letters are typed without tables: two columns side by side are two texts on one line with tabs
 * between them. They are read as a table of two columns.
 */

const folded = (text: string) => foldVietnamese(text).replace(/[^a-z0-9]/g, "");
const sideBySide = ({ typed, cell }: WordParagraph) => cell === null && /\S[^\n]*\t[^\n]*\S/u.test(typed);

/** Paragraphs with those of tabbed letterheads and signature blocks parted into columns. @param width of the text, in twips */
export function columnsByTabs(paragraphs: readonly WordParagraph[], width: number): readonly WordParagraph[] {
  const first = paragraphs.slice(0, 24);
  const country = first.findIndex(
    (each) => sideBySide(each) && /conghoaxahoi|doclaptudo/.test(folded(each.text)),
  );
  const dated = first.findIndex((each) => sideBySide(each) && /^số\s*:.*ngày/iu.test(each.text));
  const copies = paragraphs.findIndex((each) => sideBySide(each) && /^nơi nhận/iu.test(each.text));
  if (country < 0 && dated < 0 && copies < 0) return paragraphs;
  const about = first.findIndex((each, index) => index > dated && /^v\s*\/\s*v/iu.test(each.text));
  const headEnd = about >= 0 ? about : Math.max(country, dated);
  const appendix = paragraphs.findIndex((each, index) => index > copies && /^phụ lục/iu.test(each.text));
  const signEnd = copies < 0 ? -1 : appendix < 0 ? paragraphs.length - 1 : appendix - 1;
  const parted = paragraphs.flatMap((each, index): readonly WordParagraph[] => {
    if (each.cell !== null) return [each];
    if (headEnd >= 0 && index <= headEnd) return columnsOf(each, { table: letterhead, row: index, width });
    if (copies >= 0 && index >= copies && index <= signEnd) {
      return columnsOf(each, { table: signOff, row: index, width });
    }
    return [each];
  });
  return parted.map((each, index) => ({ ...each, number: index + 1 }));
}

/** Numbers of tables that are none. */
const letterhead = -1;
const signOff = -2;

interface Where {
  readonly table: number;
  readonly row: number;
  readonly width: number;
}

function columnsOf(paragraph: WordParagraph, { table, row, width }: Where): readonly WordParagraph[] {
  const texts = paragraph.typed.split(/\t+/).map((text) => text.replace(/\s+/g, " ").trim());
  const leading = texts[0] === "" && texts.length > 1 ? 1 : 0;
  const words = texts.filter((text) => text !== "");
  const indent = (paragraph.format.left ?? 0) + (paragraph.format.firstLine ?? 0);
  const isRight = words.length === 1 && (leading === 1 ? !tabsToLeft(paragraph) : indent > width / 3);
  const [left, right] = isRight ? ["", words[0] ?? ""] : [words[0] ?? "", words.slice(1).join(" ")];
  const lines = [0, 1].map((column) =>
    paragraph.lines.filter(({ at }) => at === null || at >= width * 0.4 === (column === 1)),
  );
  const part = (text: string, column: 0 | 1): WordParagraph => ({
    ...paragraph,
    text,
    typed: text,
    writtenLines: [text],
    runs: runsWithin(paragraph, text),
    lines: lines[column] ?? [],
    // Where a tab leads to is seen on the page only.
    format: {
      ...paragraph.format,
      align: table === signOff && column === 0 ? "left" : "center",
      left: 0,
      firstLine: 0,
      hanging: 0,
    },
    cell: {
      table,
      row,
      column,
      columns: 2,
      width: width / 2,
      bordered: false,
      cantSplit: paragraph.format.keepNext === true,
    },
  });
  const parts = [part(left, 0), part(right, 1)].filter(
    ({ text, lines: own }) => text !== "" || own.length > 0,
  );
  return parts.length > 0 ? parts : [part("", 0)];
}

/** One tab to a stop in the left half: the left column's middle. */
function tabsToLeft({ typed, format }: WordParagraph): boolean {
  return /^\t[^\t]/.test(typed) && (format.tabs?.[0] ?? 720) < 4000;
}

/** The runs whose words are part of a column's text. */
function runsWithin({ runs }: WordParagraph, text: string): WordParagraph["runs"] {
  return runs.flatMap((run) => {
    const words = run.text.split("\t").map((part) => part.replace(/\s+/g, " ").trim());
    return words.some((part) => part !== "" && text.includes(part)) ? [run] : [];
  });
}
