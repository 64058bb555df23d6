/**
 * The text of a cell without what programs put around and into it: tags and references of HTML, escaped letters,
 * links and addresses, the number of a second download. What people wrote stays as it is.
 */
export function plainText(text: string): string {
  if (!/[&<%\\=@]|:\/\/|\)\./u.test(text)) return text;
  return withoutFileNumber(withoutLinks(unescaped(withoutHtml(text))));
}

/** Links and addresses of e-mails. */
function withoutLinks(text: string): string {
  return text.replace(/https?:\/\/\S+|<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?/giu, " ");
}

/** Letters as bytes or numbers: `%C6%B0` of a link, `=C6=B0` of an e-mail, `\\u01b0` of a program. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
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

/** HTML left in a cell: tags dropped, character references decoded. */
function withoutHtml(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,80}>/giu, " ")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[(name as string).toLowerCase()] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
