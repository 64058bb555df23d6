import { foldVietnamese } from "../../vietnamese/fold.ts";
import { isVietnameseSyllable } from "../../vietnamese/syllable-shape.ts";
import type { RecipientUnit } from "../recipient-unit.ts";
import type { ReadContext } from "./context.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { allTypes, divide, eachStart, tailOf, type Division, type HeadReading } from "./division.ts";
import { hasMarks, textOf, tokenText, type Letters } from "./letters.ts";
import { firstName, isOnlyElsewhere, nameAgreement } from "./names.ts";
import { agreement } from "./phrases.ts";
import { isNumber } from "./noise.ts";
import { everywhere, type Scope } from "./places.ts";
import { wholeName } from "./ready-vocabulary.ts";
import { allowed, emptyFindings, findExact, type Candidate, type Findings, type Limits } from "./search.ts";

/** Nothing beside the text says where its unit lies. */
export const noLimits: Limits = { context: everywhere, group: null };

/** Units whose very name the text is, marks missing or not, in any of the ways it can be divided. */
export function exactly(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
  reading: HeadReading = "plain",
): Findings {
  const findings = emptyFindings();
  const limits = read?.limits ?? noLimits;
  const { names } = directory;
  let marked = false;
  eachStart(directory, letters, (start, titled) => {
    divide(directory, letters, start, reading, (division) => {
      const { from, to, mask } = division;
      if (firstName(names, letters, from, to) < 0) return false;
      if (mask === allTypes && !standsAlone(letters, division)) return false;
      const scope = tailOf(directory, letters, division);
      if (!scope) {
        if (division.typed && isOnlyElsewhere(names, letters, from, to)) findings.settled = true;
        return false;
      }
      // `Nha Trang, ngày 29` is a date line: a bare name with a remark behind it is no place.
      const remarked =
        mask === allTypes &&
        division.end < letters.tokens &&
        scope.sets.length === 0 &&
        scope.homeLevel === 0;
      // After `đ/c` or `cô`, it is a person.
      const types = titled && mask === allTypes ? wholeName : remarked ? ~placeTypes(directory) : mask;
      findExact(directory, letters, from, to, types, limits, scope, findings);
      if (mask === allTypes && findings.candidates.length > 0 && isOneSyllable(letters, division)) {
        const syllable = tokenText(letters, division.begin);
        const same = findings.candidates.filter((found) => hasOneSyllable(directory, found, syllable));
        findings.candidates.splice(0, findings.candidates.length, ...same);
      }
      if (findings.candidates.length === 0) {
        if (findings.real && division.typed) findings.settled = true;
        return false;
      }
      marked = hasMarks(letters, from, to);
      // Without a type, a name that others bear with a number may mean any of them.
      if (!division.typed) {
        for (const bearer of stemBearers(directory, letters, division, limits, scope)) {
          findings.candidates.push({ bearer, name: -1, alias: false, distance: 0 });
        }
      }
      return true;
    });
    return findings.candidates.length > 0;
  });
  keepBest(findings, marked);
  return findings;
}

function placeTypes({ vocabulary: { mask } }: ReadyDirectory): number {
  return mask.commune | mask.district | mask.province;
}

/** A number or a letter alone is a row number or a list mark, unless a type says what it stands for. */
export function standsAlone(letters: Letters, { begin, end, from, to }: Division): boolean {
  return to - from > 2 || end > begin + 1 || !(isNumber(letters, begin) || to - from === 1);
}

/** A bare word that is one syllable is no name of several written together: `chưa` is not Chư A. */
function isOneSyllable(letters: Letters, { begin, end, from, to }: Division): boolean {
  if (end !== begin + 1) return false;
  return isVietnameseSyllable(textOf(letters, from, to));
}

function hasOneSyllable({ units }: ReadyDirectory, { bearer }: Candidate, syllable: string): boolean {
  const name = foldVietnamese((units[bearer] as RecipientUnit).name);
  return name === syllable || name.endsWith(` ${syllable}`);
}

/** Candidates mark for mark push out those that lack marks, unless the name has no marks at all. */
export function keepBest(findings: Findings, marked: boolean): void {
  const { candidates } = findings;
  if (!marked || candidates.length === 0) return;
  const exact = candidates.filter(({ distance }) => distance === 0);
  if (exact.length > 0) {
    if (exact.length < candidates.length) candidates.splice(0, candidates.length, ...exact);
  } else if (findings.real) {
    // The name as typed is somebody else's: what merely lacks marks is not meant.
    findings.others.push(...candidates.map(({ bearer }) => bearer));
    candidates.length = 0;
  }
}

/** Units whose name goes on with a number where the text has none: which of them, nobody can say. */
export function numbered(directory: ReadyDirectory, letters: Letters, read: ReadContext | null): number[] {
  const limits = read?.limits ?? noLimits;
  const found: number[] = [];
  eachStart(directory, letters, (start) => {
    divide(directory, letters, start, "plain", (division) => {
      if (firstName(directory.stems, letters, division.from, division.to) < 0) return false;
      const scope = tailOf(directory, letters, division);
      if (scope) found.push(...stemBearers(directory, letters, division, limits, scope));
      return found.length > 0;
    });
    return found.length > 0;
  });
  return found;
}

function stemBearers(
  directory: ReadyDirectory,
  letters: Letters,
  division: Division,
  limits: Limits,
  scope: Scope,
): number[] {
  const { stems } = directory;
  const { from, to, mask } = division;
  const found: number[] = [];
  for (let stem = firstName(stems, letters, from, to); stem >= 0; stem = stems.next[stem] as number) {
    const how = nameAgreement(stems, stem, letters, from, to);
    if (how !== agreement.exact && how !== agreement.unmarked) continue;
    for (let at = stems.firstBearer[stem] as number; at >= 0; at = stems.bearerNext[at] as number) {
      const unit = stems.bearerUnit[at] as number;
      const type = stems.bearerType[at] as number;
      if ((type & mask) !== 0 && allowed(directory, unit, type, limits, scope)) found.push(unit);
    }
  }
  return found;
}
