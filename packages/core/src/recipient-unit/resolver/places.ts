import type { RecipientUnit } from "../recipient-unit.ts";
import { gap, textOf, tokenText, type Letters } from "./letters.ts";
import { readLetters } from "./read-letters.ts";
import { isVietnameseSyllable } from "../../vietnamese/syllable-shape.ts";
import { letterCost, nameDistance } from "./distance.ts";
import { addName, firstName, nameAgreement, nameTable, nearNames, type NameTable } from "./names.ts";
import { agreement, longestPhrase } from "./phrases.ts";
import { skipNoise } from "./noise.ts";
import { readHead, type ReadyVocabulary } from "./ready-vocabulary.ts";

/** A place that is given with a name to say where it is. */
interface Place {
  /** The unit it is, or -1 for a home place that is not in the directory. */
  readonly unit: number;
  readonly type: number;
  /** 1 for the topmost places (provinces), 2 for those inside them. */
  readonly level: 1 | 2;
  /** Whether all units lie there, so that naming it narrows nothing. */
  readonly home: boolean;
}

/**
 * What the words after a name (or in a column beside it) say about where the unit is: for each
 * place named, the units that it may be. A unit is in scope when it lies within one of each.
 */
export interface Scope {
  readonly sets: readonly (readonly number[])[];
  /** The deepest level of a home place named, 0 when none was. */
  readonly homeLevel: number;
  /** Whether a commune was named: where a school stands. */
  readonly commune: boolean;
}

export const everywhere: Scope = { sets: [], homeLevel: 0, commune: false };

export interface PlaceTable {
  readonly places: readonly Place[];
  /** The tokens from `from` to `to` as places, or null when something there is no place. */
  readonly read: (letters: Letters, from: number, to: number, options?: ReadOptions) => Scope | null;
  /** Whether the tokens from `from` to the end may say where: a quick look, not the full reading. */
  readonly begins: (letters: Letters, from: number, to: number) => boolean;
  /** Whether all units lie in one place that is known. */
  readonly hasHome: boolean;
  /** Whether letters are a place name, or one letter from one. */
  readonly isNear: (letters: Letters, from: number, to: number) => boolean;
  /** The token where a place of home begins at the end of a name; 0 when it does not end so. */
  readonly homeTail: (letters: Letters, from: number, to: number) => number;
}

export interface ReadOptions {
  /** Prefer places of this level when a name is borne at both. */
  readonly prefer?: 1 | 2 | undefined;
  /** Accept a commune as the place of a school. */
  readonly communes?: boolean | undefined;
  /** Accept the authority of a place for the place: `UBND huyện Diên Khánh`. */
  readonly authorities?: boolean | undefined;
  /** Accept initials: `DK` for Diên Khánh. */
  readonly initials?: boolean | undefined;
}

/** No place name has more words. */
const mostTokens = 7;

