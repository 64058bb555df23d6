import { issue, type Issue } from "../../issue/issue.ts";
import { printAddress } from "../../sheet/cell-address.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";
import type { Answer } from "../report.ts";
import { answerMark, isTick } from "../value/answer-mark.ts";
import type { Draft, UnitClaim } from "./draft.ts";
import type { RowTable } from "./find-tables.ts";
import { mergedAnswers } from "./merged-answers.ts";
import { readCell, type AnswerPlaces } from "./read-cell.ts";
import { readDataAsOf } from "./read-data-as-of.ts";
import type { ValueContext } from "../value/value-context.ts";
import { valueContext } from "./return-context.ts";
import { rowKinds } from "./row-kind.ts";
import type { RepeatRow, RowsReader } from "./rows-reader.ts";
import { submissionNamed } from "./submission-named.ts";
import { unitsThatDiffer, type StatedUnit } from "./stated-units.ts";
import { planColumns, shownStyles, type ColumnPlan, type FieldColumns } from "./table-columns.ts";
import { totalRowIssues } from "./total-rows.ts";

export interface RowsResult {
  readonly drafts: readonly Draft[];
  readonly repeats: readonly RepeatRow[];
  /** Told for the table as a whole. */
  readonly issues: readonly Issue[];
}

/** Reads a table whose rows are units, or the repeating rows of one or many units. */
export function readRowsTable(reader: RowsReader, table: RowTable): RowsResult {
  const { grid, account, source } = reader;
  const plan = planColumns(grid, source, table);
  accountForHeadings(reader, table, plan);
  const kinds = rowKinds(grid, table.rows, plan, (text, group) => resolves(reader, text, group));
  const styleOf = shownStyles(grid, table.rows, plan.fields);
  const tableIssues: Issue[] = [...plan.issues];
  if (table.repeat === null) tableIssues.push(...missingColumns(reader, plan));
  const place = { source, sheet: grid.sheet.name };
  tableIssues.push(...unitsThatDiffer(statedIn(table, plan), reader.title, place));
  const shared = tableIssues.filter(({ severity }) => severity === "query" || severity === "error");
  const dataRows = kinds.filter(({ kind }) => kind === "data").map(({ row }) => row);
  const hidden = hiddenRows(reader, dataRows);
  const merged = mergedAnswers(grid, source, plan, dataRows);
  const columns = plan.fields.map((one) => {
    const context = valueContext(reader.options, one.field, styleOf(one.field), grid.sheet.dateEpoch);
    return { ...one, context };
  });
  const offered = new Set(plan.fields.map(({ field }) => field.id));
  const drafts: Draft[] = [];
  const repeats: RepeatRow[] = [];
  let blank = 0;
  for (const { row, kind, group } of kinds) {
    if (kind !== "data") {
      if (kind === "blankRow") blank += 1;
      account.ignoreRest(row, kind);
      continue;
    }
    const read = readRow(reader, columns, row);
    const claim = claimOf(reader, plan, row, group);
    accountForRow(reader, plan, row);
    if (table.repeat) {
      repeats.push({
        table: table.repeat.id,
        claim,
        answers: read.answers,
        issues: read.issues,
        sheet: grid.sheet.name,
        row,
      });
      continue;
    }
    const head = headOf(reader, plan, row);
    drafts.push({
      sheet: grid.sheet.name,
      row,
      answers: read.answers,
      repeats: {},
      schemaVersion: reader.schemaVersion,
      offered,
      issues: [...read.issues, ...head.issues, ...(reader.binding?.doubtfulRows[row] ?? [])],
      shared: [...shared, ...(hidden && isHidden(reader, row) ? [hidden] : []), ...(merged.get(row) ?? [])],
      claim,
      nil: head.nil || read.nil,
      dataAsOf: head.dataAsOf ?? reader.title.dataAsOf,
      submission: head.submission ?? reader.title.submission,
      ...(head.explanation !== "" && { explanation: head.explanation }),
      rows: [row],
    });
  }
  if (hidden) tableIssues.push(hidden);
  if (blank > 0 && table.repeat === null) {
    tableIssues.push(issue("report_rows_blank", place, { count: blank }));
  }
  if (table.repeat === null) tableIssues.push(...totalRowIssues(reader, plan, kinds, drafts));
  return { drafts, repeats, issues: tableIssues };
}

function statedIn({ columns }: RowTable, { fields }: ColumnPlan): StatedUnit[] {
  return fields.flatMap(({ field, value }) => {
    const found = columns.find(({ column }) => column === value);
    return found ? [{ field, text: found.heading, cell: printAddress(found.headingCell) }] : [];
  });
}

function resolves({ options }: RowsReader, text: string, group: string | undefined): boolean {
  return options.resolver.resolve(text, group === undefined ? {} : { group }).status === "matched";
}

