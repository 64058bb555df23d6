import type { CellDescription, CellStyle, RowDescription } from "@chiendich/core";

/** The look of the consolidated workbook: quiet, printable in black and white. */
export const styles = {
  title: { bold: true, size: 14, align: "center", valign: "middle", wrap: true },
  subtitle: { italic: true, align: "center", wrap: true },
  heading: { bold: true, fill: "DDE7F0", border: true, align: "center", valign: "middle", wrap: true },
  text: { border: true, valign: "top", wrap: true },
  centred: { border: true, align: "center", valign: "top", wrap: true },
  code: { border: true, valign: "top", format: "@" },
  number: { border: true, align: "right", valign: "top", format: "#,##0" },
  decimal: { border: true, align: "right", valign: "top", format: "#,##0.##########" },
  percent: { border: true, align: "right", valign: "top", format: "0.0%" },
  date: { border: true, align: "center", valign: "top", format: "dd/mm/yyyy" },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** The same style for a row of totals. */
export function strong(style: CellStyle): CellStyle {
  return { ...style, bold: true, fill: "F2F2F2" };
}

/** The same style for a cell that leads somewhere. */
export function linked(style: CellStyle): CellStyle {
  return { ...style, color: "1F4E99" };
}

/** Text as text, whatever it starts with; nothing when there is none. */
export function text(value: string | null | undefined, style: CellStyle = styles.text): CellDescription {
  return { value: value == null ? null : clipped(value), style };
}

/** A cell holds 32,767 characters; what many units wrote together may be longer. */
function clipped(value: string): string {
  return value.length <= 32_000 ? value : `${value.slice(0, 32_000)}…`;
}

/** A row tall enough for its wrapped text: programs do not grow a row by themselves when they open a file. */
export function row(
  cells: readonly CellDescription[],
  widths: readonly number[],
  least = lineHeight,
): RowDescription {
  const lines = cells.map(({ value, style }, column) => {
    if (typeof value !== "string" || !style?.wrap) return 1;
    // Bold text is wider than the digits a column is measured in.
    const characters = Math.max(1, (widths[column] ?? 10) * (style.bold ? 0.85 : 1));
    return value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / characters)), 0);
  });
  const height = Math.max(least, Math.min(longestRow, Math.max(1, ...lines) * lineHeight));
  return { cells, height };
}

/** In points, for the default font. */
const lineHeight = 15;
/** The tallest row a workbook allows is 409 points. */
const longestRow = 405;

/** A row of column headings. */
export function headings(names: readonly string[], widths: readonly number[]): RowDescription {
  return row(
    names.map((name) => text(name, styles.heading)),
    widths,
    30,
  );
}
