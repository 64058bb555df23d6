import type { ObligationState } from "./obligation.ts";
import type { StatusCounts, StatusRow } from "./status.ts";

/** In the order people ask: who has answered, who is being asked again, who has not. */
export const obligationStates: readonly ObligationState[] = [
  "onTime",
  "extended",
  "late",
  "nil",
  "queried",
  "returned",
  "awaited",
  "missing",
  "waived",
];

/** One row with its fields counted. */
export interface CountedRow {
  readonly row: StatusRow;
  readonly asked: number;
  readonly answered: number;
}

/**
 * Counts over rows. A row is received only if it is expected, and on time only if it is received,
 * so that every rate lies in 0…1 whatever the rows are.
 */
export function countStatus(rows: readonly CountedRow[]): StatusCounts {
  const byState = Object.fromEntries(obligationStates.map((state) => [state, 0])) as Record<
    ObligationState,
    number
  >;
  let expected = 0;
  let received = 0;
  let onTime = 0;
  let itemsExpected = 0;
  let itemsReceived = 0;
  for (const { row, asked, answered } of rows) {
    byState[row.state] += 1;
    if (row.state === "waived") continue;
    expected += 1;
    itemsExpected += asked;
    if (row.timeliness === null) continue;
    received += 1;
    itemsReceived += answered;
    if (row.timeliness !== "late") onTime += 1;
  }
  return {
    expected,
    received,
    onTime,
    byState,
    reportingRate: rate(received, expected),
    onTimeRate: rate(onTime, expected),
    itemsExpected,
    itemsReceived,
    itemRate: rate(itemsReceived, itemsExpected),
  };
}

/** Without anything expected there is no rate: neither none of it nor all of it came. */
function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Counts by key, keys in the given order first, then as they come up. A row may have no key. */
export function countBy(
  rows: readonly CountedRow[],
  keyOf: (row: StatusRow) => string,
  order: readonly string[] = [],
): Readonly<Record<string, StatusCounts>> {
  const byKey = new Map<string, CountedRow[]>(order.map((key) => [key, []]));
  for (const counted of rows) {
    const key = keyOf(counted.row);
    const group = byKey.get(key);
    if (group) group.push(counted);
    else byKey.set(key, [counted]);
  }
  return Object.fromEntries([...byKey].map(([key, group]) => [key, countStatus(group)]));
}
