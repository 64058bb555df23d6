/** A tag and where it stands in its text. */
export interface Tag {
  readonly name: string;
  /** The name without its prefix. */
  readonly local: string;
  readonly kind: "open" | "close" | "selfClosed";
  readonly start: number;
  readonly end: number;
  /** The tag as written, from `<` to `>`. */
  readonly text: string;
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

/** The tags of well-formed XML with their positions, for changing a text in some places and nowhere else. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const match of xml.matchAll(token)) {
    const name = match[2];
    if (name === undefined) continue;
    yield {
      name,
      local: name.slice(name.indexOf(":") + 1),
      kind: match[1] ? "close" : match[4] ? "selfClosed" : "open",
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    };
  }
}

/** Where a new child of the root element goes that comes before these; and the prefix the root is written with. */
export function placeBefore(
  xml: string,
  later: ReadonlySet<string>,
): { readonly at: number; readonly prefix: string } {
  let prefix = "";
  let depth = 0;
  for (const { name, local, kind, start } of tagsOf(xml)) {
    if (depth === 0) prefix = name.slice(0, name.length - local.length);
    else if (depth === 1 && (kind === "close" || later.has(local))) return { at: start, prefix };
    if (kind === "open") depth++;
    else if (kind === "close") depth--;
  }
  return { at: xml.length, prefix };
}

/** An attribute's value as written, entities unresolved; the name is compared as written, prefix and all. */
export function attributeOf(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match ? (match[1] ?? match[2]) : undefined;
}

/** The tag with the attribute set to the value; the value holds no character that needs escaping. */
export function withAttribute(tag: string, name: string, value: string): string {
  const existing = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  if (existing.test(tag)) return tag.replace(existing, `$1"${value}"`);
  return tag.replace(/\s*\/?>$/, (end) => ` ${name}="${value}"${end.trim()}`);
}

/** A change to a text: what stands in `[start, end)` is replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Carries out edits that do not overlap; those at one place in the order given. */
export function edited(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || a.index - b.index);
  let result = "";
  let at = 0;
  for (const edit of ordered) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Text for element content. */
export function contentText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
