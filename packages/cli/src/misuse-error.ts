import type { Bilingual } from "./bilingual.ts";

/** The user asked for something that cannot be: ends with exit code 2 and this sentence. */
export class MisuseError extends Error {
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual) {
    super(sentence.en);
    this.name = "MisuseError";
    this.sentence = sentence;
  }
}
