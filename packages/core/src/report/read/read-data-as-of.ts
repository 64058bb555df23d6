import type { Issue } from "../../issue/issue.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import type { Grid } from "./grid.ts";
import { readCell, type AnswerPlace } from "./read-cell.ts";
import { valueContext, type ReadReturnOptions } from "./return-context.ts";

/** The date figures stand at, which every report may say although the schema has no field for it. */
export const dataAsOfField: Field = {
  id: "dataAsOf",
  kind: "date",
  label: { vi: "Số liệu tính đến ngày", en: "Data as of" },
  required: false,
  aliases: [],
  personal: false,
  aggregator: "min",
  additive: true,
  role: "dataAsOf",
};

interface Reader {
  readonly grid: Grid;
  readonly options: ReadReturnOptions;
  readonly source: string;
}

/** Reads such a date where the form or the table has a place of its own for it. */
export function readDataAsOf(
  { grid, options, source }: Reader,
  at: AnswerPlace,
): { readonly date: CalendarDate | null; readonly issues: readonly Issue[] } {
  const context = valueContext(options, dataAsOfField, "vi", grid.sheet.dateEpoch);
  const { answer, issues } = readCell(grid, source, { field: dataAsOfField, value: at }, context);
  const date = answer.state === "value" && typeof answer.value === "string" ? answer.value : null;
  return { date, issues };
}
