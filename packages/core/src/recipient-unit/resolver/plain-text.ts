/**
 * The text of a cell without what programs put around and into it: tags and references of HTML, escaped letters,
 * links and addresses, folders, references of a spreadsheet, the number of a second download. What people wrote
 * stays as it is.
 */
export function plainText(text: string): string {
  if (!/[&<%\\=@!\]]|:\/\/|\)\.|_x|\d\.0/u.test(text)) return text;
  const written = withoutLinks(unescaped(withoutHtml(withoutHtml(encodedWords(text)))));
  return withoutFileNumber(withoutReference(withoutFolders(written))).replace(/(?<=\d)\.0(?=\s*$)/u, "");
}

/** `C:\\Users\\…\\UBND P Tan Lap.doc`: the file, without the folders it lies in. */
function withoutFolders(text: string): string {
  return text.replace(/^\s*(?:[a-z]:|\\)\\.*\\/iu, "");
}

/** `'TH Vĩnh Hiệp'!A1` is a sheet, `[THCS Phan Sào Nam.xlsx]Sheet1` a file. */
function withoutReference(text: string): string {
  return text
    .replace(/^\s*'?(.+?)'?!\$?[a-z]{1,3}\$?\d+(?::\$?[a-z]{1,3}\$?\d+)?\s*$/iu, "$1")
    .replace(/^\s*\[(.+?\.xls[xm]?)\]\S+\s*$/iu, "$1");
}

/** `=?UTF-8?Q?THCS_L=C6=B0=C6=A1ng?=`: words of an e-mail's head, RFC 2047. */
function encodedWords(text: string): string {
  return text.replace(/=\?utf-8\?([qb])\?([^?]*)\?=\s*/giu, (whole, kind: string, data: string) => {
    const bytes =
      kind.toLowerCase() === "q" ? data.replaceAll("_", "=20").replaceAll("%", "=25") : bytesOf(data);
    try {
      return decodeURIComponent(bytes.replaceAll("=", "%"));
    } catch {
      return whole;
    }
  });
}

const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 as `=C6=B0…`, byte by byte. */
function bytesOf(data: string): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const digit of data.replace(/[^A-Za-z0-9+/]/g, "")) {
    bits = ((bits << 6) | base64.indexOf(digit)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    text += `=${((bits >> held) & 0xff).toString(16).padStart(2, "0")}`;
  }
  return text;
}

/** Links and addresses of e-mails. */
function withoutLinks(text: string): string {
  return text.replace(/https?:\/\/\S+|<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?/giu, " ");
}

/** Letters as bytes or numbers: `%C6%B0` of a link, `=C6=B0` of an e-mail, `\\u01b0` and `_x01B0_` of programs. */
function unescaped(text: string): string {
  return text
    .replace(/[\\%]u([0-9a-f]{4})|_x([0-9a-f]{4})_/giu, (_, hex?: string, other?: string) =>
      String.fromCharCode(Number.parseInt((hex ?? other) as string, 16)),
    )
    .replace(/(?:[%=][0-9a-f]{2}){2,}|%20/giu, (bytes) => {
      try {
        return decodeURIComponent(bytes.replaceAll("=", "%"));
      } catch {
        return bytes;
      }
    });
}

/** `TH Vĩnh Hải 1 (2).xlsx`: the number is that of a second download, no part of the name. */
function withoutFileNumber(text: string): string {
  return text.replace(/\s*\(\d{1,2}\)(?=\.[a-z]{3,4}\s*$)/iu, "");
}

/** `#NAME?`, `#REF!`: what a spreadsheet shows for a formula that failed. */
export function isSheetError(text: string): boolean {
  return text.startsWith("#") && /^#(?:N\/A|[A-Z0-9/_]+[!?])$/u.test(text.trim());
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  apos: "'",
};

/** `&acirc;`, `&Yacute;`: a letter and the name of what stands over it. */
const accents: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
};

function namedLetter(name: string): string | undefined {
  const [, letter = "", accent = ""] = /^([a-z])(grave|acute|circ|tilde)$/iu.exec(name) ?? [];
  return accent === "" ? undefined : (letter + (accents[accent.toLowerCase()] as string)).normalize("NFC");
}

/** HTML left in a cell: tags dropped, character references decoded. */
function withoutHtml(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,80}>/giu, " ")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
      if (name !== undefined)
        return entities[(name as string).toLowerCase()] ?? namedLetter(name as string) ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
