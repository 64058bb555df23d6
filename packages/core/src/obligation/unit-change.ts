import type { LineageEvent, LineageKind } from "../recipient-unit/lineage-event.ts";
import type { UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { printDate } from "../time/print-date.ts";

/** Lineage events of one day that have units in common: to obligations they are one change. */
export interface UnitChange {
  readonly on: CalendarDate;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly events: readonly LineageEvent[];
}

/** The changes after one day, up to and with another, that lead from some units to others; the earliest first. */
export function unitChanges(
  directory: UnitDirectory,
  { after, until }: { readonly after: CalendarDate; readonly until: CalendarDate },
): UnitChange[] {
  const events = directory.lineage.filter(
    (event) => after < event.on && event.on <= until && movesUnits(event),
  );
  const byDay = Map.groupBy(events, ({ on }) => on);
  return [...byDay.keys()].sort().flatMap((on) => joinConnected(on, byDay.get(on) ?? []));
}

/** A unit that only got another name, type or parent owes what it owed. */
function movesUnits({ from, to }: LineageEvent): boolean {
  const targets = to.map(({ unitId }) => unitId);
  return from.length > 0 && !(from.length === targets.length && from.every((id) => targets.includes(id)));
}

function joinConnected(on: CalendarDate, events: readonly LineageEvent[]): UnitChange[] {
  const changeOf = new Map<string, { units: string[]; events: LineageEvent[] }>();
  for (const event of events) {
    const units = unitsOf(event);
    const joined = { units, events: [event] };
    for (const other of new Set(units.flatMap((id) => changeOf.get(id) ?? []))) {
      joined.units = [...other.units, ...joined.units];
      joined.events = [...other.events, ...joined.events];
    }
    for (const id of joined.units) changeOf.set(id, joined);
  }
  return [...new Set(changeOf.values())].map((change) => ({
    on,
    from: [...new Set(change.events.flatMap(({ from }) => from))],
    to: [...new Set(change.events.flatMap(({ to }) => to.map(({ unitId }) => unitId)))],
    events: change.events,
  }));
}

function unitsOf({ from, to }: LineageEvent): string[] {
  return [...from, ...to.map(({ unitId }) => unitId)];
}

const verbs: Readonly<Record<LineageKind, string>> = {
  founded: "Thành lập",
  renamed: "Đổi tên",
  retyped: "Chuyển loại đơn vị",
  merged: "Sáp nhập",
  absorbed: "Sáp nhập",
  split: "Chia tách",
  reparented: "Chuyển đơn vị chủ quản",
  closed: "Giải thể",
};

/** Why obligations pass over, for the ledger and the status: `Sáp nhập theo 1196/NQ-UBTVQH15 từ ngày 01/11/2024`. */
export function reasonFor({ on, events }: UnitChange): string {
  const causes = new Set(events.map(({ kind, legalBasis }) => `${verbs[kind]} theo ${legalBasis}`));
  return `${[...causes].join("; ")} từ ngày ${printDate(on, "vi")}`;
}
