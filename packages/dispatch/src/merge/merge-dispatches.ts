import type { DispatchDocument, Templates } from "../document/dispatch-document.ts";
import type { LetterRecipient, MergedLetter } from "./letter-recipient.ts";
import { fileNameFor } from "./file-name.ts";
import { LetterWriter, type Compression } from "./letter-writer.ts";

/** How letters are merged. */
export interface MergeOptions {
  /** The office's own templates and partials. */
  readonly templates?: Templates | undefined;
  /** `segments` when absent. */
  readonly compression?: Compression | undefined;
  /** Stops between two letters; the iterator then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each letter with how many are written. */
  readonly onProgress?: ((written: number) => void) | undefined;
}

/** Who gets a letter; a generator keeps thousands of them out of memory. */
export type Recipients = Iterable<LetterRecipient> | AsyncIterable<LetterRecipient>;

/**
 * One letter for each recipient (trộn thư), one at a time: nothing is kept, so memory does not grow
 * with their number, and leaving the loop ends the work. The same recipients give the same bytes and
 * names in every run, whatever order they come in.
 *
 * @throws {DispatchTemplateError} at the recipient whose data does not fit; check with `checkTemplate` before
 * @throws {RangeError} when two recipients have the same id
 */
export async function* mergeDispatches(
  document: DispatchDocument,
  recipients: Recipients,
  options: MergeOptions = {},
): AsyncGenerator<MergedLetter, void, undefined> {
  const { templates, compression = "segments", signal, onProgress } = options;
  const writer = new LetterWriter(document, templates);
  // File systems that fold case would take two names for one.
  const names = new Set<string>();
  for await (const recipient of recipients) {
    signal?.throwIfAborted();
    const fileName = fileNameFor(recipient.name, recipient.id, "docx");
    if (names.has(fileName.toLowerCase())) throw new RangeError(`two recipients have the id ${recipient.id}`);
    names.add(fileName.toLowerCase());
    yield { recipient, fileName, bytes: writer.docx(recipient, compression) };
    onProgress?.(names.size);
  }
  signal?.throwIfAborted();
}
