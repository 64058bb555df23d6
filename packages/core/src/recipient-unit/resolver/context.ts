import type { RecipientUnit } from "../recipient-unit.ts";
import type { ResolveContext } from "./resolution.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { eachStart, isBodyOfCommune } from "./division.ts";
import { gap, type Letters } from "./letters.ts";
import { readLetters } from "./read-letters.ts";
import { suspectReadings } from "./readings.ts";
import { isNumber } from "./noise.ts";
import { isOnlyElsewhere } from "./names.ts";
import { everywhere, type Scope } from "./places.ts";
import { isWithin, type Limits } from "./search.ts";
import { readHead } from "./ready-vocabulary.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";

/** The columns beside a name and the heading above it, understood as far as they can be. */
export interface ReadContext {
  readonly limits: Limits;
  /** A column that holds a unit where a place should stand. */
  readonly swapped: { readonly text: string; readonly column: "district" | "province" } | null;
}

export function readContext(
  directory: ReadyDirectory,
  context: ResolveContext,
  letters: Letters,
): ReadContext {
  const { context: limits, swapped } = readBothColumns(directory, context, letters);
  return { limits: { context: limits, group: groupUnits(directory, context.group, letters) }, swapped };
}

interface ReadColumns {
  readonly context: Scope;
  readonly swapped: ReadContext["swapped"];
}

function readBothColumns(directory: ReadyDirectory, context: ResolveContext, letters: Letters): ReadColumns {
  const holdUnits = ({ context: scope }: ReadColumns) =>
    directory.units.some((_, unit) => isWithin(directory, unit, scope));
  const read = readColumns(directory, context, letters, { district: 2, province: 1 });
  if (read.context.sets.length < 2 || holdUnits(read)) return read;
  // Nothing lies in both: `Bắc Ninh` may be the province in the column of districts.
  const exchanged = readColumns(directory, context, letters, { district: 1, province: 2 });
  return holdUnits(exchanged) ? exchanged : read;
}

function readColumns(
  directory: ReadyDirectory,
  context: ResolveContext,
  letters: Letters,
  levels: { readonly district: 1 | 2; readonly province: 1 | 2 },
): ReadColumns {
  const sets: (readonly number[])[] = [];
  let homeLevel = 0;
  let swapped: ReadContext["swapped"] = null;
  for (const column of ["district", "province"] as const) {
    const text = context[column];
    if (text === undefined || text === "") continue;
    readLetters(text, letters);
    const prefer = levels[column];
    const scope = placeIn(directory, letters, prefer) ?? decodedPlaceIn(directory, text, letters, prefer);
    if (scope) {
      sets.push(...scope.sets);
      homeLevel = Math.max(homeLevel, scope.homeLevel);
    } else if (looksLikeUnit(directory, letters)) swapped ??= { text, column };
    else if (isElsewhere(directory, letters)) sets.push(nowhere);
  }
  return { context: sets.length === 0 ? everywhere : { sets, homeLevel, commune: false }, swapped };
}

/** A place of which no unit is a part. */
const nowhere: readonly number[] = [];

/** A place in a legacy charset: the columns of a sheet are typed in the same one as its names. */
function decodedPlaceIn(
  directory: ReadyDirectory,
  text: string,
  letters: Letters,
  prefer: 1 | 2,
): Scope | null {
  for (const reading of letters.suspect ? suspectReadings(text) : []) {
    const scope = placeIn(directory, readLetters(reading.text, letters), prefer);
    if (scope) return scope;
  }
  readLetters(text, letters);
  return null;
}

/** A cell as a place, from its beginning or after a row number: `2. Huyện Diên Khánh`. */
function placeIn(directory: ReadyDirectory, letters: Letters, prefer: 1 | 2): Scope | null {
  let scope: Scope | null = null;
  // `1. Huyện X` is no Quận 1.
  const listed = letters.tokens > 1 && isNumber(letters, 0) && letters.gaps[1] === gap.dot;
  if (listed) scope = directory.places.read(letters, 1, letters.tokens, { prefer, authorities: true });
  if (scope !== null) return scope;
  eachStart(directory, letters, (start) => {
    scope = directory.places.read(letters, start, letters.tokens, {
      prefer,
      initials: true,
      authorities: true,
    });
    return scope !== null;
  });
  return scope;
}

