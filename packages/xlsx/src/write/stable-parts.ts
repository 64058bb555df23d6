import type { PictureDescription, WorkbookDescription } from "@chiendich/core";

/** What must still be changed in a part that exceljs wrote; `undefined` leaves it as it is. */
export type PartPatch = (name: string, xml: () => string) => string | undefined;

/**
 * exceljs writes a link to a place in the workbook as an address outside of it, which programs open in
 * a browser. Such a link needs its place only, and no relationship.
 */
export const internalLinks: PartPatch = (name, xml) => {
  if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) {
    const text = xml();
    if (!text.includes(' location="#')) return undefined;
    return text.replace(/(<hyperlink ref="[^"]*") r:id="[^"]*" location="#/g, '$1 location="');
  }
  if (/^xl\/worksheets\/_rels\/sheet\d+\.xml\.rels$/.test(name)) {
    const text = xml();
    if (!text.includes('Target="#')) return undefined;
    return text.replace(
      /<Relationship Id="[^"]*" Type="[^"]*\/hyperlink" Target="#[^"]*" TargetMode="External"\/>/g,
      "",
    );
  }
  return undefined;
};

/** One patch after the other. */
export function patches(...all: readonly PartPatch[]): PartPatch {
  return (name, xml) => {
    let changed: string | undefined;
    for (const patch of all) changed = patch(name, () => changed ?? xml()) ?? changed;
    return changed;
  };
}

/** Alternative texts of pictures, which exceljs does not write: without one a picture is silent to a screen reader. */
export function pictureTexts(workbook: WorkbookDescription): PartPatch {
  const bySheet = workbook.sheets
    .map(({ pictures }) => pictures ?? [])
    .filter((pictures) => pictures.length > 0);
  return (name, xml) => {
    const drawing = /^xl\/drawings\/drawing(\d+)\.xml$/.exec(name);
    const pictures = drawing ? bySheet[Number(drawing[1]) - 1] : undefined;
    return pictures ? described(xml(), pictures) : undefined;
  };
}

function described(xml: string, pictures: readonly PictureDescription[]): string {
  let index = 0;
  return xml.replace(/<xdr:cNvPr id="(\d+)" name="[^"]*"/g, (whole) => {
    const alt = pictures[index++]?.alt;
    return alt === undefined ? whole : `${whole} descr="${attributeText(alt)}"`;
  });
}

/** A text as the value of an XML attribute in double quotes. */
export function attributeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
