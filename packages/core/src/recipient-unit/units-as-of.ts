import { addDays, type CalendarDate } from "../time/calendar-date.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { directoryIndex, type UnitDirectory } from "./unit-directory.ts";

/** First and last day a unit exists; an absent end is open. */
export interface UnitLife {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

/**
 * The days on which a unit exists: as the directory declares them, and where it is silent, as the
 * lineage gives them. A unit begins with the event that makes it and ends the day before the event
 * it does not come out of.
 *
 * @throws {RangeError} when the directory has no such unit
 */
export function lifeOf(directory: UnitDirectory, unitId: string): UnitLife {
  const known = livesOf(directory).get(unitId);
  if (known) return known;
  const unit = directoryIndex(directory).units.get(unitId);
  if (!unit) throw new RangeError(`the directory has no unit “${unitId}”`);
  const lineage = lifeByLineage(directory, unitId);
  const life = { from: unit.validFrom ?? lineage.from, to: unit.validTo ?? lineage.to };
  livesOf(directory).set(unitId, life);
  return life;
}

// Asked for every unit and day, while a directory never changes: told once, kept with the directory.
const lives = new WeakMap<UnitDirectory, Map<string, UnitLife>>();

function livesOf(directory: UnitDirectory): Map<string, UnitLife> {
  const known = lives.get(directory) ?? new Map<string, UnitLife>();
  lives.set(directory, known);
  return known;
}

/** The same, from the events alone. */
export function lifeByLineage(directory: UnitDirectory, unitId: string): UnitLife {
  const events = directoryIndex(directory).events.get(unitId);
  if (!events) return {};
  const outOn = new Set(events.asSource.map(({ on }) => on));
  const inOn = new Set(events.asTarget.map(({ on }) => on));
  const from = events.asTarget.find(({ on }) => !outOn.has(on))?.on;
  const end = events.asSource.findLast(({ on }) => !inOn.has(on))?.on;
  return { from, to: end === undefined ? undefined : addDays(end, -1) };
}

/** Whether the unit exists on that day. */
export function existsOn(directory: UnitDirectory, unitId: string, date: CalendarDate): boolean {
  const { from, to } = lifeOf(directory, unitId);
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

/** The units that exist on that day, in the directory's order, each as it was then: its name, type, parents. */
export function unitsAsOf(directory: UnitDirectory, date: CalendarDate): readonly RecipientUnit[] {
  return directory.units
    .filter(({ id }) => existsOn(directory, id, date))
    .map((unit) => asItWas(directory, unit, date));
}

/** One unit as it was on that day; `undefined` when it did not exist then, or is not in the directory. */
export function unitAsOf(
  directory: UnitDirectory,
  unitId: string,
  date: CalendarDate,
): RecipientUnit | undefined {
  const unit = directoryIndex(directory).units.get(unitId);
  return unit && existsOn(directory, unitId, date) ? asItWas(directory, unit, date) : undefined;
}

/** The directory's entry is the latest state; events after that day are undone, the last first. */
function asItWas(directory: UnitDirectory, unit: RecipientUnit, date: CalendarDate): RecipientUnit {
  const events = directoryIndex(directory).events.get(unit.id)?.asSource ?? [];
  const undone = events.filter(
    ({ on, before, to }) => on > date && before && to.some(({ unitId }) => unitId === unit.id),
  );
  return undone.reduceRight((state, { before }) => ({ ...state, ...before }), unit);
}
