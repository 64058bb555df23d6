import { issue, type CellPlace, type Issue } from "../issue/issue.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { printUnitCell } from "./print-unit-directory.ts";
import { unitFrom, type UnitStatement } from "./read-unit-row.ts";
import type { RecipientUnit, UnitCode } from "./recipient-unit.ts";
import { unitHeading, type UnitColumn } from "./unit-columns.ts";
import { findUnit, type UnitDirectory } from "./unit-directory.ts";
import { newUnitId } from "./unit-id.ts";
import { lifeOf, unitsAsOf } from "./units-as-of.ts";
import { readUnitRows, type UnitRow } from "./unit-rows.ts";

/** What an office's own list would change, to be looked at before anything is. Plain data. */
export interface DirectoryImport {
  readonly asOf: CalendarDate;
  readonly added: readonly AddedUnit[];
  readonly changed: readonly ChangedUnit[];
  /** Units of the directory that the list does not have: closed? Nobody closes them but a person. */
  readonly missing: readonly string[];
  readonly unchanged: readonly string[];
  /** What could not be read or matched; those rows change nothing. */
  readonly issues: readonly Issue[];
}

/** A unit the list has and the directory had not, with its row in the list. */
export interface AddedUnit {
  readonly unit: RecipientUnit;
  readonly place: CellPlace;
}

/** A unit of the directory that the list describes otherwise. */
export interface ChangedUnit {
  /** The unit with the changes. */
  readonly unit: RecipientUnit;
  readonly matchedBy: "id" | "code" | "name";
  readonly fields: readonly FieldChange[];
  readonly place: CellPlace;
}

/** One field, as it is written in `units.csv`. */
export interface FieldChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What an office's own list is compared with. */
export interface DirectoryImportOptions {
  /** The list's file name, for places. */
  readonly source: string;
  /** The list is compared with the units of this day. */
  readonly asOf: CalendarDate;
  /** The units the list should hold, such as the schools; all when absent. Others are never missing. */
  readonly covers?: ((unit: RecipientUnit) => boolean) | undefined;
}

/**
 * Compares an office's own list with the directory. A row is the unit with its id, else the one with
 * one of its codes, else the one called exactly so; only a column the list has is compared. Nothing
 * is changed, and a unit that is not in the list is a question, never a deletion.
 */
export function planDirectoryImport(
  directory: UnitDirectory,
  sheet: Sheet,
  { source, asOf, covers = () => true }: DirectoryImportOptions,
): DirectoryImport {
  const units = unitsAsOf(directory, asOf);
  const { columns, rows, issues: found } = readUnitRows(sheet, source);
  const issues: Issue[] = [...found];
  const names = namesOf(units);
  const seen = new Set<string>();
  const added: AddedUnit[] = [];
  const changed: ChangedUnit[] = [];
  const unchanged: string[] = [];
  const taken = new Set(directory.units.map(({ id }) => id));
  for (const row of rows) {
    const match = matchRow(directory, names, row, issues);
    if (match === "unusable") continue;
    if (!match) {
      const id = row.statement.id ?? newUnitId(row.statement.shortName ?? row.statement.name, taken);
      if (seen.has(id)) {
        issues.push(issue("unit_import_twice", row.place, { unit: id, name: row.statement.name }));
        continue;
      }
      taken.add(id);
      seen.add(id);
      added.push({ unit: unitFrom({ ...row.statement, id }), place: row.place });
      continue;
    }
    const { unit, matchedBy } = match;
    if (seen.has(unit.id)) {
      issues.push(issue("unit_import_twice", row.place, { unit: unit.id, name: row.statement.name }));
      continue;
    }
    seen.add(unit.id);
    const after = withStatement(unit, row.statement, columns);
    const fields = differences(unit, after, columns);
    if (fields.length === 0) unchanged.push(unit.id);
    else changed.push({ unit: after, matchedBy, fields, place: row.place });
  }
  const missing =
    columns.length === 0
      ? []
      : units.filter((unit) => covers(unit) && !seen.has(unit.id)).map(({ id }) => id);
  return { asOf, added, changed, missing, unchanged, issues };
}

interface Match {
  readonly unit: RecipientUnit;
  readonly matchedBy: ChangedUnit["matchedBy"];
}

