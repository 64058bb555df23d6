import type { ReadContext } from "./context.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { allTypes, divide, tailOf } from "./division.ts";
import { exactly, keepBest, noLimits, standsAlone } from "./exact.ts";
import { gap, type Letters } from "./letters.ts";
import { firstName } from "./names.ts";
import { longestPhrase } from "./phrases.ts";
import { skipNoise } from "./noise.ts";
import { everywhere, type Scope } from "./places.ts";
import { abbreviatedWithin } from "./abbreviations.ts";
import { readHead } from "./ready-vocabulary.ts";
import { emptyFindings, findExact, isWithin, type Candidate } from "./search.ts";

/** The tokens where a unit can begin after the places it lies in: `Khánh Hòa - Nha Trang - phường Vĩnh Hải`. */
export function placedBefore(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  const limits = read?.limits ?? noLimits;
  const { vocabulary, places } = directory;
  for (let token = letters.tokens - 1; token > 0; token -= 1) {
    const head = readHead(vocabulary, letters, token, letters.tokens);
    const begins = head.typed && (head.mask & (vocabulary.mask.commune | vocabulary.mask.school)) !== 0;
    if (!begins && (letters.gaps[token] as number) < gap.break) continue;
    const before = places.read(letters, 0, token, { initials: true }) ?? above(directory, letters, token);
    if (!before || (before.sets.length === 0 && before.homeLevel === 0)) continue;
    const findings = emptyFindings();
    divide(directory, letters, token, "plain", (division) => {
      const { from, to, mask } = division;
      if (firstName(directory.names, letters, from, to) < 0) return false;
      const after = tailOf(directory, letters, division);
      if (!after || (mask === allTypes && !begins && !standsAlone(letters, division))) return false;
      const scope = { ...after, sets: [...before.sets, ...after.sets] };
      findExact(directory, letters, from, to, mask, limits, scope, findings);
      return findings.candidates.length > 0;
    });
    keepBest(findings, letters.marked);
    if (findings.candidates.length > 0) return findings.candidates;
  }
  return [];
}

/** Past this many units, a body above is not looked for by its words. */
const mostAbove = 700;

/** A body named before the unit that is under it: `Phòng GD&ĐT Nha Trang - TH Lộc Thọ`. */
function above(directory: ReadyDirectory, letters: Letters, token: number): Scope | null {
  if ((letters.gaps[token] as number) < gap.break) return null;
  if (directory.units.length > mostAbove) return null;
  const end = directory.places.homeTail(letters, 0, token);
  const units = abbreviatedWithin(directory, letters, 0, end > 0 ? end : token);
  return units.length === 0 ? null : { sets: [units], homeLevel: 0, commune: false };
}

/** Units of a text that ends with the body they are under: `TH Lộc Thọ thuộc Phòng GD&ĐT`. */
export function placedUnder(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  const { tokens } = letters;
  if (directory.units.length > mostAbove) return [];
  for (let token = 1; token < tokens; token += 1) {
    const apart = (letters.gaps[token] as number) >= gap.break;
    const body = skipNoise(directory.vocabulary, letters, token, tokens);
    if (body === tokens || (body === token && !apart)) continue;
    const found = exactlyUpTo(directory, letters, read, token);
    if (found.length === 0) continue;
    const end = directory.places.homeTail(letters, body, tokens);
    const units = abbreviatedWithin(directory, letters, body, end > 0 ? end : tokens);
    const scope: Scope = { ...everywhere, sets: [units] };
    return found.filter(({ bearer }) => isWithin(directory, bearer, scope));
  }
  return [];
}

function exactlyUpTo(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
  end: number,
): Candidate[] {
  const { tokens } = letters;
  letters.tokens = end;
  letters.cutsKnown = false;
  const { candidates } = exactly(directory, letters, read);
  letters.tokens = tokens;
  letters.cutsKnown = false;
  return candidates;
}

/** The body of the home that all units lie in, named by its type alone: `UBND thành phố`. */
export function authorityOfHome(directory: ReadyDirectory, letters: Letters): number | null {
  const { vocabulary, types, asked, places, units } = directory;
  if (!places.hasHome || letters.tokens < 2) return null;
  const first = longestPhrase(vocabulary.types, letters, 0, letters.tokens, false);
  if (!first?.meanings.some((meaning) => meaning.class === "authority")) return null;
  const head = readHead(vocabulary, letters, 0, letters.tokens);
  const mask = head.mask & (vocabulary.mask.district | vocabulary.mask.province);
  if (!head.typed || head.next < letters.tokens || mask === 0) return null;
  const found = units.flatMap((_, unit) =>
    asked[unit] === 1 && ((types[unit] as number) & mask) !== 0 ? [unit] : [],
  );
  return found.length === 1 ? (found[0] as number) : null;
}

/**
 * Whether a text names a body that stands above units here: the authority of a place (`UBND TP Nha Trang`), or a body of
 * the home's province (`Sở Y tế Khánh Hòa`).
 */
export function isUpperBody({ vocabulary, places }: ReadyDirectory, letters: Letters): boolean {
  const { tokens } = letters;
  const authority = places.read(letters, 0, tokens, { authorities: true });
  if (authority && (authority.homeLevel > 0 || authority.sets.length > 0)) return true;
  if (!longestPhrase(vocabulary.bodies, letters, 0, tokens, false)) return false;
  for (let token = 1; token < tokens; token += 1) {
    if (places.read(letters, token, tokens)?.homeLevel === 1) return true;
  }
  return false;
}
