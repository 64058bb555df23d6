import type { Picture } from "../document/document-tree.ts";
import type { ParagraphFormat } from "./paragraph.ts";

/** Where a block stands: how wide its column is, and what it must stay with. */
export interface Place {
  /** In twips. */
  readonly width: number;
  readonly keepNext: boolean;
  /** A table follows, which cannot keep its own distance. */
  readonly beforeTable: boolean;
  readonly pictures: Readonly<Record<string, Picture>>;
}

/** In twips. */
export const gapBeforeTable = 120;

/** What a paragraph's place adds to its style. */
export function keeping(place: Place): ParagraphFormat {
  return {
    ...(place.keepNext ? { keepNext: true } : {}),
    ...(place.beforeTable ? { after: gapBeforeTable } : {}),
  };
}
