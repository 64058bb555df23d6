import type { Inline, TextRun } from "../document/document-tree.ts";
import type { ComponentId } from "../layout/component.ts";
import { styleId } from "./styles.ts";
import { escapeXml } from "./xml.ts";

/** What a paragraph says beside its style. Indents in twips, size in points. */
export interface ParagraphFormat {
  /** False takes back what the style says. */
  readonly keepNext?: boolean;
  readonly align?: "left" | "center" | "right" | "both";
  readonly left?: number;
  readonly hanging?: number;
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  /** Position of a tab stop. */
  readonly tab?: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** RGB of the words; black when absent. */
  readonly colour?: string;
}

/** In the order the schema asks for; Word refuses a file with another. */
function properties(style: string, format: ParagraphFormat): string {
  const { keepNext, tab, before, after, left, hanging, firstLine, align } = format;
  const indents = [
    left === undefined ? "" : ` w:left="${left}"`,
    hanging === undefined ? "" : ` w:hanging="${hanging}"`,
    firstLine === undefined ? "" : ` w:firstLine="${firstLine}"`,
  ].join("");
  const spaces = [
    before === undefined ? "" : ` w:before="${before}"`,
    after === undefined ? "" : ` w:after="${after}"`,
  ].join("");
  return (
    `<w:pPr><w:pStyle w:val="${style}"/>${keepNext === undefined ? "" : keepNext ? "<w:keepNext/>" : '<w:keepNext w:val="0"/>'}` +
    (tab === undefined ? "" : `<w:tabs><w:tab w:val="left" w:pos="${tab}"/></w:tabs>`) +
    (before === undefined && after === undefined ? "" : `<w:spacing${spaces}/>`) +
    (indents === "" ? "" : `<w:ind${indents}/>`) +
    `${align === undefined ? "" : `<w:jc w:val="${align}"/>`}</w:pPr>`
  );
}

function runXml(run: TextRun, format: ParagraphFormat): string {
  const size =
    format.size === undefined ? "" : `<w:sz w:val="${format.size * 2}"/><w:szCs w:val="${format.size * 2}"/>`;
  const marks =
    (run.href === null ? "" : '<w:rStyle w:val="Link"/>') +
    (run.bold || format.bold ? "<w:b/><w:bCs/>" : "") +
    (run.italic ? "<w:i/><w:iCs/>" : "") +
    (format.colour === undefined ? "" : `<w:color w:val="${format.colour}"/>`) +
    size;
  const words = escapeXml(run.text)
    .split("\t")
    .map((part) => (part === "" ? "" : `<w:t xml:space="preserve">${part}</w:t>`))
    .join("<w:tab/>");
  return `<w:r>${marks === "" ? "" : `<w:rPr>${marks}</w:rPr>`}${words}</w:r>`;
}

/** A run, a link or a break. */
export function inlineXml(inline: Inline, format: ParagraphFormat): string {
  if (inline.kind === "break") return "<w:r><w:br/></w:r>";
  const run = runXml(inline, format);
  if (inline.href === null || !/^(https?:|mailto:)/i.test(inline.href)) return run;
  // A field carries its address in the text, so that letters need no part of relations of their own.
  const address = escapeXml(` HYPERLINK "${inline.href.replaceAll('"', "%22")}" `);
  return `<w:fldSimple w:instr="${address}">${run}</w:fldSimple>`;
}

/** One paragraph in a component's style. */
export function paragraphXml(
  component: ComponentId,
  content: readonly Inline[],
  format: ParagraphFormat = {},
): string {
  return `<w:p>${properties(styleId(component), format)}${content.map((inline) => inlineXml(inline, format)).join("")}</w:p>`;
}

/** A rule, indented by that much from both sides of its column. */
export function ruleXml(indent: number): string {
  return `<w:p><w:pPr><w:pStyle w:val="Rule"/><w:ind w:left="${indent}" w:right="${indent}"/></w:pPr></w:p>`;
}
