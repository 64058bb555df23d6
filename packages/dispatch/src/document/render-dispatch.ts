import { writeDocx } from "../docx/write-docx.ts";
import { writeEmail } from "../html/write-email.ts";
import { writeHtml } from "../html/write-html.ts";
import { writeTypst } from "../pdf/write-typst.ts";
import type { PdfEngine } from "../pdf/pdf-engine.ts";
import { writeMarkdown, writeText } from "../text/write-text.ts";
import { documentTree, type DispatchDocument, type Templates } from "./dispatch-document.ts";
import type { DocumentTree } from "./document-tree.ts";

interface CommonOptions {
  /** The office's own templates and partials; they take the place of shipped ones of the same name. */
  readonly templates?: Templates | undefined;
}

/** Formats written as text: a page, a mail's HTML, plain text, Markdown. */
export type TextFormat = "html" | "email" | "text" | "markdown";

/** In which format a document is rendered; a PDF needs an engine that sets pages. */
export type RenderOptions = CommonOptions &
  (
    | { readonly format: "docx" | TextFormat }
    /** `engine` sets the pages: Typst, or LibreOffice for the same pages as the .docx. */
    | { readonly format: "pdf"; readonly engine: PdfEngine }
  );

/**
 * Writes a dispatch: the bytes of a .docx, the text of the others, and of a PDF a promise, for another
 * program sets it. The same document gives the same bytes, in a PDF as far as its engine does.
 *
 * @throws {DispatchTemplateError} when template, data and markup do not fit together
 * @throws {TypeError} when the data is no plain data
 */
export function renderDispatch(
  document: DispatchDocument,
  options: CommonOptions & { readonly format: "docx" },
): Uint8Array;
export function renderDispatch(
  document: DispatchDocument,
  options: CommonOptions & { readonly format: TextFormat },
): string;
export function renderDispatch(
  document: DispatchDocument,
  options: CommonOptions & { readonly format: "pdf"; readonly engine: PdfEngine },
): Promise<Uint8Array>;
export function renderDispatch(
  document: DispatchDocument,
  options: RenderOptions,
): Uint8Array | string | Promise<Uint8Array> {
  const tree = documentTree(document, options.templates);
  switch (options.format) {
    case "docx":
      return writeDocx(tree);
    case "html":
      return writeHtml(tree);
    case "email":
      return writeEmail(tree);
    case "text":
      return writeText(tree);
    case "markdown":
      return writeMarkdown(tree);
    case "pdf":
      return pdf(tree, options.engine);
  }
}

async function pdf(tree: DocumentTree, engine: PdfEngine): Promise<Uint8Array> {
  return engine.input === "docx" ? engine.toPdf(writeDocx(tree)) : engine.toPdf(writeTypst(tree));
}
