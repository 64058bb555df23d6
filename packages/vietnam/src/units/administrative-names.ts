import { listProvinces, loadProvince } from "./packs.ts";

/**
 * The official names of all provinces, districts and communes of the country since October 2024, each
 * once: some ten thousand. For `elsewhere` of a unit resolver, so that the name of a real place
 * somewhere else is never taken for a misspelling of a name here. Loads every province.
 */
export async function administrativeNames(): Promise<readonly string[]> {
  const provinces = await Promise.all(listProvinces().map(({ code }) => loadProvince(code)));
  return [...new Set(provinces.flatMap(({ units }) => units.map(({ name }) => name)))];
}
