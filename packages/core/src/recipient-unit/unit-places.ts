import type { Place } from "../issue/issue.ts";

/** Where the units stand in their file, so that later findings can point there too. Plain data. */
export interface UnitPlaces {
  readonly source: string;
  /** Unit id → line, from 1. */
  readonly lines: Readonly<Record<string, number>>;
  /** Heading as in `units.csv` → column, from 1. */
  readonly columns: Readonly<Record<string, number>>;
}

/** Where a finding about a unit points: to its cell when the file is known, else to its id. */
export type PlaceOfUnit = (unitId: string, column: string) => Place;

/** Places in the units' file; without it, a path of unit and column. */
export function placeInUnits(places: UnitPlaces | undefined): PlaceOfUnit {
  return (unitId, column) => {
    const line = places?.lines[unitId];
    if (!places || line === undefined) return { path: `${unitId}.${column}` };
    const number = places.columns[column];
    return { source: places.source, path: column, line, ...(number !== undefined && { column: number }) };
  };
}
