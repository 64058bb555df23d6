import { answerMark } from "../value/answer-mark.ts";
import { isFilled } from "../value/clean-text.ts";
import type { IgnoreReason } from "../reading.ts";
import type { Grid } from "./grid.ts";
import { isColumnNumber, isGroupNumber, isNoteText, isSignatureText, isTotalText } from "./row-words.ts";
import type { ColumnPlan } from "./table-columns.ts";

/** What a row under the headings is; every kind but `data` is the reason why its cells are no answers. */
export interface RowKind {
  readonly row: number;
  readonly kind:
    | "data"
    | Extract<
        IgnoreReason,
        "numbering" | "groupHeading" | "totalRow" | "note" | "signature" | "blankRow" | "outsideTable"
      >;
  /** The group heading the row stands under. */
  readonly group?: string | undefined;
}

/** Tells data from everything else that stands in a table and under it. */
export function rowKinds(
  grid: Grid,
  rows: readonly number[],
  plan: ColumnPlan,
  isUnit: (text: string, group: string | undefined) => boolean,
): readonly RowKind[] {
  const kinds: RowKind[] = [];
  const answered = answerColumns(plan);
  let group: string | undefined;
  let ended = false;
  for (const [index, row] of rows.entries()) {
    const facts = isPlainData(grid, plan, answered, row, index)
      ? plainData
      : factsOf(grid, plan, answered, row);
    if (facts === plainData) {
      kinds.push({ row, kind: "data", ...(group !== undefined && { group }) });
      continue;
    }
    if (!facts) {
      kinds.push({ row, kind: "outsideTable" });
      continue;
    }
    const kind =
      ended && !facts.hasFigures ? "signature" : kindOf(facts, index, (text) => isUnit(text, group));
    if (kind === "signature") ended = true;
    if (kind === "groupHeading") group = facts.title;
    kinds.push({ row, kind, ...(group !== undefined && { group }) });
  }
  return kinds;
}

interface RowFacts {
  readonly texts: readonly string[];
  readonly number: string;
  readonly unit: string;
  readonly hasUnitColumn: boolean;
  readonly hasAnswers: boolean;
  /** Answers that are figures or marks: words under a column of figures may be a signature. */
  readonly hasFigures: boolean;
  /** The row's words, where it has no more than a title. */
  readonly title: string;
  readonly wide: boolean;
}

const plainData = Symbol("a row of data");

/**
 * Nearly every row of a long table is this: a number in front, a name that is no total, a number in
 * every answer. It costs one look, and the rest of this file decides on the others.
 */
function isPlainData(
  grid: Grid,
  plan: ColumnPlan,
  answered: readonly number[],
  row: number,
  index: number,
): boolean {
  if (index < 2) return false;
  const { number, unitName } = plan.special;
  if (unitName === undefined || (number !== undefined && grid.cell(row, number)?.type !== "number"))
    return false;
  if (answered.length === 0 || answered.some((column) => grid.cell(row, column)?.type !== "number"))
    return false;
  const unit = grid.text(row, unitName);
  return unit !== "" && !isTotalText(unit);
}

/** Columns in which a row may answer something. */
function answerColumns({ fields, unclear, special }: ColumnPlan): readonly number[] {
  const columns = fields.flatMap(({ value, numerator, denominator }) => [value, numerator, denominator]);
  return [...columns, ...unclear, special.nil].filter((column) => column !== undefined);
}

function factsOf(grid: Grid, plan: ColumnPlan, answered: readonly number[], row: number): RowFacts | null {
  const filled = grid.filled(row).filter((column) => column >= plan.first && column <= plan.last);
  if (filled.length === 0) return null;
  const { number, unitName, unitCode } = plan.special;
  const unitColumn = unitName ?? unitCode;
  const at = (column: number | undefined) => (column === undefined ? "" : grid.text(row, column));
  const texts = filled.map((column) => grid.text(row, column));
  const first = filled[0] as number;
  const range = grid.merge(row, first);
  return {
    texts,
    number: at(number),
    unit: at(unitColumn),
    hasUnitColumn: unitColumn !== undefined,
    hasAnswers: answered.some((column) => isFilled(grid.cell(row, column))),
    hasFigures: answered.some((column) => isFigure(grid, row, column)),
    title: texts.filter((text) => !isGroupNumber(text)).join(" "),
    // A heading across the table covers the columns of answers too.
    wide:
      range !== undefined &&
      range.to.column > (unitColumn ?? first) &&
      range.to.column - range.from.column >= 2,
  };
}

function isFigure(grid: Grid, row: number, column: number): boolean {
  const cell = grid.cell(row, column);
  if (!isFilled(cell)) return false;
  if (cell.type !== "text") return true;
  const text = grid.text(row, column);
  return !isSignatureText(text) && (/\d/u.test(text) || answerMark(text) !== null);
}

function kindOf(facts: RowFacts, index: number, isUnit: (text: string) => boolean): RowKind["kind"] {
  const { texts, number, unit, hasUnitColumn, hasAnswers, hasFigures, wide } = facts;
  if (index < 2 && texts.length >= 2 && texts.every(isColumnNumber) && !(hasUnitColumn && isUnit(unit)))
    return "numbering";
  const lead = unit !== "" ? unit : (texts.find((text) => !/^[\d.]+$/.test(text)) ?? "");
  // Without its marks “Cong an TP” looks like a sum; a name that is a unit's is that unit.
  if (isTotalText(number) || (isTotalText(lead) && !isUnit(unit))) return "totalRow";
  if (!hasFigures && texts.some(isSignatureText) && !isUnit(unit)) return "signature";
  if (!hasAnswers) {
    if (isNoteText(texts[0] ?? "")) return "note";
    if (unit !== "" && isUnit(unit)) return "blankRow";
    if (isGroupNumber(number) || wide || unit === "") return "groupHeading";
    return number === "" ? "groupHeading" : "blankRow";
  }
  // A subtotal stands beside the group's name; a unit that happens to be numbered I is a unit.
  if (isGroupNumber(number) && !isUnit(unit)) return "groupHeading";
  return "data";
}
