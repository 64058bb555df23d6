import { printAddress, type CellAddress } from "@chiendich/core";
import type { Relationship, WorkbookPackage } from "../package/workbook-package.ts";
import { readWorkbookPart, type SheetPart } from "../package/workbook-part.ts";
import { editCells, type CellEdit } from "../package-edit/edit-cells.ts";
import { PackageEdits } from "../package-edit/package-edits.ts";
import { attributeOf, edited, type Edit } from "../xml/tags.ts";
import { highlight, type Annotation } from "./annotation.ts";
import { emptyBoxes, withBoxes, withoutBoxes } from "./comment-boxes.ts";
import { emptyComments, withComments, withoutOurs } from "./comment-parts.ts";
import { styleMarker, type StyleMarker } from "./highlight-styles.ts";
import { withMarkRules, withoutMarkRules } from "./mark-rules.ts";
import { placeInSheet } from "./sheet-order.ts";

const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * The same package with cells coloured and comments added. Only the parts that say so are changed,
 * and those only where they must be: charts, validations, print set-up, macros and whatever else an
 * office keeps in its workbook stay as they are, byte for byte.
 */
export function annotatePackage(
  file: WorkbookPackage,
  annotations: ReadonlyMap<string, readonly Annotation[]>,
): Uint8Array {
  const edits = new PackageEdits(file);
  const workbook = readWorkbookPart(file);
  const stylesPart = workbook.related.find(({ kind }) => kind === "styles")?.target;
  const styles = stylesPart === undefined ? undefined : edits.read(stylesPart);
  const marker = styles === undefined ? null : styleMarker(styles);
  for (const sheet of workbook.sheets) {
    annotateSheet(file, edits, sheet, annotations.get(sheet.name) ?? [], marker);
  }
  if (marker && stylesPart !== undefined && marker.xml() !== styles) edits.write(stylesPart, marker.xml());
  return edits.bytes();
}

function annotateSheet(
  file: WorkbookPackage,
  edits: PackageEdits,
  { part }: SheetPart,
  annotations: readonly Annotation[],
  marker: StyleMarker | null,
): void {
  const related = file.relationships(part);
  const comments = related.find(({ kind }) => kind === "comments")?.target;
  const before = withoutOurs((comments === undefined ? undefined : edits.read(comments)) ?? emptyComments());
  if (annotations.length === 0 && before.cells.length === 0) return;
  const { xml: commentsXml, added } = withComments(before.xml, annotations);
  const xml = edits.read(part) ?? "";
  const drawing = boxesOf(xml, related);
  const sheetEdits: Edit[] = marker ? editCells(xml, marks(annotations, before.cells, marker)) : [];

  if (comments !== undefined) edits.write(comments, commentsXml);
  else {
    const name = edits.unusedName("xl/comments", ".xml");
    edits.write(name, commentsXml);
    edits.relate(part, "comments", name);
    edits.declare({ part: name, contentType: COMMENTS_TYPE });
  }
  if (drawing !== undefined) {
    const boxes = withoutBoxes(edits.read(drawing) ?? emptyBoxes(), before.removed);
    edits.write(drawing, withBoxes(boxes, added));
  } else if (added.length > 0) {
    const name = edits.unusedName("xl/drawings/vmlDrawing", ".vml");
    edits.write(name, withBoxes(emptyBoxes(), added));
    sheetEdits.push(legacyDrawing(xml, edits.relate(part, "vmlDrawing", name)));
    edits.declare({ extension: "vml", contentType: VML_TYPE });
  }
  const unruled = withoutMarkRules(edited(xml, sheetEdits));
  const marked = marker ? withMarkRules(unruled, cellsByColor(annotations), marker.conditional) : unruled;
  if (marked !== xml) edits.write(part, marked);
}

/** The cells with issues by the colour they are to be seen in. */
function cellsByColor(annotations: readonly Annotation[]): ReadonlyMap<string, readonly CellAddress[]> {
  const marked = annotations.flatMap(({ at, severity }) =>
    severity === null ? [] : [{ at, color: highlight[severity] }],
  );
  const byColor = Map.groupBy(marked, ({ color }) => color);
  return new Map([...byColor].map(([color, cells]) => [color, cells.map(({ at }) => at)]));
}

/** Colours cells with issues; gives those where we said something last time the colour back they had before. */
function marks(
  annotations: readonly Annotation[],
  before: readonly CellAddress[],
  marker: StyleMarker,
): CellEdit[] {
  const restored = new Map(before.map((at) => [printAddress(at), at]));
  const own = (at: CellAddress, style: number) =>
    restored.has(printAddress(at)) ? marker.cleared(style) : style;
  const now = annotations.flatMap(({ at, severity }): CellEdit[] => {
    if (severity === null) return [];
    return [{ ...at, style: (style) => marker.marked(own(at, style), highlight[severity]) }];
  });
  const marked = new Set(now.map(printAddress));
  const mended = before.filter((at) => !marked.has(printAddress(at)));
  return [...now, ...mended.map((at) => ({ ...at, style: (style: number) => marker.cleared(style) }))];
}

/** The drawing with the boxes of the sheet's comments; there may be another, with pictures of its page headers. */
function boxesOf(xml: string, related: readonly Relationship[]): string | undefined {
  const tag = /<(?:[^\s<>:/]+:)?legacyDrawing\s[^>]*>/.exec(xml)?.[0] ?? "";
  const id = attributeOf(tag, "[^\\s=:]+:id");
  return related.find((one) => one.id === id)?.target;
}

function legacyDrawing(xml: string, id: string): Edit {
  const { at, prefix } = placeInSheet(xml, "legacyDrawing");
  return { start: at, end: at, text: `<${prefix}legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>` };
}
