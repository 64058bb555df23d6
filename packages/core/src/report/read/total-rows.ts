import { issue, type Issue } from "../../issue/issue.ts";
import { printAddress } from "../../sheet/cell-address.ts";
import { addDecimals, numberToDecimal } from "../value/decimal-text.ts";
import type { Draft } from "./draft.ts";
import type { RowsReader } from "./rows-reader.ts";
import type { RowKind } from "./row-kind.ts";
import type { ColumnPlan } from "./table-columns.ts";

/** Whether the one total row of a table says what its rows add up to; nothing when a row could not be read. */
export function totalRowIssues(
  { grid, source }: RowsReader,
  plan: ColumnPlan,
  kinds: readonly RowKind[],
  drafts: readonly Draft[],
): Issue[] {
  const totals = kinds.filter(({ kind }) => kind === "totalRow");
  const [total] = totals;
  if (!total || totals.length > 1 || drafts.length === 0) return [];
  return plan.fields.flatMap(({ field, value }) => {
    const cell = value === undefined ? undefined : grid.cell(total.row, value);
    if (value === undefined || cell?.type !== "number") return [];
    if (field.kind !== "count" && field.kind !== "amount") return [];
    const answers = drafts.map((draft) => draft.answers[field.id]);
    const read = answers.every((answer) => answer?.state !== "missing" || answer.raw === undefined);
    if (!read) return [];
    const values = answers.flatMap((answer) => (answer?.state === "value" ? [String(answer.value)] : []));
    const sum = addDecimals(values);
    const stated = numberToDecimal(cell.value);
    if (sum === stated) return [];
    const place = { source, sheet: grid.sheet.name, cell: printAddress({ row: total.row, column: value }) };
    return [issue("report_total_row_differs", place, { label: field.label.vi, total: stated, sum })];
  });
}
