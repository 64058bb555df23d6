import type { CalendarDate } from "../time/calendar-date.ts";
import type { NameDecision } from "./name-decisions.ts";
import { decisionLookup } from "./name-decisions.ts";
import type { Resolution, ResolveContext } from "./resolution.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { conclude, offered } from "./resolve-conclusion.ts";
import { readContext, type ReadContext } from "./resolve-context.ts";
import { readyDirectory, type ReadyDirectory } from "./resolve-directory.ts";
import { emptyLetters, readLetters, type Letters } from "./resolve-letters.ts";
import { looseReadings, suspectReadings, withLostMarks, type ReadingText } from "./resolve-readings.ts";
import { isBodyOfCommune, hasPlainType, hasTypeAfter } from "./resolve-division.ts";
import {
  authorityOfHome,
  exactly,
  numbered,
  placedBefore,
  placedUnder,
  runTogether,
} from "./resolve-exact.ts";
import { withoutAsides } from "./resolve-asides.ts";
import { withLostLetters } from "./resolve-lost-letters.ts";
import { misspelled } from "./resolve-misspelling.ts";
import { abbreviated, partOfName } from "./resolve-short.ts";
import { twoNames, type TwoNames } from "./resolve-renaming.ts";
import { isSheetError, plainText } from "./resolve-plain-text.ts";
import { readHead, readyVocabulary } from "./resolve-vocabulary.ts";
import type { UnitDirectory } from "./unit-directory.ts";
import { vietnameseVocabulary } from "./vocabulary-vi.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a resolver knows besides the directory. */
export interface UnitResolverOptions {
  /** The day names are meant for, unless the context gives another; absent, every name means its own unit. */
  readonly asOf?: CalendarDate | undefined;
  readonly vocabulary?: Vocabulary | undefined;
  /** What people decided; always beats the resolver, the last decision on a text counts. */
  readonly decisions?: readonly NameDecision[] | undefined;
  /**
   * Ids of the units that may be the answer; every unit when absent. The others still say where
   * places are, and that a name is taken: with provinces and districts in the directory, `Huyện X` is not the commune X.
   */
  readonly among?: readonly string[] | undefined;
  /**
   * The places all units lie in, from the nearest: `["thành phố Nha Trang", "tỉnh Khánh Hòa"]`. Naming
   * them narrows nothing. Absent, it is the one topmost place of the directory, when there is exactly one.
   */
  readonly home?: readonly string[] | undefined;
  /** Names known to be real somewhere else, such as the country's communes: never taken for a misspelling. */
  readonly elsewhere?: Iterable<string> | undefined;
}

/** Reads the names of units that people type. */
export interface UnitResolver {
  /** The unit a typed name means, or why none can be said. Pure: the same question has the same answer. */
  resolve(text: string, context?: ResolveContext): Resolution;
}

const contextsKept = 4096;

interface Resolver {
  readonly directory: ReadyDirectory;
  readonly asOf: CalendarDate | undefined;
  /** The text as it was typed. */
  readonly letters: Letters;
  /** The text in another reading, or a column beside it. */
  readonly rewritten: Letters;
  readonly contextOf: (context: ResolveContext) => ReadContext;
}

/**
 * Makes a directory ready for resolving names; for ten thousand units this takes some tenths of a second.
 *
 * @throws {RangeError} when the vocabulary has more than 30 types
 */
export function createUnitResolver(
  directory: UnitDirectory,
  options: UnitResolverOptions = {},
): UnitResolver {
  const vocabulary = readyVocabulary(options.vocabulary ?? vietnameseVocabulary);
  const ready = readyDirectory({
    ...options,
    units: directory.units,
    lineage: directory.lineage,
    vocabulary,
  });
  const rewritten = emptyLetters();
  const resolver: Resolver = {
    directory: ready,
    asOf: options.asOf,
    letters: emptyLetters(),
    rewritten,
    contextOf: contextCache((context) => readContext(ready, context, rewritten)),
  };
  const decided = decisionLookup(options.decisions ?? [], ready.numberOf);
  return {
    resolve(text, context = {}) {
      const decision = decided(text, context);
      if (decision) return fromDecision(ready, decision);
      return resolveText(resolver, text, context);
    },
  };
}

/** Sheets repeat their contexts, so each is understood once; a stream of arbitrary ones does not fill the memory. */
function contextCache(
  read: (context: ResolveContext) => ReadContext,
): (context: ResolveContext) => ReadContext {
  type Column = string | undefined;
  const known = new Map<Column, Map<Column, Map<Column, ReadContext>>>();
  let size = 0;
  return (context) => {
    const { district, province, group } = context;
    const found = known.get(province)?.get(district)?.get(group);
    if (found) return found;
    if (size >= contextsKept) {
      known.clear();
      size = 0;
    }
    const made = read(context);
    const byDistrict = known.get(province) ?? new Map<Column, Map<Column, ReadContext>>();
    known.set(province, byDistrict);
    const byGroup = byDistrict.get(district) ?? new Map<Column, ReadContext>();
    byDistrict.set(district, byGroup);
    byGroup.set(group, made);
    size += 1;
    return made;
  };
}

