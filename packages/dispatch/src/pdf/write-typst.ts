import type { Block, Columns, DocumentTree, Inline, Picture, TableBlock } from "../document/document-tree.ts";
import { announces, plainText, text } from "../document/document-tree.ts";
import { componentOf, type ComponentId } from "../layout/component.ts";
import { anchoredAfterHead } from "../layout/anchored.ts";
import { fit } from "../layout/fit.ts";
import { columnGap, letterheadColumns, page, signOffColumns, textWidth } from "../layout/page.ts";
import { handlingPlace, stampOf } from "../layout/stamp.ts";
import { punctuated, recipientIndents } from "../layout/recipient-list.ts";
import { qrSvg } from "../qr/qr-code.ts";

/** A whole Typst document; it needs no other file. */
export type TypstSource = string;

const points = (twips: number) => `${twips / 20}pt`;

/** Ascent and descent of Times New Roman, so that lines are as high as in Word. */
const prelude = `
#set page(paper: "a4", margin: (top: ${points(page.top)}, bottom: ${points(page.bottom)}, left: ${points(page.left)}, right: ${points(page.right)}),
  header-ascent: 30%, header: context {
    let number = counter(page).get().first()
    if number > 1 { align(center, text(size: 14pt, str(number))) }
  })
#set text(font: ("Times New Roman", "Tinos", "Liberation Serif"), size: 14pt, lang: "vi", fill: black, top-edge: 0.891em, bottom-edge: -0.216em, overhang: false)
#set par(leading: 0.042em, spacing: 0pt)
#let set-line(size: 14pt, weight: "regular", style: "normal", to: center, above: 0pt, sticky: false, body) = block(width: 100%, above: above, below: 0pt, sticky: sticky, align(to, text(size: size, weight: weight, style: style, body)))
#let set-body(weight: "regular", style: "normal", above: 6pt, sticky: false, body) = block(width: 100%, above: above, below: 0pt, sticky: sticky, text(weight: weight, style: style, par(justify: true, leading: 0.157em, first-line-indent: (amount: ${points(page.firstLine)}, all: true), body)))
#let rule(share) = block(width: 100%, above: 2.5pt, below: 3pt, align(center, line(length: share, stroke: 0.75pt)))
#let columns-of(first, second, gap, left-side, right-side) = block(width: 100%, above: 0pt, below: 0pt, breakable: false, grid(columns: (first, second), box(inset: (right: gap), width: 100%, left-side), right-side))
`;

/** Writes a document for Typst. All words are string literals: data never becomes markup or code. */
export function writeTypst({ title, blocks, pictures }: DocumentTree): TypstSource {
  const sections = splitAtAppendices(anchoredAfterHead(blocks));
  const written = sections.map(({ landscape, blocks: own }, index) => {
    const inside = blocksTypst(own, { width: textWidth, pictures });
    if (index === 0) return inside;
    return `#page(flipped: ${landscape})[#counter(page).update(1)\n${inside}]`;
  });
  return `#set document(title: ${literal(title)}, date: none)\n${prelude}\n${written.join("\n")}\n`;
}

interface Section {
  readonly landscape: boolean;
  readonly blocks: Block[];
}