export function placeTable(
  units: readonly RecipientUnit[],
  ancestors: readonly (readonly number[])[],
  vocabulary: ReadyVocabulary,
  homeNames: readonly string[] | undefined,
  letters: Letters,
): PlaceTable {
  const places: Place[] = [];
  const names = nameTable();
  const initials = nameTable();
  const above = vocabulary.mask.district | vocabulary.mask.province;

  const file = (text: string, place: Place | ((type: number) => Place)): number => {
    readLetters(text, letters);
    const head = readHead(vocabulary, letters, 0, letters.tokens);
    if (head.next === letters.tokens) return -1;
    const made = typeof place === "function" ? place(head.typed ? head.mask : 0) : place;
    const number = places.push(made) - 1;
    addNames(number, head.next);
    return number;
  };
  const addNames = (number: number, token: number) => {
    const from = letters.starts[token] as number;
    addName(names, letters, from, letters.length, { unit: number, type: 1, alias: false });
    // `NT`, and `TPNT` with the type.
    const shortened = new Set<string>();
    for (let from = 0; from <= token; from += 1) shortened.add(initialsOf(letters, from));
    for (const short of shortened) {
      if (short.length < 2) continue;
      readLetters(short, letters);
      addName(initials, letters, 0, letters.length, { unit: number, type: 1, alias: true });
    }
  };

  const isParent = new Uint8Array(units.length);
  for (const list of ancestors) for (const number of list) isParent[number] = 1;
  const placeUnits: number[] = [];
  units.forEach((unit, number) => {
    readLetters(unit.name, letters);
    const head = readHead(vocabulary, letters, 0, letters.tokens);
    if (!head.typed || (head.mask & above) === 0 || head.next === letters.tokens) return;
    placeUnits.push(number);
  });
  const placeSet = new Set(placeUnits);
  const levelOf = (number: number): 1 | 2 =>
    (ancestors[number] as readonly number[]).some((ancestor) => placeSet.has(ancestor)) ? 2 : 1;
  const tops = placeUnits.filter((number) => levelOf(number) === 1);
  const only = homeNames === undefined && tops.length === 1 ? tops[0] : undefined;
  const homes = new Set((homeNames ?? []).map((text) => placeKey(text, vocabulary, letters)));
  for (const number of placeUnits) {
    const unit = units[number] as RecipientUnit;
    const home = number === only || homes.has(placeKey(unit.name, vocabulary, letters));
    for (const text of [unit.name, ...(unit.shortName ? [unit.shortName] : []), ...unit.aliases]) {
      file(text, (type) => ({ unit: number, type: type & above, level: home ? 2 : levelOf(number), home }));
    }
  }
  const filed = new Set(
    placeUnits.map((number) => placeKey((units[number] as RecipientUnit).name, vocabulary, letters)),
  );
  for (const text of homeNames ?? []) {
    if (filed.has(placeKey(text, vocabulary, letters))) continue;
    file(text, (type) => ({
      unit: -1,
      type: type & above,
      level: (type & vocabulary.mask.province) !== 0 ? 1 : 2,
      home: true,
    }));
  }
  for (const [other, name] of Object.entries(vocabulary.places)) {
    readLetters(name, letters);
    const meant = bearers(names, letters, 0, letters.length);
    readLetters(other, letters);
    for (const number of meant)
      addName(names, letters, 0, letters.length, { unit: number, type: 1, alias: true });
  }
  const homeMask = places.reduce((mask, place) => (place.home ? mask | place.type : mask), 0);

  const lookUp = (
    source: Letters,
    from: number,
    to: number,
    mask: number,
    options: ReadOptions,
    single = true,
  ): readonly number[] | null => {
    let found = bearers(names, source, from, to);
    if (found.length === 0 && options.initials && single) found = bearers(initials, source, from, to);
    if (found.length === 0) return null;
    if (mask !== 0) {
      const typed = found.filter((number) => ((places[number] as Place).type & mask) !== 0);
      // A town that became a city keeps its name: when no place has the type, the type is out of date.
      if (typed.length > 0) found = typed;
    } else if (options.prefer !== undefined) {
      const preferred = found.filter((number) => (places[number] as Place).level === options.prefer);
      if (preferred.length > 0) found = preferred;
    }
    return found;
  };

  const beginsWithPlaceType = (source: Letters, token: number, to: number): boolean =>
    longestPhrase(vocabulary.types, source, token, to, false)?.meanings.some(
      ({ bit }) => (bit & above) !== 0,
    ) ?? false;

  const longestPlace = (
    source: Letters,
    begin: number,
    to: number,
    mask: number,
    options: ReadOptions,
  ): [readonly number[] | null, number] => {
    const from = source.starts[begin] as number;
    for (let end = Math.min(to, begin + mostTokens); end > begin; end -= 1) {
      const single = end === begin + 1 && mayBeInitials(source, begin);
      const found = lookUp(source, from, source.ends[end - 1] as number, mask, options, single);
      if (found) return [found, end];
    }
    return [null, begin];
  };

  const read = (source: Letters, from: number, to: number, options: ReadOptions = {}): Scope | null => {
    const sets: (readonly number[])[] = [];
    let homeLevel = 0;
    let commune = false;
    let token = from;
    while (token < to) {
      const skipped = skipNoise(vocabulary, source, token, to);
      if (skipped > token) {
        token = skipped;
        continue;
      }
      const head = readHead(vocabulary, source, token, to);
      const isPlaceType =
        (head.mask & above) !== 0 &&
        head.typed &&
        (options.authorities || beginsWithPlaceType(source, token, to));
      const begin = isPlaceType ? head.next : token;
      const mask = isPlaceType ? head.mask & above : 0;
      // `Quản Bạ` is no quận; and a name may hold a dash, as `Bà Rịa - Vũng Tàu` does.
      let [found, end] = longestPlace(source, token, to, 0, options);
      if (begin > token && begin < to && (!found || end <= begin))
        [found, end] = longestPlace(source, begin, to, mask, options);
      if (found && end === to && begin > token && end <= begin) found = null;
      if (!found && head.typed && !isPlaceType) {
        if (!options.communes || (head.mask & vocabulary.mask.commune) === 0) return null;
        if (head.next === to) return null;
        token = endOfPart(vocabulary, source, head.next, to);
        commune = true;
        continue;
      }
      if (!found) {
        // `TP` at the end of a name, in an office whose home is a city.
        if (
          isPlaceType &&
          (mask & homeMask) !== 0 &&
          (begin === to || (source.gaps[begin] as number) >= gap.break)
        ) {
          homeLevel = Math.max(
            homeLevel,
            (mask & vocabulary.mask.province) !== 0 && (mask & vocabulary.mask.district & homeMask) === 0
              ? 1
              : 2,
          );
          token = begin;
          continue;
        }
        return null;
      }
      const home = found.map((number) => places[number] as Place).filter((place) => place.home);
      if (home.length > 0) homeLevel = Math.max(homeLevel, ...home.map(({ level }) => level));
      else sets.push(found.map((number) => (places[number] as Place).unit));
      token = end;
      // `Nha Trang City`
      const after = token < to ? longestPhrase(vocabulary.typesAfter, source, token, to, false) : null;
      if (after?.meanings.some(({ bit }) => (bit & above) !== 0)) token = after.next;
    }
    return { sets, homeLevel, commune };
  };

  const homeTail = (source: Letters, from: number, to: number): number => {
    for (let token = from + 1; token < to; token += 1) {
      const scope = read(source, token, to);
      if (scope && scope.sets.length === 0 && scope.homeLevel === 2) return token;
    }
    return 0;
  };
  const begins = (source: Letters, token: number, to: number): boolean => {
    const start = source.starts[token] as number;
    const limit = Math.min(partLimit(source, token, to), token + 5);
    for (let end = limit; end > token; end -= 1) {
      if (firstName(names, source, start, source.ends[end - 1] as number) >= 0) return true;
    }
    return firstName(initials, source, start, source.ends[token] as number) >= 0;
  };
  const isNear = (source: Letters, from: number, to: number): boolean => {
    let near = false;
    nearNames(names, source, from, to, (name) => {
      near ||= nameDistance(names, name, source, from, to, letterCost, true) <= letterCost;
    });
    return near;
  };
  return { places, hasHome: places.some(({ home }) => home), read, begins, isNear, homeTail };
}

