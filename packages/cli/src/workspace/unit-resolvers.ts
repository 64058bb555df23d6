import {
  createUnitResolver,
  type CalendarDate,
  type NameDecision,
  type UnitDirectory,
  type UnitResolver,
} from "@chiendich/core";
import { administrativeNames } from "@chiendich/vietnam";

/** Read once a process: every campaign of communes needs the same names. */
let countryNames: Promise<readonly string[]> | undefined;

/**
 * Resolvers of unit names by day, each made once: making one takes longer than reading a form. Where
 * units are communes' bodies, real names of other places in the country are known, and are never
 * taken for misspellings.
 */
export async function unitResolvers(
  directory: UnitDirectory,
  decisions: readonly NameDecision[],
): Promise<(asOf: CalendarDate) => UnitResolver> {
  const elsewhere = hasCommunes(directory) ? await (countryNames ??= administrativeNames()) : [];
  const made = new Map<CalendarDate, UnitResolver>();
  return (asOf) => {
    const resolver = made.get(asOf) ?? createUnitResolver(directory, { asOf, decisions, elsewhere });
    made.set(asOf, resolver);
    return resolver;
  };
}

/** Whether units are known by where they are: the people's committees of wards, communes and their like. */
function hasCommunes({ units }: UnitDirectory): boolean {
  return units.some(
    ({ type, codes }) => /^ubnd_/.test(type) || codes.some(({ scheme }) => scheme === "administrative"),
  );
}
