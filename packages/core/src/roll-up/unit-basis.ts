import { parseDecimal, printDecimal } from "../recipient-unit/decimal-text.ts";
import { apportion, fractionToNumber } from "../recipient-unit/fraction.ts";
import { placementsOf, type Placement, type PlacementReason } from "../recipient-unit/placement.ts";
import type { SplitRule } from "../recipient-unit/split-rule.ts";
import { directoryIndex, findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { Value } from "../report-schema/report-schema.ts";
import { dateOf } from "../time/instant.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import type { RespondentRounds } from "./respondent.ts";
import type { Leaf } from "./figure.ts";

/** Where figures are put: one unit of the basis, or several together when nobody can part them. */
export interface BasisRow {
  readonly key: string;
  /** One unit; several, or none that is known, when `reason` says why. */
  readonly unitIds: readonly string[];
  readonly reason: PlacementReason | null;
}

/** The rows of another day's units, and what of the reports belongs to each. */
export interface UnitBasis {
  readonly rows: readonly BasisRow[];
  /** For each row the respondents that lie in it; a unit that was split lies in each of its parts. */
  readonly respondents: readonly (readonly number[])[];
  /** The leaves of one measure by row. Only numbers that are added can be parted; the rest stays together. */
  place(leaves: readonly Leaf[], additive: boolean): readonly (readonly Leaf[])[];
}

/**
 * The units of a day as rows for reports that others gave (tính lại theo đơn vị của một thời điểm).
 * A report is about the unit as it was when the report was received, which for a unit that took
 * others in later is not what it is now.
 */
export function unitBasis(
  directory: UnitDirectory,
  respondents: readonly RespondentRounds[],
  {
    basis,
    on,
    timeZone,
    split = { kind: "declared" },
  }: {
    readonly basis: CalendarDate;
    /** The day of the roll-up: respondents are the units of that day. */
    readonly on: CalendarDate;
    readonly timeZone: string;
    readonly split?: SplitRule | undefined;
  },
): UnitBasis {
  const known = new Map<string, readonly Placement[]>();
  const placed = (unitId: string, from: CalendarDate, additive: boolean): readonly Placement[] => {
    const key = `${additive} ${from} ${unitId}`;
    let placements = known.get(key);
    if (!placements) {
      const rule: SplitRule = additive ? split : { kind: "together" };
      // A unit the directory does not have cannot be followed: it stays what it is.
      placements = findUnit(directory, unitId)
        ? placementsOf(directory, unitId, { from, to: basis, split: rule })
        : [unmoved(unitId)];
      known.set(key, placements);
    }
    return placements;
  };
  const dayOf = ({ receivedAt }: { readonly receivedAt: string }) => dateOf(receivedAt, timeZone);

  const rows = new Map<string, BasisRow>();
  const members = new Map<string, Set<number>>();
  const open = (placement: Placement) => {
    const row = rowOf(placement);
    if (!rows.has(row.key)) rows.set(row.key, row);
    return row.key;
  };
  respondents.forEach(({ unitIds: [unitId], rounds }, index) => {
    for (const placement of placed(unitId, on, true)) {
      const key = open(placement);
      members.set(key, (members.get(key) ?? new Set()).add(index));
    }
    for (const { record } of rounds.flatMap((round) => round?.reports ?? [])) {
      for (const additive of [true, false]) {
        placed(record.report.unitId, dayOf(record), additive).forEach(open);
      }
    }
  });
  const ordered = inOrder([...rows.values()], directory);
  const place = new Map(ordered.map(({ key }, index) => [key, index]));
  return {
    rows: ordered,
    respondents: ordered.map(({ key }) => [...(members.get(key) ?? [])]),
    place: (leaves, additive) => {
      const byRow = ordered.map((): Leaf[] => []);
      for (const leaf of leaves) {
        const placements = placed(leaf.unitId, dayOf(leaf), additive);
        const parts = partsOf(leaf, placements);
        placements.forEach((placement, index) => {
          byRow[place.get(rowOf(placement).key) as number]?.push(parts[index] as Leaf);
        });
      }
      return byRow;
    },
  };
}

function unmoved(unitId: string): Placement {
  return {
    units: [unitId],
    outside: false,
    share: { numerator: 1n, denominator: 1n },
    rules: [],
    events: [],
  };
}

function rowOf({ units, outside, reason }: Placement): BasisRow {
  if (reason === undefined) return { key: `unit:${units[0]}`, unitIds: units, reason: null };
  const ids = units.toSorted();
  return { key: `joint:${[...ids, ...(outside ? ["…"] : [])].join("+")}:${reason}`, unitIds: ids, reason };
}

/** Single units in the directory's order, then what stays together. */
function inOrder(rows: readonly BasisRow[], directory: UnitDirectory): readonly BasisRow[] {
  const order = new Map([...directoryIndex(directory).units.keys()].map((id, index) => [id, index]));
  const rank = ({ reason, unitIds }: BasisRow) =>
    (reason === null ? 0 : order.size + 1) + (order.get(unitIds[0] ?? "") ?? order.size);
  return rows.toSorted((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

/** The leaf's value shared out so that the parts add up to it exactly; the leaf itself when nothing parts it. */
function partsOf(leaf: Leaf, placements: readonly Placement[]): readonly Leaf[] {
  if (placements.every(({ rules }) => rules.length === 0)) return placements.map(() => leaf);
  const { digits, decimals } = parseDecimal(leaf.value as number | string);
  const shares = apportion(
    digits,
    placements.map(({ share }) => share),
  );
  return placements.map(({ share, rules }, index): Leaf => {
    const part = printDecimal(shares[index] as bigint, decimals);
    const value: Value = typeof leaf.value === "number" ? Number(part) : part;
    return { ...leaf, value, parted: { given: leaf.value, share: fractionToNumber(share), rules } };
  });
}
