import type { CalendarDate } from "../../time/calendar-date.ts";
import type { NameDecision } from "../name-decisions.ts";
import { decisionLookup } from "../name-decisions.ts";
import type { Resolution, ResolveContext } from "./resolution.ts";
import { readContext, type ReadContext } from "./context.ts";
import { readyDirectory, type ReadyDirectory } from "./ready-directory.ts";
import { emptyLetters } from "./letters.ts";
import { readyVocabulary } from "./ready-vocabulary.ts";
import type { UnitDirectory } from "../unit-directory.ts";
import { vietnameseVocabulary } from "./vocabulary-vi.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { resolveText, type Resolver } from "./text.ts";

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
