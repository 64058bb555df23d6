import { spelledNames, type SpelledNames } from "./spelled-names.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import type { LineageEvent } from "../lineage-event.ts";
import type { RecipientUnit } from "../recipient-unit.ts";
import { emptyLetters, type Letters } from "./letters.ts";
import { readLetters } from "./read-letters.ts";
import { addName, internName, nameTable, type NameTable } from "./names.ts";
import { isNumber } from "./noise.ts";
import { placeTable, type PlaceTable } from "./places.ts";
import { readHead, wholeName, type ReadyVocabulary } from "./ready-vocabulary.ts";

/** A directory made ready for resolving: units by number, what they are called, where they lie, when they exist. */
export interface ReadyDirectory {
  readonly units: readonly RecipientUnit[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** 1 for a unit that may be the answer, 0 for one that only gives places and says that a name is taken. */
  readonly asked: Uint8Array;
  /** Type mask of each unit by its official name. */
  readonly types: Int32Array;
  readonly vocabulary: ReadyVocabulary;
  readonly names: NameTable;
  /** Names that end in a number, without it. */
  readonly stems: NameTable;
  readonly places: PlaceTable;
  /** For each unit, the places it lies in or lay in, as unit numbers. */
  readonly within: readonly (readonly number[])[];
  /** For first letters; made when first asked for. */
  readonly spelled: () => SpelledNames;
  readonly at: (date: CalendarDate | undefined) => TimeView;
  /** Whether the second unit is one that the first went into, at any time. */
  readonly tookOver: (from: number, to: number) => boolean;
}

/** Who exists on a day, and who stands for those that do not. */
export interface TimeView {
  readonly alive: Uint8Array;
  /** The units on that day that took over; empty when nobody knows. */
  readonly successors: (unit: number) => readonly number[];
}

export interface DirectoryInput {
  readonly units: readonly RecipientUnit[];
  readonly lineage: readonly LineageEvent[];
  readonly vocabulary: ReadyVocabulary;
  readonly among?: readonly string[] | undefined;
  readonly home?: readonly string[] | undefined;
  readonly elsewhere?: Iterable<string> | undefined;
}

export function readyDirectory(input: DirectoryInput): ReadyDirectory {
  const { units, vocabulary } = input;
  const numberOf = new Map(units.map((unit, number) => [unit.id, number]));
  const asked = askedUnits(units, input.among);
  const names = nameTable();
  const stems = nameTable();
  const types = new Int32Array(units.length);
  const letters = emptyLetters();
  const ancestors = units.map((unit) => ancestorsOf(unit, numberOf, units));
  const places = placeTable(units, ancestors, vocabulary, input.home, letters);
  units.forEach((unit, number) => {
    types[number] = addUnitNames(names, stems, places, vocabulary, letters, unit, number);
  });
  for (const name of input.elsewhere ?? []) {
    readLetters(name, letters);
    const head = readHead(vocabulary, letters, 0, letters.tokens);
    // `Phường 3` elsewhere makes no name of the 3 in `MN 3 tháng 2`.
    if (head.next < letters.tokens && !isNumber(letters, head.next))
      internName(names, letters, letters.starts[head.next] as number, letters.length);
  }
  let spelled: SpelledNames | undefined;
  return {
    units,
    numberOf,
    asked,
    vocabulary,
    types,
    names,
    stems,
    places,
    within: placesThroughTime(ancestors, input.lineage, numberOf),
    spelled: () => (spelled ??= spelledNames(units, types, places, vocabulary)),
    at: timeViews(units, input.lineage, numberOf),
    tookOver: (from, to) => {
      const source = units[from] as RecipientUnit;
      const target = units[to] as RecipientUnit;
      return input.lineage.some(
        (event) => event.from.includes(source.id) && event.to.some(({ unitId }) => unitId === target.id),
      );
    },
  };
}

function askedUnits(units: readonly RecipientUnit[], among: readonly string[] | undefined): Uint8Array {
  if (!among) return new Uint8Array(units.length).fill(1);
  const ids = new Set(among);
  return Uint8Array.from(units, (unit) => (ids.has(unit.id) ? 1 : 0));
}

/** Every unit above, in all hierarchies, nearest first; a circle in the data ends the walk. */
function ancestorsOf(
  unit: RecipientUnit,
  numberOf: ReadonlyMap<string, number>,
  units: readonly RecipientUnit[],
): number[] {
  const found: number[] = [];
  const pending = Object.values(unit.parents);
  for (let id = pending.shift(); id !== undefined; id = pending.shift()) {
    const number = numberOf.get(id);
    if (number === undefined || found.includes(number)) continue;
    found.push(number);
    pending.push(...Object.values((units[number] as RecipientUnit).parents));
  }
  return found;
}

const little = /\s+và\s+/giu;
/** Lists of units shorten it: `Thị trấn NT Mộc Châu`. */
const stateFarm = /(?<!\p{L})NT(?=\s)/u;

function addUnitNames(
  names: NameTable,
  stems: NameTable,
  places: PlaceTable,
  vocabulary: ReadyVocabulary,
  letters: Letters,
  unit: RecipientUnit,
  number: number,
): number {
  let type = 0;
  const written = [unit.name, ...(unit.shortName ? [unit.shortName] : []), ...unit.aliases];
  // `Tài nguyên và Môi trường` is also written with `&` or nothing.
  const shorter = written
    .flatMap((text) => [text.replace(little, " "), text.replace(stateFarm, "Nông trường")])
    .filter((text) => !written.includes(text));
  [...written, ...shorter].forEach((text, index) => {
    readLetters(text, letters);
    const alias = index > 0 && index < written.length;
    const head = readHead(vocabulary, letters, 0, letters.tokens);
    const last = letters.tokens;
    // `P. Y tế` is short for a phòng: a unit whose official name begins with no type has none under another name.
    const organisation = alias && (type === 0 || type === wholeName);
    if (head.typed && head.next < last && !organisation) {
      if (type === 0) type = head.mask;
      // `TT` may be thị trấn or a mere abbreviation: under another name, only the types it has count.
      const mask = alias && (head.mask & type) !== 0 ? head.mask & type : head.mask;
      const bearer = { unit: number, type: mask, alias };
      addName(names, letters, letters.starts[head.next] as number, letters.length, bearer);
      if (last > head.next + 1 && isNumber(letters, last - 1) && !isNumber(letters, last - 2)) {
        addName(
          stems,
          letters,
          letters.starts[head.next] as number,
          letters.ends[last - 2] as number,
          bearer,
        );
      }
    }
    if (head.mask === 0 || !head.typed || head.next === last || organisation) {
      if (type === 0) type = wholeName;
      addName(names, letters, 0, letters.length, { unit: number, type: wholeName, alias });
      const end = places.homeTail(letters, 0, last);
      if (end > 0 && end < last) {
        addName(names, letters, 0, letters.ends[end - 1] as number, { unit: number, type: wholeName, alias });
      }
    }
  });
  return type;
}

/** Where a unit lies, with where its predecessors lay and where its successors lie: people go on writing either. */
function placesThroughTime(
  ancestors: readonly number[][],
  lineage: readonly LineageEvent[],
  numberOf: ReadonlyMap<string, number>,
): number[][] {
  if (lineage.length === 0) return ancestors as number[][];
  const within = ancestors.map((list) => [...list]);
  const add = (to: number, from: number) => {
    const target = within[to] as number[];
    for (const place of within[from] as number[]) if (!target.includes(place)) target.push(place);
  };
  const inOrder = [...lineage].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
  const pairs = inOrder.flatMap((event) =>
    event.from.flatMap((from) =>
      event.to.map(({ unitId }) => [numberOf.get(from), numberOf.get(unitId)] as const),
    ),
  );
  const before = within.map((list) => list.length);
  for (const [from, to] of pairs) if (from !== undefined && to !== undefined) add(to, from);
  for (const [from, to] of [...pairs].reverse()) {
    if (from === undefined || to === undefined || from === to) continue;
    const own = (within[to] as number[]).slice(0, before[to]);
    const target = within[from] as number[];
    for (const place of own) if (!target.includes(place)) target.push(place);
  }
  return within;
}

function timeViews(
  units: readonly RecipientUnit[],
  lineage: readonly LineageEvent[],
  numberOf: ReadonlyMap<string, number>,
): (date: CalendarDate | undefined) => TimeView {
  const eventsFrom = new Map<number, LineageEvent[]>();
  for (const event of lineage) {
    for (const id of event.from) {
      const number = numberOf.get(id);
      if (number === undefined || event.to.some(({ unitId }) => unitId === id)) continue;
      const list = eventsFrom.get(number);
      if (list) list.push(event);
      else eventsFrom.set(number, [event]);
    }
  }
  const views = new Map<CalendarDate | undefined, TimeView>();
  let last: { readonly date: CalendarDate | undefined; readonly view: TimeView } | undefined;
  return (date) => {
    if (last && last.date === date) return last.view;
    const known = views.get(date);
    if (known) {
      last = { date, view: known };
      return known;
    }
    const happened = (number: number) =>
      date === undefined ? [] : (eventsFrom.get(number) ?? []).filter(({ on }) => on <= date);
    const alive = Uint8Array.from(units, (unit, number) => {
      if (date === undefined) return 1;
      if (unit.validTo !== undefined && unit.validTo < date) return 0;
      return eventsFrom.has(number) && happened(number).length > 0 ? 0 : 1;
    });
    const successors = (unit: number, seen: readonly number[] = []): number[] => {
      if (alive[unit] === 1) return [unit];
      if (seen.includes(unit)) return [];
      const next = happened(unit).flatMap((event) => event.to.map(({ unitId }) => numberOf.get(unitId)));
      const found = next.flatMap((number) =>
        number === undefined ? [] : successors(number, [...seen, unit]),
      );
      return [...new Set(found)];
    };
    const view = { alive, successors: (unit: number) => successors(unit) };
    // A campaign knows a handful of dates; a stream of arbitrary ones must not fill the memory.
    if (views.size >= 64) views.clear();
    views.set(date, view);
    return view;
  };
}
