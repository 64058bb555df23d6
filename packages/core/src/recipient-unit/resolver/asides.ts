import { foldVietnamese } from "../../vietnamese/fold.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { tokenText, type Letters } from "./letters.ts";
import { readLetters } from "./read-letters.ts";
import { firstName } from "./names.ts";
import { isNumber } from "./noise.ts";
import { longestPhrase } from "./phrases.ts";
import { readHead } from "./ready-vocabulary.ts";

/** Family names that few places and schools are called after; `Hồ`, `Hoàng`, `Dương` are in the names of districts. */
const families = new Set(
  "nguyen tran le pham huynh vo vu dang bui do phan ngo dinh truong luong trinh".split(" "),
);
const fewestWords = 3;
const mostWords = 6;

const mayHaveParts = /[,;|()[\]{}\n\t]|\s[-–—/]\s|<-| .*_| {4}/u;
const between = /\s+[-–—/]+\s+|[,;|()[\]{}\n\t]+|<-| {4,}/u;

/**
 * The parts of a text that say something about its unit, in their order: without persons (`Nguyễn Văn A - UBND phường
 * X`, `cô Lan (MN Y)`), headings (`BÁO CÁO KẾT QUẢ - xã Z`, the national motto), addresses, numbers of documents and
 * forms, and remarks in small letters.
 *
 * A part that may be a unit, a place, another body or a number of a name stays, for it may change who is meant; null
 * when the text is one part.
 */
export function partsThatSay(
  directory: ReadyDirectory,
  text: string,
  letters: Letters,
): readonly string[] | null {
  if (!mayHaveParts.test(text)) return null;
  // Where words are apart anyhow, an underscore stands for a dash: `XÃ CAM LÂM_BC TUẦN 32`.
  const normal = text.normalize("NFC").replace(/_/g, / /.test(text) ? " - " : " ");
  const parts = normal.split(between).filter((part) => part.trim() !== "");
  const said: string[] = [];
  let located = false;
  for (const part of parts) {
    readLetters(part, letters);
    if (isSilent(directory, part, letters) || (located && isAddress(part))) continue;
    if (said.length > 0 && isRemark(directory, part, letters)) continue;
    said.push(part);
    located ||= hasAddress(directory, letters);
  }
  return said.length === 0 || (said.length === parts.length && said.length < 2) ? null : said;
}

/** Whether a part says nothing about a unit, wherever it stands. */
function isSilent(directory: ReadyDirectory, part: string, letters: Letters): boolean {
  const { tokens } = letters;
  if (tokens === 0 || isPerson(directory, letters) || isFormNumber(part)) return true;
  const { vocabulary } = directory;
  if (longestPhrase(vocabulary.mottos, letters, 0, tokens, false)?.next === tokens) return true;
  const titled = afterTitles(directory, letters);
  // `Ban giám hiệu` is a title though a ban is a body; `Chi bộ` is no `chị`.
  const body = longestPhrase(vocabulary.bodies, letters, 0, tokens, false)?.next ?? 0;
  const person =
    titled > body && tokens - titled <= mostWords && !readHead(vocabulary, letters, titled, tokens).typed;
  if (person && saysNothing(directory, letters, titled)) return true;
  const heading = longestPhrase(vocabulary.before, letters, 0, tokens, false);
  return heading !== null && saysNothing(directory, letters, heading.next);
}

/** `Số: 214/BC-UBND`, `Phiếu 02`, `Sheet1`, a telephone number. */
function isFormNumber(part: string): boolean {
  return /^\s*(?:(?:so|sheet|bang|bieu|mau|phieu|phu luc|trang|cong van|cv|bao cao|to trinh|thong bao)[\s:.]*(?:so[\s:.]*)?\d[\d./]*(?:[-/]?[a-z]+)*|[\d\s.+x]{8,})\s*$/i.test(
    foldVietnamese(part),
  );
}

function afterTitles({ vocabulary }: ReadyDirectory, letters: Letters): number {
  let token = 0;
  for (;;) {
    const title = longestPhrase(vocabulary.titles, letters, token, letters.tokens, false);
    if (!title) return token;
    token = title.next;
  }
}

