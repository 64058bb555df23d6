import type { CalendarDate } from "../time/calendar-date.ts";
import type { LineageEvent } from "./lineage-event.ts";
import type { RecipientUnit, UnitCode } from "./recipient-unit.ts";

/** The units a campaign may address (danh mục đơn vị), past ones included, and what became of them. Plain data. */
export interface UnitDirectory {
  readonly units: readonly RecipientUnit[];
  /** By day, the earliest first. */
  readonly lineage: readonly LineageEvent[];
}

/** A directory with its lineage in order. Nothing is judged: `checkDirectory` does that. */
export function unitDirectory(
  units: readonly RecipientUnit[],
  lineage: readonly LineageEvent[] = [],
): UnitDirectory {
  return { units, lineage: lineage.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
}

/** The unit with that id, past or present; of two with the same id the first. */
export function findUnit(directory: UnitDirectory, id: string): RecipientUnit | undefined {
  return directoryIndex(directory).units.get(id);
}

/**
 * The units that bear the code: by scheme and epoch, never by the code alone, because codes are
 * reused (22366 has been three wards). Without an epoch, codes of every epoch are found.
 */
export function unitsByCode(directory: UnitDirectory, wanted: UnitCode): readonly RecipientUnit[] {
  return directory.units.filter(({ codes }) =>
    codes.some(
      ({ scheme, code, epoch }) =>
        scheme === wanted.scheme &&
        code === wanted.code &&
        (wanted.epoch === undefined || epoch === wanted.epoch),
    ),
  );
}

/** The events that touch a unit, by day: those it goes out of, and those it comes out of. */
export interface UnitEvents {
  readonly asSource: readonly LineageEvent[];
  readonly asTarget: readonly LineageEvent[];
}

export interface DirectoryIndex {
  readonly units: ReadonlyMap<string, RecipientUnit>;
  readonly events: ReadonlyMap<string, UnitEvents>;
  /** Days on which something happened, the earliest first. */
  readonly days: readonly CalendarDate[];
}

// A directory never changes, so its index is made once and lives as long as the directory does.
const indexes = new WeakMap<UnitDirectory, DirectoryIndex>();

/** Units and events by unit id. Built on first use, then kept with the directory. */
export function directoryIndex(directory: UnitDirectory): DirectoryIndex {
  const known = indexes.get(directory);
  if (known) return known;
  const units = new Map<string, RecipientUnit>();
  for (const unit of directory.units) if (!units.has(unit.id)) units.set(unit.id, unit);
  const index = { units, events: eventsByUnit(directory), days: daysOf(directory) };
  indexes.set(directory, index);
  return index;
}

function daysOf({ lineage }: UnitDirectory): readonly CalendarDate[] {
  return [...new Set(lineage.map(({ on }) => on))].toSorted();
}

function eventsByUnit({ lineage }: UnitDirectory): ReadonlyMap<string, UnitEvents> {
  const events = new Map<string, { asSource: LineageEvent[]; asTarget: LineageEvent[] }>();
  const of = (id: string) => {
    const known = events.get(id) ?? { asSource: [], asTarget: [] };
    events.set(id, known);
    return known;
  };
  for (const event of lineage) {
    for (const id of new Set(event.from)) of(id).asSource.push(event);
    for (const id of new Set(event.to.map(({ unitId }) => unitId))) of(id).asTarget.push(event);
  }
  return events;
}