function splitAtAppendices(blocks: readonly Block[]): readonly Section[] {
  const sections: Section[] = [{ landscape: false, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "appendix") sections.push({ landscape: block.landscape, blocks: [] });
    sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

interface Place {
  readonly width: number;
  readonly pictures: Readonly<Record<string, Picture>>;
}

function blocksTypst(blocks: readonly Block[], place: Place): string {
  return blocks.map((block, index) => blockTypst(block, blocks[index + 1], place)).join("\n");
}

function blockTypst(block: Block, next: Block | undefined, place: Place): string {
  const sticky = next?.kind === "signOff" || next?.kind === "picture" || next?.kind === "table";
  switch (block.kind) {
    case "paragraph": {
      const leads = next !== undefined && announces(block.content);
      return paragraphTypst(block.component, block.content, place, sticky || leads);
    }
    case "letterhead":
      return block.rows.map((row) => columnsTypst(row, letterheadColumns, place)).join("\n#v(2pt)\n");
    case "signOff":
      return `#v(10pt, weak: false)\n${columnsTypst(block, signOffColumns, place)}`;
    case "recipients":
      return recipientsTypst(block.title, block.items);
    case "copies":
      return [
        lineTypst("copiesTitle", [text("Nơi nhận:")], {}),
        ...punctuated(block.items).map((item) => lineTypst("copies", [text("- "), ...item], {})),
      ].join("\n");
    case "table":
      return tableTypst(block);
    case "picture":
      return pictureTypst(block.name, block.widthMm, place);
    case "signatureSpace":
      return "#v(64pt)";
    case "pageBreak":
      return "#pagebreak()";
    case "appendix":
      return [
        lineTypst("appendix", [text(block.number === null ? "Phụ lục" : `Phụ lục ${block.number}`)], {
          sticky: true,
        }),
        lineTypst("appendixTitle", [text(block.title.toLocaleUpperCase("vi"))], { sticky: true }),
        block.attached === null ? "" : lineTypst("attached", [text(`(${block.attached})`)], {}),
      ].join("\n");
  }
}

function paragraphTypst(id: ComponentId, content: readonly Inline[], place: Place, sticky: boolean): string {
  const component = componentOf(id);
  if (component.boxed) return stampTypst(id, content);
  if (id === "contact") return contactTypst(content);
  if (component.body) {
    const options = [
      component.bold ? 'weight: "bold"' : "",
      component.italic ? 'style: "italic"' : "",
      sticky || component.keepWithNext ? "sticky: true" : "",
    ].filter((option) => option !== "");
    return `#set-body(${options.join(", ")})[${inlineTypst(content)}]`;
  }
  const fitted = fit(plainText(content), component, place.width);
  const line = lineTypst(id, content, { size: fitted.size, sticky: sticky || component.keepWithNext });
  if (fitted.ruleIndent === null) return line;
  return `${line}\n#rule(${(((place.width - 2 * fitted.ruleIndent) / place.width) * 100).toFixed(2)}%)`;
}

/** Words in a frame; what is to be done with the letter stands in the margin above it. */
function stampTypst(id: ComponentId, content: readonly Inline[]): string {
  const { size } = componentOf(id);
  const { width, height, colour } = stampOf(id, plainText(content), { size });
  const words = `text(size: ${size}pt, weight: "bold", fill: rgb("${colour}"))[${inlineTypst(content)}]`;
  const box = `box(width: ${points(width)}, height: ${points(height)}, stroke: 1pt + rgb("${colour}"), align(center + horizon, ${words}))`;
  if (id !== "handling") return `#block(above: 12pt, below: 6pt, ${box})`;
  const { left, aboveText } = handlingPlace;
  const above = aboveText * (page.height - page.top - page.bottom);
  return `#place(top + left, dx: ${points(Math.round(left * textWidth))}, dy: -${points(Math.round(above))}, ${box})`;
}

function contactTypst(content: readonly Inline[]): string {
  const { size } = componentOf("contact");
  return (
    `#place(bottom, float: true, clearance: 6pt, block(width: 100%, stroke: (top: 0.75pt), inset: (top: 3pt), ` +
    `align(center, text(size: ${size}pt)[${inlineTypst(content)}])))`
  );
}

function lineTypst(
  id: ComponentId,
  content: readonly Inline[],
  {
    size,
    sticky = false,
    above,
  }: { readonly size?: number; readonly sticky?: boolean; readonly above?: number },
): string {
  const component = componentOf(id);
  const options = [
    `size: ${size ?? component.size}pt`,
    component.bold ? 'weight: "bold"' : "",
    component.italic ? 'style: "italic"' : "",
    `to: ${component.align === "center" ? "center" : "left"}`,
    `above: ${above ?? component.before}pt`,
    sticky ? "sticky: true" : "",
  ].filter((option) => option !== "");
  return `#set-line(${options.join(", ")})[${inlineTypst(content)}]`;
}

function columnsTypst(columns: Columns, [left, right]: readonly [number, number], place: Place): string {
  const side = (blocks: readonly Block[], width: number) => `[${blocksTypst(blocks, { ...place, width })}]`;
  return (
    `#columns-of(${points(left)}, ${points(right)}, ${points(columnGap)}, ` +
    `${side(columns.left, left - columnGap)}, ${side(columns.right, right)})`
  );
}

function recipientsTypst(words: string, items: readonly (readonly Inline[])[]): string {
  const [only] = items;
  if (only === undefined) return "";
  if (items.length === 1) {
    return `#set-line(to: center, above: 12pt)[${inlineTypst([text(`${words}: `), ...only])}]\n#v(6pt)`;
  }
  const { title, dash, hanging } = recipientIndents(words, items);
  const list = punctuated(items).map(
    (item) =>
      `#pad(left: ${points(dash)}, block(above: 0pt, below: 0pt, par(hanging-indent: ${points(hanging)})[${inlineTypst([text("- "), ...item])}]))`,
  );
  return [
    `#v(12pt)`,
    `#pad(left: ${points(title)}, block(above: 0pt, below: 0pt, sticky: true)[#${literal(`${words}:`)}])`,
    ...list,
    "#v(6pt)",
  ].join("\n");
}

function tableTypst({ widths, rows, size }: TableBlock): string {
  const cell = ({ content, align, span, bold }: TableBlock["rows"][number]["cells"][number]) => {
    const inside = bold ? `#strong[${inlineTypst(content)}]` : inlineTypst(content);
    return `table.cell(colspan: ${span}, align: ${align} + horizon)[${inside}]`;
  };
  const line = (row: TableBlock["rows"][number]) => row.cells.map(cell).join(", ");
  const head = rows.filter(({ heading }) => heading);
  const body = rows.filter(({ heading }) => !heading);
  const header = head.length === 0 ? "" : `table.header(${head.map(line).join(", ")}),`;
  return (
    `#block(above: 6pt, below: 0pt, text(size: ${size ?? componentOf("cell").size}pt, table(columns: (${widths.map((share) => `${share}fr`).join(", ")},), ` +
    `stroke: 0.5pt, inset: (x: 3pt, y: 2pt), ${header} ${body.map(line).join(", ")})))`
  );
}

function pictureTypst(name: string, widthMm: number, { pictures }: Place): string {
  const picture = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
  if (picture === undefined) throw new RangeError(`the document has no picture called ${name}`);
  const [bytes, format] =
    picture.kind === "qr"
      ? [`bytes(${literal(qrSvg(picture.text, ""))})`, "svg"]
      : [`bytes((${picture.png.join(",")}))`, "png"];
  return (
    `#block(width: 100%, above: 6pt, below: 0pt, sticky: true, align(center, ` +
    `image(${bytes}, format: "${format}", width: ${widthMm}mm, alt: ${literal(picture.alt)})))`
  );
}

/** A string of Typst's: backslash and quote escaped, so it ends where it should. */
function literal(value: string): string {
  return `"${value.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`;
}

function inlineTypst(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === "break") return "#linebreak()";
      let words = `#${literal(inline.text)}`;
      if (inline.italic) words = `#emph[${words}]`;
      if (inline.bold) words = `#strong[${words}]`;
      if (inline.href === null || !/^(https?:|mailto:)/i.test(inline.href)) return words;
      return `#link(${literal(inline.href)})[#underline[${words}]]`;
    })
    .join("");
}
