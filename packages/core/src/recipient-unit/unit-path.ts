import type { CalendarDate } from "../time/calendar-date.ts";
import type { LineageEvent, LineageTarget } from "./lineage-event.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { directoryIndex, type UnitDirectory } from "./unit-directory.ts";
import { existsOn, lifeOf } from "./units-as-of.ts";

/** Where one unit goes, or comes from, on one day. */
export interface LineageStep {
  readonly on: CalendarDate;
  readonly events: readonly LineageEvent[];
  /** After the day when going forward, before it when going back; none when it was closed, or founded from nothing. */
  readonly units: readonly LineageTarget[];
}

/**
 * What becomes of the unit in the events of that day; `null` when none touches it. A unit that is
 * split in one event and takes others in in another goes to all their targets.
 */
export function stepForward(directory: UnitDirectory, unitId: string, on: CalendarDate): LineageStep | null {
  const events =
    directoryIndex(directory)
      .events.get(unitId)
      ?.asSource.filter((one) => one.on === on) ?? [];
  if (events.length === 0) return null;
  const targets = new Map<string, LineageTarget>();
  for (const { from, to } of events) {
    for (const { unitId: id, share } of to) {
      // A share says how one unit was divided: with several sources it would not say whose part it is.
      const target = from.length === 1 && to.length > 1 ? { unitId: id, share } : { unitId: id };
      if (target.share !== undefined || !targets.has(id)) targets.set(id, target);
    }
  }
  return { on, events, units: [...targets.values()] };
}

/** Which units the unit was made of, in the events of that day; `null` when none touches it. */
export function stepBack(directory: UnitDirectory, unitId: string, on: CalendarDate): LineageStep | null {
  const events =
    directoryIndex(directory)
      .events.get(unitId)
      ?.asTarget.filter((one) => one.on === on) ?? [];
  if (events.length === 0) return null;
  const sources = new Set(events.flatMap(({ from }) => from));
  return { on, events, units: [...sources].map((id) => ({ unitId: id })) };
}

/** Days with events after `after` up to and with `until`, the earliest first. */
export function lineageDays(
  directory: UnitDirectory,
  { after, until }: { readonly after: CalendarDate; readonly until: CalendarDate },
): readonly CalendarDate[] {
  return directoryIndex(directory).days.filter((day) => after < day && day <= until);
}

const always = { from: "0000-01-01", to: "9999-12-31" };

/**
 * The units of that day into which the unit has gone, itself among them while it exists: for the
 * office that must say who answers for it now. Empty when it was closed, when nobody knows its
 * successor, or when the unit did not exist yet.
 *
 * @param since from which day on it is followed; the unit's first day when absent
 */
export function successorsOf(
  directory: UnitDirectory,
  unitId: string,
  date: CalendarDate,
  { since }: { readonly since?: CalendarDate } = {},
): readonly RecipientUnit[] {
  const { from = always.from } = lifeOf(directory, unitId);
  if (date < from) return [];
  const days = lineageDays(directory, { after: since ?? from, until: date });
  return follow(directory, unitId, days, stepForward, date);
}

/**
 * The units of that day that went into the unit, itself among them when it existed.
 *
 * @param until from which day it is followed back; the unit's last day when absent
 */
export function predecessorsOf(
  directory: UnitDirectory,
  unitId: string,
  date: CalendarDate,
  { until }: { readonly until?: CalendarDate } = {},
): readonly RecipientUnit[] {
  const { to = always.to } = lifeOf(directory, unitId);
  if (to < date) return [];
  const days = lineageDays(directory, { after: date, until: until ?? to }).toReversed();
  return follow(directory, unitId, days, stepBack, date);
}

function follow(
  directory: UnitDirectory,
  unitId: string,
  days: readonly CalendarDate[],
  step: typeof stepForward,
  date: CalendarDate,
): readonly RecipientUnit[] {
  let ids: readonly string[] = [unitId];
  for (const day of days) {
    const next = ids.flatMap((id) => step(directory, id, day)?.units.map((unit) => unit.unitId) ?? [id]);
    ids = [...new Set(next)];
  }
  const { units } = directoryIndex(directory);
  return ids.flatMap((id) => {
    const unit = units.get(id);
    return unit && existsOn(directory, id, date) ? [unit] : [];
  });
}

/** Every event on a unit's way: back to what it was made of, forward to what became of it. */
export interface UnitPath {
  /** The latest first. */
  readonly back: readonly LineageEvent[];
  /** The earliest first. */
  readonly forward: readonly LineageEvent[];
}

/** @throws {RangeError} when the directory has no such unit */
export function pathOf(directory: UnitDirectory, unitId: string): UnitPath {
  const { from = always.from, to = always.to } = lifeOf(directory, unitId);
  const days = directoryIndex(directory).days;
  const forwardDays = days.filter((day) => day > from);
  const backDays = days.filter((day) => day <= to).toReversed();
  return {
    forward: eventsAlong(directory, unitId, forwardDays, stepForward),
    back: eventsAlong(directory, unitId, backDays, stepBack),
  };
}

function eventsAlong(
  directory: UnitDirectory,
  unitId: string,
  days: readonly CalendarDate[],
  step: typeof stepForward,
): readonly LineageEvent[] {
  let ids: readonly string[] = [unitId];
  const events = new Set<LineageEvent>();
  for (const day of days) {
    const next = ids.flatMap((id) => {
      const found = step(directory, id, day);
      for (const event of found?.events ?? []) events.add(event);
      return found ? found.units.map((unit) => unit.unitId) : [id];
    });
    ids = [...new Set(next)];
  }
  return [...events];
}
