import type { CalendarDate } from "../time/calendar-date.ts";
import { multiply, whole, type Fraction } from "./fraction.ts";
import type { LineageEvent } from "./lineage-event.ts";
import { sharesBy, type AppliedRule, type SplitRule } from "./split-rule.ts";
import type { UnitDirectory } from "./unit-directory.ts";
import { lineageDays, stepBack, stepForward, type LineageStep } from "./unit-path.ts";
import { existsOn, lifeOf } from "./units-as-of.ts";

/**
 * Where (a part of) what a unit reported belongs on another day's basis: to one unit, to several
 * together when nobody can say how much belongs to which, or to none that is known.
 */
export interface Placement {
  /** Units of the basis, in the order of the lineage. */
  readonly units: readonly string[];
  /** Whether it, or some of it, belongs to no unit of the basis; true whenever `units` is empty. */
  readonly outside: boolean;
  /** Why it is not one unit's; absent when it is. */
  readonly reason?: PlacementReason | undefined;
  /** The part of the unit's figure, 1 for all of it. */
  readonly share: Fraction;
  /** The rules by which the unit's figure was divided on the way. */
  readonly rules: readonly AppliedRule[];
  /** The events on the way, in the order they were passed. */
  readonly events: readonly LineageEvent[];
}

/**
 * - `splitUndeclared`: the unit was split and no document declares the shares
 * - `mergedBefore`: it reported after a merger, the basis is older: the part of each is not known
 * - `closed`: closed without a successor
 * - `successorUnknown`: it ended, and nothing says what became of it
 * - `foundedLater`: it was founded from nothing after the basis
 * - `predecessorUnknown`: it began after the basis, and nothing says what it was made of
 */
export type PlacementReason =
  "splitUndeclared" | "mergedBefore" | "closed" | "successorUnknown" | "foundedLater" | "predecessorUnknown";

/** Between which two days units are followed. */
export interface PlacementOptions {
  /** The day whose units the figure is about; a unit that did not exist then: its nearest day. */
  readonly from: CalendarDate;
  /** The basis: units as of this day. */
  readonly to: CalendarDate;
  readonly split: SplitRule;
}

interface Direction {
  readonly step: typeof stepForward;
  /** It leads to several units. */
  readonly several: PlacementReason;
  /** It leads to none. */
  readonly none: PlacementReason;
  /** It should have led somewhere, and no event says where. */
  readonly unknown: PlacementReason;
}

const forward: Direction = {
  step: stepForward,
  several: "splitUndeclared",
  none: "closed",
  unknown: "successorUnknown",
};
const back: Direction = {
  step: stepBack,
  several: "mergedBefore",
  none: "foundedLater",
  unknown: "predecessorUnknown",
};

/**
 * Where the figure of one unit goes. The shares of the placements add up to 1.
 *
 * @throws {RangeError} when the directory has no such unit
 */
export function placementsOf(
  directory: UnitDirectory,
  unitId: string,
  { from, to, split }: PlacementOptions,
): readonly Placement[] {
  const life = lifeOf(directory, unitId);
  const start =
    life.from !== undefined && from < life.from
      ? life.from
      : life.to !== undefined && life.to < from
        ? life.to
        : from;
  const direction = start <= to ? forward : back;
  const days =
    start <= to
      ? lineageDays(directory, { after: start, until: to })
      : lineageDays(directory, { after: to, until: start }).toReversed();
  let placements: readonly Placement[] = [
    { units: [unitId], outside: false, share: whole, rules: [], events: [] },
  ];
  for (const day of days) {
    placements = placements.flatMap((placement) => pass(directory, placement, day, direction, split));
  }
  return placements.map((placement) => settle(directory, placement, to, direction));
}

/** One placement over one day: nothing, a move, a division, or one more uncertainty. */
function pass(
  directory: UnitDirectory,
  placement: Placement,
  day: CalendarDate,
  direction: Direction,
  split: SplitRule,
): readonly Placement[] {
  const steps = placement.units.map((id) => direction.step(directory, id, day));
  const touching = steps.filter((step) => step !== null);
  if (touching.length === 0) return [placement];
  const moved = { ...placement, events: [...placement.events, ...eventsOf(touching, placement.events)] };
  const [step] = touching;
  const divided =
    step && placement.units.length === 1 && !placement.outside && step.units.length > 1
      ? sharesBy(split, step.units)
      : null;
  if (step && divided) {
    return step.units.flatMap(({ unitId }, index) => {
      const share = multiply(placement.share, divided.shares[index] as Fraction);
      if (share.numerator === 0n) return [];
      return [{ ...moved, units: [unitId], share, rules: [...placement.rules, divided.rule] }];
    });
  }
  const units = [
    ...new Set(
      placement.units.flatMap((id, index) => steps[index]?.units.map((target) => target.unitId) ?? [id]),
    ),
  ];
  const lost = touching.some((one) => one.units.length === 0);
  return [describe({ ...moved, units, outside: placement.outside || lost }, lost, direction)];
}

/** Why it is not one unit's: the first reason stays, until it is one unit's again. */
function describe(placement: Placement, lost: boolean, direction: Direction): Placement {
  const { units, outside, reason, ...rest } = placement;
  if (units.length === 1 && !outside) return { units, outside, ...rest };
  return { units, outside, ...rest, reason: reason ?? (lost ? direction.none : direction.several) };
}

function eventsOf(steps: readonly LineageStep[], known: readonly LineageEvent[]): readonly LineageEvent[] {
  return [...new Set(steps.flatMap(({ events }) => events))].filter((event) => !known.includes(event));
}

/** At the basis: units that do not exist then have gone, or come, in a way nobody recorded. */
function settle(
  directory: UnitDirectory,
  placement: Placement,
  to: CalendarDate,
  direction: Direction,
): Placement {
  const units = placement.units.filter((id) => existsOn(directory, id, to));
  if (units.length === placement.units.length) return placement;
  return { ...placement, units, outside: true, reason: direction.unknown };
}
