import { issue, type Issue } from "../../issue/issue.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import { printAddress } from "../../sheet/cell-address.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";
import type { Answer } from "../report.ts";
import { isFilled } from "../value/clean-text.ts";
import type { Draft } from "./draft.ts";
import type { FieldTable, TableColumn } from "./find-tables.ts";
import type { HeadingMatcher, HeadingTarget } from "./match-heading.ts";
import { hiddenAnswers } from "./hidden-answers.ts";
import { readCell, type AnswerPlaces } from "./read-cell.ts";
import type { Grid } from "./grid.ts";
import { unitsThatDiffer, type StatedUnit } from "./stated-units.ts";
import type { RowsReader } from "./rows-reader.ts";
import { valueContext } from "./return-context.ts";
import { isColumnNumber, isGroupNumber, isNoteText, isSignatureText } from "./row-words.ts";
import { shownStyles } from "./table-columns.ts";

interface LabelledRow {
  readonly row: number;
  readonly target: HeadingTarget;
}

interface FieldRows {
  readonly rows: readonly LabelledRow[];
  readonly issues: readonly Issue[];
}

/** One column of answers: the report of one unit. */
interface AnswerColumn {
  readonly column: number;
  /** The unit its heading names, where a table sets units side by side. */
  readonly unit?: { readonly text: string; readonly cell: string } | undefined;
}

/** Reads a table whose rows are fields: a form typed by hand, or one whose marks are gone. */
export function readFieldsTable(
  reader: RowsReader,
  table: FieldTable,
  matcher: HeadingMatcher,
): { readonly drafts: readonly Draft[]; readonly issues: readonly Issue[] } {
  const { grid, source } = reader;
  const answers = answerColumns(reader, table, matcher);
  const labelled = labelRows(reader, table, matcher, answers.columns);
  const issues = [...answers.issues, ...labelled.issues];
  const places = placesByField(reader, labelled.rows, issues);
  const missing = reader.required.filter(({ id, role }) => !places.has(id) && role === undefined);
  if (missing.length > 0 && places.size > 0) {
    const params = { fields: missing.map(({ id }) => id), labels: missing.map(({ label }) => label.vi) };
    issues.push(issue("report_column_missing", { source, sheet: grid.sheet.name }, params));
  }
  const asked = [...places.values()].flatMap(({ rows }) => Object.values(rows));
  for (const { column } of answers.columns)
    issues.push(
      ...hiddenAnswers(
        grid,
        source,
        asked.map((row) => ({ row, column })),
      ),
    );
  const stated = [...places.values()].flatMap(({ field, rows }) =>
    rows.value === undefined ? [] : [statedAt(grid, table, field, rows.value)],
  );
  issues.push(...unitsThatDiffer(stated, reader.title, { source, sheet: grid.sheet.name }));
  const noteColumn = special(table, "note") ?? special(table, "explanation");
  const shared = issues.filter(({ severity }) => severity === "query" || severity === "error");
  const drafts = answers.columns.map((column) => draftOf(reader, places, column, noteColumn, shared));
  accountFor(reader, table, labelled.rows, answers.columns, noteColumn);
  return { drafts, issues };
}

/** The unit a label states, or the one in the column of units. */
function statedAt(grid: Grid, table: FieldTable, field: Field, row: number): StatedUnit {
  const column = special(table, "measure");
  const beside = column === undefined ? "" : grid.text(row, column);
  if (column !== undefined && beside !== "")
    return { field, text: `(${beside})`, cell: printAddress({ row, column }) };
  return {
    field,
    text: grid.text(row, table.labelColumn),
    cell: printAddress({ row, column: table.labelColumn }),
  };
}

function special(table: FieldTable, wanted: string): number | undefined {
  return table.columns.find(({ match }) => match.kind === "special" && match.column === wanted)?.column;
}

