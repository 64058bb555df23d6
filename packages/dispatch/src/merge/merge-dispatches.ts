import type { DispatchDocument } from "../document/dispatch-document.ts";
import type { MergedLetter } from "./letter-recipient.ts";
import { fileNameFor } from "./file-name.ts";
import { LetterWriter } from "./letter-writer.ts";
import type { MergeOptions, Recipients } from "./merge-options.ts";

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
  const { signal, onProgress } = options;
  const writer = new LetterWriter(document, options);
  // File systems that fold case would take two names for one.
  const names = new Set<string>();
  for await (const recipient of recipients) {
    signal?.throwIfAborted();
    const fileName = fileNameFor(recipient.name, recipient.id, "docx");
    if (names.has(fileName.toLowerCase())) throw new RangeError(`two recipients have the id ${recipient.id}`);
    names.add(fileName.toLowerCase());
    yield { recipient, fileName, bytes: writer.docx(recipient) };
    onProgress?.(names.size);
  }
  signal?.throwIfAborted();
}
