import { plainText, text, type CopiesBlock, type RecipientsBlock } from "../document/document-tree.ts";
import { components } from "../layout/component.ts";
import { page, textWidth } from "../layout/page.ts";
import { punctuated, recipientIndents } from "../layout/recipient-list.ts";
import { textWidthOf } from "../layout/text-width.ts";
import { paragraphXml } from "./paragraph.ts";
import { keeping, type Place } from "./place.ts";

/** Kính gửi (ô số 9a). */
export function recipientsXml({ title: words, items }: RecipientsBlock): string {
  const [only] = items;
  if (only === undefined) return "";
  if (items.length === 1) return oneRecipientXml(words, only);
  const { title, dash, hanging } = recipientIndents(words, items);
  const left = dash + hanging;
  return [
    paragraphXml("to", [text(`${words}:`)], { left: title, before: 240 }),
    ...punctuated(items).map((item, index) =>
      paragraphXml("to", [text("- "), ...item], {
        ...(index < items.length - 1 ? {} : { after: 120 }),
        keepNext: staysWithNext(index, items.length),
        left,
        hanging,
      }),
    ),
  ].join("");
}

/** Lists longer than this may break across pages: a page could not hold one of four hundred names. */
const longestWhole = 12;

/** A short list stays together, of a long one two lines at each end; the last may part from the text. */
function staysWithNext(index: number, count: number): boolean {
  if (index === count - 1) return false;
  return count <= longestWhole || index === 0 || index === count - 2;
}

function oneRecipientXml(words: string, item: RecipientsBlock["items"][number]): string {
  const content = [text(`${words}: `), ...item];
  const face = { size: components.to.size };
  if (textWidthOf(plainText(content), face) <= textWidth) {
    return paragraphXml("to", content, { align: "center", before: 240, after: 120 });
  }
  const hanging = Math.round(textWidthOf(`${words}: `, face));
  return paragraphXml("to", content, { left: page.firstLine + hanging, hanging, before: 240, after: 120 });
}

/** Nơi nhận (ô số 9b). */
export function copiesXml({ items }: CopiesBlock, place: Place): string {
  const hanging = Math.round(textWidthOf("- ", { size: components.copies.size }));
  return [
    paragraphXml("copiesTitle", [text("Nơi nhận:")], keeping(place)),
    ...punctuated(items).map((item) =>
      paragraphXml("copies", [text("- "), ...item], { ...keeping(place), left: hanging, hanging }),
    ),
  ].join("");
}
