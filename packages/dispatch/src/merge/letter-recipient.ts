import type { Picture } from "../document/document-tree.ts";

/** One letter of a merge: who gets it, and what is its own in the data. */
export interface LetterRecipient {
  /** Unique in the merge; it names the file, together with `name`. */
  readonly id: string;
  /** For people: `Ủy ban nhân dân phường Vĩnh Hải`. */
  readonly name: string;
  /** Takes the place of the document's data of the same names. */
  readonly data: object;
  /** In place of, or beside, the document's pictures. */
  readonly pictures?: Readonly<Record<string, Picture>> | undefined;
}

/** A letter that is written. */
export interface MergedLetter {
  readonly recipient: LetterRecipient;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
