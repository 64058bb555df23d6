import type { TableBlock, TableRow } from "../document/document-tree.ts";
import { paragraphXml } from "./paragraph.ts";
import type { Place } from "./place.ts";

/** In twips. */
const cellMargin = 60;
const cellPadding = 30;
const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
const borders = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders>`;

/** A table as wide as its column; its heading is repeated on each page. */
export function tableXml({ widths, rows, size }: TableBlock, place: Place): string {
  const columns = widths.map((share) => Math.round(share * place.width));
  const total = columns.reduce((sum, width) => sum + width, 0);
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="${cellPadding}" w:type="dxa"/>` +
    `<w:left w:w="${cellMargin}" w:type="dxa"/><w:bottom w:w="${cellPadding}" w:type="dxa"/><w:right w:w="${cellMargin}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>` +
    `${rows.map((row, index) => tableRowXml(row, columns, index === 0, size)).join("")}</w:tbl>`
  );
}

function tableRowXml(row: TableRow, columns: readonly number[], first: boolean, size: number | null): string {
  let column = 0;
  const cells = row.cells.map((cell) => {
    const width = columns.slice(column, column + cell.span).reduce((sum, part) => sum + part, 0);
    column += cell.span;
    const span = cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : "";
    const paragraph = paragraphXml("cell", cell.content, {
      align: cell.align,
      ...(cell.bold ? { bold: true } : {}),
      ...(size === null ? {} : { size }),
      ...(row.heading || first ? { keepNext: true } : {}),
    });
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}<w:vAlign w:val="center"/></w:tcPr>${paragraph}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${row.heading ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
}
