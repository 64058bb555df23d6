import { issue, type Issue } from "../../issue/issue.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import { printAddress } from "../../sheet/cell-address.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";
import { marks } from "../form/form-marks.ts";
import { partLabel } from "../form/form-sections.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import type { Answer } from "../report.ts";
import { isTick } from "../value/answer-mark.ts";
import { isFilled } from "../value/clean-text.ts";
import { accountForForm } from "./account-form.ts";
import type { Draft } from "./draft.ts";
import type { Grid } from "./grid.ts";
import type { FormMarks } from "./find-form-marks.ts";
import { hiddenAnswers } from "./hidden-answers.ts";
import { readCell, type AnswerPlace, type AnswerPlaces } from "./read-cell.ts";
import { readDataAsOf } from "./read-data-as-of.ts";
import { submissionNamed } from "./submission-named.ts";
import { valueContext, type ReadReturnOptions } from "./return-context.ts";
import type { SheetAccount } from "./sheet-account.ts";

interface FormReader {
  readonly grid: Grid;
  readonly form: FormMarks;
  readonly account: SheetAccount;
  readonly options: ReadReturnOptions;
  readonly source: string;
  readonly fields: readonly Field[];
  readonly version: number;
}

/** A filled form as a draft: each field by the mark of its row, whatever has moved around it. */
export function readForm(reader: FormReader, unitId: string | undefined): Draft {
  const { grid, form, account } = reader;
  const marked = markedRows(reader);
  const issues: Issue[] = [];
  const answers: Record<string, Answer> = {};
  const offered = new Set<string>();
  const lost: Field[] = [];
  const asked: AnswerPlace[] = [];
  for (const field of reader.fields) {
    const places = placesOf(reader, marked, field, issues);
    if (!places) {
      lost.push(field);
      continue;
    }
    offered.add(field.id);
    asked.push(...[places.value, places.numerator, places.denominator].filter((one) => one !== undefined));
    const context = valueContext(reader.options, field, "vi", grid.sheet.dateEpoch);
    const read = readCell(grid, reader.source, places, context);
    issues.push(...read.issues);
    answers[field.id] = withNote(reader, places, read.answer);
  }
  if (lost.length > 0) issues.push(lostRows(reader, lost));
  issues.push(...strayRows(reader, marked), ...hiddenAnswers(grid, reader.source, asked));
  const nil = headCell(reader, marked, marks.nil);
  const claim = headCell(reader, marked, marks.unit);
  const asOf = answers[reader.fields.find(({ role }) => role === "dataAsOf")?.id ?? ""];
  const own = asOf ? dateValue(asOf) : ownDate(reader, marked, issues);
  accountForForm(grid, form, account, tableRows(marked));
  return {
    sheet: grid.sheet.name,
    answers,
    repeats: {},
    schemaVersion: reader.version,
    offered,
    issues,
    shared: [],
    claim: { unitId, ...(claim && { name: { text: claim.text, cell: printAddress(claim) } }) },
    nil: nil !== null && (isTick(nil.text) || foldVietnamese(nil.text) === "co"),
    ...(nil && { nilCell: printAddress(nil) }),
    dataAsOf: own,
    submission: submissionNamed(headCell(reader, marked, marks.submission)?.text ?? "") ?? "normal",
    rows: grid.rows.filter((row) => row > form.markRow),
  };
}

/** Rows by the mark in the hidden column; a mark that was copied stands in several. */
function markedRows({ grid, form }: FormReader): ReadonlyMap<string, readonly number[]> {
  const rows = grid.rows.filter((row) => row !== form.markRow && isFilled(grid.cell(row, form.markColumn)));
  return Map.groupBy(rows, (row) => grid.text(row, form.markColumn));
}

function headCell(
  { grid, form, account }: FormReader,
  marked: ReadonlyMap<string, readonly number[]>,
  mark: string,
): (AnswerPlace & { readonly text: string }) | null {
  const [row] = marked.get(mark) ?? [];
  if (row === undefined) return null;
  const column = grid.filled(row).find((one) => one > form.label);
  if (column === undefined) return null;
  account.map(row, column);
  return { row, column, text: grid.text(row, column) };
}

