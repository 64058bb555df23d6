import { cellAt, issue, type Issue } from "@chiendich/core";
import type { BoundTracker } from "../read/google-sheet-source.ts";
import type { RowChange, WatchedRow } from "./watch-state.ts";

/** Fewer rows than this may well have got each other's value by honest editing. */
const suspicious = 3;

/**
 * Fields whose values changed places among rows between two pulls: the same values as before, on other
 * units. That is what sorting only some of the columns leaves behind, and nothing in the sheet
 * itself tells it from edits.
 */
export function swappedValues(
  changes: readonly RowChange[],
  before: Readonly<Record<string, WatchedRow>>,
  now: Readonly<Record<string, WatchedRow>>,
  { binding, sheet, columns }: BoundTracker,
  place: (row: number, column?: number) => { source: string; sheet: string; cell: string },
): Issue[] {
  const headingOf = (column: number) => {
    const cell = columns.headingsRow === null ? undefined : cellAt(sheet, columns.headingsRow, column);
    return cell?.type === "text" ? cell.value : null;
  };
  return Object.entries(binding.columns).flatMap(([column, role]) => {
    if (role.role !== "field") return [];
    const key = `${role.fieldId}${role.part ? `/${role.part}` : ""}`;
    const moved = changes.flatMap(({ unitId, row }) => {
      const was = before[unitId]?.answers[key] ?? "";
      const is = now[unitId]?.answers[key] ?? "";
      return was === is ? [] : [{ row, was, is }];
    });
    const values = (of: "was" | "is") =>
      moved
        .map((one) => one[of])
        .sort()
        .join("\n");
    const distinct = new Set(moved.map(({ is }) => is)).size;
    if (moved.length < suspicious || distinct < suspicious || values("was") !== values("is")) return [];
    const rows = moved.map(({ row }) => row + 1);
    return [
      issue("sheets_values_swapped", place((rows[0] as number) - 1, Number(column)), {
        column: headingOf(Number(column)) ?? role.fieldId,
        rows,
      }),
    ];
  });
}
