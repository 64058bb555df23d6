import { placeBefore } from "../xml/tags.ts";

/** What stands behind the cells, calculation and filters of a sheet, in the order the standard fixes. */
const order = [
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
] as const;

/** Where such a child goes, before others of its name; and the prefix the sheet is written with. */
export function placeInSheet(xml: string, child: (typeof order)[number]): ReturnType<typeof placeBefore> {
  return placeBefore(xml, new Set<string>(order.slice(order.indexOf(child))));
}
