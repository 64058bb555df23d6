import type { Status, StatusRow } from "../obligation/status.ts";
import { daysBetween } from "../time/calendar-date.ts";
import { dateOf } from "../time/instant.ts";

/** Who still owes, by the unit above (danh sách đôn đốc theo cơ quan chủ quản). Data for a table or a letter. */
export interface ChaseList {
  readonly at: string;
  readonly hierarchy: string;
  /** In the order in which the units above come up; `supervisor` is null for units without one. */
  readonly entries: readonly ChaseEntry[];
  /** Over all entries; what the status says is missing, awaited and returned. */
  readonly total: number;
}

/** What one supervisor is to chase; null gathers the units that have none. */
export interface ChaseEntry {
  readonly supervisor: string | null;
  readonly items: readonly ChaseItem[];
}

/** One report that is owed. */
export interface ChaseItem {
  readonly obligationId: string;
  readonly unitId: string;
  readonly roundId: string;
  readonly group: string;
  readonly state: "missing" | "awaited" | "returned";
  readonly openUntil: string;
  /** Whole days since the last day on which a report was on time; 0 while it is open. */
  readonly daysLate: number;
  readonly reason: string | null;
}

/** By which hierarchy the list is parted. */
export interface ChaseOptions {
  readonly hierarchy: string;
  /** `missing` and `returned` when absent: those that are late. */
  readonly states?: readonly ChaseItem["state"][] | undefined;
}

/** Those of a status who still owe, below the unit above them when their obligation was created. */
export function chaseList(
  status: Status,
  { hierarchy, states = ["missing", "returned"] }: ChaseOptions,
): ChaseList {
  const owing = status.rows.filter(({ state }) => (states as readonly string[]).includes(state));
  const byParent = Map.groupBy(owing, ({ obligation }) => obligation.parents?.[hierarchy] ?? null);
  const entries = [...byParent].map(([supervisor, rows]) => ({
    supervisor,
    items: rows.map((row) => itemOf(row, status.at)),
  }));
  return { at: status.at, hierarchy, entries, total: owing.length };
}

function itemOf({ obligation, state, openUntil, reason }: StatusRow, at: string): ChaseItem {
  const { timeZone } = obligation.deadline;
  return {
    obligationId: obligation.id,
    unitId: obligation.unitId,
    roundId: obligation.roundId,
    group: obligation.group,
    state: state as ChaseItem["state"],
    openUntil,
    daysLate: Math.max(0, daysBetween(dateOf(openUntil, timeZone), dateOf(at, timeZone))),
    reason,
  };
}
