/** HTML that is safe to put into a page: made only by `html`, which escapes everything else. */
export interface Markup {
  readonly markup: string;
}

type Content = Markup | string | number | null | readonly Content[];

/** A piece of HTML; what is put in is escaped, pieces and lists of pieces excepted. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return {
    markup: parts
      .map((part, index) => part + (index < contents.length ? print(contents[index] ?? null) : ""))
      .join(""),
  };
}

/** Text made by us, such as a chart's SVG or the page's own script, taken as it is. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** One sentence in both languages; the page shows one of them. */
export function both(vi: string, en: string): Markup {
  return html`<span lang="vi">${vi}</span><span lang="en">${en}</span>`;
}

function print(content: Content): string {
  if (content === null) return "";
  if (typeof content === "string" || typeof content === "number") return escape(String(content));
  if ("markup" in content) return content.markup;
  return content.map(print).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
