import {
  legacyLetters,
  tcvn3Capitals,
  tcvn3Letters,
  visciiCapitals,
  visciiLetters,
  vniLetters,
} from "./legacy-letters.ts";

/**
 * - `tcvn3`, `vni`: text of the old fonts (`.VnTime`, `VNI-Times`), stored as if it were Windows-1252
 * - `viscii`: the charset of the first Vietnamese mail and web, read as Windows-1252
 * - `utf8-misread`: UTF-8 that some program read as Windows-1252, Windows-1258, Latin-1 or Mac Roman
 * - `cp1258-misread`: Windows-1258, the Vietnamese Windows charset, read as Windows-1252
 */
export type LegacyCharset = "tcvn3" | "vni" | "viscii" | "utf8-misread" | "cp1258-misread";

/** The font decides better than any statistics: `.VnTimeH` is TCVN3, `VNI-Times` is VNI. */
export function charsetOfFont(fontName: string): LegacyCharset | null {
  if (/^\.vn/i.test(fontName)) return "tcvn3";
  return /^vni[- ]/i.test(fontName) ? "vni" : null;
}

/**
 * Text in a legacy charset as Unicode (NFC).
 *
 * @returns null when nothing in the text looks as if it were in that charset, or something in it cannot be
 */
export function decodeLegacy(text: string, charset: LegacyCharset): string | null {
  const decoded = decoders[charset](text);
  return decoded === null || decoded === text ? null : decoded.normalize("NFC");
}

/** The charsets a text may be in, the likeliest first; empty for text that is Vietnamese as it stands. */
export function possibleCharsets(text: string): readonly LegacyCharset[] {
  if (!/[\u0080-\u1fff\u2000-\u2300]/u.test(text)) return [];
  const possible: LegacyCharset[] = [];
  if (misread.test(text)) possible.push("utf8-misread");
  // The symbols of Latin-1 occur as letters in TCVN3 only.
  const symbols = /[\u00a1-\u00b9\u00bb-\u00be\u00d7\u00f7]/u.test(text);
  const old: LegacyCharset[] = symbols
    ? ["tcvn3"]
    : /[øöñûïåäëü]/iu.test(text)
      ? ["vni", "tcvn3"]
      : ["tcvn3", "vni"];
  possible.push(...old);
  if (/[ÌÒÞìòÃãÐðÕõÝý]/u.test(text)) possible.push("cp1258-misread");
  if (ofViscii.test(text)) possible.push("viscii");
  return possible;
}

/** Signs that VISCII has for the commonest letters that it does not share with Latin-1: ư, ơ, ớ, ờ, ạ, ậ, ấ, ế, ệ, ộ and others. */
const ofViscii = /[ßþÞ½¾¶§¤¥¡¢£ª«¬®¯°±²µ·×ØÑñæÆÇäëïöüøû÷¸©¨]/u;

const misread = /[ÃÄÅÆĂ√ƒ∆][^a-zA-Z]|á[º»]|·[∫ª]|[ÄÃ]$/u;

interface Tables {
  readonly tcvn3: ReadonlyMap<string, string>;
  readonly vni: ReadonlyMap<string, string>;
  readonly viscii: ReadonlyMap<string, string>;
  readonly bytes: ReadonlyMap<string, number>;
  readonly macBytes: ReadonlyMap<string, number>;
}
let built: Tables | undefined;

/** Windows-1252, 0x80 to 0x9f; a space where the charset has nothing. */
const upper1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
/** Mac Roman, 0x80 to 0xff, without the Apple sign. */
const upperMac =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

function tables(): Tables {
  if (built) return built;
  const tcvn3 = new Map<string, string>(Object.entries(tcvn3Capitals));
  const vni = new Map<string, string>();
  const viscii = new Map<string, string>();
  const sequences = vniLetters.split(" ");
  [...legacyLetters].forEach((letter, index) => {
    tcvn3.set(tcvn3Letters.charAt(index), letter);
    viscii.set(visciiLetters.charAt(index), letter);
    viscii.set(visciiCapitals.charAt(index), letter.toUpperCase());
    const sequence = sequences[index] as string;
    vni.set(sequence, letter);
    vni.set(sequence.toUpperCase(), letter.toUpperCase());
    if (sequence.length === 2)
      vni.set(sequence.charAt(0).toUpperCase() + sequence.charAt(1), letter.toUpperCase());
  });
  const bytes = new Map<string, number>();
  for (let byte = 0x80; byte <= 0xff; byte += 1) bytes.set(String.fromCharCode(byte), byte);
  [...upper1252].forEach((character, index) => {
    if (character !== " ") bytes.set(character, 0x80 + index);
  });
  // Windows-1258 shows byte 0xc3 as Ă; its other differences do not occur in the UTF-8 of Vietnamese.
  bytes.set("Ă", 0xc3);
  const macBytes = new Map<string, number>();
  [...upperMac].forEach((character, index) => {
    if (character !== " ") macBytes.set(character, 0x80 + index);
  });
  return (built = { tcvn3, vni, viscii, bytes, macBytes });
}

