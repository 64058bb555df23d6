import type { CellDescription, CellStyle } from "@chiendich/core";

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
  return { value: value ?? null, style };
}

/** A row of column headings. */
export function headings(names: readonly string[]): { readonly cells: readonly CellDescription[] } {
  return { cells: names.map((name) => text(name, styles.heading)) };
}