/** The column of answers: by its heading, by the units headings name, or the only one that holds anything. */
function answerColumns(
  reader: RowsReader,
  table: FieldTable,
  matcher: HeadingMatcher,
): { columns: readonly AnswerColumn[]; issues: Issue[] } {
  const { grid, source, options } = reader;
  const named = table.columns.filter(({ match }) => match.kind === "special" && match.column === "value");
  if (named.length === 1) return { columns: [{ column: (named[0] as TableColumn).column }], issues: [] };
  const taken = new Set(
    table.columns.flatMap(({ column, match }) =>
      match.kind === "special" && match.column !== "value" ? [column] : [],
    ),
  );
  const rows = table.rows.filter((row) => matcher.fieldOf(grid.text(row, table.labelColumn)) !== null);
  const measures = new Set(rows.flatMap((row) => measureOf(matcher, grid.text(row, table.labelColumn))));
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const column of grid.filled(row)) {
      if (column <= table.labelColumn || taken.has(column)) continue;
      // A column that repeats the units of measure is not one of answers.
      if (measures.has(foldVietnamese(grid.text(row, column)))) continue;
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  const candidates = [...counts.keys()].sort((a, b) => a - b);
  const headings = candidates.map((column) => table.columns.find((one) => one.column === column));
  const units = headings.flatMap((heading) => {
    if (!heading || options.resolver.resolve(heading.heading).status !== "matched") return [];
    return [
      { column: heading.column, unit: { text: heading.heading, cell: printAddress(heading.headingCell) } },
    ];
  });
  if (units.length > 0) return { columns: units, issues: [] };
  if (candidates.length <= 1) return { columns: candidates.map((column) => ({ column })), issues: [] };
  // Without headings the first column beside the labels answers, and what stands further is remarks.
  if (table.headingRows.length === 0) return { columns: [{ column: candidates[0] as number }], issues: [] };
  const labels = candidates.map(
    (column, index) => headings[index]?.heading ?? printAddress({ row: 0, column }).replace(/\d+/, ""),
  );
  const place = { source, sheet: grid.sheet.name };
  const heading = grid.text(table.headingRows[0] as number, table.labelColumn);
  return { columns: [], issues: [issue("report_heading_ambiguous", place, { heading, candidates: labels })] };
}

function measureOf(matcher: HeadingMatcher, label: string): string[] {
  const unit = matcher.fieldOf(label)?.field.unit?.vi;
  return unit === undefined ? [] : [foldVietnamese(unit)];
}

/** Which row asks which field; labels under a group's name are read with it. */
function labelRows(
  reader: RowsReader,
  table: FieldTable,
  matcher: HeadingMatcher,
  columns: readonly AnswerColumn[],
): FieldRows {
  const { grid, source } = reader;
  const rows: LabelledRow[] = [];
  const issues: Issue[] = [];
  let group = "";
  for (const row of table.rows) {
    const label = grid.text(row, table.labelColumn);
    if (label === "" || isColumnNumber(label)) continue;
    const answered = columns.some(({ column }) => isFilled(grid.cell(row, column)));
    const match = matcher.match(group === "" ? [label] : [`${group} ${label}`, label]);
    const place = { source, sheet: grid.sheet.name, cell: printAddress({ row, column: table.labelColumn }) };
    if (match.kind === "field" && (answered || !match.near)) {
      rows.push({ row, target: match.target });
      if (match.near)
        issues.push(issue("report_heading_assumed", place, { heading: label, label: match.target.label }));
      continue;
    }
    if (!answered) {
      if (isNoteText(label) || isSignatureText(label)) continue;
      group = isGroupNumber(label) ? "" : label;
      continue;
    }
    if (match.kind === "ambiguous") {
      const candidates = match.candidates.map((one) => one.label);
      issues.push(issue("report_heading_ambiguous", place, { heading: label, candidates }));
    } else {
      const nearest = match.kind === "unknown" ? (match.nearest?.label ?? null) : null;
      issues.push(issue("report_heading_unknown", place, { heading: label, nearest }));
    }
  }
  return { rows, issues };
}

type FieldPlaces = ReadonlyMap<
  string,
  {
    readonly field: Field;
    readonly rows: Readonly<Partial<Record<"value" | "numerator" | "denominator", number>>>;
  }
>;

