import type { Finding } from "../issue/issue.ts";
import { checkHierarchies } from "./check-hierarchies.ts";
import { checkLineage } from "./check-lineage.ts";
import { checkUnits } from "./check-units.ts";
import { placeInUnits, type UnitPlaces } from "./unit-places.ts";
import type { UnitDirectory } from "./unit-directory.ts";

/**
 * Everything wrong with the units, their hierarchies and their lineage, before a campaign relies
 * on them: ids, codes, names and aliases used twice, parents that are missing or form a circle,
 * events that contradict themselves or the units. In the directory's order.
 *
 * @param places from `parseUnitDirectory`, so that findings name the line and column of the file
 */
export function checkDirectory(
  directory: UnitDirectory,
  { places }: { readonly places?: UnitPlaces } = {},
): readonly Finding[] {
  const placeOf = placeInUnits(places);
  return [
    ...checkUnits(directory, placeOf),
    ...checkHierarchies(directory, placeOf),
    ...checkLineage(directory, placeOf),
  ];
}
