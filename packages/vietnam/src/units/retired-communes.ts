import { successorsOf, unitsAsOf, type RecipientUnit, type UnitDirectory } from "@chiendich/core";

/** A commune of October 2024 whose code left the lists before March 2025. */
export interface RetiredCommune {
  readonly unit: RecipientUnit;
  readonly code: string;
  /** Where it went, as of 1 March 2025; empty when no source of the packs says. */
  readonly successors: readonly RecipientUnit[];
}

const lastList = "2025-03-01";

/** The communes of a province (see `loadProvince`) that were retired between 11/2024 and 03/2025, with what is known of them. */
export function retiredCommunes(directory: UnitDirectory): readonly RetiredCommune[] {
  const listed = new Set(
    unitsAsOf(directory, lastList).flatMap(({ codes }) => codes.map(({ code }) => code)),
  );
  return unitsAsOf(directory, "2024-10-31").flatMap((unit) => {
    const code = unit.codes.find(({ epoch }) => epoch === "2024-10")?.code;
    if (code === undefined || code.length !== 5 || listed.has(code)) return [];
    return [{ unit, code, successors: successorsOf(directory, unit.id, lastList) }];
  });
}
