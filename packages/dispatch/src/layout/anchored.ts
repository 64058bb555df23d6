import type { Block } from "../document/document-tree.ts";

const isAnchored = (block: Block) =>
  block.kind === "paragraph" && (block.component === "contact" || block.component === "handling");

/**
 * The blocks with those after the letterhead that stand at a place of the first page, wherever they are
 * read: the contact line at its foot (ô số 13), the note on handling above the text (ô số 11).
 */
export function anchoredAfterHead(blocks: readonly Block[]): readonly Block[] {
  const anchored = blocks.filter(isAnchored);
  if (anchored.length === 0) return blocks;
  const rest = blocks.filter((block) => !isAnchored(block));
  const head = rest.findIndex(({ kind }) => kind === "letterhead") + 1;
  return [...rest.slice(0, head), ...anchored, ...rest.slice(head)];
}
