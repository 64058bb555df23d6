import type { RecipientUnit } from "../../recipient-unit/recipient-unit.ts";
import type { Field, Label } from "../../report-schema/report-schema.ts";

/** A part of the form: fields of one nature, under a heading when there are several parts. */
export interface FormSection {
  readonly title: string;
  readonly rows: readonly FormRow[];
}

/** One row of the form: a field, or one of the two numbers of a ratio. */
export interface FormRow {
  readonly field: Field;
  readonly part: "numerator" | "denominator" | null;
  /** `3`, or `3.1` for a part of row 3. */
  readonly number: string;
  readonly label: string;
  readonly depth: number;
}

/** Whether the unit is asked the field. */
export function isAsked(field: Field, unit: Pick<RecipientUnit, "groups">): boolean {
  return field.groups === undefined || field.groups.some((group) => unit.groups.includes(group));
}

/** The label of a ratio's part, as written in the schema or made from the ratio's own. */
export function partLabel(field: Field, part: "numerator" | "denominator"): Label {
  const own = field.kind === "ratio" ? field[part] : undefined;
  if (own) return own;
  const vi = part === "numerator" ? "tử số" : "mẫu số";
  const en = part === "numerator" ? "numerator" : "denominator";
  return { vi: `${field.label.vi}: ${vi}`, ...(field.label.en && { en: `${field.label.en}: ${en}` }) };
}

const titles = {
  figures: "Số liệu",
  narrative: "Nội dung đánh giá, kiến nghị",
  evidence: "Minh chứng",
  contact: "Thông tin người lập báo cáo",
} as const;

function sectionOf(field: Field): keyof typeof titles {
  if (field.personal) return "contact";
  if (field.kind === "text") return "narrative";
  return field.kind === "links" ? "evidence" : "figures";
}

/** The fields of the table, in the schema's order within each section, numbered through. */
export function formSections(fields: readonly Field[]): readonly FormSection[] {
  const numbers = new Map<string, { number: string; children: number; depth: number }>();
  let top = 0;
  const sections = Map.groupBy(fields, sectionOf);
  return (Object.keys(titles) as (keyof typeof titles)[]).flatMap((key) => {
    const own = sections.get(key) ?? [];
    if (own.length === 0) return [];
    const rows = own.flatMap((field): FormRow[] => {
      const parent = field.partOf === undefined ? undefined : numbers.get(field.partOf);
      if (parent) parent.children += 1;
      const number = parent ? `${parent.number}.${parent.children}` : String((top += 1));
      const depth = parent ? parent.depth + 1 : 0;
      numbers.set(field.id, { number, children: 0, depth });
      if (field.kind !== "ratio") return [{ field, part: null, number, label: field.label.vi, depth }];
      return (["numerator", "denominator"] as const).map((part, index) => ({
        field,
        part,
        number: index === 0 ? number : "",
        label: partLabel(field, part).vi,
        depth,
      }));
    });
    return [{ title: titles[key], rows }];
  });
}
