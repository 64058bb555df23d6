import type { ReadingKind } from "./resolution.ts";
import type { Letters } from "./resolve-letters.ts";

/** A text rewritten, and how. */
export interface ReadingText {
  readonly text: string;
  readonly kinds: readonly ReadingKind[];
}

export function* suspectReadings(_text: string): Generator<ReadingText> {}
export function* looseReadings(_text: string, _letters: Letters): Generator<ReadingText> {}