/** `Vĩnh Hải NT` ends with a place; `Thượng Xuân Du` does not, for what looks like a syllable is one. */
function mayBeInitials(letters: Letters, token: number): boolean {
  return (letters.gaps[token] as number) >= gap.break || !isVietnameseSyllable(tokenText(letters, token));
}

function placeKey(text: string, vocabulary: ReadyVocabulary, letters: Letters): string {
  readLetters(text, letters);
  const head = readHead(vocabulary, letters, 0, letters.tokens);
  const from = head.next < letters.tokens ? (letters.starts[head.next] as number) : 0;
  return `${head.typed ? head.mask : 0}:${textOf(letters, from, letters.length)}`;
}

function initialsOf(letters: Letters, token: number): string {
  let text = "";
  for (let at = token; at < letters.tokens; at += 1) {
    text += String.fromCharCode(letters.codes[letters.starts[at] as number] as number);
  }
  return text;
}

/** The places that bear a name: those whose marks agree best. */
function bearers(names: NameTable, letters: Letters, from: number, to: number): number[] {
  let best: number = agreement.conflict;
  let found: number[] = [];
  for (let name = firstName(names, letters, from, to); name >= 0; name = names.next[name] as number) {
    const how = nameAgreement(names, name, letters, from, to);
    if (how === agreement.different || how > best) continue;
    if (how < best) found = [];
    best = how;
    for (let at = names.firstBearer[name] as number; at >= 0; at = names.bearerNext[at] as number) {
      found.push(names.bearerUnit[at] as number);
    }
  }
  return found;
}

/** How far a place name can reach: to the next comma, dash or bracket. */
function partLimit(letters: Letters, from: number, to: number): number {
  let end = from + 1;
  while (end < to && (letters.gaps[end] as number) < gap.break) end += 1;
  return end;
}

/** The end of a commune's name after a school: the next break or type of place. */
function endOfPart(vocabulary: ReadyVocabulary, letters: Letters, from: number, to: number): number {
  const limit = partLimit(letters, from, to);
  for (let token = from + 1; token < limit; token += 1) {
    const head = readHead(vocabulary, letters, token, limit);
    if (head.typed && (head.mask & (vocabulary.mask.district | vocabulary.mask.province)) !== 0) return token;
  }
  return limit;
}
