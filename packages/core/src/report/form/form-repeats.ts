import type { Field, RepeatingTable } from "../../report-schema/report-schema.ts";
import type { CellDescription, CellStyle, RowDescription, SheetDescription } from "../../sheet/sheet-sink.ts";
import { alignOf, formatOf, validationOf } from "./form-validation.ts";
import type { FormLists } from "./form-lists.ts";
import { marks } from "./form-marks.ts";
import { formSections, type FormRow } from "./form-sections.ts";

/** The columns a repeating table has on paper: one for each field, two for a ratio. */
export function repeatColumns(fields: readonly Field[]): readonly FormRow[] {
  return fields.flatMap((field) => formSections([field]).flatMap(({ rows }) => rows));
}

/** A sheet for a table of repeating rows: headings above, blank rows to fill in. */
export function formRepeat(table: RepeatingTable, lists: FormLists, unitName: string): SheetDescription {
  const columns = repeatColumns(table.fields);
  const last = columns.length + 1;
  const heading: CellStyle = {
    bold: true,
    align: "center",
    valign: "middle",
    wrap: true,
    border: true,
    fill: "DDE7F3",
  };
  const first = 5;
  const rows: RowDescription[] = [
    {
      hidden: true,
      cells: [
        { value: `${marks.table}:${table.id}` },
        { value: "@number" },
        ...columns.map(({ field, part }) => ({ value: part === null ? field.id : `${field.id}.${part}` })),
      ],
    },
    {
      cells: [
        null,
        { value: table.label.vi.toLocaleUpperCase("vi"), style: { bold: true, align: "center", size: 14 } },
      ],
    },
    { cells: [null, { value: unitName, style: { bold: true, align: "center" } }] },
    {
      height: 36,
      cells: [null, { value: "STT", style: heading }, ...columns.map((one) => headingCell(one, heading))],
    },
    {
      cells: [
        null,
        ...Array.from({ length: last }, (_, index) => ({
          value: `(${index + 1})`,
          style: { italic: true, align: "center", border: true } as const,
        })),
      ],
    },
    ...Array.from({ length: table.formRows }, (_, index) => blankRow(index, columns)),
  ];
  return {
    name: sheetName(table.label.vi),
    columns: [
      { width: 4, hidden: true },
      { width: 6 },
      ...columns.map(({ field }) => ({ width: widthOf(field) })),
    ],
    rows,
    merges: [1, 2].map((row) => ({ from: { row, column: 1 }, to: { row, column: last } })),
    freeze: { rows: first, columns: 0 },
    protection: {},
    validations: columns.flatMap(({ field }, index) => {
      const at = index + 2;
      const range = { from: { row: first, column: at }, to: { row: first + table.formRows - 1, column: at } };
      return validationOf(field, range, lists.sourceOf(field)) ?? [];
    }),
    print: { orientation: "landscape", fitToWidth: true, titleRows: { from: 3, to: 3 } },
  };
}

function headingCell({ field, label }: FormRow, style: CellStyle): CellDescription {
  const measure = field.unit ? ` (${field.unit.vi})` : "";
  return { value: `${label}${measure}`, style, ...(field.hint && { comment: field.hint.vi }) };
}

function blankRow(index: number, columns: readonly FormRow[]): RowDescription {
  return {
    height: 20,
    cells: [
      null,
      { value: index + 1, style: { border: true, align: "center" } },
      ...columns.map(({ field }) => ({
        value: null,
        style: {
          border: true,
          wrap: true,
          fill: "FFF9E5",
          locked: false,
          format: formatOf(field),
          align: alignOf(field),
        },
      })),
    ],
  };
}

function widthOf(field: Field): number {
  if (field.kind === "text" || field.kind === "links") return 36;
  return Math.min(28, Math.max(14, Math.ceil(field.label.vi.length / 2)));
}

/** A tab's name: at most 31 characters, without those a spreadsheet refuses. */
function sheetName(label: string): string {
  return label
    .replace(/[\\/?*[\]:']/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, 31)
    .trim();
}
