import { hasSyllableShape } from "../../vietnamese/syllable-shape.ts";
import type { ReadContext } from "./context.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { eachStart } from "./division.ts";
import { exactly } from "./exact.ts";
import { joinToken, splitToken, tokenText, type Letters } from "./letters.ts";
import { phraseEnds } from "./phrases.ts";
import { type Candidate } from "./search.ts";

/** `trường`, `tiểu học`, and the name: no more words run together. */
const mostRunTogether = 3;

/** Units of a text whose words run together: `phuongvinhhai`, `truongthvinhtrung`. */
export function runTogether(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
): Candidate[] {
  let found: Candidate[] = [];
  eachStart(directory, letters, (start) => {
    if (!hasSyllableShape(tokenText(letters, start)))
      found = runTogetherFrom(directory, letters, read, start);
    return found.length > 0;
  });
  return found;
}

function runTogetherFrom(
  directory: ReadyDirectory,
  letters: Letters,
  read: ReadContext | null,
  start: number,
): Candidate[] {
  let token = start;
  let found: Candidate[] = [];
  while (token < start + mostRunTogether && token < letters.tokens) {
    const from = letters.starts[token] as number;
    const to = letters.ends[token] as number;
    // A type word and a name of two letters is the least that can run together.
    if (to - from < 4) break;
    const ends = phraseEnds(directory.vocabulary.types, letters, from, to);
    for (const end of ends) {
      splitToken(letters, token, end);
      found = exactly(directory, letters, read).candidates;
      joinToken(letters, token);
      if (found.length > 0) break;
    }
    const longest = ends[0];
    if (found.length > 0 || longest === undefined) break;
    splitToken(letters, token, longest);
    token += 1;
  }
  for (; token > start; token -= 1) joinToken(letters, token - 1);
  return found;
}
