import { printCsv } from "./csv-table.ts";
import type { RecipientUnit, UnitCode } from "./recipient-unit.ts";
import { unitHeading, type UnitColumn } from "./unit-columns.ts";
import type { UnitDirectory } from "./unit-directory.ts";

/** `units.csv` as `parseUnitDirectory` reads it and Excel opens it. Lineage goes into a file of its own. */
export function printUnitDirectory({ units }: UnitDirectory): string {
  const columns = columnsOf(units);
  return printCsv(
    columns.map(unitHeading),
    units.map((unit) => columns.map((column) => printUnitCell(unit, column))),
  );
}

/** What stands in the unit's cell of that column. */
export function printUnitCell(unit: RecipientUnit, column: UnitColumn): string {
  switch (column.kind) {
    case "aliases":
    case "groups":
      return unit[column.kind].join("; ");
    case "code":
      return unit.codes
        .filter(({ scheme }) => scheme === column.scheme)
        .map(printCode)
        .join("; ");
    case "parent":
      return unit.parents[column.hierarchy] ?? "";
    default:
      return unit[column.kind] ?? "";
  }
}

function printCode({ code, epoch }: UnitCode): string {
  return epoch === undefined ? code : `${code}@${epoch}`;
}

/** The fixed columns, and one for each code scheme and each hierarchy that is used. */
function columnsOf(units: readonly RecipientUnit[]): readonly UnitColumn[] {
  const schemes = new Set(units.flatMap(({ codes }) => codes.map(({ scheme }) => scheme)));
  const hierarchies = new Set(units.flatMap(({ parents }) => Object.keys(parents)));
  return [
    { kind: "id" },
    { kind: "name" },
    { kind: "shortName" },
    { kind: "aliases" },
    { kind: "type" },
    { kind: "groups" },
    ...[...schemes].toSorted().map((scheme): UnitColumn => ({ kind: "code", scheme })),
    ...[...hierarchies].toSorted().map((hierarchy): UnitColumn => ({ kind: "parent", hierarchy })),
    { kind: "validFrom" },
    { kind: "validTo" },
    { kind: "basis" },
  ];
}
