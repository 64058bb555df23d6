import type { ReadyDirectory, TimeView } from "./ready-directory.ts";
import type { Letters } from "./letters.ts";
import { firstName, nameAgreement } from "./names.ts";
import { agreement } from "./phrases.ts";
import type { Scope } from "./places.ts";
import { wholeName } from "./ready-vocabulary.ts";

/** One unit that a reading may mean. */
export interface Candidate {
  /** The unit whose name it is. */
  readonly bearer: number;
  readonly name: number;
  readonly alias: boolean;
  /** Smaller is closer; see the searches. */
  readonly distance: number;
  /** For misspellings: the distance up to which it may be meant; beyond, it only rivals others. */
  readonly limit?: number | undefined;
}

/** Where candidates must lie, whatever the text says: the columns beside it and the heading above. */
export interface Limits {
  readonly context: Scope;
  /** 1 for units of the heading's group; null when there is no heading or it is not understood. */
  readonly group: Uint8Array | null;
}

/** What a search found, and what it found but must not answer. */
export interface Findings {
  readonly candidates: Candidate[];
  /** Bearers of the very name that are of another type, elsewhere, or not asked: the name is real. */
  readonly others: number[];
  /** The name is real, whoever bears it. */
  real: boolean;
  /** It is real under a type word of the text: whoever wrote it means that body, and no other reading is tried. */
  settled: boolean;
}

export const emptyFindings = (): Findings => ({ candidates: [], others: [], real: false, settled: false });

export function isWithin(directory: ReadyDirectory, unit: number, scope: Scope): boolean {
  const { sets } = scope;
  if (sets.length === 0) return true;
  const within = directory.within[unit] as readonly number[];
  for (const set of sets) {
    let inside = false;
    for (const place of set) {
      if (within.includes(place)) {
        inside = true;
        break;
      }
    }
    if (!inside) return false;
  }
  return true;
}

/** Whether a unit may be the answer, under the limits and in the scope that the words after the name give. */
export function allowed(
  directory: ReadyDirectory,
  unit: number,
  type: number,
  limits: Limits,
  scope: Scope,
): boolean {
  if (limits.group && limits.group[unit] === 0) return false;
  if (type === wholeName) {
    // `Công an tỉnh Khánh Hòa` is not the police of the city, and no office of the city is one of a ward.
    if (scope.commune || scope.homeLevel === 1) return false;
  }
  return isWithin(directory, unit, limits.context) && isWithin(directory, unit, scope);
}

/**
 * Units whose name has exactly these letters.
 *
 * @param mask types the text allows
 */
export function findExact(
  directory: ReadyDirectory,
  letters: Letters,
  from: number,
  to: number,
  mask: number,
  limits: Limits,
  scope: Scope,
  findings: Findings,
): void {
  const { names } = directory;
  for (let name = firstName(names, letters, from, to); name >= 0; name = names.next[name] as number) {
    const how = nameAgreement(names, name, letters, from, to);
    if (how === agreement.different || how === agreement.conflict) continue;
    if (how === agreement.exact) findings.real = true;
    for (let at = names.firstBearer[name] as number; at >= 0; at = names.bearerNext[at] as number) {
      const unit = names.bearerUnit[at] as number;
      const type = names.bearerType[at] as number;
      if ((type & mask) === 0 || !allowed(directory, unit, type, limits, scope)) {
        findings.others.push(unit);
        continue;
      }
      findings.candidates.push({
        bearer: unit,
        name,
        alias: names.bearerAlias[at] === 1,
        distance: how === agreement.exact ? 0 : 1,
      });
    }
  }
}

/**
 * The units of today behind candidates: those that exist win over names of the past, unless only one of both is a
 * commune: a school called after a former ward does not make its name any less the ward's.
 */
export function presentUnits(
  directory: ReadyDirectory,
  view: TimeView,
  candidates: readonly Candidate[],
): Map<number, Candidate> {
  const { types, vocabulary } = directory;
  const living = candidates.filter(({ bearer }) => view.alive[bearer] === 1);
  const isCommune = (unit: number) => ((types[unit] as number) & vocabulary.mask.commune) !== 0;
  const isOverruled = (unit: number) => living.some(({ bearer }) => isCommune(bearer) === isCommune(unit));
  const units = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const { bearer } = candidate;
    const meant = view.alive[bearer] === 1 ? [bearer] : isOverruled(bearer) ? [] : view.successors(bearer);
    for (const unit of meant) if (!units.has(unit)) units.set(unit, candidate);
  }
  return units;
}