function fromDecision(directory: ReadyDirectory, decision: NameDecision): Resolution {
  const unit = directory.units[directory.numberOf.get(decision.unit) ?? -1];
  if (!unit) return { status: "unknown", nearest: [] };
  const { who, why, date } = decision;
  return { status: "matched", unit, how: { by: "decision", name: unit.name, decision: { who, why, date } } };
}

function resolveText(resolver: Resolver, text: string, context: ResolveContext): Resolution {
  const { directory, letters } = resolver;
  const read =
    context.district === undefined && context.province === undefined && context.group === undefined
      ? null
      : resolver.contextOf(context);
  const asOf = context.asOf ?? resolver.asOf;
  if (read?.swapped) {
    const swapped = resolveSwapped(resolver, text, read, asOf);
    if (swapped) return swapped;
  }
  const source = plainText(text);
  if (isSheetError(source)) return { status: "unknown", nearest: [] };
  readLetters(source, letters);
  if (letters.tooLong) return { status: "unknown", nearest: [] };
  const decoded = letters.suspect || letters.foreign ? decodedText(resolver, source, read, asOf) : null;
  if (decoded) return decoded;
  const exact = exactly(directory, letters, read);
  if (exact.candidates.length > 0) return conclude(directory, exact.candidates, asOf, "exact");
  const renamed = twoNames(source);
  if (renamed) return resolveRenamed(resolver, renamed, context);
  if (isBodyOfCommune(directory, letters)) return { status: "unknown", nearest: [] };
  if (exact.settled) return withoutNumber(resolver, read, exact.others);
  const otherwise = writtenOtherwise(resolver, source, read, asOf);
  if (otherwise) return otherwise;
  if (exact.real || numbered(directory, letters, read).length > 0)
    return withoutNumber(resolver, read, exact.others);
  return nearly(resolver, source, read, asOf, exact.others);
}

/**
 * A text with two names of one unit: the unit that both lead to on the day. When each alone means several, it is
 * the one they share; when they lead to different units, nobody can say which is meant.
 */
function resolveRenamed(
  resolver: Resolver,
  { first, second }: TwoNames,
  context: ResolveContext,
): Resolution {
  const type = typeWordsOf(resolver, first);
  const answers = [first, second].map((text) => resolveText(resolver, text, context));
  if (type !== "" && answers[1]?.status !== "matched")
    answers[1] = resolveText(resolver, `${type} ${second}`, context);
  const [one, other] = answers.map(unitsOf) as [RecipientUnit[], RecipientUnit[]];
  const shared = one.filter(({ id }) => other.some((unit) => unit.id === id));
  const [only] = shared;
  const answer = answers.find(({ status }) => status === "matched");
  if (only && shared.length === 1 && answer) return answer;
  const all = [...one, ...other.filter(({ id }) => !one.some((unit) => unit.id === id))];
  return all.length > 0 ? { status: "ambiguous", candidates: all } : { status: "unknown", nearest: [] };
}

/** The words that say the type of a unit at the beginning of a text; they count for what follows too. */
function typeWordsOf({ directory, rewritten }: Resolver, text: string): string {
  const words = text.trim().split(/\s+/u);
  for (let count = Math.min(6, words.length - 1); count > 0; count -= 1) {
    const head = words.slice(0, count).join(" ");
    readLetters(head, rewritten);
    const { next, typed } = readHead(directory.vocabulary, rewritten, 0, rewritten.tokens);
    if (typed && next === rewritten.tokens) return head;
  }
  return "";
}

function unitsOf(answer: Resolution): readonly RecipientUnit[] {
  if (answer.status === "unknown") return [];
  return answer.status === "matched" ? [answer.unit] : answer.candidates;
}

/** The text in another charset, or with letters of the compatibility forms, when it holds what Vietnamese does not. */
function decodedText(
  resolver: Resolver,
  source: string,
  read: ReadContext | null,
  asOf: CalendarDate | undefined,
): Resolution | null {
  const { suspect, foreign } = resolver.letters;
  return (
    (suspect ? tryReadings(resolver, suspectReadings(source), read, asOf) : null) ??
    (foreign ? tryReadings(resolver, [{ text: source.normalize("NFKC"), kinds: [] }], read, asOf) : null)
  );
}

