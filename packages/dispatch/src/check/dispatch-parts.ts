import { foldVietnamese } from "@chiendich/core";
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
  readonly drafter: WordParagraph | null;
  readonly secrecy: WordParagraph | null;
  readonly urgency: WordParagraph | null;
  readonly handling: WordParagraph | null;
  readonly contact: readonly WordParagraph[];
  readonly appendices: readonly AppendixParts[];
}

export interface AppendixParts {
  readonly name: WordParagraph;
  readonly title: WordParagraph | null;
  /** `(Kèm theo …)`. */
  readonly attached: WordParagraph | null;
}

/** Letters and digits without marks, so that spacing and tone marks do not matter. */
const folded = (paragraph: WordParagraph) => foldVietnamese(paragraph.text).replace(/[^a-z0-9]/g, "");
const isUpper = (text: string) => text === text.toLocaleUpperCase("vi") && /\p{Lu}/u.test(text);
export const isBold = ({ runs }: WordParagraph) => runs.length > 0 && runs.every((run) => run.bold === true);

/** Types of documents in the decree (Điều 7), as they stand over a title. */
const types =
  /^(nghiquyet|quyetdinh|chithi|quyche|quydinh|thongcao|thongbao|huongdan|chuongtrinh|kehoach|phuongan|dean|duan|baocao|bienban|totrinh|hopdong|congdien|giayuyquyen|giaymoi|giaygioithieu|giaynghiphep|phieugui|phieuchuyen|phieubao)$/;

/** What may be stamped on a letter (ô số 10a, 10b, 11), in words without marks. */
const stamps = {
  secrecy: /^(tuyetmat|toimat|mat)$/,
  urgency: /^(hoatoc|thuongkhan|khan)$/,
  handling: /^(xemxongtralai|luuhanhnoibo)$/,
} as const;
const contactWords = /^(?:Địa chỉ|Trụ sở)\s*:|^(?:ĐT|Điện thoại)\s*:.*(?:e-?mail|website|fax)/iu;
const drafterWords = /^\p{Lu}[\p{L}.]*\s*\(\d+\)\.?$/u;

const headingWords = /^(?:[IVXLC]+\.\s|Điều\s+\d+|Phần\s|Chương\s|Mục\s|Tiểu mục\s)/u;
const basisWords = /^Căn cứ\s/u;

/** Splits a document into its parts. What is not there is null or empty. */
export function dispatchParts({ paragraphs }: WordDocument): DispatchParts {
  const all = paragraphs.filter(({ text }) => text !== "");
  const stamped = (kind: keyof typeof stamps) =>
    all.slice(0, 30).find((each) => stamps[kind].test(folded(each)) && each.text.length < 20) ?? null;
  const [secrecy, urgency, handling] = [stamped("secrecy"), stamped("urgency"), stamped("handling")];
  const contact = all.filter(({ text }) => contactWords.test(text));
  const apart = new Set([secrecy, urgency, handling, ...contact]);
  const written = all.filter((each) => !apart.has(each));
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
    secrecy,
    urgency,
    handling,
    contact,
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
  const typeAt = between.slice(0, 12).findIndex((each) => types.test(folded(each)) && standsOut(each));
  const recipientsAt = between.findIndex(({ text }) => /^Kính (?:gửi|mời)/iu.test(text));
  const type = between[typeAt] ?? null;
  const subject =
    typeAt < 0
      ? []
      : takeWhile(
          between.slice(typeAt + 1),
          (each) =>
            standsOut(each) &&
            !/^(?:Kính gửi|Kính mời|Căn cứ)/iu.test(each.text) &&
            !headingWords.test(each.text),
        );
  const recipients = between[recipientsAt] ?? null;
  const recipientItems = recipientsAt < 0 ? [] : itemsUnder(recipients, between.slice(recipientsAt + 1));
  const start = Math.max(typeAt + subject.length, recipientsAt + recipientItems.length);
  const rest = between.slice(start + 1).filter(({ pictures }) => pictures.length === 0);
  const headings = rest.filter((each) => headingWords.test(each.text) && isHeading(each));
  const text = rest.filter((each) => !headings.includes(each) && !isCentredWords(each));
  const basis = basisOf(text, type !== null);
  const body = text.filter((each) => !basis.includes(each));
  return { type, subject, recipients, recipientItems, headings, basis, body };
}

/** Set off from running text: in the middle, in bold or in capitals. */
const standsOut = (each: WordParagraph) =>
  each.format.align === "center" || isBold(each) || isUpper(each.text);

