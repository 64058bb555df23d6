import type { TypstSource } from "./write-typst.ts";

/** A program that makes PDF pages. Loading it is the caller's business: it is large, and not everybody needs it. */
export type PdfEngine =
  | {
      readonly input: "typst";
      /** The pages of a Typst source. @throws {PdfEngineError} */
      readonly toPdf: (source: TypstSource) => Promise<Uint8Array>;
    }
  | {
      readonly input: "docx";
      /** The same pages as the .docx in that program. @throws {PdfEngineError} */
      readonly toPdf: (docx: Uint8Array) => Promise<Uint8Array>;
    };

/** A program could not make the PDF. */
export class PdfEngineError extends Error {
  override readonly name = "PdfEngineError";
  readonly code: "missing" | "failed";

  constructor(code: "missing" | "failed", message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
