import type { RecipientUnit } from "../../recipient-unit/recipient-unit.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import { columnName } from "../../sheet/cell-address.ts";
import type { SheetDescription } from "../../sheet/sheet-sink.ts";
import { submissionLabels } from "./form-marks.ts";

export const listSheetName = "_danh_muc";

/**
 * The hidden sheet of choice lists. A list in a validation's own text ends at 255 characters; a
 * range holds a list of any length, such as 400 units.
 */
export interface FormLists {
  readonly sheet: SheetDescription;
  /** The range of a list, such as `'_danh_muc'!$A$2:$A$5`; `null` when the field has none. */
  sourceOf(field: Field): string | null;
  readonly submission: string;
  readonly yes: string;
}

export function formLists(fields: readonly Field[], units: readonly RecipientUnit[]): FormLists {
  const lists: { key: string; title: string; values: readonly string[] }[] = [
    { key: "@submission", title: "Hình thức báo cáo", values: Object.values(submissionLabels) },
    { key: "@yes", title: "Không phát sinh", values: ["Có"] },
    { key: "@flag", title: "Có hoặc không", values: ["Có", "Không"] },
  ];
  if (fields.some(({ kind }) => kind === "unit")) {
    const names = units.map(({ name, shortName }) => shortName ?? name);
    lists.push({
      key: "@unit",
      title: "Đơn vị",
      values: [...new Set(names)].sort(new Intl.Collator("vi").compare),
    });
  }
  for (const field of fields) {
    if (field.kind !== "choice") continue;
    lists.push({ key: field.id, title: field.label.vi, values: field.options.map(({ label }) => label.vi) });
  }
  const ranges = new Map(
    lists.map(({ key, values }, column) => {
      const name = columnName(column);
      return [key, `'${listSheetName}'!$${name}$2:$${name}$${values.length + 1}`];
    }),
  );
  const range = (key: string) => ranges.get(key) ?? null;
  const height = Math.max(...lists.map(({ values }) => values.length));
  const text = (value: string | undefined) =>
    value === undefined ? null : { value, style: { format: "@" } };
  return {
    sheet: {
      name: listSheetName,
      visibility: "hidden",
      protection: {},
      rows: [
        { cells: lists.map(({ title }) => ({ value: title, style: { bold: true } })) },
        ...Array.from({ length: height }, (_, row) => ({
          cells: lists.map(({ values }) => text(values[row])),
        })),
      ],
    },
    sourceOf(field) {
      if (field.kind === "flag") return range("@flag");
      if (field.kind === "unit") return range("@unit");
      return field.kind === "choice" ? range(field.id) : null;
    },
    submission: range("@submission") as string,
    yes: range("@yes") as string,
  };
}
