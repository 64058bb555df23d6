import type { Inline } from "../document/document-tree.ts";
import type { Component } from "./component.ts";
import { page } from "./page.ts";
import { linesOf, textWidthOf } from "./text-width.ts";

/** A line filled less than this is stretched so far that its words float apart. */
const fullEnough = 0.92;

/**
 * Puts a break before an address that would not fit on its line: addresses break at hyphens only, and
 * justified text would tear the words before one apart.
 */
export function linksOnNewLines(
  content: readonly Inline[],
  component: Component,
  width: number,
): readonly Inline[] {
  if (content.every((inline) => inline.kind === "break" || inline.href === null)) return content;
  const face = { size: component.size };
  let before = "";
  const broken = content.flatMap((inline): readonly Inline[] => {
    if (inline.kind === "break") {
      before = "";
      return [inline];
    }
    const left = inline.href === null ? 0 : lastLine(before, face, width);
    before += inline.text;
    if (inline.href === null || left + textWidthOf(inline.text, face) <= width) return [inline];
    // Up to its first hyphen the address stays on the line, if there is room.
    const start = textWidthOf(/^[^-]*-?/.exec(inline.text)?.[0] ?? "", face);
    const filled = left + start <= width ? left + start : left;
    if (filled >= width * fullEnough) return [inline];
    before = inline.text;
    return [{ kind: "break" }, inline];
  });
  // The break takes the place of the space before it.
  return broken.map((inline, index) =>
    inline.kind === "text" && broken[index + 1]?.kind === "break"
      ? { ...inline, text: inline.text.replace(/ $/, "") }
      : inline,
  );
}

/** How far the last line of some text reaches, its paragraph's indent included. */
function lastLine(text: string, face: { readonly size: number }, width: number): number {
  const lines = linesOf(text, face, width - page.firstLine);
  const last = textWidthOf(lines.at(-1) ?? "", face);
  return lines.length === 1 ? last + page.firstLine : last;
}
