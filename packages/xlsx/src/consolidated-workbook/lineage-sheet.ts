import type {
  Campaign,
  Field,
  Figure,
  Leaf,
  RollUp,
  RowDescription,
  SheetDescription,
} from "@chiendich/core";
import { headings, row, styles, text } from "./style.ts";
import { valueCell } from "./value-cell.ts";

export const lineageSheetName = "Nguồn số liệu";

/** The column that holds the values, for formulas over it. */
export const valueColumn = "F";

/** Where the rows of each figure stand in the lineage sheet, from 1 as in an address. */
export interface LineageRows {
  readonly first: number;
  readonly last: number;
}

export interface Lineage {
  readonly sheet: SheetDescription;
  /** By figure id: of each total, and of each scope when scopes do not overlap. */
  readonly rowsOf: ReadonlyMap<string, LineageRows>;
}

const columns = [
  ["STT", 6],
  ["Chỉ tiêu", 30],
  ["Nhóm", 22],
  ["Đơn vị", 32],
  ["Số liệu đến ngày", 13],
  ["Giá trị", 16],
  ["Ghi chú", 16],
  ["Tệp", 30],
  ["Trang", 18],
  ["Ô", 8],
  ["Mã băm SHA-256 của tệp", 26],
  ["Quyết định liên quan", 22],
] as const;

const widths = columns.map(([, width]) => width);

/**
 * One row for each value that went into a total, figure by figure and, where scopes do not overlap,
 * scope by scope, so that every total and every scope is a run of rows a formula can add up.
 */
export function describeLineage(
  campaign: Campaign,
  rollUp: RollUp,
  unitName: (id: string) => string,
): Lineage {
  const names = columns.map(([name]) => name);
  const rows: RowDescription[] = [headings(names, widths)];
  const rowsOf = new Map<string, LineageRows>();
  for (const [measureId, total] of Object.entries(rollUp.total)) {
    const field = campaign.report.fields.find(({ id }) => id === total.field);
    if (!field) continue;
    const start = rows.length + 1;
    for (const { figure, label } of runsOf(rollUp, measureId, total)) {
      const first = rows.length + 1;
      for (const leaf of figure.leaves) rows.push(leafRow(rows.length, leaf, field, label, unitName));
      if (figure !== total && rows.length >= first) rowsOf.set(figure.id, { first, last: rows.length });
    }
    if (rows.length >= start) rowsOf.set(total.id, { first: start, last: rows.length });
  }
  return {
    rowsOf,
    sheet: {
      name: lineageSheetName,
      columns: widths.map((width) => ({ width })),
      rows,
      freeze: { rows: 1, columns: 0 },
      filter: { from: { row: 0, column: 0 }, to: { row: rows.length - 1, column: columns.length - 1 } },
      print: { orientation: "landscape", titleRows: { from: 0, to: 0 }, fitToWidth: true },
    },
  };
}

interface Run {
  readonly figure: Figure;
  readonly label: string;
}

/** The total's leaves, scope by scope when the scopes share them out exactly. */
function runsOf(rollUp: RollUp, measureId: string, total: Figure): readonly Run[] {
  const parts = rollUp.scopes.flatMap(({ label, within, figures }) => {
    const figure = figures[measureId];
    return figure ? [{ figure, label, within }] : [];
  });
  const leaves = parts.reduce((sum, { figure }) => sum + figure.leaves.length, 0);
  const sharedOut = leaves === total.leaves.length && parts.every(({ within }) => within === null);
  return sharedOut ? parts : [{ figure: total, label: "" }];
}

function leafRow(
  number: number,
  leaf: Leaf,
  field: Field,
  label: string,
  unitName: (id: string) => string,
): RowDescription {
  return row(
    [
      { value: number, style: styles.number },
      text(field.label.vi),
      text(label),
      text(unitName(leaf.unitId)),
      leaf.dataAsOf === null ? text(null) : { value: { date: leaf.dataAsOf }, style: styles.date },
      valueCell(leaf.value, field),
      text(noteOf(leaf)),
      text(leaf.source),
      text(leaf.sheet),
      text(leaf.cell, styles.centred),
      text(leaf.sha256, styles.code),
      text(leaf.decisions.join("\n"), styles.code),
    ],
    widths,
  );
}

function noteOf({ nil, parted }: Leaf): string | null {
  if (nil) return "Không phát sinh";
  return parted ? `Ước tính: phần ${parted.share} của ${parted.given as string | number}` : null;
}
