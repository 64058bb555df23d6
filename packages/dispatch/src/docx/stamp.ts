import { plainText, type ParagraphBlock } from "../document/document-tree.ts";
import { components } from "../layout/component.ts";
import { page, textWidth } from "../layout/page.ts";
import { handlingPlace, stampOf } from "../layout/stamp.ts";
import { inlineXml } from "./paragraph.ts";
import { styleId } from "./styles.ts";

/** Above and below the words, in points: with a line of size 13 the frame is 8 mm high. */
const inside = 4;

/** Words in a frame (ô số 10a, 10b, 11); what is to be done with the letter stands in the margin above it. */
export function stampXml({ component, content }: ParagraphBlock, column: number): string {
  const { width, colour } = stampOf(component, plainText(content), components[component]);
  const side = (name: string, space: number) =>
    `<w:${name} w:val="single" w:sz="8" w:space="${space}" w:color="${colour}"/>`;
  const borders = `<w:pBdr>${side("top", inside)}${side("left", 0)}${side("bottom", inside)}${side("right", 0)}</w:pBdr>`;
  const isHandling = component === "handling";
  const frame = isHandling ? handlingFrame(width) : "";
  const place = isHandling
    ? ""
    : `<w:spacing w:before="240" w:after="120"/><w:ind w:left="0" w:right="${Math.max(0, column - width)}"/>`;
  const words = content.map((inline) => inlineXml(inline, { colour })).join("");
  return (
    `<w:p><w:pPr><w:pStyle w:val="${styleId(component)}"/>${frame}${borders}${place}` +
    `<w:jc w:val="center"/></w:pPr>${words}</w:p>`
  );
}

function handlingFrame(width: number): string {
  const y = page.top - Math.round(handlingPlace.aboveText * (page.height - page.top - page.bottom));
  const x = Math.round(handlingPlace.left * textWidth);
  return `<w:framePr w:w="${width}" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:x="${x}" w:y="${y}"/>`;
}

/** The office's address at the foot of the page, under a rule as wide as the text (ô số 13). */
export function contactXml({ content }: ParagraphBlock): string {
  return (
    `<w:p><w:pPr><w:pStyle w:val="${styleId("contact")}"/>` +
    `<w:framePr w:w="${textWidth}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>` +
    `<w:pBdr><w:top w:val="single" w:sz="6" w:space="3" w:color="000000"/></w:pBdr></w:pPr>${content.map((inline) => inlineXml(inline, {})).join("")}</w:p>`
  );
}
