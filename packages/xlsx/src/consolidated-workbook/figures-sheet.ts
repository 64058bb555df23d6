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
import { headings, linked, row, strong, styles, text } from "./style.ts";
import { coverageCell, figureCell, isRecomputable } from "./value-cell.ts";

const leading = [
  ["STT", 6],
  ["Chỉ tiêu", 44],
  ["Đơn vị tính", 12],
] as const;

const totals = [
  ["Tổng số", 18],
  ["Số đơn vị", 11],
  ["Số liệu đến ngày", 15],
  ["Ghi chú", 34],
] as const;

/** The totals: a row for each field with its coverage, its dates and what must be known before using it. */
export function describeTotals(
  campaign: Campaign,
  rollUp: RollUp,
  lineage: Lineage,
  heading: readonly string[],
): SheetDescription {
  const columns = [...leading, ...totals];
  const widths = columns.map(([, width]) => width);
  const titles = heading.map((line, index): RowDescription => {
    return {
      cells: [text(line, index === 0 ? styles.title : styles.subtitle)],
      height: index === 0 ? 40 : 18,
    };
  });
  const top = titles.length;
  const rows = fieldsOf(campaign, rollUp).map(({ field, total }, index) => {
    const figure = figureCells(total, field, lineage, strong);
    const cells = [
      ...fieldCells(index, field),
      ...figure,
      text(datesOf(total), styles.centred),
      text(notesOf(total)),
    ];
    return row(cells, widths);
  });
  const names = columns.map(([name]) => name);
  return {
    name: "Tổng hợp",
    columns: widths.map((width) => ({ width })),
    rows: [...titles, headings(names, widths), ...rows],
    merges: titles.map((_, line) => across(line, 0, columns.length - 1)),
    freeze: { rows: top + 1, columns: 2 },
    print: { orientation: "landscape", titleRows: { from: top, to: top }, fitToWidth: true },
  };
}

/** The same figures scope by scope, each value with its own coverage beside it. */
export function describeScopes(campaign: Campaign, rollUp: RollUp, lineage: Lineage): SheetDescription {
  const { scopes } = rollUp;
  const widths = [...leading.map(([, width]) => width), ...scopes.flatMap(() => [15, 10])];
  const labels = scopes.flatMap(({ label }) => [label === "" ? "Không có đơn vị cấp trên" : label, ""]);
  const below = scopes.flatMap(() => ["Số liệu", "Số đơn vị"]);
  const names = leading.map(([name]) => name);
  const rows = fieldsOf(campaign, rollUp).map(({ measureId, field }, index) => {
    const figures = scopes.flatMap((scope) => {
      const figure = scope.figures[measureId];
      return figure ? figureCells(figure, field, lineage, (style) => style) : [text(null), text(null)];
    });
    return row([...fieldCells(index, field), ...figures], widths);
  });
  return {
    name: "Theo nhóm",
    columns: widths.map((width) => ({ width })),
    rows: [
      headings([...names, ...labels], widths),
      headings([...names.map(() => ""), ...below], widths),
      ...rows,
    ],
    merges: [
      ...leading.map((_, column) => ({ from: { row: 0, column }, to: { row: 1, column } })),
      ...scopes.map((_, index) => across(0, leading.length + index * 2, leading.length + index * 2 + 1)),
    ],
    freeze: { rows: 2, columns: 2 },
    print: { orientation: "landscape", titleRows: { from: 0, to: 1 }, fitToWidth: true },
  };
}

function fieldsOf(campaign: Campaign, rollUp: RollUp) {
  return Object.entries(rollUp.total).flatMap(([measureId, total]) => {
    const field = campaign.report.fields.find(({ id }) => id === total.field);
    return field ? [{ measureId, total, field }] : [];
  });
}

function across(line: number, from: number, to: number): CellRange {
  return { from: { row: line, column: from }, to: { row: line, column: to } };
}

function fieldCells(index: number, { label, unit, partOf }: Field): readonly CellDescription[] {
  return [
    { value: index + 1, style: styles.centred },
    text(partOf === undefined ? label.vi : `   ${asPart(label.vi)}`),
    text(unit?.vi, styles.centred),
  ];
}

/** Offices write the words into some labels themselves. */
function asPart(label: string): string {
  return /^trong đó(?!\p{L})/iu.test(label.normalize("NFC")) ? label : `trong đó: ${label}`;
}

/** Value and coverage, never one without the other; the coverage leads to the rows both are made of. */
function figureCells(
  figure: Figure,
  field: Field,
  lineage: Lineage,
  emphasis: (style: CellStyle) => CellStyle,
): readonly CellDescription[] {
  const value = figureCell(figure, field);
  const coverage = coverageCell(figure);
  const style = emphasis(value.style ?? styles.text);
  const rows = lineage.rowsOf.get(figure.id);
  if (!rows)
    return [
      { ...value, style },
      { ...coverage, style: emphasis(styles.centred) },
    ];
  const formula = `SUM('${lineageSheetName}'!${valueColumn}${rows.first}:${valueColumn}${rows.last})`;
  return [
    { ...value, style, ...(isRecomputable(figure) && { formula }) },
    { ...coverage, style: linked(emphasis(styles.centred)), link: `#'${lineageSheetName}'!B${rows.first}` },
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
    value === null && coverage.reported > coverage.nil && "Không tính được, xem trang Vấn đề",
    coverage.nil > 0 && `${coverage.nil} đơn vị không phát sinh`,
    coverage.explained > 0 && `${coverage.explained} đơn vị đã giải trình`,
    coverage.queried > 0 && `${coverage.queried} đơn vị chờ giải trình`,
    coverage.waived > 0 && `${coverage.waived} đơn vị được miễn`,
    coverage.notApplicable > 0 && `${coverage.notApplicable} đơn vị không áp dụng`,
  ].filter((note) => note !== false);
  return notes.length === 0 ? null : notes.join("; ");
}
