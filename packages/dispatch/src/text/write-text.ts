import type { Block, DocumentTree, Inline, TableBlock } from "../document/document-tree.ts";
import { punctuated } from "../layout/recipient-list.ts";

/** How words and blocks are written in one kind of text. */
interface TextStyle {
  readonly words: (content: readonly Inline[]) => string;
  readonly strong: (words: string) => string;
  readonly heading: (words: string, level: 1 | 2) => string;
  readonly item: (words: string) => string;
  readonly table: (table: TableBlock) => string;
  readonly picture: (alt: string, link: string | null) => string;
}

/** Plain text, for messages such as Zalo's. Blocks are parted by a blank line. */
export function writeText(tree: DocumentTree): string {
  return write(tree, plain);
}

/** Markdown (CommonMark with tables), for mail programs and wikis. Words are escaped: data never becomes a mark. */
export function writeMarkdown(tree: DocumentTree): string {
  return write(tree, markdown);
}

function write({ blocks, pictures }: DocumentTree, style: TextStyle): string {
  const parts = blocks.flatMap((block) => blockText(block, style, pictures));
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function blockText(block: Block, style: TextStyle, pictures: DocumentTree["pictures"]): readonly string[] {
  const all = (blocks: readonly Block[]) => blocks.flatMap((each) => blockText(each, style, pictures));
  switch (block.kind) {
    case "paragraph":
      return [paragraphText(block, style)];
    case "letterhead":
      return block.rows.flatMap((row) => [...all(row.left), ...all(row.right)]);
    case "signOff":
      return [...all(block.right), ...all(block.left)];
    case "recipients": {
      const [only] = block.items;
      if (block.items.length === 1 && only) return [`${block.title}: ${style.words(only)}`];
      return [`${block.title}:`, list(block.items, style)];
    }
    case "copies":
      return [style.strong("Nơi nhận:"), list(block.items, style)];
    case "table":
      return [style.table(block)];
    case "picture": {
      const picture = Object.hasOwn(pictures, block.name) ? pictures[block.name] : undefined;
      return picture ? [style.picture(picture.alt, picture.kind === "qr" ? picture.text : null)] : [];
    }
    case "appendix":
      return [
        style.heading(block.number === null ? "Phụ lục" : `Phụ lục ${block.number}`, 1),
        style.heading(block.title.toLocaleUpperCase("vi"), 1),
        block.attached === null ? "" : `(${block.attached})`,
      ];
    case "signatureSpace":
    case "pageBreak":
      return [];
  }
}

function paragraphText(
  { component, content }: Extract<Block, { kind: "paragraph" }>,
  style: TextStyle,
): string {
  const words = style.words(content);
  if (component === "type" || component === "subject") return style.heading(words, 1);
  if (["heading", "part", "partTitle", "article", "clause"].includes(component))
    return style.heading(words, 2);
  return component === "authority" || component === "signer" ? style.strong(words) : words;
}

const list = (items: readonly (readonly Inline[])[], style: TextStyle) =>
  punctuated(items)
    .map((item) => style.item(style.words(item)))
    .join("\n");

const plain: TextStyle = {
  words: (content) => content.map((inline) => (inline.kind === "break" ? "\n" : inline.text)).join(""),
  strong: (words) => words,
  heading: (words) => words,
  item: (words) => `- ${words}`,
  table: ({ rows }) =>
    rows
      .map(({ cells }) => cells.map(({ content }) => plain.words(content).replace(/\n/g, " ")).join(" | "))
      .join("\n"),
  // The link is printed below the picture.
  picture: () => "",
};

/** Letters that mean something in Markdown, and what would begin a list, a heading or a quotation. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~]/g, "\\$&")
    .replace(/^(\s*)([-+#>]|\d+[.)])(?=\s)/gm, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    );
}

const markdown: TextStyle = {
  words: (content) =>
    content
      .map((inline) => {
        if (inline.kind === "break") return "  \n";
        if (inline.href !== null && inline.href === inline.text)
          return `<${inline.href.replace(/[<>]/g, encodeURIComponent)}>`;
        let words = escapeMarkdown(inline.text);
        if (inline.italic) words = emphasised(words, "_");
        if (inline.bold) words = emphasised(words, "**");
        return inline.href === null
          ? words
          : `[${words}](${inline.href.replace(/[()\s<>]/g, encodeURIComponent)})`;
      })
      .join(""),
  strong: (words) => emphasised(words, "**"),
  heading: (words, level) => `${"#".repeat(level)} ${words.replace(/\s*\n/g, " ")}`,
  item: (words) => `- ${words}`,
  table: ({ rows, widths }) => {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const texts = rows.map(({ cells }) =>
      cells.flatMap((cell) => [
        markdown.words(cell.content).replace(/\s*\n/g, " "),
        ...Array.from({ length: cell.span - 1 }, () => ""),
      ]),
    );
    const [head = widths.map(() => ""), ...body] = texts;
    return [line(head), line(widths.map(() => "---")), ...body.map(line)].join("\n");
  },
  picture: (alt, link) => (link === null ? escapeMarkdown(alt) : ""),
};

/** Marks touch the words: spaces at the ends stay outside. */
function emphasised(words: string, mark: string): string {
  const [, before = "", inside = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return inside === "" ? words : `${before}${mark}${inside}${mark}${after}`;
}