const headMarks: Partial<Record<string, string>> = {
  dataAsOf: marks.dataAsOf,
  dataFrom: marks.dataFrom,
  nilReport: marks.nil,
  reportingUnit: marks.unit,
};

function placesOf(
  reader: FormReader,
  marked: ReadonlyMap<string, readonly number[]>,
  field: Field,
  issues: Issue[],
): AnswerPlaces | null {
  const { grid, form } = reader;
  const role = field.role === undefined ? undefined : headMarks[field.role];
  if (role !== undefined) {
    const head = headCell(reader, marked, role);
    return head ? { field, value: head } : marked.get(role) ? { field } : null;
  }
  const place = (mark: string, label: string): AnswerPlace | null => {
    const rows = marked.get(mark) ?? [];
    const [row] = rows;
    if (row === undefined) return null;
    if (rows.length > 1) {
      const cells = rows.map((one) => printAddress({ row: one, column: form.value }));
      issues.push(
        issue("report_heading_duplicate", placeAt(reader, row, form.value), { label: field.label.vi, cells }),
      );
      return { row: -1, column: -1 };
    }
    const found = grid.text(row, form.label);
    if (plain(found) !== plain(label)) {
      const params = { field: field.id, label, found };
      issues.push(issue("report_form_row_changed", placeAt(reader, row, form.label), params));
    }
    return { row, column: form.value };
  };
  if (field.kind !== "ratio") {
    const value = place(field.id, field.label.vi);
    return value && { field, value };
  }
  const numerator = place(`${field.id}.numerator`, partLabel(field, "numerator").vi);
  const denominator = place(`${field.id}.denominator`, partLabel(field, "denominator").vi);
  return numerator && denominator && { field, numerator, denominator };
}

/** Labels on the form are indented, and marked when the field is required. */
function plain(label: string): string {
  return foldVietnamese(label)
    .replace(/\(\*\)\s*$/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function placeAt({ source, grid }: FormReader, row: number, column: number) {
  return { source, sheet: grid.sheet.name, cell: printAddress({ row, column }) };
}

/** What stands in the notes column beside the answer explains it. */
function withNote({ grid, form, account }: FormReader, places: AnswerPlaces, answer: Answer): Answer {
  const { row = -1 } = places.value ?? places.numerator ?? {};
  if (places.field.role !== undefined || grid.merge(row, form.value)) return answer;
  const explanation = grid.text(row, form.note);
  if (explanation === "") return answer;
  account.map(row, form.note);
  return { ...answer, explanation };
}

function ownDate(
  reader: FormReader,
  marked: ReadonlyMap<string, readonly number[]>,
  issues: Issue[],
): CalendarDate | null {
  const head = headCell(reader, marked, marks.dataAsOf);
  if (!head) return null;
  const read = readDataAsOf(reader, head);
  issues.push(...read.issues);
  return read.date;
}

function dateValue(answer: Answer): CalendarDate | null {
  return answer.state === "value" && typeof answer.value === "string" ? answer.value : null;
}

function lostRows(reader: FormReader, lost: readonly Field[]): Issue {
  const { source, grid } = reader;
  return issue(
    "report_column_missing",
    { source, sheet: grid.sheet.name },
    { fields: lost.map(({ id }) => id), labels: lost.map(({ label }) => label.vi) },
  );
}

/** Rows somebody typed between ours: they are no field, and they are told. */
function strayRows(reader: FormReader, marked: ReadonlyMap<string, readonly number[]>): Issue[] {
  const { grid, form } = reader;
  const rows = tableRows(marked);
  if (rows.length === 0) return [];
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  return grid.rows.flatMap((row) => {
    if (row <= first || row >= last || isFilled(grid.cell(row, form.markColumn))) return [];
    const heading = grid.text(row, form.label);
    if (!isFilled(grid.cell(row, form.value))) return [];
    return [issue("report_heading_unknown", placeAt(reader, row, form.label), { heading, nearest: null })];
  });
}

/** Rows of the fields, without those of the head. */
function tableRows(marked: ReadonlyMap<string, readonly number[]>): number[] {
  return [...marked].flatMap(([mark, rows]) => (mark.startsWith("@") ? [] : rows));
}
