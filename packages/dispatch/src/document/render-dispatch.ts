import { writeDocx } from "../docx/write-docx.ts";
import { writeHtml } from "../html/write-html.ts";
import { documentTree, type DispatchDocument, type Templates } from "./dispatch-document.ts";

export interface RenderOptions {
  readonly format: "docx" | "html";
  /** The office's own templates and partials; they take the place of shipped ones of the same name. */
  readonly templates?: Templates | undefined;
}

/**
 * Writes a dispatch: the bytes of a .docx, or a page of HTML with its pictures inside. The same
 * document gives the same bytes.
 *
 * @throws {DispatchTemplateError} when template, data and markup do not fit together
 * @throws {TypeError} when the data is no plain data
 */
export function renderDispatch(
  document: DispatchDocument,
  options: RenderOptions & { readonly format: "docx" },
): Uint8Array;
export function renderDispatch(
  document: DispatchDocument,
  options: RenderOptions & { readonly format: "html" },
): string;
export function renderDispatch(document: DispatchDocument, options: RenderOptions): Uint8Array | string {
  const tree = documentTree(document, options.templates);
  switch (options.format) {
    case "docx":
      return writeDocx(tree);
    case "html":
      return writeHtml(tree);
  }
}
