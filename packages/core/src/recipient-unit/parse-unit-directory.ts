import { issue, type Issue, type Parsed, type PathPlace } from "../issue/issue.ts";
import { readCsv, type CsvRow } from "./csv-table.ts";
import type { LineageEvent } from "./lineage-event.ts";
import { readUnitRow, unitFrom, type UnitCell } from "./read-unit-row.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { unitColumn, unitHeading, type UnitColumn } from "./unit-columns.ts";
import { unitDirectory, type UnitDirectory } from "./unit-directory.ts";
import type { UnitPlaces } from "./unit-places.ts";

export interface ParsedUnitDirectory extends Parsed<UnitDirectory> {
  readonly places: UnitPlaces;
}

/**
 * Reads `units.csv`, the list an official keeps in Excel. `id` and `name` are needed; `short_name`,
 * `aliases`, `type`, `groups`, `valid_from`, `valid_to`, `basis`, any `<scheme>_code` and any
 * `parent_<hierarchy>` are read when there; several aliases, groups or codes in one cell are
 * separated by `;`, a code's epoch stands behind `@`: `22366@2024-10`. Vietnamese headings serve too.
 *
 * @returns no value when something is wrong that would lose or confuse a unit; always every issue,
 * each with its line and column
 */
export function parseUnitDirectory(
  csv: string,
  { source, lineage = [] }: { readonly source: string; readonly lineage?: readonly LineageEvent[] },
): ParsedUnitDirectory {
  const table = readCsv(csv);
  const issues: Issue[] = table.problems.map(({ line, message }) =>
    issue("unit_table_malformed", { source, path: "", line }, { message }),
  );
  const columns = readHeadings(table.headings, source, issues);
  const lines: Record<string, number> = {};
  const units: RecipientUnit[] = [];
  if (columns) {
    for (const row of table.rows) {
      const unit = readRow(row, columns, source, issues);
      if (!unit) continue;
      const first = lines[unit.id];
      if (first !== undefined) {
        const place = cellPlace(source, row.line, columns, "id");
        issues.push(issue("unit_id_duplicate", place, { id: unit.id, line: first }));
        continue;
      }
      lines[unit.id] = row.line;
      units.push(unit);
    }
  }
  const usable = columns !== null && !issues.some(({ severity }) => severity === "error");
  const places = { source, lines, columns: columnNumbers(columns ?? []) };
  return { value: usable ? unitDirectory(units, lineage) : null, issues, places };
}

type Columns = readonly (UnitColumn | null)[];

/** What each column holds, or null when the table has no headings or lacks a needed one. */
function readHeadings(headings: readonly string[], source: string, issues: Issue[]): Columns | null {
  if (headings.length === 0) {
    issues.push(issue("unit_table_empty", { source, path: "", line: 1 }, {}));
    return null;
  }
  const seen = new Set<string>();
  const columns = headings.map((heading, index) => {
    const place: PathPlace = { source, path: heading, line: 1, column: index + 1 };
    const column = unitColumn(heading);
    if (!column) {
      if (heading !== "") issues.push(issue("unit_column_unknown", place, { column: heading }));
      return null;
    }
    const name = unitHeading(column);
    if (seen.has(name)) {
      issues.push(issue("unit_column_duplicate", place, { column: name }));
      return null;
    }
    seen.add(name);
    return column;
  });
  const missing = ["id", "name"].filter((name) => !seen.has(name));
  for (const column of missing) {
    issues.push(issue("unit_column_missing", { source, path: column, line: 1 }, { column }));
  }
  return missing.length === 0 ? columns : null;
}

function readRow(row: CsvRow, columns: Columns, source: string, issues: Issue[]): RecipientUnit | null {
  if (row.cells.slice(columns.length).some((cell) => cell !== "")) {
    const place = { source, path: "", line: row.line, column: columns.length + 1 };
    issues.push(issue("unit_row_too_long", place, { cells: row.cells.length, columns: columns.length }));
    return null;
  }
  const cells = columns.flatMap((column, index): UnitCell[] => {
    if (!column) return [];
    const place = { source, path: unitHeading(column), line: row.line, column: index + 1 };
    return [{ column, text: row.cells[index] ?? "", place }];
  });
  const { statement, issues: found } = readUnitRow(cells);
  issues.push(...found);
  for (const { column, text, place } of cells) {
    if ((column.kind === "id" || column.kind === "name") && text === "") {
      issues.push(issue("unit_value_missing", place, { column: column.kind }));
    }
  }
  const { id, name } = statement;
  return id === undefined || name === undefined ? null : unitFrom({ ...statement, id, name });
}

function columnNumbers(columns: Columns): Record<string, number> {
  return Object.fromEntries(
    columns.flatMap((column, index) => (column ? [[unitHeading(column), index + 1]] : [])),
  );
}

function cellPlace(source: string, line: number, columns: Columns, path: string): PathPlace {
  const column = columnNumbers(columns)[path];
  return { source, path, line, ...(column !== undefined && { column }) };
}
