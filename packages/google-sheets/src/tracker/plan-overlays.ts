import type { Color, ConditionalFormatRule, NamedRange, WireRequest } from "../api/wire.ts";
import { covers } from "./covers.ts";
import type { Placement } from "./place-tracker.ts";
import { columnKeys } from "./tracker-columns.ts";
import { stateWords, type Tracker } from "./tracker.ts";

const green: Color = { red: 0.85, green: 0.94, blue: 0.83 };
const yellow: Color = { red: 1, green: 0.95, blue: 0.8 };
const orange: Color = { red: 0.99, green: 0.9, blue: 0.8 };
const red: Color = { red: 0.96, green: 0.8, blue: 0.8 };
const grey: Color = { red: 0.9, green: 0.9, blue: 0.9 };

const stateColors: readonly (readonly [keyof typeof stateWords, Color])[] = [
  ["onTime", green],
  ["nil", green],
  ["extended", green],
  ["late", orange],
  ["queried", yellow],
  ["returned", orange],
  ["missing", red],
  ["waived", grey],
];

/** The colours of the column “Trạng thái”: set anew when they are not what they should be. */
export function planColors(placement: Placement, existing: readonly ConditionalFormatRule[]): WireRequest[] {
  const column = placement.columnOf.get(columnKeys.state);
  if (column === undefined) return [];
  const [startRowIndex, endRowIndex] = placement.unitRows;
  const sheetId = placement.raw.id;
  const range = { sheetId, startRowIndex, endRowIndex, startColumnIndex: column, endColumnIndex: column + 1 };
  const wanted = stateColors.map(([state, rgbColor]) => ({
    ranges: [range],
    booleanRule: {
      condition: { type: "TEXT_EQ", values: [{ userEnteredValue: stateWords[state] }] },
      format: { backgroundColorStyle: { rgbColor } },
    },
  }));
  const isOurs = ({ ranges = [] }: ConditionalFormatRule) =>
    ranges.length > 0 &&
    ranges.every((one) => one.startColumnIndex === column && one.endColumnIndex === column + 1);
  const ours = existing.flatMap((rule, index) => (isOurs(rule) ? [{ rule, index }] : []));
  const same = ours.length === wanted.length && ours.every(({ rule }, at) => covers(rule, wanted[at]));
  if (same) return [];
  return [
    ...ours.toReversed().map(({ index }) => ({ deleteConditionalFormatRule: { sheetId, index } })),
    ...wanted.map((rule, index) => ({ addConditionalFormatRule: { rule, index } })),
  ];
}

/** Names for formulas of the office's own: the whole table, and each field's cells. */
export function planNames(
  placement: Placement,
  tracker: Tracker,
  existing: readonly NamedRange[],
): WireRequest[] {
  const { raw, unitRows, heads, columnOf } = placement;
  const sheetId = raw.id;
  const word = (text: string) => text.replace(/\W/g, "_");
  const rows = { startRowIndex: unitRows[0], endRowIndex: unitRows[1] };
  const all = [...columnOf.values()];
  const table = {
    name: `bao_cao_${word(tracker.roundId)}`,
    range: {
      sheetId,
      startRowIndex: heads.headings,
      endRowIndex: unitRows[1],
      startColumnIndex: Math.min(...all),
      endColumnIndex: Math.max(...all) + 1,
    },
  };
  const fields = tracker.columns.flatMap(({ key }) => {
    const column = columnOf.get(key);
    if (!key.startsWith("field/") || column === undefined) return [];
    const name = `chi_tieu_${word(tracker.roundId)}_${word(key.slice("field/".length))}`;
    return [{ name, range: { sheetId, ...rows, startColumnIndex: column, endColumnIndex: column + 1 } }];
  });
  return [table, ...fields].flatMap((wanted): WireRequest[] => {
    const before = existing.find(({ name }) => name === wanted.name);
    if (!before) return [{ addNamedRange: { namedRange: wanted } }];
    if (covers(before.range, wanted.range)) return [];
    const namedRange = { ...wanted, namedRangeId: before.namedRangeId ?? "" };
    return [{ updateNamedRange: { namedRange, fields: "range" } }];
  });
}