/** Captions, links and titles of parts stand in the middle; a sentence that does was meant as text. */
const isCentredWords = ({ format, text }: WordParagraph) =>
  format.align === "center" && !(text.length > 100 && /[.;:]$/u.test(text));

/** The list under “Kính gửi:”; an item without its dash is known by the marks around it. */
function itemsUnder(
  recipients: WordParagraph | null,
  after: readonly WordParagraph[],
): readonly WordParagraph[] {
  const isOpen = /:$/u.test(recipients?.text ?? "");
  return takeWhile(after, ({ text }, index) => {
    const before = index === 0 ? recipients?.text : after[index - 1]?.text;
    return /^[-–]/u.test(text) || (isOpen && /[;:]$/u.test(before ?? "") && text.length < 160);
  });
}

/** Lines of the legal basis: those that end as such lines do. A sentence that begins “Căn cứ …” is text. */
function basisOf(text: readonly WordParagraph[], hasType: boolean): readonly WordParagraph[] {
  const lines = takeWhile(
    text,
    (each, index) =>
      (basisWords.test(each.text) || (index > 0 && /^(?:Theo đề nghị|Xét đề nghị)\s/u.test(each.text))) &&
      /[;,.]$/u.test(each.text) &&
      !each.text.endsWith("./."),
  );
  const [only] = lines;
  if (lines.length !== 1 || only === undefined) return lines;
  return hasType || only.text.endsWith(";") || only.runs.every((run) => run.italic === true) ? lines : [];
}

/** `I. CÔNG TÁC …` in capitals, `Điều 1.`, `Chương II`; not a sentence that happens to begin so. */
const isHeading = (each: WordParagraph) =>
  isBold(each) || isUpper(each.text) || /^(?:Phần|Chương|Mục|Tiểu mục)\s+\S+$/u.test(each.text);

function takeWhile<Item>(
  items: readonly Item[],
  holds: (item: Item, index: number) => boolean,
): readonly Item[] {
  const end = items.findIndex((item, index) => !holds(item, index));
  return end < 0 ? items : items.slice(0, end);
}

/** The table with Nơi nhận, or the last one in two columns without borders; null when the block is no table. */
function signOffTableOf(after: readonly WordParagraph[], copiesTitle: WordParagraph | null): number | null {
  if (copiesTitle !== null) return copiesTitle.cell?.table ?? null;
  return (
    after.findLast(({ cell }) => cell !== null && cell.columns > 1 && !cell.bordered)?.cell?.table ?? null
  );
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
    return { copiesTitle, copies, authority: [], signer: null, drafter: null };
  }
  const block = main.filter((each) => inTable(each, table));
  const left = copiesTitle?.cell?.column ?? 0;
  const under = block.filter(
    (each) =>
      each.cell?.column === left &&
      each !== copiesTitle &&
      (copiesTitle !== null || /^[-–]/u.test(each.text)),
  );
  const drafter = under.find(({ text }) => drafterWords.test(text)) ?? null;
  const right = block.filter((each) => each.cell?.column !== left);
  const signer = signerOf(right);
  return {
    copiesTitle,
    copies: under.filter((each) => each !== drafter),
    authority: right.filter((each) => each !== signer),
    signer,
    drafter,
  };
}

/** The last line of the signature, when room for signing or its letters tell it from the offices above. */
function signerOf(right: readonly WordParagraph[]): WordParagraph | null {
  const last = right.at(-1);
  if (last === undefined) return null;
  const above = right.at(-2);
  const apart = above !== undefined && (last.number - above.number > 1 || last.cell?.row !== above.cell?.row);
  return apart || !isUpper(last.text) ? last : null;
}

function isAppendixName({ text, cell }: WordParagraph): boolean {
  return cell === null && /^Phụ lục(?:\s+(?:số\s+)?(?:[IVXLC]+|\d+|[A-Z]))?$/iu.test(text);
}

function appendicesOf(written: readonly WordParagraph[]): readonly AppendixParts[] {
  return written.flatMap((name, index) => {
    if (!isAppendixName(name)) return [];
    const after = takeWhile(written.slice(index + 1, index + 5), ({ cell }) => cell === null);
    const attached = after.find(({ text }) => /^\(?(?:Ban hành k|K)èm theo/u.test(text)) ?? null;
    const [title = null] = after;
    return [{ name, title: title === attached ? null : title, attached }];
  });
}
