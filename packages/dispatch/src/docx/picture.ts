import type { Block, Picture, PictureBlock } from "../document/document-tree.ts";
import { mmToEmu } from "../layout/page.ts";
import type { Place } from "./place.ts";
import { escapeXml } from "./xml.ts";

/** Id of the relation of a picture's part. */
export const pictureRelation = (name: string, pictures: Readonly<Record<string, Picture>>) =>
  `rIdPicture${Object.keys(pictures).indexOf(name) + 1}`;

/** Stands for the id of a drawing until its document is put together; no text can hold it, for it is no character. */
export const drawingId = "\ufdd1";

/** A picture in the line, centred, with its words for those who do not see it. @throws {RangeError} when the document has none of that name */
export function pictureXml({ name, widthMm }: PictureBlock, place: Place): string {
  const picture = Object.hasOwn(place.pictures, name) ? place.pictures[name] : undefined;
  if (picture === undefined) throw new RangeError(`the document has no picture called ${name}`);
  const relation = pictureRelation(name, place.pictures);
  const drawing = pictureDrawing({ picture, name, id: drawingId, relation, widthMm });
  return `<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr><w:r>${drawing}</w:r></w:p>`;
}

/** Whether a block shows pictures, itself or in its columns. */
export function hasPicture(block: Block): boolean {
  const inside = (blocks: readonly Block[]) => blocks.some(hasPicture);
  if (block.kind === "picture") return true;
  if (block.kind === "signOff") return inside(block.left) || inside(block.right);
  return block.kind === "letterhead" && block.rows.some(({ left, right }) => inside(left) || inside(right));
}

const main = "http://schemas.openxmlformats.org/drawingml/2006/main";
const pictureNamespace = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const namespaces =
  `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="${main}"` +
  ` xmlns:pic="${pictureNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;

/** A drawing that stands in a run like a letter. It declares its own namespaces, so it fits any part. */
export function pictureDrawing(of: {
  readonly picture: Picture;
  readonly name: string;
  /** Unique among the document's drawings. */
  readonly id: number | typeof drawingId;
  readonly relation: string;
  readonly widthMm: number;
}): string {
  const { picture, name, id, relation, widthMm } = of;
  const ratio = picture.kind === "png" ? picture.heightPx / picture.widthPx : 1;
  const cx = mmToEmu(widthMm);
  const cy = Math.round(cx * ratio);
  const label = `name="${escapeXml(name)}" descr="${escapeXml(picture.alt)}"`;
  return (
    `<w:drawing><wp:inline ${namespaces} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>` +
    `<wp:docPr id="${id}" ${label}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic><a:graphicData uri="${pictureNamespace}"><pic:pic>` +
    `<pic:nvPicPr><pic:cNvPr id="0" ${label}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
  );
}
