import {
  foldVietnamese,
  successorsOf,
  unitAsOf,
  unitDirectory,
  unitsAsOf,
  type LineageEvent,
  type RecipientUnit,
  type UnitBefore,
  type UnitDirectory,
} from "@chiendich/core";
import { committeeNames, committeeType, properName, slugOfType } from "./committee-names.ts";
import { isCommune } from "./unit-types.ts";

/** Whose committees, and of when. */
export interface PeopleCommitteesOptions {
  /** Id of the city, district or province, as in the directory of `loadProvince`. */
  readonly within: string;
  /** Units as of this day … */
  readonly asOf: string;
  /** … and what becomes of them up to this day; `asOf` when absent. */
  readonly until?: string | undefined;
  /** The recipient group of the communes; `UBND phường, xã` when absent. */
  readonly group?: string | undefined;
}

/**
 * The people's committees (UBND) of the communes below a city, district or province, and its own,
 * as recipient units: `ubnd-phuong-vinh-hai`, “Ủy ban nhân dân phường Vĩnh Hải”, with the codes,
 * days and lineage of their administrative units. A committee is taken to exist as long as its unit
 * does (inferred). What a new workspace begins its `units.csv` with.
 *
 * With `until`, later units come in too, and units from outside that went into the same ones; those
 * are in no group.
 *
 * @throws {RangeError} when `within` is not a unit that exists on the day
 */
export function peopleCommittees(
  directory: UnitDirectory,
  { within, asOf, until = asOf, group = "UBND phường, xã" }: PeopleCommitteesOptions,
): UnitDirectory {
  const top = unitAsOf(directory, within, asOf);
  if (!top) throw new RangeError(`no administrative unit “${within}” exists on ${asOf}`);
  const events = directory.lineage.filter(({ on }) => asOf < on && on <= until);
  const below = communesBelow(directory, within, asOf);
  const members = membersUntil(directory, below, events, asOf);
  const chosen = connected(new Set([within, ...members]), events);
  const units = [top, ...directory.units.filter(({ id }) => id !== within && chosen.has(id))].map((unit) =>
    endingBy(unitAsOf(directory, unit.id, until) ?? unit, until),
  );
  const ids = committeeIds(units);
  const committees = units.map((unit) => committeeOf(unit, ids, members.has(unit.id) ? [group] : []));
  const types = new Map(units.map(({ id, type }) => [id, type]));
  return unitDirectory(
    committees,
    events.flatMap((event) => committeeEvent(event, ids, types)),
  );
}

/** The communes of that day below the unit, directly or through one level. */
function communesBelow(directory: UnitDirectory, within: string, asOf: string): readonly string[] {
  const units = unitsAsOf(directory, asOf);
  const parentOf = new Map(units.map(({ id, parents }) => [id, parents["administrative"]]));
  return units
    .filter((unit) => {
      const parent = parentOf.get(unit.id);
      const isBelow = parent === within || (parent !== undefined && parentOf.get(parent) === within);
      return isBelow && isCommune(unit);
    })
    .map(({ id }) => id);
}

/** The communes, and what each becomes on the days of the events. */
function membersUntil(
  directory: UnitDirectory,
  below: readonly string[],
  events: readonly LineageEvent[],
  asOf: string,
): ReadonlySet<string> {
  const days = [...new Set(events.map(({ on }) => on))];
  const later = below.flatMap((id) =>
    days.flatMap((day) => successorsOf(directory, id, day, { since: asOf }).map((unit) => unit.id)),
  );
  return new Set([...below, ...later]);
}

/** The chosen units and every unit that stands in an event with one of them, so that no event is told in part. */
function connected(chosen: ReadonlySet<string>, events: readonly LineageEvent[]): ReadonlySet<string> {
  const found = new Set(chosen);
  let size = 0;
  while (size !== found.size) {
    size = found.size;
    for (const { from, to } of events) {
      const named = [...from, ...to.map(({ unitId }) => unitId)];
      // The end of all districts names every district, and no commune: it connects nobody.
      if (to.length > 0 && named.some((id) => found.has(id))) for (const id of named) found.add(id);
    }
  }
  return found;
}

/** Nothing after the last day is told, so no end after it either. */
function endingBy(unit: RecipientUnit, until: string): RecipientUnit {
  if (unit.validTo === undefined || unit.validTo < until) return unit;
  const { validTo: _, ...open } = unit;
  return open;
}

/** `ubnd-phuong-vinh-hai`; where two would have the same id, the later one gets its code and epoch behind it. */
function committeeIds(units: readonly RecipientUnit[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    units.map((unit) => {
      const name = foldVietnamese(properName(unit))
        .replace(/[^a-z\d]+/g, "-")
        .replace(/^-|-$/g, "");
      const short = `ubnd-${slugOfType(unit.type)}-${name}`;
      const id = taken.has(short) ? `${short}-${unit.id.replace(/^vn-/, "")}` : short;
      taken.add(id);
      return [unit.id, id];
    }),
  );
}

function committeeOf(
  unit: RecipientUnit,
  ids: ReadonlyMap<string, string>,
  groups: readonly string[],
): RecipientUnit {
  return {
    ...unit,
    ...committeeNames(unit),
    id: ids.get(unit.id) as string,
    type: committeeType(unit.type),
    groups,
    parents: parentsAmong(unit.parents, ids),
  };
}

/** A parent that is not among the committees is left out: a campaign of the city ends at the city. */
function parentsAmong(
  parents: Readonly<Record<string, string>>,
  ids: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const { administrative: parent } = parents;
  const id = parent === undefined ? undefined : ids.get(parent);
  return id === undefined ? {} : { administrative: id };
}

function committeeEvent(
  event: LineageEvent,
  ids: ReadonlyMap<string, string>,
  types: ReadonlyMap<string, string>,
): readonly LineageEvent[] {
  const from = event.from.flatMap((id) => ids.get(id) ?? []);
  const to = event.to.flatMap((target) => {
    const unitId = ids.get(target.unitId);
    return unitId === undefined ? [] : [{ ...target, unitId }];
  });
  if (from.length === 0 && to.length === 0) return [];
  const { before: was, ...rest } = event;
  const before = was && committeeBefore(was, types.get(event.from[0] ?? ""), ids);
  return [{ ...rest, from, to, ...(before && { before }) }];
}

function committeeBefore(
  { name, type, parents }: UnitBefore,
  typeNow: string | undefined,
  ids: ReadonlyMap<string, string>,
): UnitBefore {
  const typeThen = type ?? typeNow ?? "";
  return {
    ...(name !== undefined && committeeNames({ name, type: typeThen })),
    ...(type !== undefined && { type: committeeType(type) }),
    ...(parents !== undefined && { parents: parentsAmong(parents, ids) }),
  };
}
