import { issue, type Finding } from "../issue/issue.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import type { LineageEvent, LineageKind } from "./lineage-event.ts";
import { directoryIndex, type UnitDirectory } from "./unit-directory.ts";
import type { PlaceOfUnit } from "./unit-places.ts";
import { lifeByLineage, lifeOf, type UnitLife } from "./units-as-of.ts";

/** The events by themselves, and against the units they name. */
export function checkLineage(directory: UnitDirectory, placeOf: PlaceOfUnit): readonly Finding[] {
  return [
    ...directory.lineage.flatMap((event, index) => checkEvent(directory, event, index)),
    ...directory.units.flatMap(({ id }) => checkLife(directory, id, placeOf)),
  ];
}

function checkEvent(directory: UnitDirectory, event: LineageEvent, index: number): readonly Finding[] {
  const { kind, on, from, to, legalBasis } = event;
  const place = { path: `lineage[${index}]` };
  const { units } = directoryIndex(directory);
  const named = new Set([...from, ...to.map(({ unitId }) => unitId)]);
  const findings: Finding[] = [...named]
    .filter((unit) => !units.has(unit))
    .map((unit) => issue("lineage_unit_unknown", place, { unit, kind, on }));
  if (!fits(event)) {
    findings.push(issue("lineage_shape_wrong", place, { kind, on, from: from.length, to: to.length }));
  }
  if (legalBasis.trim() === "") findings.push(issue("lineage_basis_missing", place, { kind, on }));
  return [...findings, ...checkShares(event, place)];
}

/** How many units each kind of event leads from and to; a continuing unit counts on both sides. */
const shapes: Readonly<Record<LineageKind, (from: number, to: number) => boolean>> = {
  founded: (from, to) => from === 0 && to >= 1,
  renamed: (from, to) => from === 1 && to === 1,
  retyped: (from, to) => from === 1 && to === 1,
  reparented: (from, to) => from === 1 && to === 1,
  merged: (from, to) => from >= 2 && to === 1,
  absorbed: (from, to) => from >= 2 && to === 1,
  split: (from, to) => from === 1 && to >= 2,
  closed: (from, to) => from >= 1 && to === 0,
};

function fits({ kind, from, to }: LineageEvent): boolean {
  const continues = to.some(({ unitId }) => from.includes(unitId));
  const distinct =
    new Set(from).size === from.length && new Set(to.map(({ unitId }) => unitId)).size === to.length;
  // Who absorbs others continues; who is merged does not.
  const continuity = kind === "absorbed" ? continues : kind === "merged" ? !continues : true;
  return distinct && continuity && shapes[kind](from.length, to.length);
}

function checkShares({ kind, on, from, to }: LineageEvent, place: { path: string }): readonly Finding[] {
  const shares = to.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const [unit] = from;
  if (shares.length === 0) return [];
  if (unit === undefined || from.length > 1 || to.length < 2) {
    return [issue("lineage_shares_ambiguous", place, { kind, on })];
  }
  // Shares are written with a few decimals: 0.1 + 0.2 + 0.7 is 1 to the reader.
  const sum = Math.round(shares.reduce((total, share) => total + share, 0) * 1e9) / 1e9;
  const complete = shares.length === to.length && sum === 1 && shares.every((share) => share >= 0);
  return complete ? [] : [issue("lineage_shares_wrong", place, { unit, on, sum })];
}

function checkLife(directory: UnitDirectory, unit: string, placeOf: PlaceOfUnit): readonly Finding[] {
  const declared = lifeOf(directory, unit);
  const lineage = lifeByLineage(directory, unit);
  const { from, to } = lineage;
  const chained = chainDay(directory, unit);
  if (chained !== undefined) {
    return [issue("lineage_chain_on_one_day", placeOf(unit, "valid_from"), { unit, on: chained })];
  }
  if (from !== undefined && to !== undefined && to < from) {
    return [issue("unit_validity_reversed", placeOf(unit, "valid_to"), { unit, from, to })];
  }
  if ((from !== undefined && from !== declared.from) || (to !== undefined && to !== declared.to)) {
    const params = { unit, declared: printLife(declared), lineage: printLife(lineage) };
    return [issue("lineage_life_conflict", placeOf(unit, "valid_from"), params)];
  }
  return declared.to !== undefined && to === undefined
    ? [issue("lineage_successor_unknown", placeOf(unit, "valid_to"), { unit, to: declared.to })]
    : [];
}

/** A day on which one event makes the unit and another ends it: the two are one change. */
function chainDay(directory: UnitDirectory, unit: string): CalendarDate | undefined {
  const events = directoryIndex(directory).events.get(unit);
  const made = events?.asTarget.filter(({ from }) => !from.includes(unit)) ?? [];
  const ended = events?.asSource.filter(({ to }) => to.every(({ unitId }) => unitId !== unit)) ?? [];
  return made.find(({ on }) => ended.some((event) => event.on === on))?.on;
}

function printLife({ from, to }: UnitLife): string {
  return `${from ?? "…"} – ${to ?? "…"}`;
}
