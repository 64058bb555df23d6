import { parsePart, readParts } from "../docx/read-docx.ts";
import { escapeXml } from "../docx/xml.ts";
import { anyTag, joinedTags, tagSource } from "./joined-tags.ts";

/** An office's own pieces by name, for `{{> name}}`: words with tags, or the body of a .docx made in Word. */
export type WordPartials = Readonly<Record<string, string | Uint8Array>>;

/** Partials as the template's own XML takes them in. */
export interface ReadyPartials {
  readonly sources: Readonly<Record<string, string>>;
  /** Those made in Word: they are paragraphs, so their tag stands alone in one. */
  readonly blocks: ReadonlySet<string>;
}

/**
 * @throws {NotADocxError} when bytes are no .docx
 * @throws {RangeError} when a .docx holds pictures or links of its own, which the template would not have
 */
export function readyPartials(partials: WordPartials): ReadyPartials {
  const blocks = new Set(Object.keys(partials).filter((name) => typeof partials[name] !== "string"));
  const sources = Object.entries(partials).map(([name, partial]) => [
    name,
    typeof partial === "string" ? wordsSource(partial) : bodySource(name, partial, blocks),
  ]);
  return { sources: Object.fromEntries(sources) as Record<string, string>, blocks };
}

/** Words as they stand in XML; tags as they are. */
function wordsSource(text: string): string {
  const tags = text.match(anyTag) ?? [];
  return text
    .split(anyTag)
    .map((words, index) => escapeXml(words) + tagSource(tags[index] ?? ""))
    .join("");
}

function bodySource(name: string, docx: Uint8Array, blocks: ReadonlySet<string>): string {
  const xml = readParts(docx)["word/document.xml"] as string;
  parsePart(xml);
  const { source } = joinedTags(xml, blocks);
  const from = source.indexOf(">", source.indexOf("<w:body")) + 1;
  const end = source.lastIndexOf("</w:body>");
  const section = source.lastIndexOf("<w:sectPr");
  const body = source.slice(from, section > source.lastIndexOf("</w:p>") ? section : end);
  if (/\sr:(?:embed|id|link)="/.test(body)) {
    throw new RangeError(`partial ${name} has pictures or links of its own: show them by {{picture}}`);
  }
  return body;
}

/** Tags of partials made in Word that do not stand alone in their paragraph, with their offsets. */
export function misplacedPartials(
  source: string,
  blocks: ReadonlySet<string>,
): readonly { readonly name: string; readonly at: number }[] {
  return [...source.matchAll(/\{\{>\s*([\w-]+)/g)].flatMap((match) => {
    const name = match[1] as string;
    const isInWords = source.lastIndexOf("<w:t ", match.index) > source.lastIndexOf("</w:t>", match.index);
    return blocks.has(name) && isInWords ? [{ name, at: match.index }] : [];
  });
}
