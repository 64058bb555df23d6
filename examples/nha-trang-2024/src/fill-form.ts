import type { CellDescription, RowDescription, WorkbookDescription } from "@chiendich/core";

/** What a unit types: by field id, and for `dataAsOf` (a date), `submission` and `nilReport` at the head of the form. */
export type Answers = Readonly<Record<string, string | number | boolean>>;

const submissionWords: Readonly<Record<string, string>> = {
  correction: "Đính chính số liệu đã gửi",
  addition: "Bổ sung số liệu đã gửi",
  replacement: "Thay thế báo cáo đã gửi",
};

/** The marks a form keeps in its hidden first column, of the rows at its head. */
const headMarks: Readonly<Record<string, string>> = {
  dataAsOf: "@dataAsOf",
  submission: "@submission",
  nilReport: "@nil",
};
const headColumn = 3;
const answerColumn = 4;
const noteColumn = 5;

/** The form as a unit would send it back: answers and notes typed into its open cells, nothing else changed. */
export function fillForm(
  form: WorkbookDescription,
  answers: Answers,
  notes: Answers = {},
): WorkbookDescription {
  const byMark = new Map<string, Map<number, CellDescription["value"]>>();
  const type = (mark: string, column: number, value: CellDescription["value"]) =>
    byMark.set(mark, (byMark.get(mark) ?? new Map()).set(column, value));
  for (const [id, answer] of Object.entries(answers)) {
    const mark = headMarks[id];
    if (mark === undefined) type(id, answerColumn, answer);
    else type(mark, headColumn, headValue(id, answer));
  }
  for (const [id, note] of Object.entries(notes)) type(id, noteColumn, note);
  const [front, ...rest] = form.sheets;
  if (!front) throw new RangeError("a form has a front sheet");
  return { ...form, sheets: [{ ...front, rows: front.rows.map((row) => fillRow(row, byMark)) }, ...rest] };
}

function headValue(id: string, answer: string | number | boolean): CellDescription["value"] {
  if (id === "dataAsOf") return { date: String(answer) };
  if (id === "nilReport") return answer ? "Có" : null;
  return submissionWords[String(answer)] ?? null;
}

function fillRow(
  row: RowDescription,
  byMark: ReadonlyMap<string, ReadonlyMap<number, CellDescription["value"]>>,
): RowDescription {
  const mark = row.cells[0]?.value;
  const typed = typeof mark === "string" ? byMark.get(mark) : undefined;
  if (!typed) return row;
  const cells = row.cells.map((cell, column) =>
    cell && typed.has(column) ? { ...cell, value: typed.get(column) ?? null } : cell,
  );
  return { ...row, cells };
}
