import { unzlibSync } from "fflate";
import { issue, type Issue } from "@chiendich/core";

/** Times New Roman and the faces that have its widths and all Vietnamese letters. */
const wanted = /^(?:TimesNewRoman|Tinos|LiberationSerif)/i;

/**
 * Whether a PDF shows its words in Times New Roman or a face with its widths. When those are missing,
 * LibreOffice takes another font without a word, and lines, pages and Vietnamese letters are no longer
 * those of the decree; a face that lacks letters shows as a second one beside it.
 *
 * @param options.source name of the file, for the place
 */
export function checkPdfFonts(pdf: Uint8Array, options: { readonly source?: string } = {}): readonly Issue[] {
  const others = [...new Set(fontNames(pdf))].filter((name) => !wanted.test(name.replace(/[^A-Za-z]/g, "")));
  if (others.length === 0) return [];
  const place = { source: options.source ?? "", path: "" };
  return [issue("dispatch_font_substituted", place, { fonts: others.toSorted().join(", ") })];
}

const latin1 = new TextDecoder("latin1");

/** Names of the fonts a PDF uses, without the prefix of embedded subsets. */
function fontNames(pdf: Uint8Array): readonly string[] {
  const text = latin1.decode(pdf);
  const packed = [...text.matchAll(/\/Type\s*\/ObjStm[^>]*>>\s*stream\r?\n/g)].map((match) =>
    inflated(pdf.subarray(match.index + match[0].length)),
  );
  return [text, ...packed].flatMap((part) =>
    [...part.matchAll(/\/BaseFont\s*\/([^\s/<>[\]()]+)/g)].map(([, name]) =>
      (name as string)
        .replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replace(/^[A-Z]{6}\+/, "")
        .replace(/-Identity-H$/, ""),
    ),
  );
}

/** Objects packed together; nothing of one that is packed in another way. */
function inflated(bytes: Uint8Array): string {
  try {
    return latin1.decode(unzlibSync(bytes));
  } catch {
    return "";
  }
}
