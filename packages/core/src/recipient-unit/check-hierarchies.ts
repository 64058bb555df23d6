import { issue, type Finding } from "../issue/issue.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { directoryIndex, type UnitDirectory } from "./unit-directory.ts";
import type { PlaceOfUnit } from "./unit-places.ts";
import { lifeOf, unitsAsOf } from "./units-as-of.ts";

/** Parents that are not there, circles, and parents that end before their children, in every hierarchy. */
export function checkHierarchies(directory: UnitDirectory, placeOf: PlaceOfUnit): readonly Finding[] {
  const hierarchies = [...new Set(directory.units.flatMap(({ parents }) => Object.keys(parents)))].toSorted();
  return hierarchies.flatMap((hierarchy) => [
    ...orphans(directory, hierarchy, placeOf),
    ...circles(directory.units, hierarchy, placeOf),
    ...outlivedParents(directory, hierarchy, placeOf),
  ]);
}

function orphans(directory: UnitDirectory, hierarchy: string, placeOf: PlaceOfUnit): readonly Finding[] {
  const { units } = directoryIndex(directory);
  return directory.units.flatMap(({ id, parents }) => {
    const parent = parents[hierarchy];
    if (parent === undefined || units.has(parent)) return [];
    const params = { unit: id, hierarchy, parent };
    return [issue("unit_parent_unknown", placeOf(id, `parent_${hierarchy}`), params)];
  });
}

/** Each circle once, told from its first unit in the directory's order. */
function circles(
  units: readonly RecipientUnit[],
  hierarchy: string,
  placeOf: PlaceOfUnit,
): readonly Finding[] {
  const parentOf = new Map(units.map(({ id, parents }) => [id, parents[hierarchy]]));
  const done = new Set<string>();
  return units.flatMap(({ id }) => {
    const way: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      way.push(at);
      at = parentOf.get(at);
    }
    const start = at === undefined ? -1 : way.indexOf(at);
    if (start < 0) return [];
    const circle = [...way.slice(start), way[start] as string];
    const place = placeOf(circle[0] as string, `parent_${hierarchy}`);
    return [issue("unit_parent_cycle", place, { hierarchy, units: circle })];
  });
}

/** A child whose parent, as of that day, does not exist: told once per child, for the first such day. */
function outlivedParents(
  directory: UnitDirectory,
  hierarchy: string,
  placeOf: PlaceOfUnit,
): readonly Finding[] {
  const index = directoryIndex(directory);
  const ends = directory.units.flatMap(({ id }) => {
    const { from, to } = lifeOf(directory, id);
    return [from, to];
  });
  const days = [...new Set([...ends, ...index.days].filter((day) => day !== undefined))].toSorted();
  const told = new Set<string>();
  return days.flatMap((on: CalendarDate) => {
    const units = unitsAsOf(directory, on);
    const present = new Set(units.map(({ id }) => id));
    return units.flatMap(({ id, parents }) => {
      const parent = parents[hierarchy];
      if (parent === undefined || present.has(parent) || !index.units.has(parent) || told.has(id)) return [];
      told.add(id);
      const params = { unit: id, hierarchy, parent, on };
      return [issue("unit_parent_outlived", placeOf(id, `parent_${hierarchy}`), params)];
    });
  });
}
