import { foldVietnamese } from "@chiendich/core";
import { textWidthOf } from "../layout/text-width.ts";
import type { WordDocument, WordParagraph } from "./word-document.ts";

/** The paragraphs of a document by what they are in the decree's drawing. Found by their words and place, never by style names. */
export interface DispatchParts {
  readonly country: WordParagraph | null;
  readonly motto: WordParagraph | null;
  readonly parent: readonly WordParagraph[];
  readonly issuer: readonly WordParagraph[];
  readonly number: WordParagraph | null;
  readonly about: readonly WordParagraph[];
  readonly placeDate: WordParagraph | null;
  readonly type: WordParagraph | null;
  readonly subject: readonly WordParagraph[];
  readonly recipients: WordParagraph | null;
  readonly recipientItems: readonly WordParagraph[];
  readonly basis: readonly WordParagraph[];
  readonly body: readonly WordParagraph[];
  readonly headings: readonly WordParagraph[];
  readonly copiesTitle: WordParagraph | null;
  readonly copies: readonly WordParagraph[];
  readonly authority: readonly WordParagraph[];
  readonly signer: WordParagraph | null;
  readonly appendices: readonly AppendixParts[];
}

export interface AppendixParts {
  readonly name: WordParagraph;
  readonly title: WordParagraph | null;
}

/** Letters and digits without marks, so that spacing and tone marks do not matter. */
const folded = (paragraph: WordParagraph) => foldVietnamese(paragraph.text).replace(/[^a-z0-9]/g, "");
const isUpper = (text: string) => text === text.toLocaleUpperCase("vi") && /\p{Lu}/u.test(text);
export const isBold = ({ runs }: WordParagraph) => runs.length > 0 && runs.every((run) => run.bold === true);

/** Types of documents in the decree (Điều 7), as they stand over a title. */
const types =
  /^(nghiquyet|quyetdinh|chithi|quyche|quydinh|thongcao|thongbao|huongdan|chuongtrinh|kehoach|phuongan|dean|duan|baocao|bienban|totrinh|hopdong|congdien|giayuyquyen|giaymoi|giaygioithieu|giaynghiphep|phieugui|phieuchuyen|phieubao)$/;

const headingWords = /^(?:[IVXLC]+\.\s|Điều\s+\d+|Phần\s|Chương\s|Mục\s|Tiểu mục\s)/u;
const basisWords = /^Căn cứ\s/u;

/** Splits a document into its parts. What is not there is null or empty. */
export function dispatchParts({ paragraphs }: WordDocument): DispatchParts {
  const written = paragraphs.filter(({ text }) => text !== "");
  const country = written.find((each) => folded(each) === "conghoaxahoichunghiavietnam") ?? null;
  const motto = written.find((each) => /^doclap/.test(folded(each)) && each.text.length < 40) ?? null;
  const number = written.slice(0, 24).find(({ text }) => /^Số\s*:/iu.test(text)) ?? null;
  const placeDate = written.slice(0, 24).find(({ text }) => /,\s*ngày.*tháng.*năm/iu.test(text)) ?? null;
  const names = issuerNames(written, { country, motto, number, placeDate });
  const about = aboutOf(written, number);
  const header = [country, motto, number, placeDate, ...names.parent, ...names.issuer, ...about];
  const appendixStart = written.findIndex(isAppendixName);
  const main = appendixStart < 0 ? written : written.slice(0, appendixStart);
  const copiesTitle = main.find(({ text }) => /^Nơi nhận/iu.test(text)) ?? null;
  const headerEnd = Math.max(...header.map((part) => (part ? written.indexOf(part) : -1)));
  const signOffTable = signOffTableOf(main.slice(headerEnd + 1), copiesTitle);
  const signOffAt = main.findIndex((each) => each === copiesTitle || inTable(each, signOffTable));
  const signOff = signOffAt < 0 ? main.length : signOffAt;
  const between = main.slice(headerEnd + 1, signOff).filter(({ cell }) => cell === null || !cell.bordered);
  return {
    country,
    motto,
    ...names,
    number,
    about,
    placeDate,
    ...bodyParts(between),
    ...signOffParts(main, copiesTitle, signOffTable),
    appendices: appendicesOf(written),
  };
}

interface HeaderParts {
  readonly country: WordParagraph | null;
  readonly motto: WordParagraph | null;
  readonly number: WordParagraph | null;
  readonly placeDate: WordParagraph | null;
}

/** Names above the number in its column. The last bold ones are the issuing body; without bold ones the last. */
function issuerNames(written: readonly WordParagraph[], parts: HeaderParts) {
  const before = written.slice(0, parts.number === null ? 8 : written.indexOf(parts.number));
  const others: readonly (WordParagraph | null)[] = [parts.country, parts.motto, parts.placeDate];
  const { table, column } = parts.number?.cell ?? { table: parts.country?.cell?.table, column: 0 };
  const names = before.filter(
    (each) =>
      !others.includes(each) &&
      /\p{L}/u.test(each.text) &&
      each.cell?.table === table &&
      (each.cell?.column ?? 0) === column,
  );
  const bold = names.filter(isBold);
  if (names.length < 2) return { parent: [], issuer: names };
  if (bold.length === 0 || bold.length === names.length) {
    return { parent: names.slice(0, -1), issuer: names.slice(-1) };
  }
  return { parent: names.filter((each) => !isBold(each)), issuer: bold };
}

