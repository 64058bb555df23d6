import type { Templates } from "../document/dispatch-document.ts";
import type { RawDeflate } from "../docx/zip.ts";
import type { LetterRecipient } from "./letter-recipient.ts";

/**
 * `segments`: what letters share is deflated once, and letters are written several times as fast.
 * `whole`: each letter is deflated as one, and its file is a third smaller; by fflate, whose bytes are
 * the same everywhere, or by what is given, such as `deflateRawSync` of node:zlib, which is faster.
 */
export type Compression = "segments" | "whole" | { readonly whole: RawDeflate };

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