function placesByField(
  { grid, source }: RowsReader,
  rows: readonly LabelledRow[],
  issues: Issue[],
): FieldPlaces {
  const places = new Map<
    string,
    { field: Field; rows: Partial<Record<"value" | "numerator" | "denominator", number>> }
  >();
  const byTarget = Map.groupBy(rows, ({ target }) => target);
  for (const [{ field, part, label }, found] of byTarget) {
    const [first] = found as [LabelledRow];
    if (found.length > 1) {
      const cells = found.map(({ row }) => printAddress({ row, column: 0 }).replace("A", ""));
      const place = { source, sheet: grid.sheet.name };
      issues.push(issue("report_heading_duplicate", place, { label, cells }));
      continue;
    }
    const known = places.get(field.id) ?? { field, rows: {} };
    known.rows[part ?? "value"] = first.row;
    places.set(field.id, known);
  }
  return places;
}

function draftOf(
  reader: RowsReader,
  places: FieldPlaces,
  { column, unit }: AnswerColumn,
  noteColumn: number | undefined,
  shared: readonly Issue[],
): Draft {
  const { grid, source, title } = reader;
  const answers: Record<string, Answer> = {};
  const issues: Issue[] = [];
  const styleOf = shownStyles(
    grid,
    [...places.values()].flatMap(({ rows }) => rows.value ?? []),
    [...[...places.values()].map(({ field }) => ({ field, value: column }))],
  );
  for (const { field, rows } of places.values()) {
    const at = (row: number | undefined) => (row === undefined ? undefined : { row, column });
    const answerPlaces: AnswerPlaces = {
      field,
      value: at(rows.value),
      numerator: at(rows.numerator),
      denominator: at(rows.denominator),
    };
    const context = valueContext(reader.options, field, styleOf(field), grid.sheet.dateEpoch);
    const read = readCell(grid, source, answerPlaces, context);
    const row = rows.value ?? rows.numerator;
    const explanation = noteColumn === undefined || row === undefined ? "" : grid.text(row, noteColumn);
    answers[field.id] = explanation === "" ? read.answer : { ...read.answer, explanation };
    issues.push(...read.issues);
  }
  const asOf = Object.entries(answers).find(([id]) => places.get(id)?.field.role === "dataAsOf")?.[1];
  const name = unit ?? title.unit;
  return {
    sheet: grid.sheet.name,
    ...(unit && { column }),
    answers,
    repeats: {},
    schemaVersion: reader.schemaVersion,
    offered: new Set(places.keys()),
    issues,
    shared,
    claim: name ? { name } : {},
    nil: false,
    dataAsOf: asOf?.state === "value" && typeof asOf.value === "string" ? asOf.value : title.dataAsOf,
    submission: title.submission,
    rows: [...places.values()].flatMap(({ rows }) => Object.values(rows)),
  };
}

function accountFor(
  { grid, account }: RowsReader,
  table: FieldTable,
  labelled: readonly LabelledRow[],
  columns: readonly AnswerColumn[],
  noteColumn: number | undefined,
): void {
  const answers = new Set(columns.map(({ column }) => column));
  const known = new Set(labelled.map(({ row }) => row));
  for (const row of table.headingRows) for (const column of grid.filled(row)) account.map(row, column);
  let ended = false;
  for (const row of table.rows) {
    if (known.has(row)) {
      for (const column of grid.filled(row)) {
        if (column === table.labelColumn || answers.has(column) || column === noteColumn)
          account.map(row, column);
        else account.ignore(row, column, column < table.labelColumn ? "rowNumber" : "guide");
      }
      continue;
    }
    const texts = grid.filled(row).map((column) => grid.text(row, column));
    const answered = columns.some(({ column }) => isFilled(grid.cell(row, column)));
    if (texts.every(isColumnNumber)) account.ignoreRest(row, "numbering");
    else if (ended || texts.some(isSignatureText)) {
      ended = true;
      account.ignoreRest(row, "signature");
    } else if (isNoteText(texts[0] ?? "")) account.ignoreRest(row, "note");
    else account.ignoreRest(row, answered ? "unknownColumn" : "groupHeading");
  }
}
