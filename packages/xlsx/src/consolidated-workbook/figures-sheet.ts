import type {
  Campaign,
  CellDescription,
  CellRange,
  CellStyle,
  Field,
  Figure,
  RollUp,
  RowDescription,
  SheetDescription,
} from "@chiendich/core";
import { lineageSheetName, valueColumn, type Lineage } from "./lineage-sheet.ts";
import { headings, linked, strong, styles, text } from "./style.ts";
import { coverageCell, figureCell, isRecomputable } from "./value-cell.ts";

export const figuresSheetName = "Tổng hợp";

/** First columns: number, field, unit of measure, total with coverage, dates, notes. */
const leading = ["STT", "Chỉ tiêu", "Đơn vị tính", "Tổng số", "Số đơn vị", "Số liệu đến ngày", "Ghi chú"];
const leadingWidths = [6, 44, 14, 18, 12, 24, 26];

/** The figures: a row for each field, the total with its coverage, then each scope with its own. */
export function describeFigures(
  campaign: Campaign,
  rollUp: RollUp,
  lineage: Lineage,
  heading: readonly string[],
): SheetDescription {
  const width = leading.length + rollUp.scopes.length * 2;
  const titles: RowDescription[] = heading.map((line, index) => ({
    cells: [text(line, index === 0 ? styles.title : styles.subtitle)],
    height: index === 0 ? 24 : 18,
  }));
  const top = titles.length;
  const rows = Object.entries(rollUp.total).flatMap(([measureId, total], index) => {
    const field = campaign.report.fields.find(({ id }) => id === total.field);
    return field ? [fieldRow(index + 1, measureId, total, field, rollUp, lineage)] : [];
  });
  return {
    name: figuresSheetName,
    columns: [...leadingWidths, ...rollUp.scopes.flatMap(() => [16, 10])].map((each) => ({ width: each })),
    rows: [...titles, ...headingRows(rollUp), ...rows],
    merges: [
      ...titles.map((_, row) => across(row, 0, Math.min(width, leading.length) - 1)),
      ...headingMerges(top, rollUp),
    ],
    freeze: { rows: top + 2, columns: 2 },
    print: { orientation: "landscape", titleRows: { from: top, to: top + 1 }, fitToWidth: true },
  };
}

function headingRows(rollUp: RollUp): readonly RowDescription[] {
  const labels = rollUp.scopes.flatMap(({ label }) => [
    label === "" ? "Không có đơn vị cấp trên" : label,
    "",
  ]);
  const below = rollUp.scopes.flatMap(() => ["Số liệu", "Số đơn vị"]);
  return [
    { ...headings([...leading, ...labels]), height: 30 },
    headings([...leading.map(() => ""), ...below]),
  ];
}

function headingMerges(top: number, rollUp: RollUp): readonly CellRange[] {
  const down = leading.map((_, column) => ({
    from: { row: top, column },
    to: { row: top + 1, column },
  }));
  const over = rollUp.scopes.map((_, index) => {
    const column = leading.length + index * 2;
    return across(top, column, column + 1);
  });
  return [...down, ...over];
}

function across(row: number, from: number, to: number): CellRange {
  return { from: { row, column: from }, to: { row, column: to } };
}

function fieldRow(
  number: number,
  measureId: string,
  total: Figure,
  field: Field,
  rollUp: RollUp,
  lineage: Lineage,
): RowDescription {
  const scopes = rollUp.scopes.flatMap(({ figures }) => {
    const figure = figures[measureId];
    return figure ? figureCells(figure, field, lineage, (style) => style) : [text(null), text(null)];
  });
  const indent = field.partOf === undefined ? "" : "   trong đó: ";
  return {
    cells: [
      { value: number, style: styles.number },
      text(`${indent}${field.label.vi}`),
      text(field.unit?.vi, styles.centred),
      ...figureCells(total, field, lineage, strong),
      text(datesOf(total), styles.centred),
      text(notesOf(total)),
      ...scopes,
    ],
  };
}

/** Value and coverage, never one without the other; both lead to the rows they are made of. */
function figureCells(
  figure: Figure,
  field: Field,
  lineage: Lineage,
  emphasis: (style: CellStyle) => CellStyle,
): readonly CellDescription[] {
  const cell = figureCell(figure, field);
  const coverage = coverageCell(figure);
  const rows = lineage.rowsOf.get(figure.id);
  const dress = (style: CellStyle | undefined) => emphasis(style ?? styles.text);
  if (!rows) return [cell, coverage].map((each) => ({ ...each, style: dress(each.style) }));
  const link = `#'${lineageSheetName}'!B${rows.first}`;
  const formula = `SUM('${lineageSheetName}'!${valueColumn}${rows.first}:${valueColumn}${rows.last})`;
  return [
    { ...cell, style: dress(cell.style), ...(isRecomputable(figure) ? { formula } : { link }) },
    { ...coverage, style: linked(dress(coverage.style)), link },
  ];
}

function datesOf({ dataAsOf }: Figure): string | null {
  if (!dataAsOf) return null;
  const [from, to] = [dataAsOf.earliest, dataAsOf.latest].map((date) => date.split("-").reverse().join("/"));
  return from === to ? (from as string) : `${from} – ${to}`;
}

/** What a reader must know before using the figure. */
function notesOf({ estimated, coverage, value }: Figure): string | null {
  const notes = [
    estimated && "Số ước tính, các đơn vị có thể trùng",
    value === null && coverage.reported > 0 && "Không tính được, xem trang Vấn đề",
    coverage.nil > 0 && `${coverage.nil} đơn vị không phát sinh`,
    coverage.explained > 0 && `${coverage.explained} đơn vị đã giải trình`,
    coverage.queried > 0 && `${coverage.queried} đơn vị chờ giải trình`,
    coverage.waived > 0 && `${coverage.waived} đơn vị được miễn`,
    coverage.notApplicable > 0 && `${coverage.notApplicable} đơn vị không áp dụng`,
  ].filter((note) => note !== false);
  return notes.length === 0 ? null : notes.join("; ");
}
