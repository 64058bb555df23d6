import type { CalendarDate } from "../time/calendar-date.ts";
import { digitsAt, parseDecimal, printDecimal, type Decimal } from "./decimal-text.ts";
import { apportion, fractionToNumber } from "./fraction.ts";
import type { LineageEvent } from "./lineage-event.ts";
import { placementsOf, type Placement, type PlacementReason } from "./placement.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import type { AppliedRule, SplitRule } from "./split-rule.ts";
import { findUnit, type UnitDirectory } from "./unit-directory.ts";
import { unitsAsOf } from "./units-as-of.ts";

/** What one unit reported: a whole or decimal number, or decimal text; exact either way. */
export interface UnitFigure<Value extends number | string = number> {
  readonly unitId: string;
  readonly value: Value;
  /** The day whose units the figure is about, where it is not the one of all. */
  readonly asOf?: CalendarDate | undefined;
}

/** From which day's units to which. */
export interface RestateOptions {
  /** The day whose units the figures are about. A unit that did not exist then counts as of its nearest day. */
  readonly from: CalendarDate;
  /** The basis: rows are the units of this day. */
  readonly to: CalendarDate;
  /** `{ kind: "declared" }` when absent. */
  readonly split?: SplitRule | undefined;
  /** Which units of the basis get a row even when nothing belongs to them; all when absent. */
  readonly rows?: ((unit: RecipientUnit) => boolean) | undefined;
}

/** Figures on another day's units. `total` is the sum of `rows` and `joint`, and of what was put in. */
export interface Restatement<Value extends number | string = number> {
  readonly basis: CalendarDate;
  readonly split: SplitRule;
  /** In the directory's order. */
  readonly rows: readonly RestatedRow<Value>[];
  /** What cannot be put onto one unit, each with its reason. */
  readonly joint: readonly JointFigure<Value>[];
  readonly total: Value;
}

/** One unit of the basis with what was carried over to it. */
export interface RestatedRow<Value extends number | string = number> {
  readonly unitId: string;
  /** `null` when nothing belongs to it, which is not 0. */
  readonly value: Value | null;
  readonly parts: readonly RestatedPart<Value>[];
  /** Whether a joint figure holds something of this unit as well: its value is then not all of it. */
  readonly incomplete: boolean;
}

/** A figure that belongs to several units of the basis together, because nothing says how to part it. */
export interface JointFigure<Value extends number | string = number> {
  /** Units of the basis among which it lies; empty when it lies in none that is known. */
  readonly units: readonly string[];
  /** Whether some of it may lie in no unit of the basis. */
  readonly outside: boolean;
  readonly reason: PlacementReason;
  readonly value: Value;
  readonly parts: readonly RestatedPart<Value>[];
}

/** What one reporting unit gives to a row, and how that is known. */
export interface RestatedPart<Value extends number | string = number> {
  readonly unitId: string;
  readonly value: Value;
  /** 0 to 1, when the unit's figure was divided; the value is then an estimate. */
  readonly share?: number | undefined;
  readonly rules: readonly AppliedRule[];
  readonly events: readonly LineageEvent[];
}

/**
 * Figures of one day's units on the units of another day (tính lại theo đơn vị của một thời điểm):
 * forward over mergers and splits, or back. Nothing is rewritten: the parts name who reported them.
 * No total changes, and what cannot be known stays together with its reason.
 *
 * @throws {RangeError} for a unit the directory does not have, or a value that is not a decimal number
 */
export function restate<Value extends number | string>(
  directory: UnitDirectory,
  figures: readonly UnitFigure<Value>[],
  { from, to, split = { kind: "declared" }, rows: wanted = () => true }: RestateOptions,
): Restatement<Value> {
  const values = figures.map(({ value }) => parseDecimal(value));
  const decimals = Math.max(0, ...values.map((one) => one.decimals));
  const textual = figures.some(({ value }) => typeof value === "string");
  const print: Print<Value> = (digits) => {
    const text = printDecimal(digits, decimals);
    return (textual ? text : Number(text)) as Value;
  };
  const placed = figures.flatMap(({ unitId, asOf }, index): readonly PlacedPart[] => {
    const placements = placementsOf(directory, unitId, { from: asOf ?? from, to, split });
    const shares = placements.map(({ share }) => share);
    const parts = apportion(digitsAt(values[index] as Decimal, decimals), shares);
    return placements.map((placement, at) => ({ unitId, placement, digits: parts[at] as bigint }));
  });
  const joint = jointFigures(placed, print);
  const incomplete = new Set(joint.flatMap(({ units }) => units));
  const single = placed.filter(({ placement }) => placement.reason === undefined);
  const byUnit = Map.groupBy(single, ({ placement }) => placement.units[0]);
  const rows = unitsAsOf(directory, to)
    .filter((unit) => byUnit.has(unit.id) || wanted(unit))
    .map(({ id }): RestatedRow<Value> => {
      const parts = byUnit.get(id) ?? [];
      return {
        unitId: id,
        value: parts.length === 0 ? null : print(sum(parts)),
        parts: parts.map((part) => printPart(part, print)),
        incomplete: incomplete.has(id),
      };
    });
  return { basis: to, split, rows, joint, total: print(sum(placed)) };
}

type Print<Value> = (digits: bigint) => Value;

/** What is not one unit's, added up where it lies among the same units for the same reason. */
function jointFigures<Value extends number | string>(
  placed: readonly PlacedPart[],
  print: Print<Value>,
): readonly JointFigure<Value>[] {
  const joint = placed.flatMap((part) => {
    const { units, outside, reason } = part.placement;
    return reason === undefined ? [] : [{ part, units, outside, reason }];
  });
  const byPlace = Map.groupBy(joint, ({ units, outside, reason }) =>
    JSON.stringify([units.toSorted(), outside, reason]),
  );
  return [...byPlace.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const parts = same.map(({ part }) => part);
    return [
      {
        units: first.units,
        outside: first.outside,
        reason: first.reason,
        value: print(sum(parts)),
        parts: parts.map((part) => printPart(part, print)),
      },
    ];
  });
}

interface PlacedPart {
  readonly unitId: string;
  readonly placement: Placement;
  readonly digits: bigint;
}

function sum(parts: readonly PlacedPart[]): bigint {
  return parts.reduce((total, { digits }) => total + digits, 0n);
}

function printPart<Value extends number | string>(
  { unitId, placement: { rules, events, share }, digits }: PlacedPart,
  print: Print<Value>,
): RestatedPart<Value> {
  const value = print(digits);
  return rules.length === 0
    ? { unitId, value, rules, events }
    : { unitId, value, share: fractionToNumber(share), rules, events };
}

/** A unit's name for sentences: its short one when it has one. */
export function nameOf(directory: UnitDirectory, unitId: string): string {
  const unit = findUnit(directory, unitId);
  return unit?.shortName ?? unit?.name ?? unitId;
}
