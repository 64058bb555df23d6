import type {
  Campaign,
  Field,
  Figure,
  PictureDescription,
  RollUp,
  RowDescription,
  SheetDescription,
} from "@chiendich/core";
import { barPicture } from "./bar-picture.ts";
import { lineageSheetName, type Lineage } from "./lineage-sheet.ts";
import { linked, row, strong, styles, text } from "./style.ts";
import { coverageCell, figureCell } from "./value-cell.ts";

const widths = [34, 16, 12, 62];
const barColumn = 3;
/** Of the rows beside bars: 18 points are 24 pixels, on which the bars rest. */
const rowPoints = 18;
const rowPixels = 24;
const barPixels = 420;

/**
 * A chart for each headline field, scope by scope: labels, values and coverage in cells, the bars as a
 * picture beside them. `null` when there is nothing to compare.
 */
export function describeCharts(
  campaign: Campaign,
  rollUp: RollUp,
  lineage: Lineage,
): SheetDescription | null {
  const scopes = rollUp.scopes.filter(({ within }) => within === null);
  const headlines = headlinesOf(campaign, rollUp);
  if (scopes.length < 2 || headlines.length === 0) return null;
  const rows: RowDescription[] = [];
  const pictures: PictureDescription[] = [];
  for (const { measureId, field, total } of headlines) {
    const unit = field.unit ? ` (${field.unit.vi})` : "";
    const estimate = total.estimated ? " – số ước tính" : "";
    rows.push(
      row([text(`${field.label.vi}${unit}${estimate}`, { bold: true, size: 12 })], [widths[0] as number], 22),
    );
    const at = { row: rows.length, column: barColumn };
    const figures = scopes.flatMap(({ label, figures }) => {
      const figure = figures[measureId];
      return figure ? [{ label, figure }] : [];
    });
    for (const { label, figure } of figures) rows.push(scopeRow(label, figure, field, lineage));
    const values = figures.map(({ figure }) => Number(figure.value ?? 0));
    pictures.push({
      png: barPicture(values, { width: barPixels, rowHeight: rowPixels }),
      at,
      width: barPixels,
      height: figures.length * rowPixels,
      alt: `${field.label.vi}: ${figures.map(({ label, figure }) => `${label} ${String(figure.value ?? "–")}`).join("; ")}`,
    });
    rows.push(totalRow(total, field), { cells: [], height: rowPoints });
  }
  return {
    name: "Biểu đồ",
    columns: widths.map((width) => ({ width })),
    rows,
    pictures,
    print: { orientation: "landscape", fitToWidth: true },
  };
}

/** What is compared at a glance: numbers that are added, wholes before their parts. */
function headlinesOf(campaign: Campaign, rollUp: RollUp) {
  const candidates = Object.entries(rollUp.total).flatMap(([measureId, total]) => {
    const field = campaign.report.fields.find(({ id }) => id === total.field);
    const usable = field?.kind === "count" && total.aggregator === "sum" && field.partOf === undefined;
    return field && usable && total.value !== null ? [{ measureId, field, total }] : [];
  });
  return candidates.slice(0, 6);
}

function scopeRow(label: string, figure: Figure, field: Field, lineage: Lineage): RowDescription {
  const rows = lineage.rowsOf.get(figure.id);
  const coverage = coverageCell(figure);
  return {
    cells: [
      text(label === "" ? "Không có đơn vị cấp trên" : label, { ...styles.text, wrap: false }),
      figureCell(figure, field),
      rows
        ? { ...coverage, style: linked(styles.centred), link: `#'${lineageSheetName}'!B${rows.first}` }
        : coverage,
    ],
    height: rowPoints,
  };
}

function totalRow(total: Figure, field: Field): RowDescription {
  const value = figureCell(total, field);
  return {
    cells: [
      text("Tổng số", strong(styles.text)),
      { ...value, style: strong(value.style ?? styles.text) },
      coverageCell(total, strong(styles.centred)),
    ],
    height: rowPoints,
  };
}
