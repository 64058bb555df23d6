import type { RepeatingTable } from "../../report-schema/report-schema.ts";
import { marks } from "../form/form-marks.ts";
import type { Answer } from "../report.ts";
import { isFilled } from "../value/clean-text.ts";
import type { Issue } from "../../issue/issue.ts";
import type { Grid } from "./grid.ts";
import { hiddenAnswers } from "./hidden-answers.ts";
import { readCell, type AnswerPlaces } from "./read-cell.ts";
import type { RepeatRow, RowsReader } from "./rows-reader.ts";
import { valueContext } from "./return-context.ts";

/** The table a form's sheet asks, by the mark in its hidden row; `null` for any other sheet. */
export function repeatMarkOf(
  grid: Grid,
  tables: readonly RepeatingTable[],
): { table: RepeatingTable; row: number } | null {
  for (const row of grid.rows.slice(0, 50)) {
    for (const column of grid.filled(row)) {
      const text = grid.text(row, column);
      if (!text.startsWith(`${marks.table}:`)) continue;
      const table = tables.find(({ id }) => text === `${marks.table}:${id}`);
      if (table) return { table, row };
    }
  }
  return null;
}

/** The filled rows of a form's repeating table, columns by their marks. */
export function readFormRepeat(
  reader: Pick<RowsReader, "grid" | "account" | "options" | "source">,
  { table, row: markRow }: { readonly table: RepeatingTable; readonly row: number },
  unitId: string | undefined,
): RepeatRow[] {
  const { grid, account, options, source } = reader;
  const at = new Map(grid.filled(markRow).map((column) => [grid.text(markRow, column), column]));
  const first = firstDataRow(grid, markRow, at.get("@number"));
  for (const row of grid.rows) {
    if (row >= first) continue;
    for (const column of grid.filled(row)) {
      if (row === markRow || at.size === 0) account.map(row, column);
      else account.ignore(row, column, /^\(\d+\)$/.test(grid.text(row, column)) ? "numbering" : "title");
    }
  }
  return grid.rows.flatMap((row) => {
    if (row < first) return [];
    const answers: Record<string, Answer> = {};
    const issues: Issue[] = [];
    for (const field of table.fields) {
      const place = (mark: string) => {
        const column = at.get(mark);
        return column === undefined ? undefined : { row, column };
      };
      const places: AnswerPlaces = {
        field,
        value: place(field.id),
        numerator: place(`${field.id}.numerator`),
        denominator: place(`${field.id}.denominator`),
      };
      const read = readCell(grid, source, places, valueContext(options, field, "vi", grid.sheet.dateEpoch));
      answers[field.id] = read.answer;
      issues.push(...read.issues);
    }
    const columns = [...at].filter(([mark]) => !mark.startsWith("@")).map(([, column]) => column);
    const filled = columns.filter((column) => isFilled(grid.cell(row, column)));
    for (const column of filled) account.map(row, column);
    account.ignoreRest(row, filled.length > 0 ? "rowNumber" : "blankRow");
    if (filled.length === 0) return [];
    issues.push(
      ...hiddenAnswers(
        grid,
        source,
        filled.map((column) => ({ row, column })),
      ),
    );
    return [{ table: table.id, claim: { unitId }, answers, issues, sheet: grid.sheet.name, row }];
  });
}

/** Data begins under the row that numbers the columns. */
function firstDataRow(grid: Grid, markRow: number, numberColumn: number | undefined): number {
  const numbering = grid.rows.find(
    (row) => row > markRow && numberColumn !== undefined && /^\(1\)$/.test(grid.text(row, numberColumn)),
  );
  return (numbering ?? markRow) + 1;
}
