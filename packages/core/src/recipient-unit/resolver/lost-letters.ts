import type { ReadContext } from "./context.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { divide, eachStart, tailOf } from "./division.ts";
import { noLimits } from "./exact.ts";
import { lostCode, type Letters } from "./letters.ts";
import { fitsLost } from "./names.ts";
import { allowed, type Candidate } from "./search.ts";

/** With fewer letters left, too many names fit. */
const leastKnown = 3;

/** Units whose name the text is when each letter that some program lost may be any letter. */
export function withLostLetters(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  const { names } = directory;
  const limits = read?.limits ?? noLimits;
  const found: Candidate[] = [];
  eachStart(directory, letters, (start) => {
    for (const reading of ["plain", "lost"] as const) {
      divide(directory, letters, start, reading, (division) => {
        const { from, to, mask } = division;
        const scope = tailOf(directory, letters, division);
        if (!scope || knownLetters(letters, from, to) < leastKnown) return false;
        for (let name = 0; name < names.starts.length; name += 1) {
          if (!fitsLost(names, name, letters, from, to)) continue;
          for (let at = names.firstBearer[name] as number; at >= 0; at = names.bearerNext[at] as number) {
            const bearer = names.bearerUnit[at] as number;
            const type = names.bearerType[at] as number;
            if ((type & mask) === 0 || !allowed(directory, bearer, type, limits, scope)) continue;
            found.push({ bearer, name, alias: names.bearerAlias[at] === 1, distance: 0 });
          }
        }
        return found.length > 0;
      });
      if (found.length > 0) return true;
    }
    return false;
  });
  return found;
}

function knownLetters(letters: Letters, from: number, to: number): number {
  let known = 0;
  for (let at = from; at < to; at += 1) if (letters.codes[at] !== lostCode) known += 1;
  return known;
}
