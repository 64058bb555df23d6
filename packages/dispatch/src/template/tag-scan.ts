import { markupTag } from "../markup/parse-markup.ts";

/** One tag of a template, in the order they stand: elements and Handlebars tags together. */
export interface Tag {
  readonly kind:
    | "elementOpen"
    | "elementClose"
    | "elementEmpty"
    | "blockOpen"
    | "blockElse"
    | "blockClose"
    | "value"
    | "partial"
    | "comment"
    | "unescaped"
    | "unclosed"
    | "notUnderstood"
    | "words";
  /** Element or helper name; of words, the words; empty where there is none. */
  readonly name: string;
  /** Attributes of an element, the inside of a Handlebars tag. */
  readonly inside: string;
  readonly at: number;
}

const mustache = /\{\{\{\{|\{\{(\{)?(~)?(!--[\s\S]*?--|(?:(?!\{\{)[\s\S])*?)~?\}\}(\})?/y;

/** Splits a template into its tags and words. Never throws. */
export function scanTags(source: string): readonly Tag[] {
  const tags: Tag[] = [];
  const attributes = maskedMustaches(source);
  let position = 0;
  let wordsFrom = 0;
  const words = (end: number) => {
    const text = source.slice(wordsFrom, end);
    if (text.trim() !== "") {
      const at = wordsFrom + (text.length - text.trimStart().length);
      tags.push({ kind: "words", name: text.trim(), inside: "", at });
    }
  };
  while (position < source.length) {
    const at = nextTag(source, position);
    if (at < 0) break;
    const found = source[at] === "<" ? elementAt(source, attributes, at) : mustacheAt(source, at);
    words(at);
    tags.push(found.tag);
    position = found.end;
    wordsFrom = position;
  }
  words(source.length);
  return tags;
}

function nextTag(source: string, from: number): number {
  const element = source.indexOf("<", from);
  const brace = source.indexOf("{{", from);
  if (element < 0) return brace;
  return brace < 0 ? element : Math.min(element, brace);
}

/** The source with every Handlebars tag blanked out, so that quotes inside one end no attribute. */
function maskedMustaches(source: string): string {
  return source.replace(/\{\{(?:(?!\{\{)[\s\S])*?\}\}+/g, (tag) => tag.replace(/[^\n]/g, "\ufdd0"));
}

function elementAt(source: string, masked: string, at: number): { readonly tag: Tag; readonly end: number } {
  markupTag.lastIndex = at;
  const match = markupTag.exec(masked);
  if (!match) {
    const name = source.slice(at, at + 20).split(/\s/)[0] ?? "<";
    return { tag: { kind: "notUnderstood", name, inside: "", at }, end: at + 1 };
  }
  const [whole, closing, name = "", attributes = "", empty] = match;
  const start = at + whole.indexOf(name) + name.length;
  const inside = source.slice(start, start + attributes.length);
  const kind = closing ? "elementClose" : empty ? "elementEmpty" : "elementOpen";
  return { tag: { kind, name, inside, at }, end: at + whole.length };
}

function mustacheAt(source: string, at: number): { readonly tag: Tag; readonly end: number } {
  mustache.lastIndex = at;
  const match = mustache.exec(source);
  if (!match)
    return { tag: { kind: "unclosed", name: source.slice(at, at + 20), inside: "", at }, end: at + 2 };
  const [whole, triple, , body = ""] = match;
  const end = at + whole.length;
  const inside = body.trim();
  const tag = (kind: Tag["kind"], name = inside): { readonly tag: Tag; readonly end: number } => ({
    tag: {
      kind,
      name: name.trim().split(/[\s|]/)[0] ?? "",
      inside: kind === "unescaped" ? whole : inside,
      at,
    },
    end,
  });
  if (whole === "{{{{" || triple || inside.startsWith("&")) return tag("unescaped");
  if (inside.startsWith("!")) return tag("comment");
  if (inside.startsWith("#")) return tag("blockOpen", inside.slice(1));
  if (inside.startsWith("/")) return tag("blockClose", inside.slice(1));
  if (inside.startsWith(">")) return tag("partial", inside.slice(1));
  if (inside === "^" || /^else(?:\s|$)/.test(inside)) return tag("blockElse");
  if (inside.startsWith("^")) return tag("blockOpen", inside.slice(1));
  return tag("value");
}