function aboutOf(written: readonly WordParagraph[], number: WordParagraph | null): readonly WordParagraph[] {
  const start = written.slice(0, 24).findIndex(({ text }) => /^V\s*\/\s*v/iu.test(text));
  if (start < 0) return [];
  const first = written[start] as WordParagraph;
  const rest = written.slice(start + 1);
  const end = rest.findIndex(
    ({ cell, text }) =>
      cell === null ||
      cell.column !== first.cell?.column ||
      cell.table !== first.cell.table ||
      /,\s*ngày/u.test(text),
  );
  return number === null || first.cell === null ? [first] : [first, ...rest.slice(0, Math.max(0, end))];
}

function bodyParts(between: readonly WordParagraph[]) {
  const typeAt = between.findIndex((each) => types.test(folded(each)) && each.format.align === "center");
  const recipientsAt = between.findIndex(({ text }) => /^Kính gửi/iu.test(text));
  const type = between[typeAt] ?? null;
  const subject =
    typeAt < 0
      ? []
      : takeWhile(
          between.slice(typeAt + 1),
          ({ format, text }) => format.align === "center" && !/^Kính gửi/iu.test(text),
        );
  const recipients = between[recipientsAt] ?? null;
  const recipientItems =
    recipientsAt < 0 ? [] : takeWhile(between.slice(recipientsAt + 1), ({ text }) => /^[-–]/u.test(text));
  const start = Math.max(typeAt + subject.length, recipientsAt + recipientItems.length);
  const rest = between
    .slice(start + 1)
    .filter(({ pictures, format }) => pictures.length === 0 && format.align !== "center");
  const headings = between.filter((each) => each !== type && headingWords.test(each.text) && isHeading(each));
  const basis = takeWhile(rest, ({ text }) => basisWords.test(text));
  const body = rest.filter((each) => !headings.includes(each) && !basis.includes(each));
  return { type, subject, recipients, recipientItems, headings, basis, body };
}

/** `I. CÔNG TÁC …` in capitals, `Điều 1.`, `Chương II`; not a sentence that happens to begin so. */
const isHeading = (each: WordParagraph) =>
  isBold(each) || isUpper(each.text) || /^(?:Phần|Chương|Mục|Tiểu mục)\s+\S+$/u.test(each.text);

function takeWhile<Item>(items: readonly Item[], holds: (item: Item) => boolean): readonly Item[] {
  const end = items.findIndex((item) => !holds(item));
  return end < 0 ? items : items.slice(0, end);
}

/** The table with Nơi nhận, or the last one in two columns without borders; null when the block is no table. */
function signOffTableOf(after: readonly WordParagraph[], copiesTitle: WordParagraph | null): number | null {
  if (copiesTitle !== null) return copiesTitle.cell?.table ?? null;
  return after.findLast(({ cell }) => cell?.columns === 2 && !cell.bordered)?.cell?.table ?? null;
}

const inTable = ({ cell }: WordParagraph, table: number | null) => cell !== null && cell.table === table;

function signOffParts(
  main: readonly WordParagraph[],
  copiesTitle: WordParagraph | null,
  table: number | null,
) {
  if (table === null) {
    const after = copiesTitle === null ? [] : main.slice(main.indexOf(copiesTitle) + 1);
    const copies = takeWhile(after, ({ text }) => /^[-–]/u.test(text));
    return { copiesTitle, copies, authority: [], signer: null };
  }
  const block = main.filter((each) => inTable(each, table));
  const left = copiesTitle?.cell?.column ?? 0;
  const copies = block.filter(
    (each) =>
      each.cell?.column === left &&
      each !== copiesTitle &&
      (copiesTitle !== null || /^[-–]/u.test(each.text)),
  );
  const right = block.filter((each) => each.cell?.column !== left);
  const last = right.at(-1);
  const signer = last !== undefined && last.text !== last.text.toLocaleUpperCase("vi") ? last : null;
  return { copiesTitle, copies, authority: right.filter((each) => each !== signer), signer };
}

function isAppendixName({ text, cell }: WordParagraph): boolean {
  return cell === null && /^Phụ lục(?:\s+(?:[IVXLC]+|\d+))?$/iu.test(text);
}

function appendicesOf(written: readonly WordParagraph[]): readonly AppendixParts[] {
  return written.flatMap((name, index) => {
    if (!isAppendixName(name)) return [];
    const next = written[index + 1];
    return [{ name, title: next && next.cell === null ? next : null }];
  });
}

/** The rule under a paragraph as a length in twips; null when there is none. `below` follows it in the document. */
export function ruleUnder(
  paragraph: WordParagraph,
  document: WordDocument,
  columnWidth: number,
): { readonly length: number } | null {
  const own = paragraph.lines[0];
  if (own !== undefined) return { length: own };
  if (paragraph.runs.length > 0 && paragraph.runs.every((run) => run.underline))
    return { length: Number.NaN };
  const below = document.paragraphs[paragraph.number];
  if (below === undefined || below.cell?.column !== paragraph.cell?.column) return null;
  if (below.lines[0] !== undefined) return { length: below.lines[0] };
  // Many letters are typed with a row of underscores or dashes for a rule.
  if (/^[_\u2500\u2014\u2013-]{3,}$/u.test(below.text)) {
    return { length: textWidthOf(below.text, { size: below.runs[0]?.size ?? 13 }) };
  }
  if (below.text === "" && below.format.border === true) {
    return { length: columnWidth - (below.format.left ?? 0) - (below.format.right ?? 0) };
  }
  return null;
}
