import { plainText, text, type Inline } from "../document/document-tree.ts";
import { components } from "./component.ts";
import { textWidth } from "./page.ts";
import { textWidthOf } from "./text-width.ts";

/** Items with `;` after each and `.` after the last, as Kính gửi and Nơi nhận end them. */
export function punctuated(items: readonly (readonly Inline[])[]): readonly (readonly Inline[])[] {
  return items.map((item, index) => [...item, text(index === items.length - 1 ? "." : ";")]);
}

/** Where “Kính gửi:” (the words) and the dashes under its colon stand, in twips from the left margin. */
export interface RecipientIndents {
  readonly title: number;
  /** Left edge of the dashes: that of the colon. */
  readonly dash: number;
  /** From the dash to the words, so that wrapped lines align with the words. */
  readonly hanging: number;
}

/** Where ô số 9a begins in the decree's drawing, as a share of the text's width (measured). */
const drawn = 0.407;
/** Never further left than the body's first lines. */
const leftmost = 720;

/**
 * As in the decree's drawing, or further left when the longest recipient needs the room.
 * @see Nghị định 30/2020/NĐ-CP, PL I, mục II.9: dashes straight under the colon (read in the decree)
 */
export function recipientIndents(words: string, items: readonly (readonly Inline[])[]): RecipientIndents {
  const face = { size: components.to.size };
  const toColon = textWidthOf(words, face);
  const hanging = Math.round(textWidthOf("- ", face));
  const longest = Math.max(0, ...items.map((item) => textWidthOf(`${plainText(item)};`, face)));
  // A line that just fits wraps in a program whose font differs by a hair.
  const room = textWidth - toColon - hanging - longest - 60;
  const title = Math.round(Math.max(leftmost, Math.min(textWidth * drawn, room)));
  return { title, dash: Math.round(title + toColon), hanging };
}
