import type { CalendarDate } from "../../time/calendar-date.ts";
import type { Resolution, ResolveContext } from "./resolution.ts";
import type { RecipientUnit } from "../recipient-unit.ts";
import { conclude, offered } from "./conclusion.ts";
import { type ReadContext } from "./context.ts";
import { type ReadyDirectory } from "./ready-directory.ts";
import { type Letters } from "./letters.ts";
import { readLetters } from "./read-letters.ts";
import { looseReadings, suspectReadings, withLostMarks, withPlainDak, type ReadingText } from "./readings.ts";
import { isBodyOfCommune, hasPlainType, hasTypeAfter } from "./division.ts";
import { exactly, numbered } from "./exact.ts";
import { authorityOfHome, isUpperBody, placedBefore, placedUnder } from "./placed.ts";
import { runTogether } from "./run-together.ts";
import { partsThatSay } from "./asides.ts";
import { withLostLetters } from "./lost-letters.ts";
import { misspelled } from "./misspelling.ts";
import { abbreviated, partOfName, withoutWords } from "./short.ts";
import { twoNames, type TwoNames } from "./renaming.ts";
import { isSheetError, plainText } from "./plain-text.ts";
import { readHead, wholeName } from "./ready-vocabulary.ts";

/** What resolving a text needs: the directory, and letters to read into, so that nothing is made anew for a name. */
export interface Resolver {
  readonly directory: ReadyDirectory;
  readonly asOf: CalendarDate | undefined;
  /** The text as it was typed. */
  readonly letters: Letters;
  /** The text in another reading, or a column beside it. */
  readonly rewritten: Letters;
  readonly contextOf: (context: ResolveContext) => ReadContext;
}

/** What a text means: the very name first, then the name written otherwise, then the nearest. */
export function resolveText(resolver: Resolver, text: string, context: ResolveContext): Resolution {
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
  const marked = withPlainDak(source);
  const remarked =
    marked === null ? null : tryReadings(resolver, [{ text: marked, kinds: ["other-marks"] }], read, asOf);
  if (remarked) return remarked;
  if (isBodyOfCommune(directory, letters)) return { status: "unknown", nearest: [] };
  if (exact.settled) return withoutNumber(directory, letters, read, exact.others);
  const otherwise = writtenOtherwise(resolver, source, read, asOf);
  if (otherwise) return otherwise;
  if (exact.real || numbered(directory, letters, read).length > 0)
    return withoutNumber(directory, letters, read, exact.others);
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
  const present = answers.find((answer) => answers.some((other) => isSuccessor(resolver, answer, other)));
  if (present) return present;
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

/** Whether a unit took over another, whatever day the text is meant for: it says itself which name came later. */
function isSuccessor({ directory }: Resolver, answer: Resolution, former: Resolution): boolean {
  if (answer.status !== "matched") return false;
  const { numberOf } = directory;
  const unit = numberOf.get(answer.unit.id) as number;
  return unitsOf(former).some(
    ({ id }) => id !== answer.unit.id && directory.tookOver(numberOf.get(id) as number, unit),
  );
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
  const english = withTypeAfter(directory, letters, read, asOf);
  if (english) return english;
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
  return inParts(resolver, source, read, asOf);
}

/** `Vinh Hai Ward`: the very name, with its type behind it. */
function withTypeAfter(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
  asOf: CalendarDate | undefined,
): Resolution | null {
  if (!hasTypeAfter(directory, letters)) return null;
  const { candidates } = exactly(directory, letters, read, "after");
  return candidates.length > 0 ? conclude(directory, candidates, asOf, "exact", ["english"]) : null;
}

/** A unit among persons, headings and addresses, or beside another name of it or the body above it. */
function inParts(
  resolver: Resolver,
  source: string,
  read: ReadContext | null,
  asOf: CalendarDate | undefined,
): Resolution | null {
  const { directory, rewritten } = resolver;
  const parts = partsThatSay(directory, source, rewritten);
  if (parts === null) return null;
  const found = inOnePart(resolver, parts.join(", "), read, asOf);
  if (found || parts.length < 2) return found;
  const own: Resolution[] = [];
  for (const part of parts) {
    if (isUpperBody(directory, readLetters(part, rewritten))) continue;
    const answer = inOnePart(resolver, part, read, asOf);
    if (!answer) return null;
    own.push(answer);
  }
  const units = [...new Set(own.flatMap(unitsOf))];
  const [first] = own;
  if (first && units.length === 1) return own.find(({ status }) => status === "matched") ?? first;
  // On a letterhead the body above stands over the one that writes.
  const last = own.at(-1);
  const stacked =
    /\n/.test(source) && last?.status === "matched" && own.slice(0, -1).every(isOrganisation(directory));
  if (stacked) return last;
  return units.length > 0 ? { status: "ambiguous", candidates: units } : null;
}

/** A part by its very name, in Vietnamese or English, or by its first letters. */
function inOnePart(
  { directory, rewritten }: Resolver,
  part: string,
  read: ReadContext | null,
  asOf: CalendarDate | undefined,
): Resolution | null {
  readLetters(part, rewritten);
  const { candidates } = exactly(directory, rewritten, read);
  if (candidates.length > 0) return conclude(directory, candidates, asOf, "exact");
  const english = withTypeAfter(directory, rewritten, read, asOf);
  if (english) return english;
  const short = abbreviated(directory, rewritten, read);
  return short.length > 0 ? conclude(directory, short, asOf, "abbreviation") : null;
}

const isOrganisation =
  ({ types, numberOf }: ReadyDirectory) =>
  (answer: Resolution): boolean =>
    answer.status === "matched" && types[numberOf.get(answer.unit.id) as number] === wholeName;

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
  const shortened = withoutWords(directory, letters, read);
  if (shortened.length > 0) return conclude(directory, shortened, asOf, "abbreviation");
  return { status: "unknown", nearest: offered(directory, [...others, ...near.others]) };
}

/** A real name that is nobody's here; where its bearers have numbers, which of them nobody can say. */
function withoutNumber(
  directory: ReadyDirectory,
  letters: Letters,
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
  if (found.candidates.length > 0)
    return conclude(directory, found.candidates, asOf, "exact", [], swapped.column);
  // Whoever wrote a unit there means it, and not the place that stands where the unit should.
  return withoutNumber(directory, rewritten, inner, found.others);
}

function joinScopes(left: ReadContext["limits"]["context"], right: ReadContext["limits"]["context"]) {
  return {
    sets: [...left.sets, ...right.sets],
    homeLevel: Math.max(left.homeLevel, right.homeLevel),
    commune: left.commune || right.commune,
  };
}
