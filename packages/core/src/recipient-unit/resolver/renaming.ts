/** A text that names a unit twice: what it was called and what it is called. */
export interface TwoNames {
  readonly first: string;
  readonly second: string;
}

const word = (text: string) => text.normalize("NFC");
const between = [
  "nay là",
  "nay thuộc",
  "nay sáp nhập vào",
  "nay đổi tên thành",
  "đổi tên thành",
  "đổi thành",
  "sáp nhập vào",
  "sáp nhập thành",
  "sáp nhập từ",
  "hiện là",
  "hiện nay là",
  "trước đây là",
  "trước là",
  "trước kia là",
  "nguyên là",
  "tên cũ là",
  "tên cũ",
  "tên mới",
  "mới là",
  "cũ là",
].map(word);
const ends = ["cũ", "mới", "trước đây"].map(word);

const letter = (text: string) => text.replaceAll(" ", "\\s+");
const saidBetween = new RegExp(
  `^(.+?)[\\s,;(\\[–-]+(?:(?:được|đã)\\s+)?(?:${between.map(letter).join("|")}|mới\\s*(?=:))\\s*:?\\s+(.+?)\\s*[)\\]]?\\s*$`,
  "iu",
);
const arrow = /^(.+?)\s*(?:->|=>|→|⇒|>>)\s*(.+?)\s*$/u;
const saidAtEnd = new RegExp(
  `^(.+?)\\s*[(\\[]\\s*(.+?)\\s+(?:${ends.map(letter).join("|")})\\s*[)\\]]\\s*$`,
  "iu",
);
const mayHold = /nay|đổi|nhập|nguyên|hiện|trước|cũ|mới|[>→⇒]/iu;

/**
 * The two names of `Phước Tiến (nay là Tân Tiến)`, `X -> Y`, `Y (X cũ)`, in the order of the text; null when it
 * does not say so. Whether one became the other is for the lineage to say, not for the text.
 */
export function twoNames(text: string): TwoNames | null {
  const normal = text.normalize("NFC");
  if (!mayHold.test(normal)) return null;
  const found = saidBetween.exec(normal) ?? arrow.exec(normal) ?? saidAtEnd.exec(normal);
  if (!found) return null;
  // `sáp nhập từ A, B và các xã lân cận`: any one of them leads to the unit.
  return { first: found[1] as string, second: (found[2] as string).replace(/\s*(?:,|\s+và\s).*$/iu, "") };
}
