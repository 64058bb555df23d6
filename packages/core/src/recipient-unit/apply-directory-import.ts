import { addDays, type CalendarDate } from "../time/calendar-date.ts";
import type { LineageEvent, LineageKind, UnitBefore } from "./lineage-event.ts";
import type { ChangedUnit, DirectoryImport } from "./plan-directory-import.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { unitDirectory, type UnitDirectory } from "./unit-directory.ts";
import { unitAsOf } from "./units-as-of.ts";

/** Which parts of a planned import a person accepts; ids, or all of them. */
export interface AcceptedImport {
  readonly added?: "all" | readonly string[] | undefined;
  readonly changed?: "all" | readonly string[] | undefined;
  /** Units that are closed indeed. One by one: there is no “all”. */
  readonly closed?: readonly string[] | undefined;
}

/** Makes the accepted changes true from a day on, as events, instead of correcting the entries. */
export interface ImportOccasion {
  /** First day of the new state. */
  readonly on: CalendarDate;
  /** The document it rests on; empty when there is none. */
  readonly legalBasis: string;
}

/**
 * The directory with what was accepted. Without an occasion, changes correct the entries, as if they
 * had always been so; with one, a new name, type or parent is an event, and the past stays as it was.
 *
 * @throws {RangeError} for an id that is not in the plan, and for closing without an occasion
 */
export function applyDirectoryImport(
  directory: UnitDirectory,
  plan: DirectoryImport,
  accepted: AcceptedImport,
  occasion?: ImportOccasion,
): UnitDirectory {
  const added = plan.added.map(({ unit }) => unit);
  const adding = choose(added, accepted.added, "added");
  const changing = choose(
    plan.changed.map((change) => ({ id: change.unit.id, change })),
    accepted.changed,
    "changed",
  ).map(({ change }) => change);
  const missing = plan.missing.map((id) => ({ id }));
  const closing = choose(missing, accepted.closed ?? [], "closed").map(({ id }) => id);
  if (closing.length > 0 && !occasion) throw new RangeError("closing a unit needs a day and its legal basis");
  const events = occasion
    ? [
        ...changing.flatMap((change) => eventOf(directory, change, plan.asOf, occasion)),
        ...closing.map((id): LineageEvent => ({ kind: "closed", from: [id], to: [], ...occasion })),
      ]
    : [];
  const changed = new Map(changing.map(({ unit }) => [unit.id, unit]));
  const closed = new Set(closing);
  const units = directory.units.map((unit) => {
    const now = changed.get(unit.id) ?? unit;
    return occasion && closed.has(unit.id) ? { ...now, validTo: addDays(occasion.on, -1) } : now;
  });
  const beginning = adding.map((unit) => beginOn(unit, occasion));
  return unitDirectory([...units, ...beginning], [...directory.lineage, ...events]);
}

function choose<Item extends { readonly id: string }>(
  items: readonly Item[],
  accepted: "all" | readonly string[] = [],
  what: string,
): readonly Item[] {
  if (accepted === "all") return items;
  const unknown = accepted.find((id) => !items.some((item) => item.id === id));
  if (unknown !== undefined) throw new RangeError(`“${unknown}” is not among the units to be ${what}`);
  return items.filter(({ id }) => accepted.includes(id));
}

function beginOn(unit: RecipientUnit, occasion: ImportOccasion | undefined): RecipientUnit {
  return occasion && unit.validFrom === undefined ? { ...unit, validFrom: occasion.on } : unit;
}

/** The event that changed the unit's name, type or parents; none when only other fields changed. */
function eventOf(
  directory: UnitDirectory,
  { unit, fields }: ChangedUnit,
  asOf: CalendarDate,
  { on, legalBasis }: ImportOccasion,
): readonly LineageEvent[] {
  const was = unitAsOf(directory, unit.id, asOf);
  if (!was) return [];
  const touched = (column: string) => fields.some((field) => field.column === column);
  const renamed = touched("name");
  const retyped = touched("type");
  const moved = fields.some(({ column }) => column.startsWith("parent_"));
  if (!renamed && !retyped && !moved) return [];
  const kind: LineageKind = renamed ? "renamed" : retyped ? "retyped" : "reparented";
  const before: UnitBefore = {
    ...(renamed && { name: was.name }),
    ...(touched("short_name") && was.shortName !== undefined && { shortName: was.shortName }),
    ...(retyped && { type: was.type }),
    ...(moved && { parents: was.parents }),
    ...(touched("groups") && { groups: was.groups }),
  };
  return [{ kind, on, from: [unit.id], to: [{ unitId: unit.id }], legalBasis, before }];
}