function accountForHeadings({ grid, account }: RowsReader, table: RowTable, plan: ColumnPlan): void {
  const unused = table.columns.filter(({ column }) => plan.unused.has(column));
  for (const { headingCell } of unused) account.ignore(headingCell.row, headingCell.column, "unknownColumn");
  for (const row of table.headingRows) {
    for (const column of grid.filled(row)) {
      if (column >= plan.first && column <= plan.last && account.isOpen(row, column))
        account.map(row, column);
    }
  }
}

function missingColumns({ grid, source, required }: RowsReader, plan: ColumnPlan): Issue[] {
  const offered = new Set(plan.fields.map(({ field }) => field.id));
  const missing = required.filter(({ id, role }) => !offered.has(id) && role === undefined);
  if (missing.length === 0) return [];
  const params = { fields: missing.map(({ id }) => id), labels: missing.map(({ label }) => label.vi) };
  return [issue("report_column_missing", { source, sheet: grid.sheet.name }, params)];
}

function isHidden({ grid }: RowsReader, row: number): boolean {
  return grid.hiddenRows.has(row);
}

function hiddenRows(reader: RowsReader, rows: readonly number[]): Issue | null {
  const hidden = rows.filter((row) => isHidden(reader, row));
  if (hidden.length === 0) return null;
  const place = { source: reader.source, sheet: reader.grid.sheet.name };
  return issue("report_row_hidden", place, { rows: hidden.map((row) => row + 1).join(", ") });
}

function placesIn(row: number, { field, value, numerator, denominator }: FieldColumns): AnswerPlaces {
  const at = (column: number | undefined) => (column === undefined ? undefined : { row, column });
  return { field, value: at(value), numerator: at(numerator), denominator: at(denominator) };
}

function readRow(
  reader: RowsReader,
  columns: readonly (FieldColumns & { readonly context: ValueContext })[],
  row: number,
): { answers: Record<string, Answer>; issues: Issue[]; nil: boolean } {
  const { grid, source } = reader;
  const answers: Record<string, Answer> = {};
  const issues: Issue[] = [];
  let nil = false;
  for (const { context, ...place } of columns) {
    const read = readCell(grid, source, placesIn(row, place), context);
    answers[place.field.id] = read.answer;
    issues.push(...read.issues);
    if (read.answer.state !== "nil" || place.value === undefined) continue;
    // “Không phát sinh” written once across the row says it of the whole report.
    const range = grid.merge(row, place.value);
    if (range && range.to.column > range.from.column) nil = true;
  }
  return { answers, issues, nil };
}

function claimOf(reader: RowsReader, plan: ColumnPlan, row: number, group: string | undefined): UnitClaim {
  const { grid, title } = reader;
  const { unitName: column, unitCode } = plan.special;
  const ownGroup = plan.special.group === undefined ? "" : grid.text(row, plan.special.group);
  const context = ownGroup !== "" ? ownGroup : group;
  const codeText = unitCode === undefined ? "" : grid.text(row, unitCode);
  const code = { text: codeText, cell: printAddress({ row, column: unitCode ?? 0 }) };
  const common = { ...(context !== undefined && { group: context }), ...(codeText !== "" && { code }) };
  const text = column === undefined ? "" : grid.text(row, column);
  const unitId = reader.binding?.rows[row];
  const bound = unitId === undefined ? {} : { unitId };
  if (text !== "" && column !== undefined) {
    return { ...common, ...bound, name: { text, cell: printAddress({ row, column }) } };
  }
  if (unitId !== undefined) return { ...common, unitId };
  // Without a column for units the table is the report of the unit in its title.
  return column === undefined && unitCode === undefined && title.unit
    ? { ...common, name: title.unit }
    : common;
}

function headOf(reader: RowsReader, plan: ColumnPlan, row: number) {
  const { grid } = reader;
  const text = (column: number | undefined) => (column === undefined ? "" : grid.text(row, column));
  const { nil, dataAsOf, submission, explanation } = plan.special;
  const date = dataAsOf === undefined ? null : readDataAsOf(reader, { row, column: dataAsOf });
  const nilText = text(nil);
  return {
    nil:
      (nil !== undefined && grid.cell(row, nil)?.value === true) ||
      isTick(nilText) ||
      foldVietnamese(nilText) === "co" ||
      answerMark(nilText)?.state === "nil",
    dataAsOf: date?.date ?? null,
    submission: submissionNamed(text(submission)),
    explanation: text(explanation),
    issues: date?.issues ?? [],
  };
}

function accountForRow({ grid, account }: RowsReader, plan: ColumnPlan, row: number): void {
  for (const column of grid.filled(row)) {
    if (column < plan.first || column > plan.last) continue;
    if (column === plan.special.number) account.ignore(row, column, "rowNumber");
    else if (column === plan.special.note) account.ignore(row, column, "note");
    else if (plan.guides.has(column)) account.ignore(row, column, "guide");
    else if (plan.unused.has(column)) account.ignore(row, column, "unknownColumn");
    else if (plan.used.has(column)) account.map(row, column);
    else account.ignore(row, column, "unknownColumn");
  }
}
