import type { CellAddress } from "@chiendich/core";
import { edited, type Edit } from "../xml/tags.ts";
import type { Annotation } from "./annotation.ts";

const VML_HEAD =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

export function emptyBoxes(): string {
  return `${VML_HEAD}</xml>`;
}

/** The drawing part with a hidden box for each comment; a comment without one is not shown. */
export function withBoxes(vml: string, annotations: readonly Annotation[]): string {
  const end = vml.lastIndexOf("</");
  let next = 1025;
  for (const match of vml.matchAll(/_x0000_s(\d+)/g)) next = Math.max(next, Number(match[1]) + 1);
  const shapes = annotations.map((annotation) => box(annotation, next++));
  const type = vml.includes('id="_x0000_t202"') ? "" : SHAPE_TYPE;
  return vml.slice(0, end) + type + shapes.join("") + vml.slice(end);
}

function box({ at, text }: Annotation, id: number): string {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 38)), 1);
  const anchor = [at.column + 1, 15, at.row, 2, at.column + 5, 15, at.row + lines, 4].join(", ");
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:230pt;height:${lines * 13}pt;z-index:${id - 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${at.row}</x:Row><x:Column>${at.column}</x:Column></x:ClientData></v:shape>`
  );
}

/** The drawing part without the boxes of comments at these cells. */
export function withoutBoxes(vml: string, cells: readonly CellAddress[]): string {
  const gone = new Set(cells.map(({ row, column }) => `${row} ${column}`));
  const edits: Edit[] = [];
  for (const match of vml.matchAll(/<v:shape\s(?:(?!<\/v:shape>)[\s\S])*<\/v:shape>/g)) {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(match[0])?.[1];
    const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(match[0])?.[1];
    if (!match[0].includes('ObjectType="Note"') || !gone.has(`${row} ${column}`)) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, text: "" });
  }
  return edited(vml, edits);
}
