import type { GridRange, ProtectedRange, WireRequest } from "../api/wire.ts";
import { covers } from "./covers.ts";
import type { Placement } from "./place-tracker.ts";
import type { Tracker } from "./tracker.ts";

/**
 * Who may change what: heads and our columns the office alone, each row its unit. Ranges do not
 * overlap, because Google asks for the right to every range that covers a cell.
 */
export function planProtection(
  placement: Placement,
  tracker: Tracker,
  existing: readonly ProtectedRange[],
): WireRequest[] {
  const wanted = new Map(wantedRanges(placement, tracker).map((one) => [one.description ?? "", one]));
  const ours = existing.filter((one) => one.description?.startsWith(prefix(tracker)));
  const always = alwaysThere(ours);
  const requests: WireRequest[] = [];
  const seen = new Set<string>();
  for (const one of ours) {
    const want = wanted.get(one.description ?? "");
    const protectedRangeId = one.protectedRangeId ?? 0;
    if (!want || seen.has(one.description ?? "")) {
      requests.push({ deleteProtectedRange: { protectedRangeId } });
      continue;
    }
    seen.add(one.description ?? "");
    const fields = [
      ...(sameRange(one.range, want.range) ? [] : ["range"]),
      ...((one.warningOnly ?? false) === (want.warningOnly ?? false) ? [] : ["warningOnly"]),
      ...(want.warningOnly || sameEditors(one, want, always) ? [] : ["editors"]),
    ];
    if (fields.length > 0) {
      requests.push({
        updateProtectedRange: { protectedRange: { ...want, protectedRangeId }, fields: fields.join(",") },
      });
    }
  }
  for (const [description, want] of wanted) {
    if (!seen.has(description)) requests.push({ addProtectedRange: { protectedRange: want } });
  }
  return requests;
}

const prefix = (tracker: Tracker) => `Chiến dịch ${tracker.campaignId}, ${tracker.roundId}: `;

function wantedRanges(placement: Placement, tracker: Tracker): ProtectedRange[] {
  const { raw, unitRows, rowOf, columnOf, heads } = placement;
  const sheetId = raw.id;
  const office = { users: tracker.office };
  const describe = (what: string) => `${prefix(tracker)}${what}`;
  const head: ProtectedRange = {
    range: { sheetId, startRowIndex: 0, endRowIndex: Math.max(heads.keys, heads.headings) + 1 },
    description: describe("tiêu đề"),
    editors: office,
  };
  const own: number[] = [];
  const answers: number[] = [];
  for (const { key, role } of tracker.columns) {
    const column = columnOf.get(key);
    if (column !== undefined) (role.role === "field" || role.role === "nil" ? answers : own).push(column);
  }
  const columns = runs(own).map(([startColumnIndex, endColumnIndex], index): ProtectedRange => ({
    range: {
      sheetId,
      startRowIndex: unitRows[0],
      endRowIndex: unitRows[1],
      startColumnIndex,
      endColumnIndex,
    },
    description: describe(`cột của cơ quan chủ trì ${index + 1}`),
    editors: office,
  }));
  const rows = tracker.rows.flatMap((row): ProtectedRange[] => {
    const index = rowOf.get(row.unitId);
    if (index === undefined) return [];
    return runs(answers).map(([startColumnIndex, endColumnIndex], part) => ({
      range: { sheetId, startRowIndex: index, endRowIndex: index + 1, startColumnIndex, endColumnIndex },
      description: describe(`${row.unitId}${part === 0 ? "" : ` (${part + 1})`}`),
      ...(row.editors.length > 0
        ? { editors: { users: [...new Set([...row.editors, ...tracker.office])] } }
        : { warningOnly: true }),
    }));
  });
  return [head, ...columns, ...rows];
}

function runs(columns: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const column of columns.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === column) last[1] = column + 1;
    else found.push([column, column + 1]);
  }
  return found;
}

/** Google leaves out what is zero. */
function sameRange(a: GridRange = {}, b: GridRange = {}): boolean {
  return covers(a, b) && covers(b, a);
}

/** The owner is added to every range by itself: who stands in all of ours says nothing about one. */
function alwaysThere(ranges: readonly ProtectedRange[]): ReadonlySet<string> {
  const lists = ranges.filter((one) => !one.warningOnly).map((one) => new Set(one.editors?.users ?? []));
  const [first, ...rest] = lists;
  return new Set([...(first ?? [])].filter((user) => rest.every((list) => list.has(user))));
}

function sameEditors(actual: ProtectedRange, wanted: ProtectedRange, always: ReadonlySet<string>): boolean {
  const have = new Set(actual.editors?.users ?? []);
  const want = new Set(wanted.editors?.users ?? []);
  const missing = [...want].some((user) => !have.has(user));
  const extra = [...have].some((user) => !want.has(user) && !always.has(user));
  return !missing && !extra;
}
