import { issue, type Finding, type Issue, type Parsed } from "../issue/issue.ts";
import { isCalendarDate, type CalendarDate } from "../time/calendar-date.ts";
import { parseVietnameseDate } from "../time/date-in-words.ts";
import { printCsv, readCsv, type CsvRow } from "./csv-table.ts";
import type { NameDecision } from "./name-decisions.ts";
import { findUnit, type UnitDirectory } from "./unit-directory.ts";

const needed = ["text", "unit", "who", "why", "date"] as const;
const optional = ["district", "province", "group"] as const;

/**
 * Reads `decisions.csv`: columns `text`, `unit`, `who`, `why`, `date`, and where a decision does not
 * hold everywhere, `district`, `province`, `group` as they stand in the sheet.
 *
 * @returns the decisions that can be read, in the file's order, with what is wrong with the others; null when a column is missing
 */
export function parseNameDecisions(
  csv: string,
  { source }: { readonly source: string },
): Parsed<readonly NameDecision[]> {
  const table = readCsv(csv);
  const columns = new Map(table.headings.map((heading, index) => [heading.toLowerCase(), index]));
  const issues: Issue[] = table.problems.map(({ line, message }) =>
    issue("unit_table_malformed", { source, path: "", line }, { message }),
  );
  for (const column of needed) {
    if (!columns.has(column))
      issues.push(issue("decision_column_missing", { source, path: "", line: 1 }, { column }));
  }
  if (needed.some((column) => !columns.has(column))) return { value: null, issues };
  const decisions = table.rows.flatMap((row) => readDecision(row, columns, source, issues) ?? []);
  return { value: decisions, issues };
}

function readDecision(
  { line, cells }: CsvRow,
  columns: ReadonlyMap<string, number>,
  source: string,
  issues: Issue[],
): NameDecision | null {
  const cell = (column: string) => cells[columns.get(column) ?? -1] ?? "";
  const place = { source, path: "", line };
  const missing = (["text", "who", "date"] as const).filter((column) => cell(column) === "");
  for (const column of missing) issues.push(issue("decision_value_missing", place, { column }));
  const date = readDate(cell("date"));
  if (date === null && cell("date") !== "")
    issues.push(issue("decision_date_invalid", place, { text: cell("date") }));
  if (missing.length > 0 || date === null) return null;
  const where = Object.fromEntries(
    optional.filter((column) => cell(column) !== "").map((column) => [column, cell(column)]),
  );
  return { text: cell("text"), unit: cell("unit"), who: cell("who"), why: cell("why"), date, ...where };
}

/** Excel turns an ISO date into the local form as soon as somebody opens the file. */
function readDate(text: string): CalendarDate | null {
  return isCalendarDate(text) ? text : parseVietnameseDate(text);
}

/** As {@link parseNameDecisions} reads it; the columns for where a decision holds only when one of them needs it. */
export function printNameDecisions(decisions: readonly NameDecision[]): string {
  const where = optional.filter((column) => decisions.some((decision) => decision[column] !== undefined));
  const headings = [...needed, ...where];
  return printCsv(
    headings,
    decisions.map((decision) => headings.map((column) => decision[column] ?? "")),
  );
}

/**
 * The decisions without one of them: an earlier one on the same text counts again, or the resolver does.
 *
 * @param position from 1, as the rows of the file are counted below its headings
 * @throws {RangeError} when there is no such decision
 */
export function revertNameDecision(
  decisions: readonly NameDecision[],
  position: number,
): readonly NameDecision[] {
  if (!Number.isInteger(position) || position < 1 || position > decisions.length) {
    throw new RangeError(`there is no decision ${position} among ${decisions.length}`);
  }
  return decisions.filter((_, index) => index !== position - 1);
}

/** Decisions that name a unit this directory does not have: made for another campaign, or mistyped. */
export function checkNameDecisions(
  decisions: readonly NameDecision[],
  directory: UnitDirectory,
  { source }: { readonly source: string },
): Finding[] {
  return decisions.flatMap(({ text, unit }, index) =>
    unit === "" || findUnit(directory, unit)
      ? []
      : [issue("decision_unit_unknown", { source, path: String(index + 1) }, { text, unit })],
  );
}
