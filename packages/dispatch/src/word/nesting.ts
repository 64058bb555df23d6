/** A block that opens in one paragraph and closes in another although neither stands alone there. */
export interface BrokenNesting {
  readonly at: number;
  readonly tag: string;
}

const tag = /<(\/?)([\w:]+)(?:\s[^>]*?)?(\/?)>|\{\{([#^/])\s*([^\s}|]+)[^}]*\}\}/g;

/** Blocks that would tear XML elements apart. Blocks that are not closed at all are told elsewhere. */
export function brokenNesting(source: string): readonly BrokenNesting[] {
  const stack: { readonly name: string; readonly isBlock: boolean; readonly at: number }[] = [];
  const broken: BrokenNesting[] = [];
  for (const match of source.matchAll(tag)) {
    const [, closing, element, empty, mark, block] = match;
    if (element !== undefined) {
      if (empty) continue;
      if (!closing) stack.push({ name: element, isBlock: false, at: match.index });
      else {
        const top = stack.pop();
        if (top?.isBlock) {
          broken.push({ at: top.at, tag: `{{#${top.name}}}` });
          // The element the closing tag belongs to is below the block.
          stack.pop();
        }
      }
    } else if (mark === "/") {
      if (stack.at(-1)?.isBlock) stack.pop();
    } else stack.push({ name: block as string, isBlock: true, at: match.index });
  }
  return broken;
}
