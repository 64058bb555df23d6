import { parseXml, type XmlElement } from "@rgrove/parse-xml";
import { strFromU8, unzipSync } from "fflate";

/** Parts of a .docx by name, as text; pictures and other binaries are left out. */
export type DocxParts = Readonly<Record<string, string>>;

/** The bytes are no .docx we can read; `message` says why, without quoting them. */
export class NotADocxError extends Error {
  override readonly name = "NotADocxError";
}

/** A dispatch of a thousand pages has some 20 MB of XML; more is a bomb. */
const largestPart = 64 * 1024 * 1024;
const mostParts = 2000;

/** @throws {NotADocxError} */
export function readParts(bytes: Uint8Array): DocxParts {
  let count = 0;
  let total = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        count += 1;
        total += originalSize;
        if (count > mostParts || total > largestPart) throw new NotADocxError("it is too large");
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof NotADocxError) throw cause;
    throw new NotADocxError("it is no zip file, or a damaged one", { cause });
  }
  const parts = Object.fromEntries(Object.entries(files).map(([name, part]) => [name, strFromU8(part)]));
  if (parts["word/document.xml"] === undefined) throw new NotADocxError("it holds no Word document");
  return parts;
}

/** The root element of a part. Entities and document types are refused. @throws {NotADocxError} */
export function parsePart(xml: string, options: { readonly offsets?: boolean } = {}): XmlElement {
  if (/<!DOCTYPE/i.test(xml)) throw new NotADocxError("it declares a document type");
  try {
    const { root } = parseXml(xml, { includeOffsets: options.offsets ?? false });
    if (root === null) throw new NotADocxError("a part is empty");
    return root;
  } catch (cause) {
    if (cause instanceof NotADocxError) throw cause;
    throw new NotADocxError("a part is not well-formed", { cause });
  }
}
