import { foldVietnamese } from "../vietnamese/fold.ts";

/** Words of a deadline, read one after the other. Folded: no tone marks, no capitals, `đ` as `d`. */
export interface Words {
  readonly tokens: readonly string[];
  at: number;
}

/** Splits digits, words and signs. Commas, asterisks (bold in Markdown) and the brackets or quotes around the whole mean nothing here. */
export function wordsOf(text: string): Words {
  const folded = foldVietnamese(text)
    .replace(/[,*]/g, " ")
    .trim()
    .replace(/^["'“”‘’(]+|["'“”‘’).;:\s]+$/g, "");
  const tokens = folded.match(/\d+|[a-z]+|[^\s\da-z]/g) ?? [];
  return { tokens: balanced(tokens), at: 0 };
}

/** Puts back the bracket that closed an inner pair: `trước 08/11 (thứ Sáu)`. */
function balanced(tokens: readonly string[]): readonly string[] {
  const open = tokens.filter((token) => token === "(").length;
  return open > tokens.filter((token) => token === ")").length ? [...tokens, ")"] : tokens;
}

export const atEnd = (words: Words): boolean => words.at === words.tokens.length;

/** Takes the first of the phrases that stands here, and says which; `null` leaves everything in place. */
export function take<Phrase extends string>(words: Words, ...phrases: readonly Phrase[]): Phrase | null {
  for (const phrase of phrases) {
    const parts = phrase.split(" ");
    if (parts.every((part, index) => words.tokens[words.at + index] === part)) {
      words.at += parts.length;
      return phrase;
    }
  }
  return null;
}

/** Reads with `read`, and steps back to where it began when that came to nothing. */
export function attempt<Value>(words: Words, read: (words: Words) => Value | null): Value | null {
  const start = words.at;
  const value = read(words);
  if (value === null) words.at = start;
  return value;
}

const units: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

/**
 * A number in digits or words (these up to 99), or both: `05 (năm)`. `null` when none stands here or
 * when digits and words disagree.
 */
export function takeNumber(words: Words, maxDigits = 2): number | null {
  return attempt(words, () => {
    const digits = takeDigits(words, 1, maxDigits);
    if (digits === null) return takeNumberWords(words);
    const bracketed = attempt(words, () => {
      if (!take(words, "(")) return null;
      const spelled = takeNumberWords(words) ?? takeDigits(words, 1, maxDigits);
      return spelled !== null && take(words, ")") ? { spelled } : null;
    });
    return bracketed && bracketed.spelled !== digits ? null : digits;
  });
}

/** Digits, at least and at most so many. */
export function takeDigits(words: Words, min: number, max: number): number | null {
  const token = words.tokens[words.at] ?? "";
  if (!/^\d+$/.test(token) || token.length < min || token.length > max) return null;
  words.at += 1;
  return Number(token);
}

function takeNumberWords(words: Words): number | null {
  return attempt(words, () => {
    if (take(words, "muoi")) return 10 + (takeUnit(words) ?? 0);
    const first = takeUnit(words, true);
    if (first === null) return null;
    if (!take(words, "muoi")) return first;
    return first * 10 + (takeUnit(words) ?? 0);
  });
}

/**
 * After tens, `năm` is five only before “tháng” or “ngày”: in `tháng mười năm 2024` it is the year.
 */
function takeUnit(words: Words, alone = false): number | null {
  const token = words.tokens[words.at] ?? "";
  const unit = units[token];
  if (unit === undefined) return null;
  const next = words.tokens[words.at + 1];
  if (token === "nam" && !alone && next !== "thang" && next !== "ngay") return null;
  words.at += 1;
  return unit;
}

/** A year: `2024`, `24` for 2024, or `hai nghìn không trăm hai mươi tư`. */
export function takeYear(words: Words): number | null {
  const full = takeDigits(words, 4, 4);
  if (full !== null) return full;
  const short = takeDigits(words, 2, 2);
  if (short !== null) return 2000 + short;
  return attempt(words, () => {
    if (!take(words, "hai nghin", "hai ngan")) return null;
    take(words, "khong tram");
    take(words, "linh", "le");
    const rest = takeNumberWords(words);
    return rest === null ? null : 2000 + rest;
  });
}
