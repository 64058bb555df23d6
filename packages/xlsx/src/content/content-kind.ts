/** What a file is, from its first bytes. */
export type ContentKind =
  | "zip"
  /** The container of .xls, of .doc, and of encrypted workbooks. */
  | "compound"
  | "html"
  | "spreadsheetml"
  | "flat-ods"
  | "pdf"
  | "picture"
  | "document"
  | "archive"
  | "text"
  | "unknown";

const signatures: readonly (readonly [ContentKind, number, string])[] = [
  ["zip", 0, "504b0304"],
  ["zip", 0, "504b0506"],
  ["compound", 0, "d0cf11e0a1b11ae1"],
  ["pdf", 0, "255044462d"],
  ["picture", 0, "ffd8ff"],
  ["picture", 0, "89504e470d0a1a0a"],
  ["picture", 0, "47494638"],
  ["picture", 0, "49492a00"],
  ["picture", 0, "4d4d002a"],
  ["picture", 8, "57454250"],
  // Photos of phones: HEIC, AVIF.
  ["picture", 4, "6674797068656963"],
  ["picture", 4, "6674797068656978"],
  ["picture", 4, "667479706d696631"],
  ["picture", 4, "6674797061766966"],
  ["document", 0, "7b5c727466"],
  ["archive", 0, "526172211a07"],
  ["archive", 0, "377abcaf271c"],
  ["archive", 0, "1f8b08"],
];

/** How far into a text its kind may show: programs put comments and long namespaces in front. */
const LOOKED_AT = 4096;

export function contentKind(bytes: Uint8Array): ContentKind {
  for (const [kind, at, hex] of signatures) {
    if (hexOf(bytes.subarray(at, at + hex.length / 2)) === hex) return kind;
  }
  const head = textOf(bytes.subarray(0, LOOKED_AT));
  // A workbook cut off within its signature, rather than a text of a letter or two.
  if (bytes.length < 4 && "PK\u0003".startsWith(head)) return "zip";
  if (
    /urn:schemas-microsoft-com:office:spreadsheet/.test(head) &&
    /<\?mso-application|<(?:\w+:)?Workbook/.test(head)
  ) {
    return "spreadsheetml";
  }
  if (/<office:document[\s>]/.test(head)) return "flat-ods";
  if (
    /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|meta|table|style|body|div|center)[\s>/]/i.test(
      head,
    )
  ) {
    return "html";
  }
  if (/^%!PS|^\s*<\?xml/.test(head)) return "unknown";
  return isText(bytes) ? "text" : "unknown";
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The beginning, without zero bytes, so that UTF-16 reads like ASCII where it is. */
function textOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) if (byte !== 0) text += String.fromCharCode(byte);
  return text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "");
}

/** Noise behind the mark of UTF-16 soon has characters that nobody has assigned. */
function isUtf16(bytes: Uint8Array, encoding: string): boolean {
  return !/[\p{Cn}\p{Co}]/u.test(new TextDecoder(encoding).decode(bytes, { stream: true }));
}

/** Text has no control characters but line ends, tabs and form feeds; UTF-16 is told by its mark. */
function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1 << 20);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return isUtf16(sample, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return isUtf16(sample, "utf-16be");
  return sample.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c,
  );
}
