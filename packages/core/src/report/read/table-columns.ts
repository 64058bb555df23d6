import { issue, type Issue } from "../../issue/issue.ts";
import type { Field, NumberStyle } from "../../report-schema/report-schema.ts";
import { printAddress } from "../../sheet/cell-address.ts";
import { cleanText, isFilled } from "../value/clean-text.ts";
import { styleShownBy, type NumericField } from "../value/read-number.ts";
import type { RowTable, TableColumn } from "./find-tables.ts";
import type { Grid } from "./grid.ts";
import type { SpecialColumn } from "./heading-words.ts";
import type { HeadingTarget } from "./match-heading.ts";

/** Which column answers which field, once every heading has one meaning or none. */
export interface ColumnPlan {
  readonly fields: readonly FieldColumns[];
  readonly special: Partial<Record<SpecialColumn, number>>;
  /** Columns that are no part of any report, although they stand in the table. */
  readonly unused: ReadonlySet<number>;
  /** Columns that help whoever fills the table in: units of measure, ids of ours. */
  readonly guides: ReadonlySet<number>;
  /** Of the unused: those that may answer a field, but nobody can say which. */
  readonly unclear: readonly number[];
  /** Told once for the table; errors and queries among them hold its rows. */
  readonly issues: readonly Issue[];
  /** Columns whose cells become answers or say whose the row is. */
  readonly used: ReadonlySet<number>;
  readonly first: number;
  readonly last: number;
}

export interface FieldColumns {
  readonly field: Field;
  readonly value?: number | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
}

/** Settles the headings of a table whose rows are units or repeating rows. */
export function planColumns(grid: Grid, source: string, table: RowTable): ColumnPlan {
  const issues: Issue[] = [];
  const unused = new Set<number>();
  const unclear: number[] = [];
  const guides = new Set<number>();
  const special: Partial<Record<SpecialColumn, number>> = {};
  const claimed = new Map<HeadingTarget, TableColumn[]>();
  const hasData = (column: number) => table.rows.some((row) => isFilled(grid.cell(row, column)));
  const at = ({ headingCell }: TableColumn) => ({
    source,
    sheet: grid.sheet.name,
    cell: printAddress(headingCell),
  });
  for (const column of table.columns) {
    const { match, heading } = column;
    if (match.kind === "field") {
      claimed.set(match.target, [...(claimed.get(match.target) ?? []), column]);
      if (match.near)
        issues.push(issue("report_heading_assumed", at(column), { heading, label: match.target.label }));
    } else if (match.kind === "special" && match.column === "measure") {
      guides.add(column.column);
    } else if (match.kind === "special" && special[match.column] === undefined) {
      special[match.column] = column.column;
    } else {
      unused.add(column.column);
      if (match.kind === "ambiguous") {
        unclear.push(column.column);
        const candidates = match.candidates.map(({ label }) => label);
        issues.push(issue("report_heading_ambiguous", at(column), { heading, candidates }));
      } else if (match.kind === "unknown" && hasData(column.column)) {
        issues.push(
          issue("report_heading_unknown", at(column), { heading, nearest: match.nearest?.label ?? null }),
        );
      }
    }
  }
  const fields = new Map<string, FieldColumns>();
  for (const [{ field, part, label }, columns] of claimed) {
    const filled = columns.length > 1 ? columns.filter(({ column }) => hasData(column)) : columns;
    const [only, ...more] = filled.length > 0 ? filled : columns;
    if (more.length > 0) {
      const cells = columns.map(({ headingCell }) => printAddress(headingCell));
      issues.push(issue("report_heading_duplicate", at(only as TableColumn), { label, cells }));
      for (const { column } of columns) {
        unused.add(column);
        unclear.push(column);
      }
      continue;
    }
    const known = fields.get(field.id) ?? { field };
    fields.set(field.id, { ...known, [part ?? "value"]: (only as TableColumn).column });
    if (
      grid.sheet.hiddenColumns.includes((only as TableColumn).column) &&
      hasData((only as TableColumn).column)
    ) {
      issues.push(
        issue("report_column_hidden", at(only as TableColumn), { heading: (only as TableColumn).heading }),
      );
    }
  }
  const columns = table.columns.map(({ column }) => column);
  return {
    fields: [...fields.values()],
    special,
    unused,
    guides,
    unclear,
    issues,
    used: new Set([
      ...Object.values(special),
      ...[...fields.values()].flatMap(({ value, numerator, denominator }) =>
        [value, numerator, denominator].filter((column) => column !== undefined),
      ),
    ]),
    first: Math.min(...columns),
    last: Math.max(...columns),
  };
}

/** How numbers are written in each column, as far as texts in it, or else in the whole table, show one style. */
export function shownStyles(
  grid: Grid,
  rows: readonly number[],
  fields: readonly FieldColumns[],
): (field: Field) => NumberStyle | undefined {
  const byField = new Map<string, Set<NumberStyle>>();
  const all = new Set<NumberStyle>();
  for (const { field, value } of fields) {
    if (value === undefined || (field.kind !== "count" && field.kind !== "amount")) continue;
    const styles = new Set<NumberStyle>();
    for (const row of rows) {
      const cell = grid.cell(row, value);
      if (cell?.type !== "text" || !/[.,]\d/.test(cell.value)) continue;
      const style = styleShownBy(cleanText(cell.value), field as NumericField);
      if (style) styles.add(style);
    }
    byField.set(field.id, styles);
    for (const style of styles) all.add(style);
  }
  const single = (styles: ReadonlySet<NumberStyle>) => (styles.size === 1 ? [...styles][0] : undefined);
  return ({ id }) => {
    const own = byField.get(id);
    return own && own.size > 0 ? single(own) : single(all);
  };
}