const vowelOf = (letter: string) => letter.normalize("NFD").charAt(0).toLowerCase();

function fromTcvn3(text: string): string | null {
  const { tcvn3 } = tables();
  let decoded = "";
  for (const character of text) {
    const letter = tcvn3.get(character);
    if (letter === undefined) {
      if (/[^\u0000-\u00a0\u2000-\u206f]/u.test(character)) return null;
      decoded += character;
      continue;
    }
    // `Aµ`: a capital vowel followed by the code of the same vowel with its tone is one capital letter.
    const previous = decoded.at(-1) ?? "";
    if (
      /[AEIOUY]/.test(previous) &&
      vowelOf(letter) === previous.toLowerCase() &&
      !/[ăâêôơưđ]/u.test(letter)
    ) {
      decoded = decoded.slice(0, -1) + letter.toUpperCase();
    } else decoded += letter;
  }
  return decoded;
}

function fromViscii(text: string): string {
  const { viscii } = tables();
  return text.replace(/[^\u0020-\u007f]/gu, (character) => viscii.get(character) ?? character);
}

function fromVni(text: string): string | null {
  const { vni } = tables();
  let decoded = "";
  for (let index = 0; index < text.length; index += 1) {
    const two = vni.get(text.slice(index, index + 2));
    if (two !== undefined) {
      decoded += two;
      index += 1;
      continue;
    }
    const character = text.charAt(index);
    const one = vni.get(character);
    if (one === undefined && /[^\u0000-\u00a0\u2000-\u206f]/u.test(character)) return null;
    decoded += one ?? character;
  }
  return decoded;
}

/** Undoes the misreading, twice when the text went through it twice; a byte that was lost becomes U+FFFD. */
function fromMisreadUtf8(text: string): string | null {
  const { bytes, macBytes } = tables();
  // Ã misread once more is Ãƒ, so a ƒ after it says nothing about Mac Roman.
  const mac = /[√∆∫]|·ª|(?<!Ã)ƒ[^\u0000-\u007f]/u.test(text);
  const once = joinBytes(text, mac ? macBytes : bytes);
  if (once === null) return null;
  return misread.test(once) ? (joinBytes(once, bytes) ?? once) : once;
}

function joinBytes(text: string, bytes: ReadonlyMap<string, number>): string | null {
  let decoded = "";
  let found = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const lead = bytes.get(character) ?? 0;
    const wanted = lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
    if (wanted === 0) {
      decoded += character;
      continue;
    }
    let code = wanted === 2 ? lead & 0x0f : lead & 0x1f;
    let read = 0;
    while (read < wanted) {
      const next = text.charAt(index + 1 + read);
      // A non-breaking space (0xa0) may have become a plain one.
      const byte = next === " " && read === wanted - 1 ? 0xa0 : (bytes.get(next) ?? 0);
      if (byte < 0x80 || byte > 0xbf) break;
      code = (code << 6) | (byte & 0x3f);
      read += 1;
    }
    if (read === wanted) {
      decoded += String.fromCharCode(code);
      found = true;
      index += wanted;
    } else if (wanted === 2 && read === 1) {
      // Half of it is left: the last byte had no character in the wrong charset, and went.
      decoded += "\ufffd";
      found = true;
      index += 1;
      if (/[?\ufffd]/u.test(text.charAt(index + 1))) index += 1;
    } else if (lead === 0xc4) {
      // The second byte of Đ (0x90) has no character in Windows-1252.
      decoded += "Đ";
      found = true;
      if (/[?\ufffd]/u.test(text.charAt(index + 1))) index += 1;
    } else decoded += character;
  }
  return found ? decoded : null;
}

const cp1258: Readonly<Record<string, string>> = {
  Ì: "\u0300",
  Ò: "\u0309",
  Þ: "\u0303",
  ì: "\u0301",
  ò: "\u0323",
  Ã: "Ă",
  ã: "ă",
  Ð: "Đ",
  ð: "đ",
  Õ: "Ơ",
  õ: "ơ",
  Ý: "Ư",
  ý: "ư",
};

function fromCp1258(text: string): string {
  return text.replace(/[ÌÒÞìòÃãÐðÕõÝý]/gu, (character) => cp1258[character] as string);
}

const decoders: Readonly<Record<LegacyCharset, (text: string) => string | null>> = {
  tcvn3: fromTcvn3,
  vni: fromVni,
  viscii: fromViscii,
  "utf8-misread": fromMisreadUtf8,
  "cp1258-misread": fromCp1258,
};
