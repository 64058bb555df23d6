import type { ComponentId } from "../layout/component.ts";

/**
 * A document as every format writes it: blocks in reading order, plain data. Templates produce it; a
 * program may build it by hand. Text is text: a format escapes what it must.
 */
export interface DocumentTree {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly pictures: Readonly<Record<string, Picture>>;
}

/** One piece of a document. Every renderer makes something of each. */
export type Block =
  | ParagraphBlock
  | LetterheadBlock
  | RecipientsBlock
  | CopiesBlock
  | TableBlock
  | PictureBlock
  | SignOffBlock
  | AppendixBlock
  | { readonly kind: "signatureSpace" }
  | { readonly kind: "pageBreak" };

/** A paragraph; its component says how the decree wants it set. */
export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly component: ComponentId;
  readonly content: readonly Inline[];
}

/** Rows of the letterhead: issuer and Quốc hiệu, then number and date, so that those two stay level. */
export interface LetterheadBlock {
  readonly kind: "letterhead";
  readonly rows: readonly Columns[];
}

/** Two columns side by side, as in the heads of letters. */
export interface Columns {
  readonly left: readonly Block[];
  readonly right: readonly Block[];
}

/** Kính gửi, or Kính mời. One recipient stands on the same line; several, each on its own, dashes under the colon. */
export interface RecipientsBlock {
  readonly kind: "recipients";
  /** Without the colon. */
  readonly title: string;
  readonly items: readonly (readonly Inline[])[];
}

/** Nơi nhận. The last item is the archive line. */
export interface CopiesBlock {
  readonly kind: "copies";
  readonly items: readonly (readonly Inline[])[];
}

/** A table with borders. */
export interface TableBlock {
  readonly kind: "table";
  /** Shares of the text's width, one for each column. */
  readonly widths: readonly number[];
  /** Of its words, in points; null for the usual one. */
  readonly size: number | null;
  readonly rows: readonly TableRow[];
}

/** A row of a table. */
export interface TableRow {
  /** Repeated at the top of each page. */
  readonly heading: boolean;
  readonly cells: readonly TableCell[];
}

/** A cell; `span` is how many columns it covers, 1 for an ordinary one. */
export interface TableCell {
  readonly content: readonly Inline[];
  readonly align: "left" | "center" | "right";
  readonly span: number;
  readonly bold: boolean;
}

/** A picture of the document, with its width on paper. */
export interface PictureBlock {
  readonly kind: "picture";
  /** Of the document's pictures. */
  readonly name: string;
  readonly widthMm: number;
}

/** Nơi nhận and the signature side by side; kept on one page, and with the end of the text before it. */
export interface SignOffBlock extends Columns {
  readonly kind: "signOff";
}

/** Starts on a new page with page numbers of its own. */
export interface AppendixBlock {
  readonly kind: "appendix";
  /** `I`, `II`; null when there is only one (the decree numbers two or more). */
  readonly number: string | null;
  readonly title: string;
  /** The line “Kèm theo …”, without brackets; null on electronic documents, which leave it to the signature. */
  readonly attached: string | null;
  readonly landscape: boolean;
}

/** What a line is made of. */
export type Inline = TextRun | { readonly kind: "break" };

/** Words in one style. */
export interface TextRun {
  readonly kind: "text";
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Web address; null when the text is no link. */
  readonly href: string | null;
}

/** A picture's bytes, or the text of a QR code, with the words for people who do not see it. */
export type Picture = (
  | { readonly kind: "png"; readonly png: Uint8Array; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: "qr"; readonly text: string }
) & { readonly alt: string };

/** The words of some inline content, breaks as spaces. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "break" ? " " : inline.text)).join("");
}

/** Whether words end in a colon: what follows belongs to them. */
export function announces(content: readonly Inline[]): boolean {
  const last = content.at(-1);
  return last?.kind === "text" && last.text.endsWith(":");
}

/** A run of plain text. */
export function text(value: string): TextRun {
  return { kind: "text", text: value, bold: false, italic: false, href: null };
}