function isPerson(directory: ReadyDirectory, letters: Letters): boolean {
  const { tokens } = letters;
  // The last word may be a title and a name at once: `cô Em`.
  const start = Math.min(afterTitles(directory, letters), tokens - 1);
  const words = tokens - start;
  if (words > mostWords || words < (start > 0 ? 1 : fewestWords)) return false;
  if (!families.has(tokenText(letters, start))) return false;
  // A unit or a place that is called after a person, or has one's family name, stays; and `Trường Tiểu học` is none.
  if (firstName(directory.names, letters, letters.starts[start] as number, letters.length) >= 0) return false;
  if (readHead(directory.vocabulary, letters, start, tokens).typed) return false;
  return !isNumber(letters, tokens - 1) && directory.places.read(letters, start, tokens) === null;
}

/** What schools and authorities write behind their name: a street, a hamlet, an island. */
const address =
  /^\s*(?:(?:so )?\d+[a-z]?(?:\/\d+)*,? (?:[a-z]+ ?)+|(?:duong|pho|hem|ngo|thon|to dan pho|to|ap|xom|khom|khu|khu pho|kdc|dao|quoc lo|tinh lo|ql)\s+[a-z0-9].*)\s*$/;

function isAddress(part: string): boolean {
  return address.test(foldVietnamese(part));
}

/** Whether a part is a school, or the authority of a place, which have addresses; a hamlet of a commune is a body of its own. */
function hasAddress({ vocabulary }: ReadyDirectory, letters: Letters): boolean {
  const { mask } = vocabulary;
  const head = readHead(vocabulary, letters, 0, letters.tokens);
  if (!head.typed || head.next === letters.tokens) return false;
  if ((head.mask & mask.school) !== 0) return true;
  const isAuthority = (last: number) =>
    longestPhrase(vocabulary.types, letters, 0, last, false)?.meanings.some(
      ({ class: kind }) => kind === "authority",
    ) ?? false;
  // `UBND phường` is a word for phường too.
  return isAuthority(letters.tokens) || isAuthority(1);
}

/** Behind a unit: words in small letters, counts (`7 bản`), what it was put together from. */
function isRemark(directory: ReadyDirectory, part: string, letters: Letters): boolean {
  if (/^\s*(?:sáp nhập|sát nhập|nhập|hợp nhất|gồm|bao gồm)\s/iu.test(part)) return true;
  if (/^\s*\d[\d.]*\s+(?:\p{Ll}+|HS|GV)(?:\s+\p{Ll}+)*\s*$/u.test(part)) return true;
  if (isOfWordsAfter(directory, letters)) return true;
  if (!/^\s*\p{Ll}/u.test(part) || !/\S\s+\S/u.test(part) || /\p{Lu}/u.test(part)) return false;
  return saysNothing(directory, letters, 0);
}

function isOfWordsAfter({ vocabulary }: ReadyDirectory, letters: Letters): boolean {
  const { tokens, starts, ends } = letters;
  for (let token = 0; token < tokens;) {
    const hit = longestPhrase(vocabulary.after, letters, token, tokens, false);
    if (!hit || (ends[hit.next - 1] as number) - (starts[token] as number) === 1) return false;
    token = hit.next;
  }
  return true;
}

/** Whether no word from a token on may say which unit is meant: a type, a body, a place or a number. */
function saysNothing({ vocabulary, places }: ReadyDirectory, letters: Letters, start: number): boolean {
  const { tokens } = letters;
  for (let token = start; token < tokens; token += 1) {
    if (isNumber(letters, token) || places.begins(letters, token, tokens)) return false;
    const type = longestPhrase(vocabulary.types, letters, token, tokens, false);
    // A single letter is a type only before a name.
    if (type && (type.next < tokens || letters.ends[token] !== (letters.starts[token] as number) + 1))
      return false;
    if (longestPhrase(vocabulary.bodies, letters, token, tokens, false)) return false;
  }
  return true;
}
