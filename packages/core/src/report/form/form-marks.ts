/**
 * The marks in a form's hidden first column and hidden first row. They stay with their rows and
 * columns when somebody moves or inserts others, so a form is read by them and not by position.
 */
export const marks = {
  columns: "@columns",
  table: "@table",
  label: "@label",
  value: "@value",
  note: "@note",
  unit: "@unit",
  dataFrom: "@dataFrom",
  dataAsOf: "@dataAsOf",
  submission: "@submission",
  nil: "@nil",
} as const;

/** The mark of a row that asks a field, or one number of a ratio: `sessions`, `staffRate.numerator`. */
export function fieldMark(fieldId: string, part: "numerator" | "denominator" | null): string {
  return part === null ? fieldId : `${fieldId}.${part}`;
}

/** The kinds of submission as the form offers them. */
export const submissionLabels = {
  normal: "Báo cáo lần đầu",
  correction: "Đính chính số liệu đã gửi",
  addition: "Bổ sung số liệu đã gửi",
  replacement: "Thay thế báo cáo đã gửi",
} as const;