/** The units of the day by what a row may call them. */
interface Names {
  readonly byId: ReadonlyMap<string, RecipientUnit>;
  readonly byCode: ReadonlyMap<string, readonly RecipientUnit[]>;
  readonly byName: ReadonlyMap<string, readonly RecipientUnit[]>;
}

function namesOf(units: readonly RecipientUnit[]): Names {
  const named = units.flatMap((unit) =>
    [...new Set([unit.name, unit.shortName ?? unit.name, ...unit.aliases].map(nameKey))].map((key) => ({
      key,
      unit,
    })),
  );
  const coded = units.flatMap((unit) => unit.codes.map((code) => ({ key: codeKey(code), unit })));
  const group = (entries: typeof named) =>
    new Map(
      [...Map.groupBy(entries, ({ key }) => key)].map(([key, same]) => [key, same.map(({ unit }) => unit)]),
    );
  return { byId: new Map(units.map((unit) => [unit.id, unit])), byCode: group(coded), byName: group(named) };
}

const nameKey = (name: string) => name.normalize("NFC").toLocaleLowerCase("vi");
const codeKey = ({ scheme, code }: UnitCode) => JSON.stringify([scheme, code]);

/** The unit the row is about, none when it is new, or unusable when that cannot be told. */
function matchRow(
  directory: UnitDirectory,
  { byId, byCode, byName }: Names,
  { statement, place }: UnitRow,
  issues: Issue[],
): Match | null | "unusable" {
  const { id, name, codes = [] } = statement;
  const known = id === undefined ? undefined : byId.get(id);
  if (known) return { unit: known, matchedBy: "id" };
  if (id !== undefined && findUnit(directory, id)) {
    const { to = "" } = lifeOf(directory, id);
    issues.push(issue("unit_import_ended", place, { unit: id, to }));
    return "unusable";
  }
  const coded = codes.flatMap((wanted) =>
    (byCode.get(codeKey(wanted)) ?? []).filter((unit) => unit.codes.some((own) => isCode(own, wanted))),
  );
  const matches = coded.length > 0 ? [...new Set(coded)] : (byName.get(nameKey(name)) ?? []);
  const [only, ...others] = matches;
  if (!only) return null;
  if (others.length > 0) {
    issues.push(issue("unit_import_ambiguous", place, { name, units: matches.map((unit) => unit.id) }));
    return "unusable";
  }
  if (id !== undefined) issues.push(issue("unit_import_id_ignored", place, { id, unit: only.id }));
  return { unit: only, matchedBy: coded.length > 0 ? "code" : "name" };
}

function isCode(own: UnitCode, wanted: UnitCode): boolean {
  const sameEpoch = wanted.epoch === undefined || own.epoch === wanted.epoch;
  return own.scheme === wanted.scheme && own.code === wanted.code && sameEpoch;
}

/** The unit as the row has it; what the list has no column for stays. */
function withStatement(
  unit: RecipientUnit,
  statement: UnitStatement,
  columns: readonly UnitColumn[],
): RecipientUnit {
  const { id: _, codes = [], parents = {}, ...rest } = statement;
  const schemes = new Set(columns.flatMap((column) => (column.kind === "code" ? [column.scheme] : [])));
  const hierarchies = columns.flatMap((column) => (column.kind === "parent" ? [column.hierarchy] : []));
  const kept = Object.entries(unit.parents).filter(([hierarchy]) => !hierarchies.includes(hierarchy));
  return unitFrom({
    ...unit,
    ...rest,
    id: unit.id,
    name: statement.name ?? unit.name,
    codes: [
      ...unit.codes.filter(({ scheme }) => !schemes.has(scheme)),
      // A list seldom says of which epoch its codes are; the directory does.
      ...codes.map((code) => unit.codes.find((own) => isCode(own, code)) ?? code),
    ],
    parents: { ...Object.fromEntries(kept), ...parents },
  });
}

function differences(
  before: RecipientUnit,
  after: RecipientUnit,
  columns: readonly UnitColumn[],
): readonly FieldChange[] {
  return columns.flatMap((column) => {
    const [was, is] = [printUnitCell(before, column), printUnitCell(after, column)];
    return column.kind === "id" || was === is
      ? []
      : [{ column: unitHeading(column), before: was, after: is }];
  });
}