/** The very name, but keyed, ordered or put together in another way. */
function writtenOtherwise(
  resolver: Resolver,
  source: string,
  read: ReadContext | null,
  asOf: CalendarDate | undefined,
): Resolution | null {
  const { directory, letters } = resolver;
  const rewritten = tryReadings(resolver, looseReadings(source, letters), read, asOf);
  if (rewritten) return rewritten;
  if (hasTypeAfter(directory, letters)) {
    const english = exactly(directory, letters, read, "after").candidates;
    if (english.length > 0) return conclude(directory, english, asOf, "exact", ["english"]);
  }
  if (!hasPlainType(directory, letters)) {
    const typed = exactly(directory, letters, read, "misspelled").candidates;
    if (typed.length > 0) return conclude(directory, typed, asOf, "exact", ["type-misspelled"]);
  }
  const behind = placedBefore(directory, letters, read);
  if (behind.length > 0) return conclude(directory, behind, asOf, "exact");
  const together = runTogether(directory, letters, read);
  if (together.length > 0) return conclude(directory, together, asOf, "exact", ["run-together"]);
  const under = placedUnder(directory, letters, read);
  if (under.length > 0) return conclude(directory, under, asOf, "exact");
  const home = authorityOfHome(directory, letters);
  if (home !== null)
    return conclude(directory, [{ bearer: home, name: -1, alias: true, distance: 0 }], asOf, "exact");
  const plain = withoutAsides(directory, source, resolver.rewritten);
  return plain === null ? null : tryReadings(resolver, [{ text: plain, kinds: [] }], read, asOf);
}

/** Not the very name, but nobody else's either: letters lost, words shortened, one letter wrong. */
function nearly(
  { directory, letters, rewritten }: Resolver,
  source: string,
  read: ReadContext | null,
  asOf: CalendarDate | undefined,
  others: readonly number[],
): Resolution {
  const marked = withLostMarks(source);
  if (marked !== null) {
    const lost = withLostLetters(directory, readLetters(marked, rewritten), read);
    if (lost.length > 0) return conclude(directory, lost, asOf, "typo", ["lost-letters"]);
  }
  const part = partOfName(directory, letters, read);
  if (part.length > 0) return conclude(directory, part, asOf, "abbreviation");
  const near = misspelled(directory, letters, read, asOf);
  if (near.candidates.length > 0) return conclude(directory, near.candidates, asOf, "typo");
  const short = abbreviated(directory, letters, read);
  if (short.length > 0) return conclude(directory, short, asOf, "abbreviation");
  return { status: "unknown", nearest: offered(directory, [...others, ...near.others]) };
}

/** A real name that is nobody's here; where its bearers have numbers, which of them nobody can say. */
function withoutNumber(
  { directory, letters }: Resolver,
  read: ReadContext | null,
  others: readonly number[],
): Resolution {
  const stems = numbered(directory, letters, read);
  if (stems.length > 1) return { status: "ambiguous", candidates: offered(directory, stems) };
  return { status: "unknown", nearest: offered(directory, [...stems, ...others]) };
}

/** The first rewritten text that is somebody's name. */
function tryReadings(
  { directory, rewritten }: Resolver,
  readings: Iterable<ReadingText>,
  read: ReadContext | null,
  asOf: CalendarDate | undefined,
): Resolution | null {
  for (const { text, kinds } of readings) {
    readLetters(text, rewritten);
    const { candidates } = exactly(directory, rewritten, read);
    if (candidates.length > 0) return conclude(directory, candidates, asOf, "exact", kinds);
    if (!rewritten.lost) continue;
    const lost = withLostLetters(directory, rewritten, read);
    if (lost.length > 0) return conclude(directory, lost, asOf, "typo", [...kinds, "lost-letters"]);
  }
  return null;
}

/** The unit in a column beside, the place in the column of the unit. */
function resolveSwapped(
  resolver: Resolver,
  text: string,
  read: ReadContext,
  asOf: CalendarDate | undefined,
): Resolution | null {
  const { directory, rewritten } = resolver;
  const swapped = read.swapped;
  if (!swapped) return null;
  readLetters(text, rewritten);
  const place = directory.places.read(rewritten, 0, rewritten.tokens, {
    prefer: swapped.column === "province" ? 1 : 2,
  });
  if (!place || (place.sets.length === 0 && place.homeLevel === 0)) return null;
  const inner: ReadContext = {
    ...read,
    swapped: null,
    limits: { ...read.limits, context: joinScopes(read.limits.context, place) },
  };
  readLetters(swapped.text, rewritten);
  const found = exactly(directory, rewritten, inner);
  if (found.candidates.length === 0) return null;
  return conclude(directory, found.candidates, asOf, "exact", [], swapped.column);
}

function joinScopes(left: ReadContext["limits"]["context"], right: ReadContext["limits"]["context"]) {
  return {
    sets: [...left.sets, ...right.sets],
    homeLevel: Math.max(left.homeLevel, right.homeLevel),
    commune: left.commune || right.commune,
  };
}
