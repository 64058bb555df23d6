/** One piece of block markup. `at` and `end` are offsets in the text it was read from. */
export type MarkupNode = MarkupElement | MarkupText;

export interface MarkupElement {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
  readonly at: number;
  readonly end: number;
}

export interface MarkupText {
  readonly kind: "text";
  /** Entities decoded, white space as it stands. */
  readonly text: string;
  readonly at: number;
}

/** What is wrong with the markup itself; whether elements stand where they may is another question. */
export interface MarkupProblem {
  readonly kind: "tagNotUnderstood" | "elementNotClosed" | "elementNotOpened";
  readonly at: number;
  readonly name: string;
}

export interface Markup {
  readonly nodes: readonly MarkupNode[];
  readonly problems: readonly MarkupProblem[];
}

/** An element: closing slash, name, attributes, slash of an empty one. Sticky: set `lastIndex` first. */
export const markupTag = /<(\/?)([a-z][a-z-]*)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/y;
const attribute = /([a-z]+)="([^"]*)"/g;
const entity = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/g;
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (all, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze(
  Object.create(null) as Record<string, string>,
);

function attributesOf(source: string): Readonly<Record<string, string>> {
  if (source === "") return noAttributes;
  const result: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name, value] of source.matchAll(attribute)) result[name as string] = decode(value as string);
  return result;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: number;
  readonly children: MarkupNode[];
}

/**
 * Reads block markup: elements in angle brackets, entities, words. Never throws; what cannot be read
 * is a problem and reading goes on, so that one run shows everything.
 */
export function parseMarkup(source: string): Markup {
  const problems: MarkupProblem[] = [];
  const root: Open = { name: "", attributes: {}, at: 0, children: [] };
  const stack: Open[] = [root];
  const top = () => stack[stack.length - 1] as Open;
  const close = (open: Open, end: number) => {
    const { name, attributes, at, children } = open;
    top().children.push({ kind: "element", name, attributes, children, at, end });
  };
  let position = 0;
  while (position < source.length) {
    const next = source.indexOf("<", position);
    const textEnd = next < 0 ? source.length : next;
    if (textEnd > position) {
      top().children.push({ kind: "text", text: decode(source.slice(position, textEnd)), at: position });
    }
    if (next < 0) break;
    markupTag.lastIndex = next;
    const match = markupTag.exec(source);
    if (!match) {
      problems.push({
        kind: "tagNotUnderstood",
        at: next,
        name: source.slice(next, next + 20).split(/[\s>]/)[0] ?? "<",
      });
      position = next + 1;
      continue;
    }
    const [whole, closing, name, attributes, selfClosing] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
    ];
    position = next + whole.length;
    if (closing) {
      const index = stack.findLastIndex((open) => open.name === name);
      if (index <= 0) {
        problems.push({ kind: "elementNotOpened", at: next, name });
        continue;
      }
      while (stack.length - 1 > index) {
        const open = stack.pop() as Open;
        problems.push({ kind: "elementNotClosed", at: open.at, name: open.name });
        close(open, next);
      }
      close(stack.pop() as Open, position);
    } else {
      const open: Open = { name, attributes: attributesOf(attributes), at: next, children: [] };
      if (selfClosing) close(open, position);
      else stack.push(open);
    }
  }
  while (stack.length > 1) {
    const open = stack.pop() as Open;
    problems.push({ kind: "elementNotClosed", at: open.at, name: open.name });
    close(open, source.length);
  }
  problems.sort((a, b) => a.at - b.at);
  return { nodes: root.children, problems };
}
