import { printRoman } from "@chiendich/core";
import { componentOf } from "../layout/component.ts";
import type { Block, Columns, Inline, TableCell, TableRow, TextRun } from "../document/document-tree.ts";
import { inlineElements, paragraphElements } from "./element.ts";
import type { MarkupElement, MarkupNode } from "./parse-markup.ts";

/** Markup that stands where it may not. Templates are checked before, so this shows a template nobody checked. */
export class MarkupError extends Error {
  override readonly name = "MarkupError";
}

/** Numbers of what asks to be numbered: headings I, II…, and under each heading paragraphs 1, 2… */
export interface Numbering {
  heading: number;
  paragraph: number;
}

export const fromStart = (): Numbering => ({ heading: 1, paragraph: 1 });

/** Blocks of the document tree from markup without problems. @throws {MarkupError} */
export function blocksOf(nodes: readonly MarkupNode[], numbering: Numbering): readonly Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    if (node.kind === "text") {
      if (node.text.trim() !== "") throw new MarkupError(`words outside a block: “${node.text.trim()}”`);
    } else blocks.push(blockOf(node, numbering));
  }
  return blocks;
}

function blockOf(element: MarkupElement, numbering: Numbering): Block {
  const component = paragraphElements[element.name];
  if (component !== undefined) return paragraphOf(element, component, numbering);
  switch (element.name) {
    case "letterhead":
      return { kind: "letterhead", rows: childrenOf(element, "row").map((row) => columnsOf(row, numbering)) };
    case "sign-off":
      return { kind: "signOff", ...columnsOf(element, numbering) };
    case "to":
      return { kind: "recipients", title: element.attributes.title ?? "Kính gửi", items: itemsOf(element) };
    case "copies":
      return { kind: "copies", items: itemsOf(element) };
    case "table":
      return tableOf(element);
    case "picture":
      return {
        kind: "picture",
        name: required(element, "name"),
        widthMm: Number.parseFloat(element.attributes.width ?? "30"),
      };
    case "appendix":
      Object.assign(numbering, fromStart());
      return {
        kind: "appendix",
        number: element.attributes.number || null,
        title: required(element, "title"),
        attached: element.attributes.attached || null,
        landscape: element.attributes.landscape === "true",
      };
    case "signature-space":
      return { kind: "signatureSpace" };
    case "page-break":
      return { kind: "pageBreak" };
    default:
      throw new MarkupError(`<${element.name}> is no block of a dispatch`);
  }
}

function paragraphOf(
  element: MarkupElement,
  id: (typeof paragraphElements)[string],
  numbering: Numbering,
): Block {
  const component = componentOf(id);
  if (id === "heading" || id === "part" || id === "partTitle") numbering.paragraph = 1;
  let content = inlineOf(element.children);
  if (element.attributes.numbered === "true") {
    content = trimmed([{ ...plainRun, text: `${nextNumber(id, numbering)}. ` }, ...content]);
  }
  if (component.capitals) {
    content = content.map((inline) =>
      inline.kind === "text" ? { ...inline, text: inline.text.toLocaleUpperCase("vi") } : inline,
    );
  }
  return { kind: "paragraph", component: id, content };
}

function nextNumber(id: string, numbering: Numbering): string {
  const kind = id === "heading" ? "heading" : "paragraph";
  const number = numbering[kind];
  numbering[kind] += 1;
  return kind === "heading" ? printRoman(number) : String(number);
}

function columnsOf(element: MarkupElement, numbering: Numbering): Columns {
  const side = (name: "left" | "right") =>
    childrenOf(element, "left", "right")
      .filter((child) => child.name === name)
      .flatMap((child) => blocksOf(child.children, numbering));
  return { left: side("left"), right: side("right") };
}

function itemsOf(element: MarkupElement): readonly (readonly Inline[])[] {
  return childrenOf(element, "item").map((item) => inlineOf(item.children));
}

function tableOf(element: MarkupElement): Block {
  const widths = required(element, "widths").trim().split(/\s+/).map(Number);
  if (widths.some((width) => !(width > 0))) throw new MarkupError("<table> has widths that are no numbers");
  const total = widths.reduce((sum, width) => sum + width, 0);
  const rows = childrenOf(element, "tr").map((row): TableRow => {
    const cells = childrenOf(row, "th", "td").map(cellOf);
    return { heading: cells.length > 0 && cells.every((cell) => cell.bold), cells };
  });
  // A total row may stand in <th> too; only the rows at the top are the heading.
  const headings = rows.findIndex((row) => !row.heading);
  return {
    kind: "table",
    widths: widths.map((width) => width / total),
    size: element.attributes.size === undefined ? null : Number(element.attributes.size),
    rows: rows.map((row, index) => ({ ...row, heading: headings < 0 ? index === 0 : index < headings })),
  };
}

function cellOf(cell: MarkupElement): TableCell {
  const align = cell.attributes.align;
  return {
    content: inlineOf(cell.children),
    align: align === "center" || align === "right" ? align : cell.name === "th" ? "center" : "left",
    span: Number(cell.attributes.span ?? "1"),
    bold: cell.name === "th",
  };
}

function childrenOf(element: MarkupElement, ...names: readonly string[]): readonly MarkupElement[] {
  return element.children.flatMap((child) => {
    if (child.kind === "text") {
      if (child.text.trim() !== "") throw new MarkupError(`words directly inside <${element.name}>`);
      return [];
    }
    if (!names.includes(child.name)) throw new MarkupError(`<${child.name}> inside <${element.name}>`);
    return [child];
  });
}

function required(element: MarkupElement, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new MarkupError(`<${element.name}> without ${name}`);
  return value;
}

const plainRun: TextRun = { kind: "text", text: "", bold: false, italic: false, href: null };

/** Words with their marks. White space counts as one space, and not at all at the ends. */
function inlineOf(nodes: readonly MarkupNode[]): readonly Inline[] {
  const runs: Inline[] = [];
  const walk = (children: readonly MarkupNode[], style: TextRun) => {
    for (const child of children) {
      if (child.kind === "text") {
        const text = child.text.replace(/[ \t\r\n]+/g, " ");
        if (text !== "") runs.push({ ...style, text });
      } else if (child.name === "br") runs.push({ kind: "break" });
      else if (child.name === "b") walk(child.children, { ...style, bold: true });
      else if (child.name === "i") walk(child.children, { ...style, italic: true });
      else if (child.name === "a") walk(child.children, { ...style, href: required(child, "href") });
      else if (inlineElements[child.name] === undefined) throw new MarkupError(`<${child.name}> among words`);
    }
  };
  walk(nodes, plainRun);
  return trimmed(runs);
}

function trimmed(runs: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  let afterSpace = true;
  for (const run of runs) {
    if (run.kind === "break") {
      const last = result.at(-1);
      if (last?.kind === "text") result[result.length - 1] = { ...last, text: last.text.replace(/ $/, "") };
      result.push(run);
      afterSpace = true;
      continue;
    }
    const text: string = afterSpace ? run.text.replace(/^ /, "") : run.text;
    if (text === "") continue;
    afterSpace = text.endsWith(" ");
    const last = result.at(-1);
    if (
      last?.kind === "text" &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.href === run.href
    ) {
      result[result.length - 1] = { ...last, text: last.text + text };
    } else result.push({ ...run, text });
  }
  const last = result.at(-1);
  if (last?.kind === "text") {
    const text = last.text.replace(/ $/, "");
    if (text === "") result.pop();
    else result[result.length - 1] = { ...last, text };
  }
  return result;
}
