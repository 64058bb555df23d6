import { XmlElement } from "@rgrove/parse-xml";
import { parsePart } from "../docx/read-docx.ts";
import { descendants, children } from "../check/xml-query.ts";
import { escapeXml } from "../docx/xml.ts";

/** A change of a text: what stands from `from` to `to` becomes `text`. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A part of a Word template as a Handlebars template, and which paragraph of the file each place is in. */
export interface WordTemplatePart {
  readonly source: string;
  /** Paragraph number, from 1, of an offset in `source`. */
  readonly paragraphAt: (offset: number) => number;
}

/** Any tag of Handlebars in a text. */
export const anyTag = /\{\{(?:(?!\{\{)[\s\S])*?\}\}+/g;
const loneBlock = /^\{\{(?:[#^/]|else(?=[\s}]))(?:(?!\}\})[\s\S])*\}\}$/;

/**
 * Makes a Handlebars template of a part Word wrote. Word splits what people type into runs as it
 * pleases, also inside a tag, so each tag is put together in the run it begins in. A block tag alone in
 * its paragraph stands around paragraphs; one alone in its row, or opening in a row's first cell and
 * closing in its last, around rows.
 *
 * @param blockPartials names of partials that are paragraphs themselves: their tag takes the place of its own
 * @throws {NotADocxError} when the part is not well-formed
 */
export function joinedTags(xml: string, blockPartials: ReadonlySet<string> = new Set()): WordTemplatePart {
  const root = parsePart(xml, { offsets: true });
  const paragraphs = descendants(root, "w:p").filter((each) => !isInside(each, "w:p"));
  const edits = [...rowEdits(root), ...paragraphs.flatMap((each) => paragraphEdits(each, blockPartials))];
  return edited(
    xml,
    outermost(edits),
    paragraphs.map(({ start }) => start),
  );
}

function isInside(element: XmlElement, name: string): boolean {
  for (let above = element.parent; above instanceof XmlElement; above = above.parent) {
    if (above.name === name) return true;
  }
  return false;
}

const textsOf = (element: XmlElement) => descendants(element, "w:t");
const textOf = (element: XmlElement) =>
  textsOf(element)
    .map(({ text }) => text)
    .join("");

/** Rows repeated by tags of their own: a row that holds nothing else, or one around whose cells they stand. */
function rowEdits(root: XmlElement): readonly Edit[] {
  return descendants(root, "w:tr").flatMap((row): readonly Edit[] => {
    const text = textOf(row).trim();
    if (loneBlock.test(text)) return [{ from: row.start, to: row.end, text: tagSource(text) }];
    const cells = children(row, "w:tc").map(textOf);
    const first = cells[0]?.trimStart() ?? "";
    const last = cells.at(-1)?.trimEnd() ?? "";
    const opens = /^\{\{[#^]\s*(\w+)(?:(?!\{\{)[\s\S])*?\}\}/.exec(first);
    const closes = /\{\{\/\s*(\w+)\s*\}\}$/.exec(last);
    if (!opens || !closes || opens[1] !== closes[1] || cells.length < 2 || balanced(first)) return [];
    const texts = textsOf(row);
    return [
      { from: row.start, to: row.start, text: tagSource(opens[0]) },
      { from: row.end, to: row.end, text: tagSource(closes[0]) },
      ...textEdits(texts, (whole) => {
        const inside = whole.replace(opens[0], "");
        return inside.slice(0, inside.lastIndexOf(closes[0]));
      }),
    ];
  });
}

/** Whether what a cell opens, it also closes: then it is the cell's own business. */
const balanced = (text: string) =>
  (text.match(/\{\{[#^]/g) ?? []).length === (text.match(/\{\{\//g) ?? []).length;

/** `{{> header}}`, when that is a partial made of paragraphs. */
function isBlockPartial(text: string, blockPartials: ReadonlySet<string>): boolean {
  const name = /^\{\{>\s*([\w-]+)\s*\}\}$/.exec(text)?.[1];
  return name !== undefined && blockPartials.has(name);
}

function paragraphEdits(paragraph: XmlElement, blockPartials: ReadonlySet<string>): readonly Edit[] {
  const texts = textsOf(paragraph);
  const whole = texts.map(({ text }) => text).join("");
  if (!whole.includes("{{")) return [];
  const isLone = loneBlock.test(whole.trim()) || isBlockPartial(whole.trim(), blockPartials);
  if (isLone && descendants(paragraph, "w:sectPr").length === 0) {
    const cell = paragraph.parent;
    const onlyOne = cell instanceof XmlElement && cell.name === "w:tc" && children(cell, "w:p").length === 1;
    // A cell without a paragraph makes Word refuse the file.
    return [
      { from: paragraph.start, to: paragraph.end, text: tagSource(whole.trim()) + (onlyOne ? "<w:p/>" : "") },
    ];
  }
  return textEdits(texts, (text) => text);
}

/**
 * Writes the words of some runs anew, each tag whole in the run it begins in. `change` may take tags
 * away from the words of all runs together.
 */
function textEdits(texts: readonly XmlElement[], change: (whole: string) => string): readonly Edit[] {
  const whole = texts.map(({ text }) => text).join("");
  const kept = change(whole);
  const start = kept === whole ? 0 : whole.indexOf(kept);
  const end = start + kept.length;
  const tags = [...whole.matchAll(anyTag)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  let position = 0;
  return texts.map((element): Edit => {
    const from = position;
    const to = position + element.text.length;
    position = to;
    let text = "";
    for (let at = from; at < to;) {
      const tag = tags.find((each) => at >= each.from && at < each.to);
      const stop = tag
        ? tag.to
        : Math.min(to, ...tags.filter((each) => each.from > at).map((each) => each.from));
      const words = whole.slice(at, stop);
      const isKept = at >= start && stop <= end;
      if (isKept && tag === undefined) text += escapeXml(words);
      else if (isKept && tag?.from === at) text += tagSource(words);
      else if (tag === undefined)
        text += escapeXml(whole.slice(Math.max(at, start), Math.max(Math.min(stop, end), at)));
      at = stop;
    }
    return { from: element.start, to: element.end, text: `<w:t xml:space="preserve">${text}</w:t>` };
  });
}

/** A tag as it was meant: Word turns straight quotes into curly ones. */
export function tagSource(tag: string): string {
  return tag
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\u00a0/g, " ");
}

/** Edits inside what another edit replaces are of no use. */
function outermost(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const result: Edit[] = [];
  let end = 0;
  for (const edit of sorted) {
    if (edit.from < end) continue;
    result.push(edit);
    end = Math.max(end, edit.to);
  }
  return result;
}

function edited(xml: string, edits: readonly Edit[], paragraphStarts: readonly number[]): WordTemplatePart {
  let source = "";
  let position = 0;
  let paragraph = 0;
  const starts: number[] = [];
  const copy = (to: number) => {
    while (paragraph < paragraphStarts.length && (paragraphStarts[paragraph] as number) <= to) {
      starts.push(source.length + Math.max(0, (paragraphStarts[paragraph] as number) - position));
      paragraph += 1;
    }
    source += xml.slice(position, to);
    position = to;
  };
  for (const edit of edits) {
    copy(edit.from);
    source += edit.text;
    position = Math.max(position, edit.to);
  }
  copy(xml.length);
  return {
    source,
    paragraphAt: (offset) => Math.max(1, starts.findLastIndex((start) => start <= offset) + 1),
  };
}
