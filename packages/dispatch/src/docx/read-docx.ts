import { parseXml, type XmlElement } from "@rgrove/parse-xml";
import { strFromU8, unzipSync } from "fflate";

/** Parts of a .docx by name, as text; pictures and other binaries are left out. */
export type DocxParts = Readonly<Record<string, string>>;

/** The bytes are no .docx we can read; `message` says why, without quoting them. */
export class NotADocxError extends Error {
  override readonly name = "NotADocxError";
}

/** A dispatch of a thousand pages has some 20 MB of XML; more is a bomb. */
const largest = 64 * 1024 * 1024;
const mostParts = 2000;

/** Every file of a .docx, pictures included. @throws {NotADocxError} */
export function readFiles(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return unzipped(bytes, () => true);
}

/** Its parts of XML as text. @throws {NotADocxError} */
export function readParts(bytes: Uint8Array): DocxParts {
  const files = unzipped(bytes, (name) => /\.(xml|rels)$/i.test(name));
  const parts = Object.fromEntries(Object.entries(files).map(([name, part]) => [name, strFromU8(part)]));
  if (parts["word/document.xml"] === undefined) throw new NotADocxError("it holds no Word document");
  return parts;
}

function unzipped(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let count = 0;
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        count += 1;
        total += originalSize;
        if (count > mostParts || total > largest) throw new NotADocxError("it is too large");
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof NotADocxError) throw cause;
    throw new NotADocxError("it is no zip file, or a damaged one", { cause });
  }
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