/**
 * Whether a cell names a place where no unit of the directory lies: one known to be real elsewhere, or, where all
 * units lie in one home, any other district or province that is not home misspelled.
 */
function isElsewhere(directory: ReadyDirectory, letters: Letters): boolean {
  const { vocabulary, names, places } = directory;
  if (letters.suspect || letters.foreign || letters.lost) return false;
  return eachStart(directory, letters, (start) => {
    const end = endOfFirstPart(letters, start);
    const head = readHead(vocabulary, letters, start, end);
    if (head.next === end) return false;
    const typed = head.typed && (head.mask & (vocabulary.mask.district | vocabulary.mask.province)) !== 0;
    const from = letters.starts[typed ? head.next : start] as number;
    const to = letters.ends[end - 1] as number;
    if (isOnlyElsewhere(names, letters, from, to)) return true;
    return typed && places.hasHome && !places.isNear(letters, from, to);
  });
}

function endOfFirstPart(letters: Letters, start: number): number {
  let end = start + 1;
  while (end < letters.tokens && (letters.gaps[end] as number) < gap.break) end += 1;
  return end;
}

/** Whether a cell begins as the name of a commune or a school does, or names another body of a commune. */
function looksLikeUnit(directory: ReadyDirectory, letters: Letters): boolean {
  const { vocabulary } = directory;
  if (isBodyOfCommune(directory, letters)) return true;
  const head = readHead(vocabulary, letters, 0, letters.tokens);
  return (
    head.typed &&
    (head.mask & (vocabulary.mask.commune | vocabulary.mask.school)) !== 0 &&
    head.next < letters.tokens
  );
}

const fillers = new Set(
  "khoi bac cac nhom truong don vi ubnd cap danh sach i ii iii iv v vi vii viii".split(" "),
);

function contentWords(text: string): string[] {
  return foldVietnamese(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !fillers.has(word) && !/^\d+$/.test(word));
}

/**
 * The units a heading is about: those of the directory's group it names, else those of the types it
 * names (`Khối Mầm non`, `I. CÁC PHƯỜNG, XÃ`). Null when it is not understood.
 */
function groupUnits(
  directory: ReadyDirectory,
  heading: string | undefined,
  letters: Letters,
): Uint8Array | null {
  if (heading === undefined || heading.trim() === "") return null;
  const types = typesNamed(directory, heading, letters);
  if (types !== 0) {
    return Uint8Array.from(directory.types, (type) => ((type & types) !== 0 ? 1 : 0));
  }
  const words = contentWords(heading);
  if (words.length === 0) return null;
  const named = new Set<string>();
  for (const unit of directory.units) {
    for (const group of unit.groups) {
      const own = contentWords(group);
      const shared = words.filter((word) => own.includes(word)).length;
      if (own.length > 0 && (shared === own.length || shared >= Math.ceil(words.length * 0.6)))
        named.add(group);
    }
  }
  if (named.size === 0) return null;
  return Uint8Array.from(directory.units, (unit: RecipientUnit) =>
    unit.groups.some((group) => named.has(group)) ? 1 : 0,
  );
}

/** The types whose words stand in a heading. */
function typesNamed(directory: ReadyDirectory, heading: string, letters: Letters): number {
  const { vocabulary } = directory;
  const wanted = vocabulary.mask.commune | vocabulary.mask.school;
  readLetters(heading, letters);
  let types = 0;
  for (let token = 0; token < letters.tokens;) {
    const head = readHead(vocabulary, letters, token, letters.tokens);
    if (head.typed && (head.mask & wanted) !== 0) {
      // Single letters mean a type only before a name, and a heading has none.
      const size = (letters.ends[head.next - 1] as number) - (letters.starts[token] as number);
      if (size > 1) types |= head.mask & wanted;
    }
    token = head.next > token ? head.next : token + 1;
  }
  return types;
}
