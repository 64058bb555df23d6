import Handlebars from "handlebars";
import { unknownShape } from "./shape.ts";
import { scanTags } from "./tag-scan.ts";
import { walkTemplate } from "./walk-template.ts";

/** A stretch of a template that holds whole elements and whole blocks. */
export interface Chunk {
  readonly source: string;
  /** Names of the data it asks for; null when it may ask for any. */
  readonly used: ReadonlySet<string> | null;
  /** It counts headings or paragraphs, so its text depends on those before it. */
  readonly counts: boolean;
}

/** Splits a template where no element and no block is open. */
export function chunksOf(
  name: string,
  source: string,
  partials: Readonly<Record<string, string>>,
): readonly Chunk[] {
  const sources: string[] = [];
  let depth = 0;
  let from = 0;
  const tags = scanTags(source);
  for (const [index, tag] of tags.entries()) {
    if (tag.kind === "elementOpen" || tag.kind === "blockOpen") depth += 1;
    if (tag.kind === "elementClose" || tag.kind === "blockClose") depth -= 1;
    if (depth > 0) continue;
    const end = tags[index + 1]?.at ?? source.length;
    sources.push(source.slice(from, end));
    from = end;
  }
  return sources.map((text) => {
    const program = Handlebars.parse(text);
    const { used } = walkTemplate(name, program, unknownShape, partials);
    return { source: text, used, counts: counts(text, partials, 0) };
  });
}

/** Whether it, or a partial it calls, numbers something or starts the numbers anew. */
function counts(source: string, partials: Readonly<Record<string, string>>, depth: number): boolean {
  if (depth > 8) return true;
  return scanTags(source).some((tag) => {
    if (tag.kind === "elementOpen" || tag.kind === "elementEmpty") {
      return (
        tag.inside.includes("numbered") || ["heading", "part", "part-title", "appendix"].includes(tag.name)
      );
    }
    if (tag.kind !== "partial") return false;
    const partial = Object.hasOwn(partials, tag.name) ? partials[tag.name] : undefined;
    // A name that is worked out while filling in may be any partial.
    return partial === undefined || counts(partial, partials, depth + 1);
  });
}
