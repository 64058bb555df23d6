import { issue, type Finding } from "../issue/issue.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import type { UnitDirectory } from "./unit-directory.ts";
import type { PlaceOfUnit } from "./unit-places.ts";
import { lifeOf } from "./units-as-of.ts";

/** Units by themselves and against each other: ids, codes, names, aliases, days. */
export function checkUnits(directory: UnitDirectory, placeOf: PlaceOfUnit): readonly Finding[] {
  return [
    ...duplicateIds(directory, placeOf),
    ...reversedLives(directory, placeOf),
    ...duplicateCodes(directory, placeOf),
    ...duplicateNames(directory, placeOf),
    ...sharedAliases(directory, placeOf),
  ];
}

function duplicateIds({ units }: UnitDirectory, placeOf: PlaceOfUnit): readonly Finding[] {
  return [...Map.groupBy(units, ({ id }) => id)]
    .filter(([, same]) => same.length > 1)
    .map(([id]) => issue("unit_id_duplicate", placeOf(id, "id"), { id }));
}

function reversedLives({ units }: UnitDirectory, placeOf: PlaceOfUnit): readonly Finding[] {
  return units.flatMap(({ id, validFrom: from, validTo: to }) =>
    from !== undefined && to !== undefined && to < from
      ? [issue("unit_validity_reversed", placeOf(id, "valid_to"), { unit: id, from, to })]
      : [],
  );
}

/**
 * Within an epoch a code is one unit's, whenever that unit lives. A code without an epoch is taken
 * to hold as long as its unit exists, so that a successor may carry its predecessor's.
 */
function duplicateCodes(directory: UnitDirectory, placeOf: PlaceOfUnit): readonly Finding[] {
  const holders = directory.units.flatMap((unit) => unit.codes.map((code) => ({ unit, ...code })));
  const byKey = Map.groupBy(holders, ({ scheme, code, epoch = "" }) => JSON.stringify([scheme, code, epoch]));
  return [...byKey.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { scheme, code, epoch } = first;
    const units = same.map(({ unit }) => unit);
    const clash = epoch === undefined ? overlapping(directory, units) : distinct(units);
    if (clash.length < 2) return [];
    const [, second] = clash as [RecipientUnit, RecipientUnit];
    const params = { scheme, code, epoch: epoch ?? null, units: clash.map(({ id }) => id) };
    return [issue("unit_code_duplicate", placeOf(second.id, `${scheme}_code`), params)];
  });
}

function duplicateNames(directory: UnitDirectory, placeOf: PlaceOfUnit): readonly Finding[] {
  const byName = Map.groupBy(directory.units, ({ name }) => nameKey(name));
  return [...byName.values()].flatMap((same) => {
    const [first, second] = overlapping(directory, same);
    if (!first || !second) return [];
    const units = overlapping(directory, same).map(({ id }) => id);
    return [issue("unit_name_duplicate", placeOf(second.id, "name"), { name: first.name, units })];
  });
}

/** An alias that is also another unit's alias or name tells nobody which unit is meant. */
function sharedAliases(directory: UnitDirectory, placeOf: PlaceOfUnit): readonly Finding[] {
  const called = directory.units.flatMap((unit) => [
    ...unit.aliases.map((text) => ({ unit, text, alias: true })),
    ...[unit.name, ...(unit.shortName === undefined ? [] : [unit.shortName])].map((text) => ({
      unit,
      text,
      alias: false,
    })),
  ]);
  return [...Map.groupBy(called, ({ text }) => nameKey(text)).values()].flatMap((same) => {
    const alias = same.find((one) => one.alias);
    const units = overlapping(directory, distinct(same.map(({ unit }) => unit)));
    if (!alias || units.length < 2) return [];
    const params = { alias: alias.text, units: units.map(({ id }) => id) };
    return [issue("unit_alias_shared", placeOf(alias.unit.id, "aliases"), params)];
  });
}

/** Two writings of one name: case and Unicode form do not make another unit; tone marks do. */
function nameKey(name: string): string {
  return name.normalize("NFC").toLocaleLowerCase("vi");
}

/** Those of the units that exist on a common day with another of them, each once. */
function overlapping(directory: UnitDirectory, units: readonly RecipientUnit[]): readonly RecipientUnit[] {
  const lives = distinct(units).map((unit) => {
    const { from = "0000-01-01", to = "9999-12-31" } = lifeOf(directory, unit.id);
    return { unit, from, to };
  });
  return lives
    .filter((one) => lives.some((other) => other !== one && one.from <= other.to && other.from <= one.to))
    .map(({ unit }) => unit);
}

function distinct(units: readonly RecipientUnit[]): readonly RecipientUnit[] {
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}
